"""Lists that narrow while one types, and what an answer on them comes to."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from wkc.cli.terminal.completion import completer, matching

OPTIONS = {"uwv": "instantie", "UWV Werkbedrijf": "instantie uwv_werkbedrijf", "Bakkerij Uwers": "werkgever"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["uwv", "UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("uw", ["uwv", "UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("UWERS", ["Bakkerij Uwers"]),
        ("werk", ["UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("werk uwv", ["UWV Werkbedrijf"]),
        ("svb", []),
    ],
)
def test_an_option_is_found_by_any_part_of_its_word_or_meaning(typed: str, found: list[str]) -> None:
    assert matching(OPTIONS, typed) == found


def test_what_is_chosen_takes_the_place_of_what_was_typed() -> None:
    offered = list(completer(OPTIONS).get_completions(Document("uwers"), CompleteEvent()))
    assert [(one.text, one.start_position) for one in offered] == [("Bakkerij Uwers", -5)]


def test_a_meaning_cannot_steer_the_terminal() -> None:
    offered = list(completer({"x": "\x1b[31mrood"}).get_completions(Document(""), CompleteEvent()))
    assert offered[0].display_meta_text == "␛[31mrood"
