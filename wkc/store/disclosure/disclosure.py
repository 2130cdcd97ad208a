"""Disclosures (art. 8): what was asked, judged and decided; entries by uuid, never a value."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.disclosure import (
    Allowance,
    Answer,
    CallBack,
    Danger,
    Disclosure,
    DisclosureDetails,
    DisclosureItem,
    Dropped,
    Judgement,
    Reasoned,
    Research,
    SentLetter,
    WaitingDisclosure,
)
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.party import Party
from wkc.records.user import Role
from wkc.store.dossier import party as parties
from wkc.store.dossier.client import Window
from wkc.store.dossier.client import of_row as client_of_row
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("disclosure/disclosure")
_REASON, _NOTE, _DECISION = "disclosure.reason", "disclosure.note", "disclosure.decision"
_LATE = "disclosure.late"


class Asker(NamedTuple):
    """A party that asks for data, with the rowid of the contact person who called, where one is on file."""

    party: Party
    person: int | None


class Period(NamedTuple):
    """From the first day up to and including the last."""

    first: date
    last: date


class Judged(NamedTuple):
    """A judgement with its day, the role of the user, and whether it was made as a vitaal belang."""

    on: date
    role: Role
    vital: bool
    judgement: Judgement


def add(
    store: Store, client: Client, asker: Asker, case: DisclosureDetails, judged: Judged, at: datetime, by: str
) -> int:
    """Put a disclosure on file as it was judged, and give its rowid; the reason and the note are sealed."""
    uuid, judgement = store.new_uuid(), judged.judgement
    row = store.insert(
        _Q.add,
        number=store.next_number("disclosure"),
        uuid=uuid.bytes,
        client=client.id,
        party=asker.party.id,
        person=asker.person,
        on_date=judged.on.isoformat(),
        outcome=judgement.outcome.value,
        vital=judged.vital,
        role=judged.role.value,
        at=stamp(at),
        by=by,
        sealed_reason=store.seal(case.reason, client.uuid, uuid, _REASON),
        sealed_note=store.seal(case.note, client.uuid, uuid, _NOTE),
        sealed_late=store.seal(case.late, client.uuid, uuid, _LATE),
        **_columns(case),
    )
    for place, step in enumerate(judgement.steps, start=1):
        store.run_many(_Q.add_step, [(row, place, client.id, step.article, step.reason, step.outcome.value)])
    disclosed = [(granted.asked, granted.mark, None, None) for granted in judgement.granted]
    withheld = [(dropped.asked, None, dropped.reason, dropped.article) for dropped in judgement.dropped]
    for asked, *rest in (*disclosed, *withheld):
        item = (row, asked.entry.bytes, client.id, asked.field.code, asked.is_document, *rest)
        store.run_many(_Q.add_item, [item])
    return row


def _columns(case: DisclosureDetails) -> dict[str, object]:
    """Give the columns of the case as it was put."""
    back, research, danger = case.called_back, case.research, case.danger
    return {
        "channel": case.channel,
        "ground": case.ground,
        "purpose": case.purpose,
        "categories": ",".join(map(str, case.categories)),
        "law": case.law,
        "citation": case.citation,
        "covers_bsn": case.covers_bsn,
        "covers_sealed": case.covers_sealed,
        "identified": case.identified,
        "requested_on": _iso(case.requested_on),
        "subject": case.subject,
        "doubt": case.doubt,
        "back_from": back.source if back else None,
        "back_on": back.verified_on.isoformat() if back else None,
        "back_by": back.verified_by if back else None,
        "traceable": research.traceable if research else None,
        "decision_on": _iso(research.decided_on) if research else None,
        "decision_reference": research.reference if research else None,
        "heard_on": _iso(research.heard_on) if research else None,
        "to_life": danger.to_life if danger else None,
        "consent_impossible": danger.consent_impossible if danger else None,
        "beheerder_unreachable": danger.beheerder_unreachable if danger else None,
    }


def by_number(store: Store, client: Client, number: int, fields: Mapping[str, Field]) -> Disclosure | None:
    """Give a client's disclosure by its number."""
    row = store.one(_Q.numbered, client=client.id, number=number) if number >= 1 else None
    return None if row is None else one(store, row["id"], fields)


def of_client(
    store: Store, client: Client, party: Party | None, period: Period, window: Window, fields: Mapping[str, Field]
) -> tuple[Disclosure, ...]:
    """Give a page of one client's disclosures, to one recipient or to all, newest first."""
    wanted = {"client": client.id, "party": party.id if party else None, **_days(period)}
    rows = store.all(_Q.of_client, **wanted, most=window.most, skip=window.skip)
    return _all(store, rows, fields)


def of_party(
    store: Store, party: Party, period: Period, window: Window, fields: Mapping[str, Field]
) -> tuple[Disclosure, ...]:
    """Give a page of the disclosures to one recipient, newest first."""
    return _all(store, store.all(_Q.of_party, party=party.id, **_days(period), **window._asdict()), fields)


