"""Values that a list supplied and that were put aside for the beheerder (art. 4.2 and 12), all sealed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.party import Party
from wkc.records.supplied import SuppliedValue
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("dossier/supplied")
_VALUE = "supplied.value"


class NewSupplied(NamedTuple):
    """A value before it is put aside: its obstacle is a code of rules/dossier/replacement.py."""

    field: Field
    value: str
    grondslag: str | None
    party: Party
    obtained_on: date
    reason: str


def add(store: Store, client: Client, supplied: NewSupplied, at: datetime, by: str) -> None:
    """Put a value aside."""
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        number=store.next_number("supplied"),
        uuid=uuid.bytes,
        client=client.id,
        field=supplied.field.code,
        sealed=store.seal(supplied.value, client.uuid, uuid, _VALUE),
        grondslag=supplied.grondslag,
        party=supplied.party.id,
        obtained_on=supplied.obtained_on.isoformat(),
        reason=supplied.reason,
        at=stamp(at),
        by=by,
    )


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[SuppliedValue, ...]:
    """Give the values put aside of one client, in the order of writing down."""
    return tuple(_make_supplied(store, client, fields, row) for row in store.all(_Q.of_client, client=client.id))


def waiting(store: Store, coach: str | None) -> Iterator[tuple[str, int, datetime]]:
    """Give by client how many values wait, and since when: of everybody, or of one caseload."""
    for row in store.all(_Q.waiting, coach=coach):
        yield row["client_number"], row["waiting"], moment(row["since"])


def remove(store: Store, supplied: SuppliedValue) -> None:
    """Take a value off the list, once the beheerder decided on it."""
    store.run(_Q.remove, uuid=supplied.uuid.bytes)


def _make_supplied(store: Store, client: Client, fields: Mapping[str, Field], row: Any) -> SuppliedValue:
    uuid = UUID(bytes=row["uuid"])
    return SuppliedValue(
        row["number"],
        uuid,
        client,
        fields[row["field"]],
        store.open(row["sealed_value"], client.uuid, uuid, _VALUE),
        row["grondslag"],
        parties.of_row(row),
        date.fromisoformat(row["obtained_on"]),
        row["reason"],
        moment(row["recorded_at"]),
        row["recorded_by"],
    )
