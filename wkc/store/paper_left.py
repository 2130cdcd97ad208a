"""Papers at a place whose row is gone: they are still to be destroyed by hand (art. 10, 12 and 14.1)."""

from datetime import date
from uuid import UUID

from wkc.records.document import Document, PaperLeft
from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none

_Q = queries("paper_left")
_PLACE = "document.place"


def add(store: Store, client: Client, document: Document, on: date) -> None:
    """Put the place of a paper that is taken out of a dossier on the list."""
    sealed_for = store.sealed_for(client.uuid, document.uuid)
    store.run(_Q.add, sealed_for=sealed_for.bytes, uuid=document.uuid.bytes, on_date=on.isoformat())


def every(store: Store) -> tuple[PaperLeft, ...]:
    """Give them all, oldest first."""
    papers = []
    for row in store.all(_Q.all):
        uuid = UUID(bytes=row["uuid"])
        place = store.open(row["sealed_place"], UUID(bytes=row["client"]), uuid, _PLACE)
        papers.append(PaperLeft(row["id"], uuid, place, date.fromisoformat(row["since_on"])))
    return tuple(papers)


def count(store: Store) -> tuple[int, date | None]:
    """Count them, and give the day since which the oldest waits."""
    row = store.one(_Q.count)
    return row["papers"], day_or_none(row["since"])


def remove(store: Store, paper: PaperLeft) -> None:
    """Forget one: it was destroyed by hand."""
    store.run(_Q.remove, id=paper.id)
