"""AVG 12.5: the same request within its term can join the earlier one; another is answered by itself."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.rules.requests import received
from wkc.records.request import RequestKind, RequestState
from wkc.rules.requests.join import judge_join, list_open, list_same, put_in_order

EARLIER = received(received_on=date(2026, 3, 5))


def later(**changes: Any) -> Any:
    return received(**({"id": 2, "uuid": UUID(int=3), "received_on": date(2026, 3, 12)} | changes))


@pytest.mark.parametrize("received_on", [date(2026, 3, 5), date(2026, 4, 30)])
def test_the_same_asked_again_joins_the_request_that_is_open(received_on: date) -> None:
    assert judge_join(later(received_on=received_on), EARLIER, 0).allowed
    assert list_same(later(received_on=received_on), [EARLIER]) == (EARLIER,)


@pytest.mark.parametrize(
    ("changes", "proposed", "reason"),
    [
        ({"kind": RequestKind.VERBETERING}, 0, "ander_verzoek"),
        ({"client": None}, 0, "ander_verzoek"),
        ({"received_on": date(2026, 3, 4)}, 0, "ander_verzoek"),
        ({"uuid": EARLIER.uuid}, 0, "ander_verzoek"),
        ({"state": RequestState.BESLOTEN}, 0, "al_beslist"),
        ({"state": RequestState.INGETROKKEN}, 0, "al_beslist"),
        ({}, 1, "eigen_voorstellen"),
    ],
)
def test_what_is_not_the_same_is_answered_by_itself(changes: dict[str, Any], proposed: int, reason: str) -> None:
    verdict = judge_join(later(**changes), EARLIER, proposed)
    assert (verdict.allowed, verdict.reason) == (False, reason)


def test_one_that_came_in_before_and_is_written_down_after_is_the_same_and_the_other_joins_it() -> None:
    written_last = later(received_on=date(2026, 3, 4))
    assert list_same(written_last, [EARLIER]) == (EARLIER,)
    assert put_in_order(EARLIER, written_last) == put_in_order(written_last, EARLIER) == (written_last, EARLIER)
    assert judge_join(EARLIER, written_last, 0).allowed


def test_a_request_that_was_decided_answers_nothing_after_it() -> None:
    assert judge_join(later(), received(state=RequestState.MEDEGEDEELD), 0).reason == "al_beslist"


def test_the_same_right_that_is_open_is_asked_about_before_it_is_received() -> None:
    decided = later(state=RequestState.BESLOTEN)
    assert list_open(RequestKind.INZAGE, [EARLIER, decided]) == (EARLIER,)
    assert list_open(RequestKind.VERBETERING, [EARLIER, decided]) == ()
