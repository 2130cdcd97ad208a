"""Art. 8.2: a value that is secret by office, by profession or by statute does not leave until the duty is lifted."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from wkc.records.document import Document
from wkc.records.dossier import Entry
from wkc.records.rights import Release

LIFTED_BY: Mapping[str, tuple[str, ...]] = {
    "ambt": ("instantie", "wet"),
    "beroep": ("geregistreerde", "wet"),
    "wet": ("geregistreerde", "wet"),
}
"""The parties that lift each duty. An office's secret is the body's to release (Awb 2:5), not the client's alone; words
to a doctor or a lawyer are the client's (BW 7:457); each duty yields to a statute that says so."""


def is_secret(item: Entry | Document, releases: Iterable[Release], on: date, recipient: UUID | None = None) -> bool:
    """Tell whether a duty of secrecy binds an entry or a document on a day, towards a recipient; None is anybody."""
    geheim = item.provenance.geheim
    return geheim is not None and not any(
        release.entry == item.uuid
        and release.by in LIFTED_BY[geheim]
        and (release.recipient is None or release.recipient.uuid == recipient)
        and release.from_on <= on
        and (release.withdrawn_on is None or on < release.withdrawn_on)
        for release in releases
    )
