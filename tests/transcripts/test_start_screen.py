"""The start screen: what is due and numbered lines, from which a person does the work without knowing a command."""

import contextlib
import json
import os
import pty
import re
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from tests.transcripts.test_processes import read_until
from wkc.cli.forms.guided.setting_words import SETTING_WORDS
from wkc.cli.forms.menu_search import find_item
from wkc.cli.forms.start_screen import CLIENT_MENU, CLIENT_MORE, FORMS, START_MENU, list_permitted
from wkc.procedures.core.settings import SETTINGS
from wkc.records.user import Role

FIRST = "This step comes first: “"
ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
PERSON = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01", "telefoon": "072-5112233"}'


def said(text: str) -> str:
    """Give what was said as one line, wherever the terminal broke it."""
    return " ".join(text.split())


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "register", *ORDER, "--from", "-", stdin=PERSON)
    return stage


def test_a_conversation_is_written_down_by_numbers_alone(office: Stage) -> None:
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "2"),
            ("Client (number", "selam"),
            ("Kind of contact", "telefoon"),
            ("Day [today]", ""),
            ("Note", "Belt morgen terug."),
            ("Is this right?", ""),
            ("Number (Enter: nothing)", ""),
            ("anna> ", "0"),
        ],
    )
    assert " 2  Write down a conversation" in ran.out
    assert "2026-11-23  telephone call  yes" in ran.out
    assert "Belt morgen terug." in ran.out
    assert "This is `wkc contact log 2026-0001 --kind=telefoon --on=today --note`." in ran.out
    assert " 1  Plan an appointment" in ran.out
    assert ran.code == 0


def test_a_form_goes_back_and_stops_without_a_trace(office: Stage) -> None:
    before = office.json("audit", "list")["lines"][0]["seq"]
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "selam"),
            ("2026-0001> ", "1"),
            ("Kind of contact", "telefoon"),
            ("Day [today]", "<"),
            ("Kind of contact [telefoon", "bezoek"),
            ("Day [today]", "31-02-2026"),
            ("Day [today]", ""),
            ("Note", ""),
            ("Is this right?", "<"),
            ("Note", "Toch een opmerking"),
            ("Is this right?", "n"),
            ("2026-0001> ", "1"),
            ("Kind of contact", "^C"),
            ("2026-0001> ", "0"),
            ("anna> ", "0"),
        ],
    )
    assert ran.err.count("Nothing was kept.") == 2
    assert "Kind of contact  bezoek - a visit; the five years begin anew" in ran.out
    assert office.json("contact", "list", "2026-1")["contacts"] == []
    after = office.json("audit", "list")["lines"]
    assert not [line for line in after if line["seq"] > before and line["action"] == "contact.log"]


def test_a_refused_form_goes_back_to_its_questions_with_the_answers(office: Stage) -> None:
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "selam"),
            ("2026-0001> ", "6"),
            ("Who may have the data", "Gemeente Alkmaar"),
            ("For what", "voortgang"),
            ("Which data", "25"),
            ("Another", ""),
            ("How it was given", "mondeling"),
            ("From which day", ""),
            ("Last day", ""),
            ("Is this right?", ""),
            ("It was not kept.", ""),
            ("Last day", "<"),
            ("From which day", "<"),
            ("How it was given [mondeling", "schriftelijk"),
            ("From which day", ""),
            ("Last day", ""),
            ("Is this right?", ""),
            ("2026-0001> ", "0"),
            ("anna> ", "0"),
        ],
    )
    assert ran.code == 0
    (kept,) = office.json("consent", "list", "2026-1")["consents"]
    assert kept["how"] == "schriftelijk"


