"""The papers of a dossier (art. 14.1): kept in the register, or as paper at a place."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Provenance
from wkc.records.field import Field

MEDIA_TYPES: Mapping[str, str] = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "text/plain": "txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}
"""The media types of papers, with the end of a file's name."""


LINKS = "links"
"""The code of the one danger that is taken: a link that tells a site who followed it."""


class Document(Struct, frozen=True):
    """A paper of one client: its field of annex I, its origin, and where its content is.

    A signed form is about no field; `form` is its number then, `F2026-0001`. `number` counts the documents of the
    register: it is the same for everybody, and never given out again. In the register a document has a media type (RFC
    6838) and a size in octets; on paper it has a place and the day on which it must be destroyed. `title` and `place`
    are None where they are withheld from this user. `statement` is what the client says about one that was not changed.
    """

    id: int
    number: int
    uuid: UUID
    field: Field | None
    title: str | None
    provenance: Provenance
    recorded_at: datetime
    recorded_by: str
    media_type: str | None = None
    size: int | None = None
    place: str | None = None
    destroy_on: date | None = None
    form: str | None = None
    in_onderzoek: bool = False
    beperkt: bool = False
    has_statement: bool = False
    statement: str | None = None

    @property
    def is_paper(self) -> bool:
        """Tell whether it lies at a place, and not in the register."""
        return self.destroy_on is not None


class InspectedFile(Struct, frozen=True):
    """The facts about a file that the rule judges it by: `media_type` is None for a kind that is not known.

    `dangers` are the codes of what it runs, fetches, sends or carries inside; LINKS among them is of the web.
    """

    media_type: str | None
    size: int
    is_protected: bool = False
    dangers: frozenset[str] = frozenset()
    is_identity: bool = False


class PaperLeft(Struct, frozen=True):
    """A paper whose dossier is destroyed: it is still to be destroyed by hand. `place` is None where it is withheld."""

    id: int
    uuid: UUID
    place: str | None
    since: date


class LyingPaper(Struct, frozen=True):
    """A paper that is still to be destroyed by hand, as one register gives it to the next: whose row, which, where."""

    client: UUID
    uuid: UUID
    place: str
    since: date


class DocumentLook(Struct, frozen=True):
    """A time that somebody took a document out of the register, by a line of the log."""

    at: datetime
    user_id: str
    purpose: str
