"""A list of people who are on file: the work of each of them, counted in what the register is asked and told."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.bench.inside import COLUMNS, people
from tests.stage import Stage
from wkc.store.store import Store

METHODS = ("one", "all", "run", "insert")
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")


def test_a_client_on_file_costs_thirteen_questions_and_two_rows(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    for name in METHODS:
        monkeypatch.setattr(Store, name, counting(asked, name, getattr(Store, name)))
    few, many = (work(stage, asked, count) for count in (10, 30))
    each = {name: (many[name] - few[name]) / 20 for name in METHODS}
    assert each == {"one": 4, "all": 9, "run": 0, "insert": 2}  # a new assignment, and its line of the log


def counting(asked: Counter[str], name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    def counted(store: Store, sql: str, **parameters: object) -> Any:
        asked[name] += 1
        return method(store, sql, **parameters)

    return counted


def work(stage: Stage, asked: Counter[str], count: int) -> Counter[str]:
    """Take a list in twice, and give what the second time asked for."""
    rows = json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in people(count)])
    stage.must("client", "import", "-", *ORDER, f"{count} new", stdin=rows)
    asked.clear()
    stage.must("client", "import", "-", *ORDER, f"{count} again", stdin=rows)
    return asked.copy()
