"""The length of the lists that a person reads page by page: the rows of the query of a page, up to a thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.store.queries import queries

if TYPE_CHECKING:
    from datetime import date

    from wkc.records.dossier import Client
    from wkc.records.party import Party
    from wkc.store.core.audit import LogPart
    from wkc.store.disclosure.disclosure import Period
    from wkc.store.store import Store

MOST = 1000
"""The greatest number that is counted; one more stands for all that are more."""


def count_clients(store: Store, coach: str | None) -> int:
    """Count the clients of one coach, or all."""
    if coach is None:
        return _count(store, queries("dossier/client").page)
    return _count(store, queries("dossier/client").caseload, coach=coach)


def count_open_requests(store: Store, today: date, coach: str | None) -> int:
    """Count the requests that wait for an answer or for what follows from it."""
    return _count(store, queries("requests/request").open, today=today.isoformat(), coach=coach)


def count_requests(store: Store, coach: str | None) -> int:
    """Count all requests."""
    return _count(store, queries("requests/request").page, coach=coach)


def count_letters(store: Store, coach: str | None) -> int:
    """Count all letters."""
    return _count(store, queries("letters/letter").page, coach=coach)


def count_forms(store: Store, coach: str | None) -> int:
    """Count all forms to sign."""
    return _count(store, queries("document/paper_form").page, coach=coach)


def count_lines(store: Store, part: LogPart) -> int:
    """Count the lines of the log: all, or those about one client."""
    whole = {"user": None, "since": None, "until": None}
    if part.subject is None:
        return _count(store, queries("core/audit").page, **whole)
    return _count(store, queries("core/audit").of_subject, subject=part.subject.bytes, **whole)


def count_disclosures(
    store: Store, client: Client | None, party: Party | None, period: Period, coach: str | None
) -> int:
    """Count disclosures in a period: of one client, to one recipient, or all."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    if client is not None:
        return _count(
            store,
            queries("disclosure/disclosure").of_client,
            client=client.id,
            party=party.id if party else None,
            **days,
        )
    if party is not None:
        return _count(store, queries("disclosure/disclosure").of_party, party=party.id, coach=coach, **days)
    return _count(store, queries("disclosure/disclosure").in_period, coach=coach, **days)


def _count(store: Store, query: str, **parameters: object) -> int:
    return sum(1 for _row in store.all(query, most=MOST + 1, skip=0, **parameters))
