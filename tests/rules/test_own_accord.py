"""AVG 5.1 and 5.2: what the office does without a request takes a second look before a whole dossier goes."""

from datetime import date

import pytest

from tests.rules.requests import received
from wkc.records.request import Decision, Requester, RequestKind, Ruling
from wkc.rules.requests.own_accord import is_own_accord, judge_second_look
from wkc.rules.requests.request import count_days

DECIDED = date.fromisoformat("2026-11-23")
EARLY = received(
    kind=RequestKind.VERWIJDERING,
    requester=Requester.BEHEERDER,
    received_on=DECIDED,
    ruling=Ruling(DECIDED, "anna", Decision.TOEGEWEZEN, None, has_reasons=True, reasons="Niet meer nodig."),
    answer_sent_on=DECIDED,
)


@pytest.mark.parametrize(
    ("user", "today", "has_colleague", "allowed", "reason"),
    [
        ("bart", "2026-11-23", True, True, "tweede_blik"),
        ("anna", "2026-11-24", False, True, "tweede_blik"),
        ("anna", "2026-11-24", True, False, "zelfde_beheerder"),
        ("anna", "2026-12-24", True, False, "zelfde_beheerder"),
        ("anna", "2026-11-23", False, False, "zelfde_dag"),
    ],
)
def test_an_early_destruction_is_looked_at_by_somebody_else_or_on_another_day(
    user: str, today: str, *, has_colleague: bool, allowed: bool, reason: str
) -> None:
    verdict = judge_second_look(EARLY, user, date.fromisoformat(today), has_colleague=has_colleague)
    assert (verdict.allowed, verdict.reason, verdict.article) == (allowed, reason, "AVG 5.1.c-e, 5.2")


def test_a_request_of_the_client_is_carried_out_by_who_decided_on_it() -> None:
    asked = received(kind=RequestKind.VERWIJDERING, ruling=EARLY.ruling, answer_sent_on=DECIDED)
    assert not is_own_accord(asked)
    assert judge_second_look(asked, "anna", DECIDED, has_colleague=True).allowed


def test_nobody_is_answered_so_no_days_to_appeal_and_no_lateness_are_counted() -> None:
    counted = count_days(EARLY)
    assert (counted.appeal, counted.in_time, counted.silence_until) == (None, None, None)
