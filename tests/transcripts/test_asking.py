"""What can be known to be wrong is said before anything is asked: nobody types a long note to lose it."""

import pytest

from tests.stage import Stage
from tests.window import ALT_ENTER, Window


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("contact log 2026-1 --on 31-02-2026 --kind gesprek --note", "bad_date"),
        ("contact log 2026-1 --on 2026-11-20 --kind koffie --note", "kind_unknown"),
        ("client record 2026-1 telefoon --source geregistreerde --obtained-on 31-02-2026", "bad_date"),
        ("party person add uwv", "party_unknown"),
    ],
)
def test_nothing_is_asked_when_what_was_said_is_wrong(stage: Stage, command: str, name: str) -> None:
    ran = stage.wkc("--json", *command.split(), typed=[])
    assert ran.error["name"] == name


def test_a_note_has_as_many_lines_as_alt_enter_begins(stage: Stage) -> None:
    person = '{"geslachtsnaam": "Haile", "voornamen": "Selam"}'
    stage.must("client", "register", "--opdrachtgever", "gemeente", "--assignment", "A1", "--from", "-", stdin=person)
    window = Window(stage, language="C")
    window.see("anna>")
    window.press("2026-1\r", "2026-0001>")
    window.press("1\r", "Kind of contact")
    window.press("tel\r", "Day [")
    window.press("\r", "Note (Enter: none, Alt-Enter: new line):")
    window.press(f"Belt terug.{ALT_ENTER}Zoekt werk", "Zoekt werk")
    window.press("\r", "Is this right")
    window.press("\r", "What next")
    window.press("\r", "2026-0001>")
    assert "telephone call  Belt terug. Zoekt werk\n" in window.press("\r", "0  Back")
    window.close()
    (contact,) = stage.json("contact", "list", "2026-1")["contacts"]
    assert contact["note"] == "Belt terug.\nZoekt werk"
