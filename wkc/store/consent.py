"""Consents (art. 8.1, AVG 7): who may be given what, for which purpose, and from when no longer."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.party import Party
from wkc.records.rights import Consent, Mandate
from wkc.store import coverage
from wkc.store import mandate as mandates
from wkc.store import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, moment_or_none, stamp

_Q = queries("consent")


class NewConsent(NamedTuple):
    """A consent to be written down: its scope, form and first day, and the mandate of who gave it for the client."""

    recipient: Party
    purpose: str
    categories: tuple[int, ...]
    how: str
    from_on: date
    mandate: Mandate | None


def add(store: Store, client: Client, given: NewConsent, at: datetime, by: str) -> UUID:
    """Write down a consent."""
    coverage.touch(store, client)
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        client=client.id,
        party=given.recipient.id,
        purpose=given.purpose,
        categories=",".join(map(str, given.categories)),
        how=given.how,
        from_on=given.from_on.isoformat(),
        mandate=given.mandate.id if given.mandate else None,
        at=stamp(at),
        by=by,
    )
    return uuid


def withdraw(store: Store, client: Client, consent: UUID, on: date, at: datetime, by: str) -> bool:
    """Let a consent count no longer from a day on; False when there was none to withdraw."""
    coverage.touch(store, client)
    changed = store.run(_Q.withdraw, client=client.id, uuid=consent.bytes, on=on.isoformat(), at=stamp(at), by=by)
    return changed == 1


def of_client(store: Store, client: Client) -> tuple[Consent, ...]:
    """Give the consents of one client, in the order in which they were written down, withdrawn ones too."""
    shown = {mandate.id: mandate for mandate in mandates.of_client(store, client)}
    return tuple(_consent(row, shown) for row in store.all(_Q.of_client, client=client.id))


def _consent(row: Any, shown: dict[int, Mandate]) -> Consent:
    return Consent(
        row["number"],
        UUID(bytes=row["uuid"]),
        parties.of_row(row),
        row["purpose"],
        tuple(map(int, row["categories"].split(","))),
        row["how"],
        date.fromisoformat(row["from_on"]),
        shown.get(row["mandate"]),
        moment(row["recorded_at"]),
        row["recorded_by"],
        day_or_none(row["withdrawn_on"]),
        moment_or_none(row["withdrawn_at"]),
        row["withdrawn_by"],
    )
