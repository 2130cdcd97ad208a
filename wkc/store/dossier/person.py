"""People on file at a party (art. 8.3), and how their telephone numbers were verified."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.party import Party
from wkc.records.person import Person
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("dossier/person")


class NewContactPerson(NamedTuple):
    """A person as they are put on file."""

    name: str
    function: str
    telephone: str


def add(store: Store, party: Party, person: NewContactPerson, at: datetime, by: str) -> UUID:
    """Put a person on file."""
    uuid = store.new_uuid()
    store.insert(_Q.add, uuid=uuid.bytes, party=party.id, at=stamp(at), by=by, **person._asdict())
    return uuid


def of_party(store: Store, party: Party) -> tuple[Person, ...]:
    """Give the people on file at one party, in the order in which they were written down."""
    return tuple(_person(row, party) for row in store.all(_Q.of_party, party=party.id))


def verify(store: Store, person: Person, source: str, on: date, by: str) -> None:
    """Write down from which source a number was verified."""
    store.run(_Q.verify, uuid=person.uuid.bytes, source=source, on=on.isoformat(), by=by)


def remove(store: Store, person: Person, at: datetime, by: str) -> None:
    """Take a person off the file."""
    store.run(_Q.remove, uuid=person.uuid.bytes, at=stamp(at), by=by)


def list_unneeded(store: Store) -> list[int]:
    """Give the ids of people who were removed and whom no disclosure on file names."""
    return [row["id"] for row in store.all(_Q.unneeded)]


def forget(store: Store, unneeded: list[int]) -> None:
    """Take out the names of people by their ids; the rows stay."""
    store.run_many(_Q.forget, ((identifier,) for identifier in unneeded))


def _person(row: Any, party: Party) -> Person:
    return Person(
        row["id"],
        row["number"],
        UUID(bytes=row["uuid"]),
        party,
        row["name"],
        row["function"],
        row["telephone"],
        moment(row["recorded_at"]),
        row["recorded_by"],
        row["verified_from"],
        day_or_none(row["verified_on"]),
        row["verified_by"],
    )
