"""Assignments: which opdrachtgever supplied a client, under which reference (art. 3)."""

from datetime import date, datetime
from uuid import UUID

from wkc.records.dossier import Assignment, Client
from wkc.records.party import Party
from wkc.store.dossier import client as clients
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("dossier/assignment")


def add(store: Store, client: Client, party: Party, reference: str, from_on: date, at: datetime, by: str) -> None:
    """Add an assignment that starts on a day."""
    store.insert(
        _Q.add,
        uuid=store.new_uuid().bytes,
        client=client.id,
        party=party.id,
        reference=reference,
        from_on=from_on.isoformat(),
        at=stamp(at),
        by=by,
    )


def end(store: Store, assignment: Assignment, until_on: date, *, short: bool | None) -> None:
    """Write down the last day of an assignment, and whether the shorter term is kept (None: as it was)."""
    store.run(_Q.end, uuid=assignment.uuid.bytes, until_on=until_on.isoformat(), short_term=short)


def of_client(store: Store, client: Client) -> tuple[Assignment, ...]:
    """Give the assignments of one client, oldest first."""
    return tuple(
        Assignment(
            UUID(bytes=row["uuid"]),
            parties.of_row(row),
            row["reference"],
            date.fromisoformat(row["from_on"]),
            day_or_none(row["until_on"]),
            moment(row["recorded_at"]),
            row["recorded_by"],
        )
        for row in store.all(_Q.of_client, client=client.id)
    )


def has(store: Store, client: Client, party: Party, reference: str) -> bool:
    """Tell whether a client has this assignment already."""
    return store.one(_Q.same, client=client.id, party=party.id, reference=reference) is not None


def list_by_name(store: Store, key: str, party: Party, reference: str) -> tuple[Client, ...]:
    """Give the clients with this name, in the first of its ways, who have this assignment."""
    return tuple(map(clients.of_row, store.all(_Q.named, key=key, party=party.id, reference=reference)))


def ending(store: Store, first: date, last: date, coach: str | None) -> tuple[tuple[str, date], ...]:
    """Give the dossier number and last day of each assignment that ends between two days, soonest first."""
    rows = store.all(_Q.ending, first=first.isoformat(), last=last.isoformat(), coach=coach)
    return tuple((row["client_number"], date.fromisoformat(row["until_on"])) for row in rows)


def counted_before(store: Store, coach: str, day: date) -> dict[tuple[str, date], list[tuple[date, date | None]]]:
    """Give the clients of a coach without contact since a day: number and last counted day, with their periods.

    A period is that of an assignment, from its first day up to and including its last.
    """
    periods: dict[tuple[str, date], list[tuple[date, date | None]]] = {}
    for row in store.all(_Q.counted, coach=coach, day=day.isoformat()):
        key = (row["client_number"], date.fromisoformat(row["counted_on"]))
        periods.setdefault(key, []).append((date.fromisoformat(row["from_on"]), day_or_none(row["until_on"])))
    return periods
