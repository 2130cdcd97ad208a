"""Provenance (art. 4): the source of values, their recorder and instant, once for all that came in together."""

from wkc.records.dossier import Provenance
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("dossier/provenance")
_SEALED = dict.fromkeys(("source", "basis", "party", "obtained_on", "geheim", "citation"))
"""The columns of a value of a sealed class, whose source is sealed with it."""


def find_or_add(store: Store, source: Provenance | None, stamped: str, by: str) -> int:
    """Give the row of a provenance that a user writes down at an instant; None is that of the sealed classes."""
    columns: dict[str, object] = _SEALED | {"at": stamped, "by": by}
    if source is not None:
        columns |= {
            "source": source.source,
            "basis": source.basis,
            "party": source.party.id if source.party else None,
            "obtained_on": source.obtained_on.isoformat(),
            "geheim": source.geheim,
            "citation": source.citation,
        }
    row = store.one(_Q.find, **columns)
    return store.insert(_Q.add, **columns) if row is None else int(row["id"])
