"""The agenda: what is on it, in which order, and what is too late on a day."""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.rules.requests import received, ruling
from wkc.records.agenda import Duty, Item
from wkc.records.disclosure import WaitingDisclosure
from wkc.records.party import Party
from wkc.records.person import Person
from wkc.records.request import Decision, Extension, ProofOfIdentity, Request, RequestState, Ruling
from wkc.records.user import Role
from wkc.rules.regulation.agenda import (
    agenda,
    is_for_role,
    of_disclosure,
    of_look,
    of_number,
    of_request,
    permits_between,
)

S = RequestState
D = Decision


def day(text: str) -> date:
    return date.fromisoformat(text)


def request(state: RequestState, received_on: date, **steps: Any) -> Request:
    return received(state=state, received_on=received_on, **steps)


def ruling_on(on: date, decision: Decision) -> Ruling:
    return ruling(decision, None if decision in (D.TOEGEWEZEN, D.GEEN_GEGEVENS) else "uavg_41", on)


def on_agenda(of: Request) -> list[tuple[str, str, str | None]]:
    return [(str(item.on), item.duty, str(item.law_on) if item.law_on else None) for item in of_request(of)]


def test_a_request_is_there_by_the_regulation_s_day_with_the_law_s_beside_it() -> None:
    assert on_agenda(request(S.ONTVANGEN, day("2026-11-25"))) == [("2026-12-25", "verzoek_behandelen", "2026-12-28")]
    assert on_agenda(request(S.ONTVANGEN, day("2026-08-31"))) == [("2026-09-30", "verzoek_behandelen", None)]


def test_an_extension_moves_the_law_s_day_and_not_the_alarm() -> None:
    extended = request(S.GEIDENTIFICEERD, day("2026-03-05"), extension=Extension(day("2026-04-07"), "complex", None))
    assert on_agenda(extended) == [("2026-04-05", "verzoek_beslissen", "2026-06-05")]


def test_proof_of_identity_is_asked_for_again_after_two_weeks() -> None:
    asked = request(S.IDENTITEIT_GEVRAAGD, day("2026-03-02"), asked_on=day("2026-03-04"))
    assert ("2026-03-18", "identiteit_herinneren", None) in on_agenda(asked)


def test_after_the_reminder_there_are_four_weeks() -> None:
    steps = {"asked_on": day("2026-03-04"), "reminded_on": day("2026-03-18")}
    reminded = on_agenda(request(S.IDENTITEIT_GEVRAAGD, day("2026-03-02"), **steps))
    assert ("2026-04-15", "identiteit_afwachten", None) in reminded
    assert "identiteit_herinneren" not in [duty for _, duty, _ in reminded]


def test_a_decision_is_to_be_told_and_what_was_granted_to_be_done() -> None:
    granted = ruling_on(day("2026-11-26"), D.TOEGEWEZEN)
    decided = request(S.BESLOTEN, day("2026-08-31"), ruling=granted)
    assert on_agenda(decided) == [("2026-09-30", "besluit_meedelen", None)]
    told = request(S.MEDEGEDEELD, day("2026-11-25"), ruling=granted, answer_sent_on=day("2026-11-26"))
    assert on_agenda(told) == [("2026-12-25", "verzoek_uitvoeren", None)]


@pytest.mark.parametrize("decision", [D.AFGEWEZEN, D.GEEN_GEGEVENS])
def test_a_refusal_that_was_told_asks_nothing_more(decision: Decision) -> None:
    told = request(
        S.MEDEGEDEELD,
        day("2026-11-25"),
        ruling=ruling_on(day("2026-11-26"), decision),
        answer_sent_on=day("2026-11-26"),
    )
    assert on_agenda(told) == []


@pytest.mark.parametrize("state", [S.UITGEVOERD, S.INGETROKKEN])
def test_what_is_done_or_withdrawn_is_off_the_agenda(state: RequestState) -> None:
    assert on_agenda(request(state, day("2026-11-25"))) == []


def test_a_look_is_reviewed_within_five_working_days() -> None:
    look = of_look(7, day("2026-12-23"), "2026-0002", "bram")
    assert look == Item(day("2026-12-31"), Duty.INZIEN_NAGAAN, "7", client="2026-0002", by="bram")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-10-25", []),
        ("2026-10-26", [Item(day("2026-11-25"), Duty.NUMMER_NAGAAN, "UWV 2")]),
        ("2027-03-01", [Item(day("2026-11-25"), Duty.NUMMER_NAGAAN, "UWV 2")]),
    ],
)
def test_a_number_is_verified_again_after_a_year(today: str, expected: list[Item]) -> None:
    at = datetime(2025, 11, 25, tzinfo=UTC)
    uwv = Party(1, UUID(int=1), "UWV", "instantie", at, "anna")
    known = Person(1, 2, UUID(int=2), uwv, "J. Bakker", "consulent", "072", at, "anna")
    verified = replace(known, verified_from="website", verified_on=day("2025-11-25"), verified_by="anna")
    assert list(of_number(verified, day(today))) == expected
    assert list(of_number(known, day(today))) == []


