"""Consents (art. 8.1, AVG 7): who may be given what, for which purpose, and from when no longer."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.rights import Consent, Mandate, NewConsent
from wkc.store.disclosure import granting
from wkc.store.dossier import client as clients
from wkc.store.dossier import coverage
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none

_Q = queries("disclosure/consent")


def add(store: Store, client: Client, consent: NewConsent, at: datetime, by: str) -> UUID:
    """Write down a consent."""
    uuid = coverage.cover_row(store, client)
    store.insert(
        _Q.add,
        number=store.next_number("consent"),
        uuid=uuid.bytes,
        client=client.id,
        party=consent.recipient.id if consent.recipient else None,
        purpose=consent.purpose,
        categories=",".join(map(str, consent.categories)),
        how=consent.how,
        until_on=consent.until_on.isoformat() if consent.until_on else None,
        **granting.columns(consent, at, by),
    )
    return uuid


def withdraw(store: Store, client: Client, consent: UUID, on: date, at: datetime, by: str) -> bool:
    """Withdraw a consent from a day on; False when there was none to withdraw."""
    coverage.note_change(store, client)
    return granting.withdraw(store, _Q.withdraw, client, consent, on, at, by)


def of_client(store: Store, client: Client) -> tuple[Consent, ...]:
    """Give the consents of one client, in the order in which they were written down, withdrawn ones too."""
    shown = {mandate.id: mandate for mandate in mandates.of_client(store, client)}
    return tuple(_consent(row, shown) for row in store.all(_Q.of_client, client=client.id))


def ending(store: Store, first: date, last: date, coach: str | None) -> tuple[tuple[str, date], ...]:
    """Give the dossier numbers with a consent that ends between two days, and the day, soonest first."""
    rows = store.all(_Q.ending, first=first.isoformat(), last=last.isoformat(), coach=coach)
    return tuple((row["client_number"], date.fromisoformat(row["until_on"])) for row in rows)


def list_by_mandate(store: Store, coach: str | None) -> tuple[Client, ...]:
    """Give the clients for whom a representative gave a consent that was not withdrawn."""
    return tuple(map(clients.of_row, store.all(_Q.by_mandate, coach=coach)))


def list_ended_to_hold(store: Store, today: date) -> tuple[Client, ...]:
    """Give the clients whose consent to keep data was withdrawn or has ended."""
    return tuple(map(clients.of_row, store.all(_Q.ended_to_hold, today=today.isoformat())))


def _consent(row: Any, shown: dict[int, Mandate]) -> Consent:
    return Consent(
        None if row["party_id"] is None else parties.of_row(row),
        row["purpose"],
        tuple(map(int, row["categories"].split(","))),
        row["how"],
        until_on=day_or_none(row["until_on"]),
        number=row["number"],
        uuid=UUID(bytes=row["uuid"]),
        **granting.fields(row, shown),
    )