def test_the_page_of_a_client_fits_a_screen_and_leads_to_what_one_may_do(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek")
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    typed = [("Password", PASSWORD), ("anna> ", "1"), ("Client", "haile"), ("2026-0001> ", "0"), ("anna> ", "0")]
    ran = office.wkc("menu", typed=typed)
    page = ran.out[ran.out.index("\n2026-0001 (Selam") + 1 :].splitlines()
    end = next(i for i, line in enumerate(page) if line.startswith(" 0  Back"))
    assert end < 24
    assert "Selam Haile" in page[0]
    text = "\n".join(page)
    assert "reached by   +31725112233" in text or "reached by   072-5112233" in text
    assert "Gemeente Alkmaar, A1" in text
    assert "2026-11-23  conversation" in text
    assert "V2026-0001 access to the data (received)" in text
    assert "to be told of the data by 2026-11-23" in " ".join(text.split()), text
    assert " 1  Write down a conversation  wkc contact log 2026-0001" in {re.sub("   +", "  ", line) for line in page}


def test_a_command_works_at_the_start_screen_as_it_does_outside(office: Stage) -> None:
    typed = [("Password", PASSWORD), ("anna> ", "wkc zoek selam"), ("anna> ", "--help"), ("anna> ", "exit")]
    ran = office.wkc("menu", typed=typed)
    assert "Selam Haile" in ran.out
    assert "Usage: wkc" in ran.out


@pytest.mark.parametrize("typed", ["help", "?"])
@pytest.mark.parametrize(
    ("language", "password", "head"),
    [("C", "Password", "What you may type here"), ("nl_NL.UTF-8", "Wachtwoord", "Wat u hier kunt typen")],
)
def test_help_at_a_menu_fits_on_the_screen_and_says_where_the_rest_is(
    office: Stage, language: str, password: str, head: str, typed: str
) -> None:
    office.environ["LC_ALL"] = language
    ran = office.wkc("menu", typed=[(password, PASSWORD), ("anna> ", typed), ("anna> ", "0")])
    text = ran.out.partition(head)[2]
    assert "`--help`" in text
    assert "`handboek telefoon`" in text
    assert len(text.splitlines()) <= 20


def test_an_outcome_or_a_refusal_stays_in_sight_until_enter_brings_the_menu_back(office: Stage) -> None:
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD), ("anna> ", "wkc zoek selam"), ("anna> ", "10"), ("anna> ", "2027-9"),
            ("anna> ", ""), ("anna> ", "0"),
        ],
    )  # fmt: skip
    assert ran.out.count("Type a number, the name of a client, or a command.") == 2
    assert ran.err.count("Enter shows the menu.") == 3


def test_a_part_of_a_line_chooses_it_when_no_other_line_has_it() -> None:
    assert find_item(START_MENU, "backup") == START_MENU[-1]
    assert find_item(START_MENU, "client") is None
    assert find_item(START_MENU, "99") is None
    assert find_item(START_MENU, "q") is None


def test_each_role_sees_only_what_it_may_do() -> None:
    of_a_coach = {item.command for item in list_permitted(START_MENU, Role.COACH)}
    assert "contact log" in of_a_coach
    assert "user revoke" not in of_a_coach
    assert "backup create" not in of_a_coach
    assert list_permitted(CLIENT_MENU, Role.SERVICE) == ()


def test_only_who_may_take_a_mistake_back_is_offered_it() -> None:
    assert "undo" in [item.command for item in list_permitted(CLIENT_MORE, Role.COACH)]
    assert "undo" not in [item.command for item in list_permitted(CLIENT_MORE, Role.MANAGEMENT)]


def test_a_script_has_no_start_screen(office: Stage) -> None:
    assert office.wkc("--json", "menu").error["name"] == "no_terminal"
    assert office.wkc().code == 2


@pytest.mark.parametrize("words", [(), ("--user", "anna"), ("--plain", "--user=anna")])
def test_the_program_alone_on_a_terminal_opens_the_start_screen(stage: Stage, words: tuple[str, ...]) -> None:
    child, terminal = pty.fork()
    if child == 0:
        environ = {
            "PATH": os.environ["PATH"], "LC_ALL": "nl_NL.UTF-8", "TERM": "dumb", "WKC_HOME": str(stage.home),
            "WKC_USER": "anna", "XDG_STATE_HOME": str(stage.folder / "s"),
        }  # fmt: skip
        os.execve(sys.executable, [sys.executable, "-m", "wkc", *words], environ)  # noqa: S606
    read_until(terminal, b"Wachtwoord van anna:")
    os.write(terminal, PASSWORD.encode() + b"\n")
    seen = read_until(terminal, b"0  Stoppen").decode()
    assert "Bureau Proef: anna, beheerder" in seen
    assert " 1  Cliënt zoeken" in seen
    read_until(terminal, b"anna>")
    os.write(terminal, b"0\r")
    read_until(terminal, b"U bent afgemeld.")
    with contextlib.suppress(OSError):  # Linux says EIO when the other end has gone.
        while os.read(terminal, 1024):
            pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_plain_help_draws_no_boxes(stage: Stage) -> None:
    drawn = stage.must("client", "--help").out
    stage.environ["WKC_PLAIN"] = "1"
    plain = stage.must("client", "--help").out
    assert "╭" in drawn
    assert not any(mark in plain for mark in "╭╮╰╯│─")
    assert "register" in plain
    del stage.environ["WKC_PLAIN"]
    assert "╭" in stage.must("client", "--help").out