def test_a_permit_is_there_from_ninety_days_before_to_ninety_days_after() -> None:
    assert permits_between(day("2026-11-25")) == (day("2026-08-27"), day("2027-02-23"))


def test_a_disclosure_waits_five_working_days_and_one_that_danger_to_life_asked_for_one() -> None:
    friday = datetime(2026, 11, 27, 9, tzinfo=UTC)
    asked, given = WaitingDisclosure("2026-0001", 3, False, friday), WaitingDisclosure("2026-0002", 1, True, friday)
    assert of_disclosure(asked, friday.date()) == Item(
        day("2026-12-04"), Duty.VERSTREKKING_BESLISSEN, "2026-0001 3", client="2026-0001"
    )
    assert of_disclosure(given, friday.date()) == Item(
        day("2026-11-30"), Duty.VITAAL_BELANG_NAGAAN, "2026-0002 1", client="2026-0002"
    )


def test_looks_are_the_beheerder_s_and_in_the_mail_of_the_service_account() -> None:
    concerned = [role for role in Role if is_for_role(role, Duty.INZIEN_NAGAAN)]
    assert concerned == [Role.BEHEERDER, Role.SERVICE]
    assert all(is_for_role(role, Duty.KENNISGEVING) for role in Role)


ITEMS = st.lists(
    st.builds(
        Item, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.sampled_from(Duty), st.text("0123456789", max_size=3)
    )
)


@given(items=ITEMS, today=st.dates(date(2026, 1, 1), date(2026, 3, 1)))
def test_all_of_it_stands_there_soonest_first_and_what_is_before_today_is_overdue(
    items: list[Item], today: date
) -> None:
    seen = agenda(items, today)
    assert sorted(map(repr, seen.items)) == sorted(map(repr, items))
    assert [item.on for item in seen.items] == sorted(item.on for item in items)
    assert all(item.on < today for item in seen.items[: seen.overdue])
    assert all(item.on >= today for item in seen.items[seen.overdue :])


# --- against an oracle that knows no rule of ours: plain days and plain words

DAYS = st.dates(date(2012, 2, 21), date(2099, 12, 31))
SOME = st.integers(0, 45)
STATES, DECISIONS, WHETHER = st.sampled_from(S), st.sampled_from(D), st.booleans()


@st.composite
def histories(draw: st.DrawFn) -> Request:
    """A request at any point of any of its ways, its steps in order of time."""
    received_on = draw(DAYS)
    state = draw(STATES)
    steps: dict[str, object] = {}
    at = received_on + timedelta(days=draw(SOME))
    if state is S.IDENTITEIT_GEVRAAGD or draw(WHETHER):
        steps["asked_on"] = at
        if draw(WHETHER):
            at += timedelta(days=draw(SOME))
            steps["reminded_on"] = at
    if state not in (S.ONTVANGEN, S.IDENTITEIT_GEVRAAGD):
        at += timedelta(days=draw(SOME))
        steps["identity"] = ProofOfIdentity("bekend", None, None, at, "anna")
    if state in (S.BESLOTEN, S.MEDEGEDEELD, S.UITGEVOERD):
        at += timedelta(days=draw(SOME))
        steps["ruling"] = ruling_on(at, draw(DECISIONS))
    if state in (S.MEDEGEDEELD, S.UITGEVOERD):
        at += timedelta(days=draw(SOME))
        steps["answer_sent_on"] = at
    return request(state, received_on, **steps)


def month_later(on: date) -> date:
    year, month = (on.year, on.month + 1) if on.month < 12 else (on.year + 1, 1)
    return date(year, month, min(on.day, calendar.monthrange(year, month)[1]))


def oracle(of: Request) -> Iterator[tuple[date, str]]:
    last = month_later(of.received_on)
    if of.state == "ontvangen":
        yield last, "verzoek_behandelen"
    if of.state == "identiteit_gevraagd":
        yield last, "verzoek_behandelen"
        if of.reminded_on:
            yield of.reminded_on + timedelta(days=28), "identiteit_afwachten"
        elif of.asked_on:
            yield of.asked_on + timedelta(days=14), "identiteit_herinneren"
    if of.state == "geidentificeerd":
        yield last, "verzoek_beslissen"
    if of.state == "besloten":
        yield last, "besluit_meedelen"
    if of.state == "medegedeeld" and of.ruling and of.answer_sent_on and of.ruling.decision in ("toegewezen", "deels"):
        yield max(last, of.answer_sent_on), "verzoek_uitvoeren"


@settings(max_examples=300)
@given(requests=st.lists(histories(), max_size=8), today=DAYS)
def test_requests_in_every_state_are_listed_right_on_any_day(requests: list[Request], today: date) -> None:
    seen = agenda((item for of in requests for item in of_request(of)), today)
    expected = sorted(pair for of in requests for pair in oracle(of))
    assert [(item.on, str(item.duty)) for item in seen.items] == expected
    assert seen.overdue == sum(on < today for on, _ in expected)
    assert all(item.law_on is None or item.law_on > item.on for item in seen.items)
