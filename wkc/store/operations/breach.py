"""Breaches (AVG 33 and 34): sealed words about each, whom it reached, who was notified when."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from wkc.records.breach import Breach, BreachAccount, BreachKind, BreachRuling, ReachedParty, ReachedPerson
from wkc.records.dossier import Client
from wkc.records.party import Party
from wkc.store.dossier import client as clients
from wkc.store.dossier import party as party_rows
from wkc.store.letters import letter as letters
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("operations/breach")
_EVENTS, _AP, _PERSONS, _END = "breach.events", "breach.ap", "breach.persons", "breach.end"
_ACCOUNT = "breach.account"


class BreachFacts(NamedTuple):
    """The facts of a breach as they are known by now; instants are UTC."""

    kind: BreachKind
    known_at: datetime
    from_at: datetime | None
    until_at: datetime | None
    events: str


def add(store: Store, facts: BreachFacts, at: datetime, by: str) -> str:
    """Put a breach on file, and give its number."""
    uuid = store.new_uuid()
    year = facts.known_at.year
    number = f"D{year}-{store.one(_Q.next_number, year=year)['last']:04d}"
    store.insert(_Q.add, uuid=uuid.bytes, number=number, at=stamp(at), by=by, **_columns(store, uuid, facts))
    return number


def change(store: Store, breach: Breach, facts: BreachFacts) -> None:
    """Write down the facts of a breach as they are known by now."""
    store.run(_Q.change, id=breach.id, **_columns(store, breach.uuid, facts))


def by_number(store: Store, number: str) -> Breach | None:
    """Give a breach by its number."""
    row = store.one(_Q.by_number, number=number)
    return None if row is None else _breach(store, row)


def every(store: Store) -> tuple[Breach, ...]:
    """Give the breaches, the open ones first."""
    return _all(store, [row["number"] for row in store.all(_Q.numbers)])


def open_ones(store: Store) -> tuple[Breach, ...]:
    """Give the breaches that are not closed, the first known first."""
    return _all(store, [row["number"] for row in store.all(_Q.open_numbers)])


def decide(store: Store, breach: Breach, ruling: BreachRuling) -> None:
    """Write down whether the AP and the people are notified, with sealed reasons."""
    store.run(
        _Q.decide,
        id=breach.id,
        report_ap=ruling.report_ap,
        sealed_ap=store.seal(ruling.ap_reasons, breach.uuid, breach.uuid, _AP),
        notify_persons=ruling.notify_persons,
        sealed_persons=store.seal(ruling.persons_reasons, breach.uuid, breach.uuid, _PERSONS),
        at=stamp(ruling.at),
        by=ruling.by,
    )


def describe(store: Store, breach: Breach, account: BreachAccount) -> None:
    """Write down the account of a breach for the AP and the people, sealed."""
    text = msgspec.json.encode(account).decode()
    store.run(_Q.describe, id=breach.id, sealed=store.seal(text, breach.uuid, breach.uuid, _ACCOUNT))


def report(store: Store, breach: Breach, at: datetime) -> None:
    """Write down when the AP got the report."""
    store.run(_Q.report, id=breach.id, at=stamp(at))


def notify_persons(store: Store, breach: Breach, at: datetime) -> None:
    """Write down when the people were notified."""
    store.run(_Q.notify_persons, id=breach.id, at=stamp(at))


def notify_party(store: Store, breach: Breach, party: Party, at: datetime) -> bool:
    """Write down when an opdrachtgever was notified; False for one that this breach does not reach."""
    return store.run(_Q.notify_party, id=breach.id, party=party.id, at=stamp(at)) == 1


def close(store: Store, breach: Breach, end: str, at: datetime, by: str) -> None:
    """Write down that a breach is closed, and what it led to."""
    sealed = store.seal(end, breach.uuid, breach.uuid, _END)
    store.run(_Q.close, id=breach.id, at=stamp(at), by=by, sealed=sealed)


def add_person(store: Store, breach: Breach, client: Client, categories: Iterable[int]) -> None:
    """Write down that a breach reached a client, in these categories."""
    listed = ",".join(map(str, sorted(categories)))
    store.run(_Q.add_person, id=breach.id, client=client.id, categories=listed)


def add_party(store: Store, breach: Breach, party: Party, due_at: datetime | None) -> None:
    """Write down that an opdrachtgever is to be notified of a breach."""
    store.run(_Q.add_party, id=breach.id, party=party.id, due_at=stamp(due_at) if due_at else None)


def recount(store: Store, breach: Breach, due: Callable[[int | None], datetime | None]) -> None:
    """Count anew by when each opdrachtgever is notified: `due` gives it from the hours that were agreed."""
    for row in store.all(_Q.agreed_hours, id=breach.id):
        until = due(row["breach_hours"])
        store.run(_Q.recount, id=breach.id, party=row["party_id"], due_at=stamp(until) if until else None)


def list_clients(store: Store, breach: Breach) -> tuple[Client, ...]:
    """Give the clients whom a breach reached and who live, each once: of two linked dossiers the one that is left."""
    return tuple(map(clients.of_row, store.all(_Q.reached, id=breach.id)))


def parties(store: Store, breach: Breach) -> tuple[Party, ...]:
    """Give the opdrachtgevers that are to be notified of a breach."""
    return tuple(map(party_rows.of_row, store.all(_Q.reached_parties, id=breach.id)))


def count_of_party(store: Store, breach: Breach, party: Party) -> int:
    """Count the clients of one opdrachtgever whom a breach reached."""
    count: int = store.one(_Q.count_of_party, id=breach.id, party=party.id)["count"]
    return count


def categories_of_party(store: Store, breach: Breach, party: Party) -> frozenset[int]:
    """Give the categories of annex I that a breach was about of the clients of one opdrachtgever."""
    return _categories(store.all(_Q.categories_of_party, id=breach.id, party=party.id))


def categories_of_client(store: Store, breach: Breach, client: Client) -> frozenset[int]:
    """Give the categories of annex I that a breach was about of one client."""
    return _categories(store.all(_Q.categories_of_client, id=breach.id, client=client.id))


def add_gone(store: Store, breach: Breach, people: Iterable[UUID]) -> None:
    """Count people whom a breach reached and whose dossier is destroyed, each once."""
    for person in people:
        store.run(_Q.add_gone, id=breach.id, person=person.bytes)


def has_words(store: Store, client: Client) -> bool:
    """Tell whether a dossier has a note of a contact or a report that is still being written."""
    return store.one(_Q.words, client=client.id) is not None


def list_gone(store: Store, last: datetime, first: date) -> tuple[UUID, ...]:
    """Give the people on file at `last` whose dossier was destroyed on the day `first` or later, by uuid."""
    rows = store.all(_Q.gone_since, first=first.isoformat(), last=stamp(last))
    return tuple(UUID(bytes=row["person"]) for row in rows)


def seen_since(store: Store, user_id: str, first: datetime, last: datetime) -> tuple[UUID, ...]:
    """Give the clients whose data a user looked at or changed between two instants, by uuid."""
    rows = store.all(_Q.seen_since, user_id=user_id, first=stamp(first), last=stamp(last))
    return tuple(UUID(bytes=row["subject"]) for row in rows)


def forget(store: Store, before: datetime) -> int:
    """Forget the breaches that were closed before an instant, and give how many."""
    old = [row["id"] for row in store.all(_Q.closed_before, before=stamp(before))]
    for breach in old:
        letters.forget_breach(store, breach)
        for sql in (_Q.forget_persons, _Q.forget_gone, _Q.forget_parties, _Q.forget):
            store.run(sql, id=breach)
    return len(old)


def _all(store: Store, numbers: Iterable[str]) -> tuple[Breach, ...]:
    breaches = (by_number(store, number) for number in numbers)
    return tuple(one for one in breaches if one is not None)


def _categories(rows: Iterable[Any]) -> frozenset[int]:
    return frozenset(int(one) for row in rows for one in row["categories"].split(","))


def _columns(store: Store, uuid: UUID, facts: BreachFacts) -> dict[str, object]:
    return {
        "kind": facts.kind.value,
        "known_at": stamp(facts.known_at),
        "from_at": stamp(facts.from_at) if facts.from_at else None,
        "until_at": stamp(facts.until_at) if facts.until_at else None,
        "sealed": store.seal(facts.events, uuid, uuid, _EVENTS),
    }


def _breach(store: Store, row: Any) -> Breach:
    uuid = UUID(bytes=row["uuid"])
    decided = moment_or_none(row["decided_at"])
    account = store.open(row["sealed_account"], uuid, uuid, _ACCOUNT)
    return Breach(
        row["id"],
        uuid,
        row["number"],
        BreachKind(row["kind"]),
        moment(row["known_at"]),
        moment_or_none(row["from_at"]),
        moment_or_none(row["until_at"]),
        store.open(row["sealed_events"], uuid, uuid, _EVENTS),
        None
        if decided is None
        else BreachRuling(
            bool(row["report_ap"]),
            store.open(row["sealed_ap"], uuid, uuid, _AP),
            bool(row["notify_persons"]),
            store.open(row["sealed_persons"], uuid, uuid, _PERSONS),
            decided,
            row["decided_by"],
        ),
        moment_or_none(row["ap_reported_at"]),
        moment_or_none(row["persons_notified_at"]),
        moment_or_none(row["closed_at"]),
        store.open(row["sealed_end"], uuid, uuid, _END),
        row["gone"],
        tuple(
            ReachedPerson(one["client_number"], tuple(map(int, one["categories"].split(","))))
            for one in store.all(_Q.persons, id=row["id"])
        ),
        tuple(
            ReachedParty(one["party_name"], moment_or_none(one["due_at"]), moment_or_none(one["notified_at"]))
            for one in store.all(_Q.parties, id=row["id"])
        ),
        moment(row["recorded_at"]),
        row["recorded_by"],
        None if account is None else msgspec.json.decode(account, type=BreachAccount),
    )
