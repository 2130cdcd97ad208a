"""Columns of the lists of an opdrachtgever: the field that each heading is, as somebody confirmed it."""

from collections.abc import Mapping

from wkc.records.party import Party
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("dossier/party_column")


def of_party(store: Store, party: Party) -> dict[str, str | None]:
    """Give the code of each heading in its normal form, None where it is left out."""
    return {row["heading"]: row["field"] for row in store.all(_Q.of_party, party=party.id)}


def put(store: Store, party: Party, columns: Mapping[str, str | None]) -> None:
    """Remember the codes of headings, each in its normal form."""
    for heading, field in columns.items():
        store.run(_Q.put, party=party.id, heading=heading, field=field)


def clear(store: Store, party: Party) -> int:
    """Forget all columns of a party and give how many there were."""
    return store.run(_Q.clear, party=party.id)
