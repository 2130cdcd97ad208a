"""People on file: what the agenda asks of them."""

import json

import pytest

from tests.stage import Stage
from wkc import errors
from wkc.procedures import person


def test_the_agenda_has_whose_number_was_verified_a_year_ago_or_nearly(stage: Stage) -> None:
    stage.must("party", "add", "UWV", "--kind", "instantie")
    for name in ("Nooit", "Vers", "Oud", "Weg"):
        told = json.dumps({"name": name, "function": "consulent", "telephone": "072-5112233"})
        stage.must("party", "person", "add", "UWV", "--from", "-", stdin=told)
    for number, on in (("2", "2025-11-23"), ("3", "2025-11-22")):
        stage.must("party", "person", "verify", "UWV", number, "--source", "gids", "--on", on)
    stage.must("party", "person", "remove", "UWV", "4")
    items = [item for item in stage.wkc("--json", "agenda").data["items"] if item["duty"] == "nummer_nagaan"]
    assert [(item["on"], item["subject"]) for item in items] == [("2026-11-22", "UWV 3"), ("2026-11-23", "UWV 2")]


@pytest.mark.parametrize("number", ["072-5112233", "(072) 511 22 33", "+31 72 511 22 33", "088/1234567", "112233"])
def test_a_telephone_number_is_taken_as_it_is_written(number: str) -> None:
    assert person.checked("A", "f", number).telephone == number


@pytest.mark.parametrize("number", ["", "bel", "112", "0" * 40, "072-51122-", "072 511\u202e2233"])
def test_what_cannot_be_dialled_is_no_telephone_number(number: str) -> None:
    with pytest.raises(errors.Invalid):
        person.checked("A", "f", number)
