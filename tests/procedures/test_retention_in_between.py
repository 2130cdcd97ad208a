"""Art. 10: what somebody does between the plan of a run and its destruction counts; else nothing is judged twice."""

import pytest

from tests.procedures.test_retention import numbers, on, run, session, take_in
from tests.stage import Stage
from wkc.procedures.retention import due
from wkc.procedures.retention import run as retention


class Interrupted:
    """The order of destruction is drawn, when the plan is made: then somebody does something."""

    stage: Stage
    words: tuple[str, ...] = ()

    def sample(self, found: list[object], _count: int) -> list[object]:
        if self.words:
            self.stage.must(*self.words)
        return found


@pytest.fixture
def office(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Two clients past their term, announced a month ago; the log has a line of a day in between."""
    take_in(stage, "2021-11-30", "2021-11-30")
    run(stage)
    on(stage, "2026-11-25").must("party", "list")
    monkeypatch.setattr(Interrupted, "stage", stage, raising=False)
    monkeypatch.setattr(retention, "SystemRandom", Interrupted)
    return on(stage, "2026-12-23")


def test_a_hold_that_came_after_the_plan_keeps_a_dossier(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("retention", "hold", "2020-1", "--ground", "rechtszaak", "--until", "2030-01-01")
    monkeypatch.setattr(Interrupted, "words", words)
    assert len(retention.run(session(office)).destroyed) == 1
    monkeypatch.setattr(Interrupted, "words", ())
    assert numbers(office) == ["2020-0001"]


def test_a_dossier_is_judged_once_where_nobody_did_anything(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(9))
    real = due.judge_dossier
    monkeypatch.setattr(due, "judge_dossier", lambda *facts: (next(times), real(*facts))[1])
    assert len(retention.run(session(office)).destroyed) == 2
    assert next(times) == 2
