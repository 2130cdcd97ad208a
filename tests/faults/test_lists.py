"""No file whatever that is offered as a list ends in a fault of the program; the long form is a trial of its own."""

import pytest

from tests.faults.lists import files, judge

SHORT = 240


@pytest.mark.parametrize("seed", [1, 2])
def test_an_odd_file_is_read_or_refused_with_an_error_that_says_what_to_do(seed: int) -> None:
    outcomes = {judge(content) for _, content in files(seed, SHORT // 2)}
    assert len(outcomes) > 5


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(files(3, 5))[:2] == list(files(3, 2))
