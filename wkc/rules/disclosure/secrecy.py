"""Art. 8.2: what is secret by office, by profession or by statute does not leave, until the duty is lifted."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from wkc.records.dossier import Entry
from wkc.records.rights import Release

LIFTED_BY: Mapping[str, tuple[str, ...]] = {
    "ambt": ("instantie", "wet"),
    "beroep": ("geregistreerde", "wet"),
    "wet": ("geregistreerde", "wet"),
}
"""Who lifts each duty. What an office keeps secret is the body's to release (Awb 2:5), not the client's alone; what
was told to a doctor or a lawyer is the client's (BW 7:457); each yields to a statute that says so."""


def standing(entry: Entry, releases: Iterable[Release], on: date, recipient: UUID | None = None) -> bool:
    """Tell whether a duty of secrecy stands on an entry on a day, towards a recipient; None is anybody at all."""
    geheim = entry.provenance.geheim
    return geheim is not None and not any(
        release.entry == entry.uuid
        and release.by in LIFTED_BY[geheim]
        and (release.recipient is None or release.recipient.uuid == recipient)
        and release.from_on <= on
        and (release.withdrawn_on is None or on < release.withdrawn_on)
        for release in releases
    )
