"""Art. 11.5, AVG 12.6: proof of identity where there is reasonable doubt, by the lightest means that takes it away."""

from datetime import date

import pytest

from tests.rules.requests import received
from wkc.records.request import Requester
from wkc.rules.requests.identity import judge_demand, list_means

TODAY = date(2026, 11, 25)


def test_the_lightest_means_come_first_for_a_client_on_file() -> None:
    assert list_means(received()) == ("bekend", "controlevragen", "beeldbellen", "getoond")


@pytest.mark.parametrize("request_", [received(client=None), received(requester=Requester.CURATOR)])
def test_of_a_stranger_and_a_representative_nothing_is_known_to_ask_about(request_: object) -> None:
    assert list_means(request_) == ("beeldbellen", "getoond")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("met_on", "doubt", "allowed"),
    [
        (None, False, True),
        (date(2026, 5, 1), False, True),
        (date(2026, 11, 20), False, False),
        (date(2026, 5, 26), False, False),
        (date(2026, 11, 20), True, True),
    ],
)
def test_who_was_met_lately_is_asked_for_proof_only_for_a_reason(
    met_on: date | None, doubt: object, allowed: object
) -> None:
    assert judge_demand(received(), met_on, TODAY, doubt=bool(doubt)).allowed is allowed


def test_who_is_not_on_file_may_always_be_asked() -> None:
    assert judge_demand(received(client=None), None, TODAY, doubt=False).allowed
