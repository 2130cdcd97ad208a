"""A few examples for every parser; `python -m tests.faults --long fuzz` makes tens of thousands."""

import inspect
import re
from pathlib import Path

import wkc
from tests.faults.fuzz import files, forms, trial, values
from tests.faults.fuzz.strategy import TEXT, Parser
from tests.stage import Stage
from wkc.errors.input import BadDate


def test_whatever_is_offered_gives_a_value_or_an_error_of_ours(stage: Stage) -> None:
    parsers = [*values.PARSERS, *files.PARSERS, *forms.list_parsers(stage)]
    outcome = trial.fuzz(parsers, 700, 1)
    assert outcome.wrong == ()
    assert outcome.made >= len(parsers)


def test_a_parser_that_falls_over_is_named_with_what_it_fell_over() -> None:
    def reads(typed: str) -> None:
        if "\0" in typed:
            raise BadDate
        int(typed or "1")

    outcome = trial.fuzz([Parser("a number", TEXT, reads)], 100, 1)
    assert [one.split(":")[0] for one in outcome.wrong] == ["a number"]
    assert "ValueError" in outcome.wrong[0]


def test_every_module_that_reads_json_of_users_is_offered_some() -> None:
    offered = {one.__name__ for place in (forms, files) for one in vars(place).values() if inspect.ismodule(one)}
    offered |= {one.__module__ for place in (forms, files) for one in vars(place).values() if inspect.isfunction(one)}
    root = Path(wkc.__path__[0])
    reads = re.compile(r"json_form\.read\(|json\.(?:decode|loads)\(\s*content")
    reading = {
        ".".join(("wkc", *path.relative_to(root).with_suffix("").parts))
        for path in (root / "procedures").rglob("*.py")
        if reads.search(path.read_text(encoding="utf-8"))
    }
    assert len(reading) > 10
    beneath = {"wkc.procedures.intake.json_file", "wkc.procedures.io.json_form"}  # what lists and forms are read by
    assert reading - beneath <= offered
