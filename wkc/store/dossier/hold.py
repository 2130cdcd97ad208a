"""Holds (art. 10): a stated legal duty that keeps named categories of one client past the term."""

from datetime import date
from uuid import UUID

from wkc.records.dossier import Client, Hold
from wkc.store.dossier import coverage
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("dossier/hold")


def add(store: Store, client: Client, hold: Hold) -> None:
    """Put a hold on a client; the note is sealed."""
    coverage.note_change(store, client)
    store.insert(
        _Q.add,
        number=store.next_number("hold"),
        uuid=hold.uuid.bytes,
        client=client.id,
        ground=hold.ground,
        citation=hold.citation,
        categories=write_categories(hold.categories),
        from_on=hold.from_on.isoformat(),
        until_on=hold.until_on.isoformat(),
        sealed=store.seal(hold.note, client.uuid, hold.uuid, "hold.note"),
        at=stamp(hold.recorded_at),
        by=hold.recorded_by,
    )


def release(store: Store, client: Client, hold: UUID, reason: str, on: date, by: str) -> bool:
    """Release a hold from a day on, for a sealed reason; False when there was none to release."""
    coverage.note_change(store, client)
    sealed = store.seal(reason, client.uuid, hold, "hold.reason")
    facts = {"client": client.id, "uuid": hold.bytes, "released_on": on.isoformat(), "by": by}
    return store.run(_Q.release, **facts, sealed_reason=sealed) == 1


def of_client(store: Store, client: Client) -> tuple[Hold, ...]:
    """Give the holds of one client, oldest first, released ones too."""
    holds = []
    for row in store.all(_Q.of_client, client=client.id):
        uuid = UUID(bytes=row["uuid"])
        holds.append(
            Hold(
                row["number"],
                uuid,
                row["ground"],
                row["citation"],
                read_categories(row["categories"]),
                date.fromisoformat(row["from_on"]),
                date.fromisoformat(row["until_on"]),
                row["sealed"] is not None,
                store.open(row["sealed"], client.uuid, uuid, "hold.note"),
                moment(row["recorded_at"]),
                row["recorded_by"],
                day_or_none(row["released_on"]),
                store.open(row["sealed_reason"], client.uuid, uuid, "hold.reason"),
            )
        )
    return tuple(holds)


def write_categories(categories: frozenset[int]) -> str:
    """Write category numbers as a column has them."""
    return " ".join(map(str, sorted(categories)))


def read_categories(column: str) -> frozenset[int]:
    """Read category numbers as a column has them."""
    return frozenset(map(int, column.split()))
