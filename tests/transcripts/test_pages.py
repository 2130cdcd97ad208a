"""Lists that have pages: their place beneath them, and how a person at a terminal reads on."""

import json

from tests.stage import Stage, Typist
from wkc.__main__ import main

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
NEXT = "Enter shows the next page, q stops"


def shown(stage: Stage, *answers: str) -> str:
    """Give what `client list` shows to a person who answers so after each page."""
    typist = Typist([(NEXT, answer) for answer in answers])
    environment = stage.environment("", typist)
    environment.stdin.isatty = environment.stdout.isatty = lambda: True  # type: ignore[method-assign]
    assert main(("client", "list"), environment) == 0
    assert typist.done()
    return environment.stdout.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


def test_enter_alone_shows_the_next_page_of_a_list(stage: Stage) -> None:
    rows = [{"geslachtsnaam": f"Naam{number}"} for number in range(41)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    assert "2026-0041" in shown(stage, "", "")
    for stops in ("n", "nee", "q"):
        assert "2026-0021" not in shown(stage, stops)


def test_a_page_past_the_end_of_a_list_counts_nothing(stage: Stage) -> None:
    ran = stage.must("audit", "list", "--page", "99")
    assert "1961" not in ran.out
    assert "1960" not in ran.out
