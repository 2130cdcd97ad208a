"""Every step of a term is shown in words."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wkc.cli.views.term import STEPS
from wkc.rules.requests import term

DAYS = st.dates(date(2012, 2, 21), date(2100, 12, 31))


@given(received=DAYS, asked=st.integers(0, 40), got=st.integers(0, 40), extended=st.integers(0, 40))
def test_every_step_of_a_term_has_its_words(received: date, asked: int, got: int, extended: int) -> None:
    asked_on = received + timedelta(days=asked)
    counted = term.count_answer_term(
        received, asked_on, asked_on + timedelta(days=got), received + timedelta(days=extended)
    )
    assert {step.code for step in counted.steps} <= set(STEPS)
