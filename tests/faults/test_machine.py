"""A few faults of each part of `python -m tests.faults --long` that needs no tool beside Python."""

from collections.abc import Callable

import pytest

from tests.faults.machine import crowd, flips, forms, keyrings, kills, surroundings
from tests.faults.machine.outcome import Outcome
from tests.faults.machine.portion import Portion
from tests.stage import Stage


@pytest.mark.parametrize(
    ("part", "most"),
    [
        (kills.trial, 12),
        (flips.trial, 24),
        (keyrings.trial, 60),
        (forms.trial, 40),
        (surroundings.trial, 8),
        (crowd.trial, 8),
    ],
    ids=["kills", "flips", "keyrings", "forms", "surroundings", "crowd"],
)
def test_nothing_is_lost_halved_or_blamed_on_the_program(
    part: Callable[[Stage, Portion], Outcome], most: int, stage: Stage
) -> None:
    outcome = part(stage, Portion(most))
    assert outcome.wrong == ()
    assert outcome.made > 0
