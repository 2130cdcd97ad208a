"""Art. 10: what somebody does between the plan of a run and its destruction counts; else nothing is judged twice."""

import pytest

from tests.prepared import prepared
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


@prepared
def announced(stage: Stage) -> Stage:
    """Two clients past their term, announced a month ago; the log has a line of a day in between."""
    take_in(stage, "2021-11-30", "2021-11-30")
    run(stage)
    on(stage, "2026-11-25").must("party", "list")
    return stage


@pytest.fixture
def office(announced: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The same office in December, where something happens between the plan of a run and its work."""
    monkeypatch.setattr(Interrupted, "stage", announced, raising=False)
    monkeypatch.setattr(retention, "SystemRandom", Interrupted)
    return on(announced, "2026-12-23")


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


@pytest.mark.parametrize(("most", "parts"), [(999, [1, 1]), (1999, [1, 1]), (2000, [2])])
def test_dossiers_with_large_papers_go_a_few_at_a_time(
    office: Stage, monkeypatch: pytest.MonkeyPatch, most: int, parts: list[int]
) -> None:
    for number in ("2020-1", "2020-2"):
        paper = office.file(f"{number}.txt", "x" * 1000)
        office.must("document", "add", number, str(paper), "--category", "10", "--source", "geregistreerde")
    monkeypatch.setattr(retention, "OCTETS_AT_ONCE", most)
    assert len(retention.run(session(office)).destroyed) == 2
    lines = [line["details"] for line in office.json("audit", "list")["lines"]]
    assert [line["count"] for line in lines if line.get("step") == "destroyed"] == parts