def test_a_plain_list_is_lines_before_its_question(stage: Stage) -> None:
    child, terminal = pty.fork()
    if child == 0:
        environ = {
            "PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb", "WKC_HOME": str(stage.home), "WKC_PLAIN": "1",
            "WKC_USER": "anna", "WKC_PASSWORD_FILE": str(stage.password_file),
            "XDG_STATE_HOME": str(stage.folder / "s"),
        }  # fmt: skip
        os.execve(sys.executable, [sys.executable, "-m", "wkc", "party", "add", "Bakkerij"], environ)  # noqa: S606
    seen = read_until(terminal, b"Kind of organisation:").decode()
    assert seen.splitlines()[:4] == [
        "1 opdrachtgever gives us assignments",
        "2 instantie a body such as UWV or a municipality",
        "3 werkgever an employer",
        "4 derde anybody else",
    ]
    os.write(terminal, b"werkgever\r")
    read_until(terminal, b"Bakkerij is on file as employer.")
    with contextlib.suppress(OSError):
        while os.read(terminal, 1024):
            pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_number_typed_on_the_page_of_a_client_opens_that_client(office: Stage) -> None:
    other = '{"geslachtsnaam": "Noot", "voornamen": "Mies", "geboortedatum": "1980-02-03"}'
    office.must("client", "register", *ORDER, "--from", "-", stdin=other)
    typed = [
        ("Password", PASSWORD), ("anna> ", "2026-1"), ("2026-0001> ", "2026-0002"), ("2026-0002> ", "0"),
        ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "2026-0002 (Mies Noot, 1980-02-03)" in ran.out
    assert ran.code == 0


def test_a_client_opened_from_a_menu_of_another_leaves_that_menu_for_good(office: Stage) -> None:
    other = '{"geslachtsnaam": "Noot", "voornamen": "Mies", "geboortedatum": "1980-02-03"}'
    office.must("client", "register", *ORDER, "--from", "-", stdin=other)
    typed = [
        ("Password", PASSWORD), ("anna> ", "selam"), ("2026-0001> ", "5"), ("2026-0001> ", "2"),
        ("2026-0001> ", "noot"), ("2026-0002> ", "2026-9"), ("2026-0002> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "Requests about the own data 2026-0001 (Selam Haile, 1993-01-01): Enter shows this menu" in said(ran.err)
    assert "2026-0002 (Mies Noot, 1980-02-03): Enter shows this menu, 0 goes back." in said(ran.err)
    assert ran.code == 0


def test_a_client_who_is_not_found_is_asked_for_again_before_anything_else(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "2"), ("Client (number", "jansen"), ("Client (number", "selam"),
        ("Kind of contact", "tel"), ("Day", "gisteren"), ("Note", ""), ("Is this right", "visser"),
        ("Is this right", ""), ("Number (Enter", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "No client is found by this." in ran.err
    assert "Client           2026-0001 (Selam Haile, 1993-01-01)" in ran.out
    assert "Day              gisteren (2026-11-22)" in ran.out
    assert "Answer with Enter, < or n." in ran.err
    assert "2026-11-22  telephone call" in ran.out


def test_an_answer_that_may_be_left_out_is_taken_away_again_by_a_dash(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "2"), ("Client (number", "selam"), ("Kind of contact", "tel"), ("Day", ""),
        ("Note", "Over iemand anders"), ("Is this right", "<"), ("Note [Over iemand anders] (-: none)", "-"),
        ("Is this right", ""), ("Number (Enter", ""), ("anna> ", "0"),
    ]  # fmt: skip
    office.wkc("menu", typed=typed)
    (kept,) = office.json("contact", "list", "2026-1")["contacts"]
    assert kept["note"] is None


def test_an_offer_to_make_the_first_is_taken_by_enter_alone(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "11"), (f"{FIRST}A new colleague", "14"), (f"{FIRST}A new colleague", "n"),
        ("anna> ", "11"), (f"{FIRST}A new colleague", "<"),
        ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "Answer with Enter or n." in ran.err


def test_a_decision_in_a_form_says_in_words_what_changes_and_what_stays(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    office.must("request", "identify", "V1", "--method", "bekend")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    number = {entry["field"]: str(entry["number"]) for entry in held}
    office.must("correction", "propose", "V1", number["geboortedatum"], "--why", "onjuist", stdin="1993-01-02")
    office.must("correction", "propose", "V1", number["voornamen"], "--why", "onjuist", stdin="Selma")
    ran = office.wkc(
        "menu",
        typed=[
            ("Password", PASSWORD), ("anna> ", "8"), ("anna> ", "7"), ("Request [", ""), ("Decision", "deels"),
            ("Which changes are made", "1"), ("Another", ""), ("Ground of the refusal", "gegeven_is_juist"),
            ("Reasons", "Het paspoort zegt Selam."), ("Is this right?", "n"), ("anna> ", "0"), ("anna> ", "0"),
        ],
    )  # fmt: skip
    assert "V2026-0001 correction 2026-0001 (Selam Haile, 1993-01-01): granted in part (the value is right)." in ran.err
    assert "This changes: Geboortedatum → 1993-01-02. This stays as it is: Voornamen → Selma." in ran.err


def test_who_leaves_is_said_with_the_clients_that_stay_behind(office: Stage) -> None:
    person = ("--name", "Bram Bos", "--role", "coach", "--function", "coach")
    office.must("user", "designate", "bram", *person, "--new-password-file", str(office.password_file))
    office.must("client", "assign", "2026-1", "--coach", "bram")
    typed = [("Password", PASSWORD), ("anna> ", "11"), ("Who", "bram"), ("Is this right?", "n"), ("anna> ", "0")]
    ran = office.wkc("menu", typed=typed)
    said = "The access of Bram Bos (bram, coach) ends, and everybody else gets new keys. 1 client is to go to another"
    assert said in ran.err


def test_a_mandate_to_be_signed_is_asked_for_in_parts(office: Stage) -> None:
    ran = office.wkc(
        "form", "print", "machtiging", "2026-1", "--output", str(office.folder / "machtiging.pdf"),
        typed=[
            ("Who may act for the client", "R. Ex"), ("Street", "Laan 1"), ("Postcode", "1811 AB"), ("Town", "Alkmaar"),
            ("Until which day", "31-12-2027"), ("For which data", "veel"), ("For which data", "1,2"),
        ],
    )  # fmt: skip
    assert ran.code == 0, ran.err
    (form,) = office.json("form", "list", "2026-1")["forms"]
    assert json.loads(form["content"]) == {
        "name": "R. Ex", "address": "Laan 1", "postcode": "1811 AB", "place": "Alkmaar", "until": "2027-12-31",
        "categories": "1,2",
    }  # fmt: skip


def test_an_empty_list_offers_to_make_the_first_and_goes_on(bare: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "6"), (f"{FIRST}A new organisation”. Enter takes it now", ""),
        ("Name of the organisation", "Gemeente Alkmaar"), ("Is this right?", ""),
        ("Opdrachtgever who supplied the client [Gemeente Alkmaar", ""), ("Reference", "A1"),
        ("Geslachtsnaam", "<"), ("Reference", "<"), ("Opdrachtgever", "^C"), ("anna> ", "2"),
        (f"{FIRST}A new client", "n"),
        ("anna> ", "11"), (f"{FIRST}A new colleague", "n"), ("anna> ", "0"),
    ]  # fmt: skip
    office = bare.founded()
    ran = office.wkc("menu", typed=typed)
    assert "Opdrachtgever who supplied the client: there is none for this now." in ran.err
    assert "This is `wkc party add" in ran.out
    assert office.json("party", "list")[0]["kind"] == "opdrachtgever"


def test_each_list_that_may_be_empty_says_which_form_makes_the_first() -> None:
    assert {question.made_by for form in FORMS.values() for question in form.questions} - set(FORMS) == {""}


def test_a_form_that_makes_the_first_and_fails_loses_nothing_of_the_form_before_it(bare: Stage) -> None:
    """The organisation is on file as an employer, so that no opdrachtgever can be chosen and no second one be made."""
    office = bare.founded()
    office.must("party", "add", "Gemeente Alkmaar", "--kind", "werkgever")
    office.file("lijst.csv", "geslachtsnaam\nAap\n")
    offer = f"{FIRST}A new organisation”. Enter takes it now"
    typed = [
        ("Password", PASSWORD), ("anna> ", "A new list"), ("The file", str(office.folder / "lijst.csv")),
        (offer, ""), ("Name of the organisation", "Gemeente Alkmaar"), ("Is this right?", ""),
        ("It was not kept.", "n"), (offer, "n"), ("The file (XLSX, CSV, ODS and others) [", ""), (offer, ""),
        ("Name of the organisation", "Gemeente Bergen"), ("Is this right?", ""),
        ("Opdrachtgever who sent the list [Gemeente Bergen", ""), ("Reference", "A1"), ("Is this right?", "n"),
        ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0
    assert str(office.folder / "lijst.csv") in ran.out


def test_clients_of_a_list_are_given_to_a_coach_at_once_after_it(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    person = ("--name", "Bram", "--role", "coach", "--function", "coach")
    office.must("user", "designate", "bram", *person, "--new-password-file", str(office.password_file))
    office.file("lijst.csv", "geslachtsnaam;voornamen;geboortedatum\nSmit;Jan;01-01-1990\nVos;An;01-01-1991\n")
    typed = [
        ("Password", PASSWORD), ("anna> ", "7"), ("The file", "lij"), ("Opdrachtgever", ""), ("Reference", "W1"),
        ("Is this right", ""), ("Enter takes them in", ""), ("Number (Enter", "2"), ("Coach", "bram"),
        ("Is this right", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "This is `wkc client assign --unassigned --coach=bram`." in said(ran.out)
    assert "3 clients are now with bram." in ran.out
    assert "coach          bram" in office.must("client", "show", "2026-3").out


def test_a_file_that_is_not_there_is_said_with_the_folder_that_was_looked_in(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    typed = [("Password", PASSWORD), ("anna> ", "7"), ("The file", "weg.csv"), ("The file", "^C"), ("anna> ", "0")]
    assert f"{office.folder}/weg.csv" in "".join(office.wkc("menu", typed=typed).err.split())


def test_a_corrected_value_is_checked_where_it_is_asked_for(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    typed = [
        ("Password", PASSWORD), ("anna> ", "selam"), ("2026-0001> ", "5"), ("2026-0001> ", "5"), ("Request [", ""),
        ("Which entry", "geboorted"), ("What it should be", "31-02-1993"), ("What it should be", "02-01-1993"),
        ("Why", "onjuist"), ("Is this right", "n"), ("2026-0001> ", "0"), ("2026-0001> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "V2026-0001 - correction, Selam Haile, 1993-01-01" in said(ran.out)
    assert "This is not a date" in ran.err


def test_a_user_id_is_taken_in_capitals_too(stage: Stage) -> None:
    typed = [("USER ID", "Anna"), ("Password: ", PASSWORD)]
    assert "USER ID" in replace(stage, user=None).wkc("whoami", typed=typed).out


def colleague(stage: Stage, user: str, role: str) -> Stage:
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", user, "--name", user.title(), "--role", role, "--function", role, *password)
    return replace(stage, user=user)


def test_undo_is_named_to_who_has_something_to_take_back(office: Stage) -> None:
    def leaving(user: str) -> list[tuple[str, str]]:
        return [("Password", PASSWORD), (f"{user}> ", "0")]

    assert "`undo` takes your own last mistake back" in office.wkc("menu", typed=leaving("anna")).out
    for user, role in (("bram", "coach"), ("dora", "management"), ("carla", "medewerker")):
        ran = colleague(office, user, role).wkc("menu", typed=leaving(user))
        assert "`handboek` explains each task." in ran.out
        assert "undo" not in ran.out
    office.now += timedelta(days=2)
    assert "undo" not in office.wkc("menu", typed=leaving("anna")).out


def test_undo_is_named_once_something_was_written_down_at_the_start_screen(office: Stage) -> None:
    office.now += timedelta(days=2)
    talk = [
        ("Client (number", "selam"),
        ("Kind of contact", "telefoon"),
        ("Day", ""),
        ("Note", ""),
        ("Is this right?", ""),
    ]
    ran = office.wkc(
        "menu", typed=[("Password", PASSWORD), ("anna> ", "2"), *talk, ("Number", ""), ("anna> ", ""), ("anna> ", "0")]
    )
    first, _, later = ran.out.partition("What next")
    assert "undo" not in first
    assert "`undo` takes your own last mistake back" in later


def test_data_to_take_along_are_made_from_the_menu_in_the_form_that_the_law_wants(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    number = office.json("request", "receive", "2026-1", "--kind", "overdracht")["request"]["number"]
    office.must("request", "identify", number, "--method", "bekend")
    office.must("request", "decide", number, "--decision", "toegewezen")
    typed = [
        ("Password", PASSWORD), ("anna> ", "8"), ("anna> ", "Make the copy"), ("Client (number", "selam"),
        ("Request [", ""), ("Is this right", ""), ("Number (Enter: nothing)", ""), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert json.loads((office.folder / f"{number}.json").read_text(encoding="utf-8"))["soort"] == "overdracht"


def test_a_file_that_cannot_be_written_is_refused_where_it_is_asked_for(office: Stage) -> None:
    office.file("bezet.pdf", "van een ander")
    office.must("settings", "set", "houder.contact", "072-5110000")
    home = '"geboortedatum": "1990-01-01", "adres": "Laat 1", "postcode": "1811 AB", "woonplaats": "Alkmaar"'
    person = f'{{"geslachtsnaam": "Vos", "voornamen": "An", {home}}}'
    office.must("client", "register", *ORDER[:2], "--assignment", "A2", "--from", "-", stdin=person)
    office.must("letter", "notify", "2026-2")
    typed = [
        ("Password", PASSWORD), ("anna> ", "9"), ("anna> ", "Print a letter"), ("Which letter", ""),
        ("File for the PDF", str(office.folder / "nergens" / "brief.pdf")),
        ("File for the PDF", str(office.folder / "bezet.pdf")),
        ("File for the PDF", str(office.home / "brief.pdf")),
        ("File for the PDF", "^C"), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    told = said(office.wkc("menu", typed=typed).err)
    assert f"The file {office.folder / 'nergens' / 'brief.pdf'} cannot be written." in told
    assert f"The file {office.folder / 'bezet.pdf'} is there already." in told
    assert told.count("Nothing was kept.") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("disclosure", "log", "2026-1", "--letter"),
        ("inzage", "export", "2026-1", "--output"),
        ("report", "print", "2026-1", "--opdrachtgever", "Gemeente", "--output"),
        ("agenda", "--ics"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_asked(
    office: Stage, words: tuple[str, ...]
) -> None:
    place = office.folder / "nergens" / "papier.pdf"
    ran = office.wkc(*words, str(place), typed=[])
    assert said(ran.err).startswith(f"wkc: The file {place} cannot be written."), ran.err


def test_after_each_step_of_a_request_only_the_steps_that_it_can_take_are_offered(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    typed = [
        ("Password", PASSWORD), ("anna> ", "5"), ("Client (number", "selam"), ("What the client wants", "inzage"),
        ("Day on which anyone", ""), ("How it came", ""), ("What is asked", ""), ("Is this right", ""),
        ("Number (Enter: nothing)", "9"), ("Number (Enter: nothing)", "1"), ("How it was made sure", "bekend"),
        ("Day", ""), ("Is this right", ""), ("Number (Enter: nothing)", "1"), ("Decision", "toegewezen"),
        ("Is this right", ""), ("Number (Enter: nothing)", "1"), ("Is this right", ""),
        ("Number (Enter: nothing)", "2"), ("Day on which it was sent", ""), ("Is this right", ""),
        ("Number (Enter: nothing)", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    offered = [said(part.split(" 0  Back")[0]) for part in ran.out.split("What next")[1:]]
    assert offered == [
        "1 Make sure who made the request wkc request identify 2 Ask who made the request wkc request ask-identity",
        "1 Decide on a request wkc request decide",
        (
            "1 Make the copy that is handed out wkc inzage export 2 Print a letter wkc letter print"
            " 3 The answer to a request was sent wkc request notify"
        ),
        "1 Print a letter wkc letter print 2 The answer to a request was sent wkc request notify",
        "1 Make the copy that is handed out wkc inzage export",
    ]
    assert "Type one of the numbers, or Enter for nothing." in ran.err
    assert "V2026-0001 - access to the data, Selam Haile, 1993-01-01" in said(ran.out)
    assert (office.folder / "V2026-0001.pdf").stat().st_size > 0


def test_a_step_that_no_request_has_come_to_offers_one_step_before_it_and_ends_at_once(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "8"), ("anna> ", "10"), (f"{FIRST}A request about", "^C"),
        ("anna> ", "11"), ("anna> ", "2"), ("Client", "selam"), ("What the client wants", "inzage"), ("Day on", ""),
        ("How it came", ""), ("What is asked", ""), ("Is this right", ""), ("Number (Enter: nothing)", ""),
        ("anna> ", "9"), ("Client", "selam"), (f"{FIRST}Decide", "n"), ("Client", "^C"),
        ("anna> ", "10"), (f"{FIRST}A request about", "^C"), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert ran.err.count("Request: there is none for this now.") == 4
    assert ran.err.count("Nothing was kept.") == 4


def decide(office: Stage, kind: str, decision: str, *, refused: str | None = None) -> None:
    """Have a request of the client decided on, the refused value proposed before it."""
    number = office.json("request", "receive", "2026-1", "--kind", kind)["request"]["number"]
    office.must("request", "identify", number, "--method", "controlevragen")
    if refused is not None:
        entry = next(
            str(one["number"])
            for one in office.json("client", "show", "2026-1")["dossier"]["entries"]
            if one["field"] == "telefoon"
        )
        office.must("correction", "propose", number, entry, "--why", "onjuist", stdin=refused)
    code = () if refused is None else ("--code", "gegeven_is_juist")
    office.must("request", "decide", number, "--decision", decision, *code, stdin="Het klopt." if code else "")


def test_a_statement_is_asked_for_only_where_a_change_was_refused(office: Stage) -> None:
    decide(office, "inzage", "toegewezen")
    asked = [("Password", PASSWORD), ("anna> ", "8"), ("anna> ", "own statement")]
    none = [(f"{FIRST}A request about", "<"), ("anna> ", "0"), ("anna> ", "0")]
    ran = office.wkc("menu", typed=[*asked, *none])
    assert ran.code == 0, ran.err
    decide(office, "verbetering", "afgewezen", refused="072-5110000")
    said = [("Request [V2026-0002", ""), ("What the client says", "Ik blijf erbij."), ("Is this right", "")]
    ran = office.wkc("menu", typed=[*asked, *said, ("anna> ", "0"), ("anna> ", "0")])
    assert ran.code == 0, ran.err


def test_a_user_id_that_was_given_out_is_refused_before_anything_else_is_asked(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "12"), ("anna> ", "1"), ("USER ID", "anna"), ("USER ID", "ANNA"),
        ("USER ID", "^C"), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    assert office.wkc("menu", typed=typed).err.count("This USER ID was given out already.") == 2


def test_the_clients_of_who_left_go_to_another_without_naming_who_left_again(office: Stage) -> None:
    for coach in ("bram", "dirk"):
        colleague(office, coach, "coach")
    office.must("client", "assign", "2026-1", "--coach", "bram")
    typed = [
        ("Password", PASSWORD), ("anna> ", "11"), ("Who", "bram"), ("Is this right", ""), ("Number (Enter", "1"),
        ("To whom", "dirk"), ("Is this right", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert "Of whom  bram - Bram" in ran.out
    assert "2026-0001 (Selam Haile, 1993-01-01) is now with dirk." in ran.out


OF_THE_CLIENT = {
    "5": ["request receive", "request list", "inzage export", "inzage desk", "correction initiate"],
    "9": [
        "disclosure log", "letter list", "contact list", "disclosure list", "consent list", "document add",
        "disclosure decide", "retention hold", "consent withdraw", "client deceased", "client assign", "client end",
        "letter notify", "letter intake",
    ],
}  # fmt: skip
OF_A_THING = {
    "5": [
        "request ask-identity", "request identify", "correction propose", "request extend", "request decide",
        "request notify", "correction apply", "correction tell", "correction statement", "request withdraw",
        "correction drop", "request show", "request void", "correction lift",
    ],
    "9": ["form print", "breach open", "breach scope", "undo"],
}  # fmt: skip

MENUS_BENEATH = {"5": [], "9": ["Appointments and contacts", "This dossier: mistakes, links, its end"]}


@pytest.mark.parametrize(("menu", "name"), [("5", "Requests about the own data"), ("9", "More")])
def test_the_lines_of_a_menu_of_a_client_keep_their_columns(office: Stage, menu: str, name: str) -> None:
    typed = [("Password", PASSWORD), ("anna> ", "selam"), ("2026-0001> ", menu), ("2026-0001> ", "0")]
    ran = office.wkc("menu", typed=[*typed, ("2026-0001> ", "0"), ("anna> ", "0")])
    shown = (
        ran.out.partition(f"{name} 2026-0001 (Selam Haile, 1993-01-01)\n\n")[2].partition(" 0  Back")[0].splitlines()
    )
    lines = [line for line in shown if "wkc " in line]
    assert [line[4:] for line in shown if line not in lines] == MENUS_BENEATH[menu]
    assert len(lines) > 9
    assert {line.index("wkc ") for line in lines} == {46}
    commands = [line[50:] for line in lines]
    assert [one for one in commands if one.endswith(" 2026-0001")] == [
        f"{one} 2026-0001" for one in OF_THE_CLIENT[menu]
    ]
    assert [one for one in commands if not one.endswith(" 2026-0001")] == OF_A_THING[menu]


@pytest.mark.parametrize("key", [key for key, form in FORMS.items() if form.begins_with_client])
def test_a_line_has_a_number_where_its_command_begins_with_a_client(key: str) -> None:
    answers = {question.key: "sollicitatie" for question in FORMS[key].questions} | {"source": "geregistreerde"}
    assert FORMS[key].command(answers | {"client": "2026-0001"}).words[0] == "2026-0001"


def test_q_goes_back_and_leaves(office: Stage) -> None:
    ran = office.wkc("menu", typed=[("Password", PASSWORD), ("anna> ", "8"), ("anna> ", "q"), ("anna> ", "q")])
    assert ran.code == 0
    assert ran.err.endswith("Signed out.\n")


def test_each_setting_says_what_it_is_beside_its_name() -> None:
    assert set(SETTING_WORDS) == set(SETTINGS)
    assert max(map(len, SETTING_WORDS.values())) <= 40


def test_all_letters_are_offered_in_words(office: Stage) -> None:
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    office.must("settings", "set", "houder.address", "Laan 1, 1811 AB Alkmaar")
    for kind in ("inzage", "verbetering"):
        office.must("request", "receive", "2026-1", "--kind", kind)
    typed = [
        ("Password", PASSWORD), ("anna> ", "9"), ("anna> ", "2"), ("Which letter [all of them]", ""),
        ("File for the PDF", str(office.folder / "alle.pdf")), ("Is this right", "n"), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    assert "Which letter      all of them" in office.wkc("menu", typed=typed).out


def test_no_menu_is_longer_than_a_screen_of_twenty_four_lines() -> None:
    """A heading, an empty line, the way back and the prompt come with the lines of a menu."""
    menus = [item.menu for item in (*START_MENU, *CLIENT_MENU) if item.menu]
    assert len(menus) == 6
    assert max(map(len, menus)) <= 20
