"""The measurements run, small and without a limit of time; what they compare with is compared in earnest."""

import json
import tempfile
from pathlib import Path

import pytest

from tests.bench import gdprbench, inside, ladder, log, many, pages, space
from tests.bench.__main__ import Measure, as_page
from tests.bench.machine import describe
from tests.bench.timing import Row, slope
from tests.stage import Stage

SMALL: tuple[tuple[Measure, int, int], ...] = (
    (pages.pages, 24, 7),
    (gdprbench.roles, 24, 30),
    (ladder.ladder, 24, 18),
    (inside.shell, 8, 3),
    (log.audit_log, 24, 2),
    (space.space, 8, 2),
    (many.many, 8, 7),
)
"""Each with the clients of its register and the fewest rows that it gives."""


@pytest.mark.parametrize(("measure", "clients", "fewest"), SMALL, ids=lambda part: getattr(part, "__name__", None))
def test_each_measurement_gives_its_rows(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measure: Measure, clients: int, fewest: int
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    rows = [*measure(stage, clients)]
    assert len(rows) >= fewest
    assert [row for row in rows if row.budget == "<= 0" and row.ours != "0"] == []
    assert all(row.what in as_page(rows, describe()) for row in rows)
    assert json.loads(json.dumps([row.data for row in rows]))[0]["what"] == rows[0].what


def test_the_oracle_of_the_roles_sees_a_value_that_differs_and_a_look_that_is_missing(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.bench.bulk import bulk_register
    from tests.bench.inside import session
    from wkc.procedures.dossier import client

    del stage
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    here = session(bulk_register(4))
    oracle = gdprbench.Oracle()
    client.show(here, "2020-1")
    oracle.look(1)
    oracle.change(2, "adres", "Dam 2")
    oracle.look(3)
    assert sorted(oracle.differences(here)) == [2, 3]


@pytest.mark.parametrize(
    ("ours", "ratio", "budget", "verdict"),
    [
        ("49.00 ms", None, "<= 50 ms", "met"),
        ("51.00 ms", None, "<= 50 ms", "NOT met"),
        ("9 s", 2.3, "<= 2.2 x", "NOT met"),
        ("1775.00 ms", None, "<= 2 s", "met"),
        ("16.0 us", None, "<= 15 us", "NOT met"),
        ("9/s", 0.6, ">= 0.5 x", "met"),
        ("9 s", 2.3, "", ""),
        ("skipped", None, "<= 2 x", ""),
    ],
)
def test_a_row_tells_whether_its_budget_is_met(ours: str, ratio: float | None, budget: str, verdict: str) -> None:
    assert Row("what", ours, "", ratio, budget).verdict == verdict


def test_a_budget_that_is_not_met_says_what_its_floor_is() -> None:
    assert Row("what", "9 s", "", 2.3, "<= 2.2 x", 2.25).verdict == "NOT met: its floor is 2.25"
    assert Row("what", "9 s", "", 2.1, "<= 2.2 x", 2.0).verdict == "met"


def test_the_page_says_beneath_its_table_why_a_budget_is_not_met() -> None:
    slow = Row("audit verify --whole, a line", "120.0 us", "", None, "<= 15 us")
    page = as_page([slow, Row("agenda", "9.00 ms", "", None, "<= 50 ms"), slow], {"load": "0.1"})
    table, reasons = page.split("## Why a budget is not met")
    assert table.count("| NOT met (why: 1) |") == 2
    assert "| agenda | 9.00 ms |  |  | <= 50 ms | met |" in table
    assert reasons.count("Ed25519") == 1


def test_a_page_without_a_miss_gives_no_reasons_and_a_miss_that_nobody_explained_is_named() -> None:
    met, missed = (Row("something new", f"{taken}.00 ms", "", None, "<= 5 ms") for taken in (1, 9))
    assert "Why" not in as_page([met], {})
    assert "1. Not explained." in as_page([missed], {})


def test_a_slope_is_one_where_time_grows_as_the_size_does_and_two_where_as_its_square() -> None:
    assert slope({1: 0.5, 2: 1.0, 4: 2.0}) == pytest.approx(1)
    assert slope({1: 0.5, 2: 2.0, 4: 8.0}) == pytest.approx(2)