def in_period(store: Store, period: Period, window: Window, fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    """Give a page of the disclosures of a period, newest first."""
    return _all(store, store.all(_Q.in_period, **_days(period), **window._asdict()), fields)


def every_of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    """Give all disclosures of one client, oldest first."""
    return _all(store, store.all(_Q.every_of_client, client=client.id), fields)


def waiting(store: Store) -> tuple[WaitingDisclosure, ...]:
    """Give what the beheerder has to decide on, or to look at afterwards (vitaal belang); oldest first."""
    return tuple(
        WaitingDisclosure(row["client_number"], row["number"], bool(row["vital"]), moment(row["recorded_at"]))
        for row in store.all(_Q.waiting)
    )


def waiting_of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    """Give what waits for the beheerder about one client, newest first."""
    return _all(store, store.all(_Q.waiting_of_client, client=client.id), fields)


def with_entry(store: Store, entry: UUID, fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    """Give the disclosures of an entry, whose recipients are notified of its correction (AVG 19)."""
    disclosures = _all(store, store.all(_Q.with_entry, entry=entry.bytes), fields)
    return tuple(disclosure for disclosure in disclosures if disclosure.is_given)


def with_contact(store: Store, contact: UUID, fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    """Give the disclosures by a report that may have shown a contact (AVG 19); the print tells (report.has_shown)."""
    disclosures = _all(store, store.all(_Q.with_contact, contact=contact.bytes), fields)
    return tuple(disclosure for disclosure in disclosures if disclosure.is_given)


def decide(store: Store, disclosure: Disclosure, *, allowed: bool, reason: str, at: datetime, by: str) -> bool:
    """Keep the beheerder's answer with its sealed reason; False when there was one already."""
    sealed = store.seal(reason, disclosure.client.uuid, disclosure.uuid, _DECISION)
    return store.run(_Q.decide, id=disclosure.id, at=stamp(at), by=by, allowed=allowed, sealed_decision=sealed) == 1


def drop(store: Store, disclosure: Disclosure, dropped: Dropped) -> None:
    """Take an entry out of a disclosure before it is made."""
    entry = dropped.asked.entry.bytes
    store.run(_Q.drop_item, id=disclosure.id, entry=entry, dropped=dropped.reason, article=dropped.article)


def next_letter(store: Store, on: date) -> str:
    """Give the next number of a letter with data of a year, `G2026-0001`."""
    return f"G{on.year}-{store.one(_Q.next_letter, year=on.year)['last']:04d}"


def put_letter(store: Store, disclosure: Disclosure, letter: SentLetter) -> None:
    """Keep of a letter when it was made, its SHA-256 and its number."""
    store.run(_Q.letter, id=disclosure.id, sha256=letter.sha256, at=stamp(letter.at), number=letter.number)


def one(store: Store, identifier: int, fields: Mapping[str, Field]) -> Disclosure:
    """Give a disclosure by its rowid."""
    row = store.one(_Q.one, id=identifier)
    client, party, uuid = client_of_row(row), parties.of_row(row, row["party_body"]), UUID(bytes=row["uuid"])
    decision, letter = _answer(store, client, uuid, row)
    return Disclosure(
        identifier,
        row["number"],
        uuid,
        client,
        party,
        row["person_name"],
        date.fromisoformat(row["on_date"]),
        _case(store, client, uuid, row),
        Allowance(row["outcome"]),
        bool(row["vital"]),
        Role(row["role"]),
        tuple(_item(item, fields) for item in store.all(_Q.items, id=identifier)),
        tuple(
            Reasoned(step["article"], step["reason"], Allowance(step["outcome"]))
            for step in store.all(_Q.steps, id=identifier)
        ),
        moment(row["recorded_at"]),
        row["recorded_by"],
        decision,
        letter,
    )


def _item(row: Any, fields: Mapping[str, Field]) -> DisclosureItem:
    judged = (row["mark"], row["dropped"], row["article"], bool(row["is_document"]))
    return DisclosureItem(UUID(bytes=row["entry"]), fields[row["field"]], *judged)


def _case(store: Store, client: Client, uuid: UUID, row: Any) -> DisclosureDetails:
    return DisclosureDetails(
        row["channel"],
        row["ground"],
        row["purpose"],
        tuple(map(int, row["categories"].split(","))),
        row["law"],
        row["citation"],
        bool(row["covers_bsn"]),
        day_or_none(row["requested_on"]),
        row["subject"],
        None if row["doubt"] is None else bool(row["doubt"]),
        _call_back(row),
        _research(row),
        _danger(row),
        store.open(row["sealed_reason"], client.uuid, uuid, _REASON),
        store.open(row["sealed_note"], client.uuid, uuid, _NOTE),
        None if row["covers_sealed"] is None else bool(row["covers_sealed"]),
        row["identified"],
        store.open(row["sealed_late"], client.uuid, uuid, _LATE),
    )


def _call_back(row: Any) -> CallBack | None:
    if row["back_from"] is None:
        return None
    return CallBack(row["back_from"], date.fromisoformat(row["back_on"]), row["back_by"])


def _research(row: Any) -> Research | None:
    if row["traceable"] is None:
        return None
    decided_on, heard_on = day_or_none(row["decision_on"]), day_or_none(row["heard_on"])
    return Research(bool(row["traceable"]), decided_on, row["decision_reference"], heard_on)


def _danger(row: Any) -> Danger | None:
    if row["to_life"] is None:
        return None
    return Danger(bool(row["to_life"]), bool(row["consent_impossible"]), bool(row["beheerder_unreachable"]))


def _answer(store: Store, client: Client, uuid: UUID, row: Any) -> tuple[Answer | None, SentLetter | None]:
    decision = letter = None
    if row["decided_at"] is not None:
        reason = store.open(row["sealed_decision"], client.uuid, uuid, _DECISION)
        decision = Answer(bool(row["allowed"]), reason, moment(row["decided_at"]), row["decided_by"])
    if row["letter_at"] is not None:
        letter = SentLetter(moment(row["letter_at"]), row["letter_sha256"], row["letter_number"])
    return decision, letter


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _all(store: Store, rows: Iterable[Any], fields: Mapping[str, Field]) -> tuple[Disclosure, ...]:
    return tuple(one(store, row["id"], fields) for row in rows)
