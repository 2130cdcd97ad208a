"""The head of papers without the address or the telephone of the office: the screen says so until it is filled in."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import wkc.procedures
from tests.prepared import prepared
from tests.stage import PASSWORD, Stage

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
PERSON = {
    "geslachtsnaam": "Haile", "voornamen": "Selam", "adres": "Laan 1", "postcode": "1811 AB", "woonplaats": "Alkmaar",
}  # fmt: skip
BOTH = "neither its address nor how it is reached"
ADDRESS = "do not show its address: `wkc settings set houder.address …`."
CONTACT = "`wkc settings set houder.contact …`."


def said(text: str) -> str:
    return " ".join(text.split())


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(PERSON))
    return stage


def test_a_letter_without_a_sender_that_can_be_reached_is_said_where_it_is_drawn_and_printed(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    asked = office.must("request", "ask-identity", "V2026-1")
    assert BOTH in said(asked.err)
    printing = ("letter", "print", "--all", "--output", str(office.folder / "b.pdf"), "--force")
    assert said(office.must(*printing).err).count(BOTH) == 1
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    assert ADDRESS in said(office.must(*printing).err)
    office.must("settings", "set", "houder.address", "Laan 2, 1811 AB Alkmaar")
    assert office.must(*printing).err == ""


def test_a_form_says_what_its_head_lacks_and_a_script_hears_nothing(office: Stage) -> None:
    office.must("settings", "set", "houder.address", "Laan 2, 1811 AB Alkmaar")
    form = ("form", "print", "intake", "2026-1", "--output", str(office.folder / "f.pdf"), "--force")
    ran = office.must(*form)
    assert CONTACT in said(ran.err)
    assert "houder.address" not in ran.err
    assert office.must("--json", *form).err == ""


OTHER_PAPERS: dict[str, tuple[str, ...]] = {
    "the copy": ("inzage", "export", "2026-1"),
    "the answers for the AP": ("breach", "export", "D2026-1"),
    "the figures of a year": ("--yes", "report", "year", "2025", "--format", "pdf"),
}


@pytest.mark.parametrize("paper", OTHER_PAPERS)
def test_each_other_paper_says_it_as_letters_do(paper: str, office: Stage) -> None:
    office.must("breach", "open", "--kind", "verlies", stdin="Een laptop is weg.")
    words = (*OTHER_PAPERS[paper], "--output", str(office.folder / "p.pdf"), "--force")
    assert said(office.must(*words).err).count(BOTH) == 1
    assert office.must("--json", *words).err == ""
    office.must("settings", "set", "houder.address", "Laan 2, 1811 AB Alkmaar")
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    assert office.must(*words).err == ""


def test_every_procedure_that_puts_a_paper_in_its_place_reads_the_head_in_one_way() -> None:
    root = Path(wkc.procedures.__file__).parent
    sources = {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    makers = {name for name, source in sources.items() if "publish(session" in source} - {"core/paper.py"}
    heads = {name for name, source in sources.items() if "read_letterhead(" in source or "notify_gaps(" in source}
    assert len(makers) > 6
    assert makers - heads == {
        "operations/calendar.py",  # an agenda for a computer, without a head
        "disclosure/disclosure.py",  # its letter is read in disclosure/letter.py
        "disclosure/letter_again.py",  # the same letter
    }


def test_the_doctor_and_the_start_screen_say_it_to_a_beheerder(office: Stage) -> None:
    typed = [("Password", PASSWORD), ("anna> ", "0")]
    assert said(office.wkc("doctor").err).count(BOTH) == 1
    assert said(office.wkc("menu", typed=typed).err).count(BOTH) == 1
    key = office.folder / "key"
    office.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", str(key))
    nightly = replace(office, user="nightly", credentials=key)
    assert nightly.wkc("doctor").err == ""
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    office.must("settings", "set", "houder.address", "Laan 2, 1811 AB Alkmaar")
    assert office.wkc("doctor").err == ""
    assert "papers of the office" not in said(office.wkc("menu", typed=typed).err)
