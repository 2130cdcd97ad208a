"""Forms that are printed to be signed (AVG 7.1, art. 6 and 11.1)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Client, Entry
from wkc.records.party import Houder


class FormKind(StrEnum):
    """The kinds: a consent, a mandate, an undertaking of secrecy, each to be signed; an intake to be filled in."""

    TOESTEMMING = "toestemming"
    MACHTIGING = "machtiging"
    GEHEIMHOUDING = "geheimhouding"
    INTAKE = "intake"


class PaperForm(Struct, frozen=True):
    """A printed form: number `F2026-0001`, the version of its text, whom it is about, and whether it was signed.

    `client` is a dossier number; a form for a user has `user_id`. `content` is what was filled in, as JSON; None where
    there is none or it is withheld. `made` is the consent or the mandate that came of it.
    """

    id: int
    uuid: UUID
    number: str
    kind: FormKind
    version: int
    client: str | None
    user_id: str | None
    content: str | None
    printed_at: datetime
    printed_by: str
    signed_on: date | None = None
    made: UUID | None = None


class FormSignature(Struct, frozen=True):
    """A signature under a consent or a mandate, by the number of its form.

    `kept` tells that its paper can be shown (AVG 7.1), `document` is the number of that paper in the dossier.
    """

    made: UUID
    form: str
    kept: bool
    document: int | None


class Signatory(Struct, frozen=True):
    """A person who signs: a name, and of a client the birth date and dossier number, of a user the function."""

    name: str
    born: str | None = None
    number: str | None = None
    function: str | None = None


class ConsentOnForm(Struct, frozen=True):
    """The consent that a form asks for: numbers of annex I by name.

    Without a recipient the office itself is to hold these data. `special` and `criminal` are the fields among them that
    the law protects more (AVG 9 and 10), by their labels.
    """

    recipient: str | None
    purpose: str
    categories: tuple[tuple[int, str], ...]
    special: tuple[str, ...]
    criminal: tuple[str, ...]
    until: date | None


class MandateOnForm(Struct, frozen=True):
    """The mandate that a form asks for: who acts, the lines of the address, which data (None is all), until when."""

    name: str
    lines: tuple[str, ...]
    categories: tuple[tuple[int, str], ...] | None
    until: date | None


class FormContent(Struct, frozen=True):
    """All that a form is set from; `entries` fill an intake in."""

    number: str
    kind: FormKind
    version: int
    houder: Houder
    made_at: datetime
    signatory: Signatory | None = None
    consent: ConsentOnForm | None = None
    mandate: MandateOnForm | None = None
    entries: tuple[Entry, ...] = ()


class NewPaperForm(Struct, frozen=True):
    """A form before it has its number."""

    kind: FormKind
    version: int
    client: Client | None = None
    user_id: str | None = None
    content: str | None = None
