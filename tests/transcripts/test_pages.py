"""Lists that have pages: their place beneath them, and how a person at a terminal reads on."""

import json

import pytest

from tests.stage import Stage, Typist
from wkc.__main__ import main
from wkc.store.operations import listed

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
ASKED = {"recipient": "gemeente", "channel": "brief", "ground": "doel", "purpose": "voortgang", "categories": [1]}
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


def test_the_first_page_of_a_list_says_how_many_there_are(stage: Stage) -> None:
    rows = [{"geslachtsnaam": f"Naam{number}"} for number in range(23)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    for number in range(1, 23):
        stage.must("request", "receive", f"2026-{number}", "--kind", "inzage")
        stage.must("disclosure", "log", f"2026-{number}", "--from", "-", stdin=json.dumps(ASKED))
        stage.must("form", "print", "intake", f"2026-{number}", "--output", str(stage.folder / f"f{number}.pdf"))
    for words, last in (
        (("client", "list"), "1 to 20 of 23: --page 2"),
        (("request", "list"), "1 to 20 of 22: --page 2"),
        (("request", "list", "--all"), "1 to 20 of 22: --page 2"),
        (("letter", "list"), "1 to 20 of 22: --page 2"),
        (("disclosure", "list"), "1 to 20 of 22: --page 2"),
        (("disclosure", "list", "--recipient", "gemeente"), "1 to 20 of 22: --page 2"),
        (("form", "list"), "1 to 20 of 22: --page 2"),
    ):
        assert stage.must(*words).out.splitlines()[-1] == last, words


def test_a_coach_reads_how_many_there_are_in_the_own_caseload(stage: Stage) -> None:
    rows = [{"geslachtsnaam": f"Naam{number}"} for number in range(23)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    for number in range(1, 22):
        stage.must("client", "assign", f"2026-{number}", "--coach", "bram")
    stage.user = "bram"
    assert stage.must("client", "list").out.splitlines()[-1] == "1 to 20 of 21: --page 2"


def test_of_a_long_list_no_more_is_counted_than_is_cheap(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "MOST", 22)
    rows = [{"geslachtsnaam": f"Naam{number}"} for number in range(25)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    assert stage.must("client", "list").out.splitlines()[-1] == "1 to 20 of more than 22: --page 2"


def test_a_script_gets_a_page_as_before(stage: Stage) -> None:
    rows = [{"geslachtsnaam": f"Naam{number}"} for number in range(25)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    assert set(stage.json("client", "list")) == {"number", "clients", "more"}


def test_the_log_is_counted_whole_or_of_a_client_and_not_of_a_user(stage: Stage) -> None:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Vos"}')
    for _ in range(21):
        stage.must("client", "show", "2026-1")
    head = stage.json("audit", "list")["lines"][0]["seq"]
    assert stage.must("audit", "list").out.splitlines()[-1] == f"1 to 20 of {head + 1}: --page 2"
    assert stage.must("audit", "list", "--client", "2026-1").out.splitlines()[-1] == "1 to 20 of 22: --page 2"
    assert stage.must("audit", "list", "--user", "anna").out.splitlines()[-1] == "1 to 20; there are more: --page 2"
