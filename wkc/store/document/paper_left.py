"""Papers at a place whose row is gone and that are still to be destroyed by hand (art. 10, 12 and 14.1)."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from wkc.errors.families import Damaged
from wkc.records.document import Document, LyingPaper, PaperLeft
from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none

_Q = queries("document/paper_left")
_PLACE = "document.place"


def add(store: Store, client: Client, document: Document, on: date) -> None:
    """Put the place of a paper that is taken out of a dossier on the list."""
    sealed_for = store.sealed_for(client.uuid, document.uuid)
    store.run(_Q.add, sealed_for=sealed_for.bytes, uuid=document.uuid.bytes, on_date=on.isoformat())


def every(store: Store) -> tuple[PaperLeft, ...]:
    """Give all papers, oldest first."""
    papers = []
    for row in store.all(_Q.all):
        uuid = UUID(bytes=row["uuid"])
        place = store.open(row["sealed_place"], UUID(bytes=row["client"]), uuid, _PLACE)
        papers.append(PaperLeft(row["id"], uuid, place, date.fromisoformat(row["since_on"])))
    return tuple(papers)


def list_lying(store: Store) -> tuple[LyingPaper, ...]:
    """Give all papers for another register; one whose place does not open any more is left out."""
    papers = []
    for row in store.all(_Q.all):
        client, uuid = UUID(bytes=row["client"]), UUID(bytes=row["uuid"])
        with suppress(Damaged):
            if place := store.open(row["sealed_place"], client, uuid, _PLACE):
                papers.append(LyingPaper(client, uuid, place, date.fromisoformat(row["since_on"])))
    return tuple(papers)


def list_destroyed(store: Store) -> frozenset[UUID]:
    """Give the papers that somebody destroyed by hand, whenever that was."""
    return frozenset(UUID(row["uuid"]) for row in store.all(_Q.destroyed))


def carry_over(store: Store, papers: Iterable[LyingPaper], destroyed: Collection[UUID]) -> None:
    """Put papers of another register on the list, and take off what was destroyed by hand there."""
    for paper in papers:
        if store.one(_Q.of_uuid, uuid=paper.uuid.bytes) is None:
            sealed = store.seal(paper.place, paper.client, paper.uuid, _PLACE)
            names = {"client": paper.client.bytes, "uuid": paper.uuid.bytes}
            store.run(_Q.carry_over, **names, sealed_place=sealed, on_date=paper.since.isoformat())
    for row in tuple(store.all(_Q.all)):
        if UUID(bytes=row["uuid"]) in destroyed:
            store.run(_Q.remove, id=row["id"])


def count(store: Store) -> tuple[int, date | None]:
    """Count the papers, and give the day since which the oldest waits."""
    row = store.one(_Q.count)
    return row["papers"], day_or_none(row["since"])


def remove(store: Store, paper: PaperLeft) -> None:
    """Forget a paper that was destroyed by hand."""
    store.run(_Q.remove, id=paper.id)
