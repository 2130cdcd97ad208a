"""Art. 11.1 and 12.1: rights end with the person; a contact with others afterwards is none with the client."""

from datetime import date, timedelta

import pytest

from wkc.records.death import Death
from wkc.rules.dossier.death import judge_answer, judge_contact, judge_letter, judge_request

DIED = Death(date(2026, 11, 1), "familie")


@pytest.mark.parametrize(
    ("death", "received_on", "allowed"),
    [
        (None, date(2026, 11, 3), True),
        (DIED, date(2026, 11, 1), True),
        (DIED, date(2026, 11, 2), False),
    ],
)
def test_a_request_can_come_up_to_the_day_of_death(death: Death | None, received_on: date, allowed: object) -> None:
    verdict = judge_request(death, received_on)
    assert verdict.allowed is allowed
    assert "art. 11.1" in verdict.article


@pytest.mark.parametrize(
    ("death", "on", "restarts", "allowed"),
    [
        (None, date(2026, 11, 3), True, True),
        (DIED, date(2026, 11, 1), True, True),
        (DIED, date(2026, 11, 3), True, False),
        (DIED, date(2026, 11, 3), False, True),
    ],
)
def test_a_talk_after_the_death_restarts_no_term(
    death: Death | None, on: date, restarts: object, allowed: object
) -> None:
    assert judge_contact(death, on, restarts=bool(restarts)).allowed is allowed


def test_a_letter_goes_to_the_living() -> None:
    assert judge_letter(None).allowed
    assert not judge_letter(DIED).allowed


@pytest.mark.parametrize(
    ("death", "on", "allowed"),
    [(None, date(2026, 11, 3), True), (DIED, DIED.on, True), (DIED, DIED.on + timedelta(days=1), False)],
)
def test_no_answer_goes_after_the_day_of_death(death: Death | None, on: date, *, allowed: bool) -> None:
    assert judge_answer(death, on).allowed is allowed
