"""One's own mistakes go away (art. 12 and 14.2): each kind of row, and nothing of it anywhere afterwards."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.faults.marks import left, shapes
from tests.prepared import once, prepared
from tests.procedures.older_backup import back_up, restore
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = "geslachtsnaam;voornamen;geboortedatum\nStapper;Suze;1990-01-17\nDal;Kees;1980-02-02\n"
MARK = "Vergismerk"
WORDS = "Dit was van iemand anders."


@prepared
def office(stage: Stage) -> Stage:
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


def take_back(stage: Stage, *row: str, reason: str = "verkeerd_dossier", words: str = WORDS) -> Ran:
    return stage.wkc("--json", "client", "mistake", "2026-1", *row, "--reason", reason, stdin=words)


def entry_number(stage: Stage, value: str, client: str = "2026-1") -> str:
    held = stage.json("client", "show", client)["dossier"]["entries"]
    return next(str(one["number"]) for one in held if one["value"] == value)


@once
def put_entry(stage: Stage) -> tuple[str, ...]:
    source = ("--source", "geregistreerde", "--grondslag", "uavg_30")
    stage.must("client", "record", "2026-1", "sociale_gegevens", *source, stdin=MARK)
    return (entry_number(stage, MARK),)


@once
def put_contact(stage: Stage) -> tuple[str, ...]:
    stage.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin=MARK)
    return ("--contact", "1")


@once
def put_appointment(stage: Stage) -> tuple[str, ...]:
    stage.must("contact", "plan", "2026-1", "--on", "2026-12-01", "--at", "09:41")
    return ("--appointment", "1")


@once
def put_consent(stage: Stage) -> tuple[str, ...]:
    words = ("--purpose", MARK.lower(), "--categories", "1,3", "--how", "schriftelijk")
    stage.must("consent", "give", "2026-1", "--recipient", "Gemeente Alkmaar", *words)
    return ("--consent", "1")


@once
def put_hold(stage: Stage) -> tuple[str, ...]:
    words = ("--ground", "wettelijk_voorschrift", "--citation", MARK, "--until", "2035-01-01", "--categories", "24")
    stage.must("retention", "hold", "2026-1", *words)
    return ("--hold", "1")


MANDATE = {"kind": "gemachtigde", "name": MARK, "from": "2026-01-01", "document": "brief", "on": "2026-11-01"}


@once
def put_mandate(stage: Stage) -> tuple[str, ...]:
    words = ("--kind", "inzage", "--mandate", "-")
    number = stage.json("request", "receive", "2026-1", *words, stdin=json.dumps(MANDATE))["request"]["number"]
    stage.must("request", "withdraw", number)
    return ("--mandate", "1")


@once
def put_disclosure(stage: Stage) -> tuple[str, ...]:
    case = ("--channel", "brief", "--ground", "doel", "--purpose", MARK.lower(), "--categories", "1")
    stage.wkc("disclosure", "log", "2026-1", "--recipient", "UWV", *case)
    return ("--disclosure", "1")


@once
def put_free_mandate(stage: Stage) -> tuple[str, ...]:
    """Put a mandate on file on which nothing rests: the consent that was given with it is taken back."""
    paper = stage.file("mandate.json", json.dumps(MANDATE))
    words = ("--purpose", "voortgang", "--categories", "1", "--how", "schriftelijk", "--mandate", str(paper))
    stage.must("consent", "give", "2026-1", "--recipient", "Gemeente Alkmaar", *words)
    paper.unlink()
    assert take_back(stage, "--consent", "1").code == 0
    return ("--mandate", "1")


@once
def put_document(stage: Stage) -> tuple[str, ...]:
    paper = stage.file("scan.txt", MARK)
    words = ("--category", "10", "--source", "geregistreerde", "--title", MARK)
    stage.must("document", "add", "2026-1", str(paper), *words)
    paper.unlink()
    return ("--document", "1")


PUT = {
    "gegeven": put_entry,
    "contact": put_contact,
    "afspraak": put_appointment,
    "toestemming": put_consent,
    "opschorting": put_hold,
    "verstrekking": put_disclosure,
    "machtiging": put_free_mandate,
    "document": put_document,
}
SEALED = {"gegeven", "contact", "document"}
"""The kinds whose mark is encrypted besides in the register, so that it is found in no byte before either."""


@pytest.mark.parametrize("noun", PUT)
def test_a_mistake_of_each_kind_is_nowhere_nor_in_a_restored_older_backup(office: Stage, noun: str) -> None:
    row = PUT[noun](office)
    mark = ["09:41"] if noun == "afspraak" else [MARK, MARK.lower()]
    assert left(office, shapes(mark)) or noun in SEALED
    backup = back_up(office)
    done = take_back(office, *row)
    assert done.code == 0, done.err
    assert (done.data["mistake"]["noun"], done.data["waits"]) == (noun, False)
    assert left(office, shapes(mark)) == set()
    restore(office, backup)
    assert left(office, shapes(mark)) == set()
    copy = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(copy))
    assert MARK.lower() not in copy.read_text().lower()
    assert office.wkc("doctor").code in {0, 10}


def test_a_line_without_the_value_stays_and_the_copy_tells_when(office: Stage) -> None:
    row = put_entry(office)
    assert take_back(office, *row).code == 0
    shown = office.json("client", "show", "2026-1")["dossier"]
    assert [(one["noun"], one["field"], one["reason"]) for one in shown["mistakes"]] == [
        ("gegeven", "sociale_gegevens", "verkeerd_dossier")
    ]
    copy = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(copy))
    told = json.loads(copy.read_text())["vergissingen"]
    assert [(one["soort"]["code"], one["naam"], one["toelichting"]) for one in told] == [
        ("gegeven", "Sociale gegevens", WORDS)
    ]
    assert told[0]["teruggenomenOp"].startswith("2026-11-23")


def test_the_value_that_was_replaced_holds_again(office: Stage) -> None:
    office.must("client", "record", "2026-1", "geslachtsnaam", "--source", "geregistreerde", stdin=MARK)
    assert take_back(office, entry_number(office, MARK), reason="typefout").code == 0
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [one["value"] for one in held if one["field"] == "geslachtsnaam" and one["closed_at"] is None] == ["Stapper"]
    assert office.json("client", "find", "stapper")["clients"]


def test_the_only_name_of_a_client_stays(office: Stage) -> None:
    ran = take_back(office, entry_number(office, "Stapper"))
    assert (ran.code, ran.error["name"]) == (3, "only_value")


def test_it_moves_to_the_right_dossier(office: Stage) -> None:
    row = put_contact(office)
    assert take_back(office, *row, "--to", "2026-2").data["to"] == "2026-0002"
    assert office.json("contact", "list", "2026-1")["contacts"] == []
    (moved,) = office.json("contact", "list", "2026-2")["contacts"]
    assert (moved["kind"], moved["note"]) == ("gesprek", MARK)
    row = put_entry(office)
    assert take_back(office, *row, "--to", "2026-2").code == 0
    assert entry_number(office, MARK, "2026-2")


@pytest.mark.parametrize("noun", ["afspraak", "toestemming", "opschorting"])
def test_so_do_rows_of_the_other_kinds(office: Stage, noun: str) -> None:
    row = PUT[noun](office)
    assert take_back(office, *row, "--to", "2026-2").code == 0
    nothing = take_back(office, *row)
    assert (nothing.code, nothing.error["name"]) == (5, "mistake_unknown")
    office.must("client", "mistake", "2026-2", row[0], "2", "--reason", "dubbel", stdin=WORDS)


def test_the_numbers_of_the_others_stay(office: Stage) -> None:
    for note in ("een", "twee", "drie"):
        office.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin=note)
    assert take_back(office, "--contact", "1").code == 0
    assert take_back(office, "--contact", "3").code == 0
    office.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="vier")
    kept = office.json("contact", "list", "2026-1")["contacts"]
    assert [(one["number"], one["note"]) for one in kept] == [(2, "twee"), (4, "vier")]


def test_it_does_not_move_to_where_it_stands(office: Stage) -> None:
    ran = take_back(office, *put_contact(office), "--to", "2026-1")
    assert (ran.code, ran.error["name"]) == (6, "mistake_goes_nowhere")
    assert len(office.json("contact", "list", "2026-1")["contacts"]) == 1


def test_a_value_moves_only_to_who_consented_to_its_being_held(office: Stage) -> None:
    held = ("--to-hold", "--categories", "23", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *held)
    source = ("--source", "geregistreerde", "--grondslag", "uitdrukkelijke_toestemming")
    office.must("client", "record", "2026-1", "sociale_gegevens", *source, stdin=MARK)
    row = entry_number(office, MARK)
    ran = take_back(office, row, "--to", "2026-2")
    assert (ran.code, ran.error["name"]) == (6, "consent_to_hold_missing")
    assert entry_number(office, MARK) == row
    office.must("consent", "give", "2026-2", *held)
    assert take_back(office, row, "--to", "2026-2").code == 0


def test_a_moved_birth_date_that_makes_two_look_alike_is_asked_about(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER[:3], "A2", stdin="geslachtsnaam;voornamen\nDal;Kees\n")
    office.must("client", "record", "2026-1", "geboortedatum", "--source", "geregistreerde", stdin="1980-02-02")
    row = entry_number(office, "1980-02-02")
    ran = take_back(office, row, "--to", "2026-3")
    assert (ran.code, ran.error["name"]) == (6, "person_on_file")
    assert take_back(office, row, "--to", "2026-3", "--not-same").code == 0
    office.must("client", "import", "-", *ORDER[:3], "A3", stdin="geslachtsnaam;voornamen\nBos;Kees\n")
    office.must("client", "record", "2026-4", "geboortedatum", "--source", "geregistreerde", stdin="1980-02-02")
    alike = office.wkc(
        "--json", "client", "record", "2026-4", "geslachtsnaam", "--source", "geregistreerde", stdin="Dal"
    )
    assert alike.error["name"] == "person_on_file"


def test_a_consent_moves_only_to_who_can_give_it(office: Stage) -> None:
    office.must("client", "record", "2026-2", "geboortedatum", "--source", "geregistreerde", stdin="2015-01-01")
    ran = take_back(office, *put_consent(office), "--to", "2026-2")
    assert (ran.code, ran.error["name"]) == (3, "consent_not_theirs")


def test_what_an_open_request_asks_to_change_stays_until_that_is_answered(office: Stage) -> None:
    row = put_contact(office)
    number = office.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"]
    asked = json.dumps({"noun": "contact", "row": 1, "why": "onjuist"})
    office.must("correction", "propose", number, "--from", "-", stdin=asked)
    ran = take_back(office, *row)
    assert (ran.code, ran.error["name"]) == (3, "mistake_asked")
    assert len(office.json("contact", "list", "2026-1")["contacts"]) == 1
    office.must("request", "withdraw", number)
    assert take_back(office, *row).code == 0


def test_a_disclosure_moves_to_no_other_dossier(office: Stage) -> None:
    ran = take_back(office, *put_disclosure(office), "--to", "2026-2")
    assert (ran.code, ran.error["name"]) == (3, "mistake_stays")


def test_a_mandate_that_something_rests_on_stays(office: Stage) -> None:
    ran = take_back(office, *put_mandate(office))
    assert (ran.code, ran.error["name"]) == (3, "mistake_in_use")


def test_a_mandate_goes_when_nothing_rests_on_it_any_more(office: Stage) -> None:
    row = put_free_mandate(office)
    assert take_back(office, *row, "--to", "2026-2").code == 0
    (moved,) = office.json("consent", "list", "2026-2")["mandates"]
    assert (moved["name"], moved["document"]) == (MARK, "brief")
    assert office.json("consent", "list", "2026-1")["mandates"] == []


def test_the_appointment_of_a_contact_is_open_again(office: Stage) -> None:
    put_appointment(office)
    office.now += timedelta(days=8)
    office.must("contact", "kept", "2026-1", "1")
    ran = take_back(office, "--appointment", "1")
    assert (ran.code, ran.error["name"]) == (3, "mistake_in_use")
    assert take_back(office, "--contact", "1").code == 0
    (planned,) = office.json("contact", "planned", "2026-1")["appointments"]
    assert planned["outcome"] is None


def test_who_had_the_value_hears_of_it(office: Stage) -> None:
    office.must("client", "record", "2026-1", "geboortedatum", "--source", "geregistreerde", stdin="1990-01-18")
    case = ("--channel", "brief", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *case)
    done = take_back(office, entry_number(office, "1990-01-18")).data
    assert len(done["letters"]) == 1
    due = [one for one in items(office) if one["duty"] == "ontvanger_berichten"]
    assert [(one["subject"], one["count"]) for one in due] == [("2026-0001", 1)]
    office.must("letter", "sent", done["letters"][0])
    assert [one for one in items(office) if one["duty"] == "ontvanger_berichten"] == []


@once
def put_disclosed(stage: Stage) -> str:
    """Let UWV have a wrong birth date, take it back, and give the letter about it."""
    stage.must("client", "record", "2026-1", "geboortedatum", "--source", "geregistreerde", stdin="1990-01-18")
    case = ("--channel", "brief", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")
    stage.must("disclosure", "log", "2026-1", "--recipient", "UWV", *case)
    (letter,) = take_back(stage, entry_number(stage, "1990-01-18"), reason="typefout").data["letters"]
    return str(letter)


def test_the_letter_about_a_mistake_bears_the_day_and_the_address_of_its_printing(office: Stage) -> None:
    letter = put_disclosed(office)
    place = office.folder / "letter.pdf"
    ran = office.wkc("--json", "letter", "print", letter, "--output", str(place))
    assert (ran.code, ran.error["name"]) == (6, "party_address_missing")
    office.must("party", "set", "UWV", "--address", "Postbus 7", "--postcode", "1000 AA", "--place", "Amsterdam")
    office.now += timedelta(days=2)
    office.must("letter", "print", letter, "--output", str(place))
    printed = text_of(place.read_bytes())
    assert squeezed("Postbus 7") in printed
    assert squeezed("25 november 2026") in printed
    assert squeezed("Geboortedatum") in printed


def test_who_cannot_be_told_of_a_mistake_is_given_up_with_reasons_and_the_letter_is_void_no_other_way(
    office: Stage,
) -> None:
    letter = put_disclosed(office)
    ran = office.wkc("--json", "letter", "void", letter, stdin="Toch niet.")
    assert (ran.code, ran.error["name"]) == (6, "letter_bound")
    done = office.json("correction", "tell", letter, "--impossible", stdin="De ontvanger is opgeheven.")
    assert (done["number"], done["voided_on"]) == (letter, "2026-11-23")
    assert [one for one in items(office) if one["duty"] == "ontvanger_berichten"] == []
    ran = office.wkc("--json", "correction", "tell", letter, "--impossible", stdin="Nog eens.")
    assert (ran.code, ran.error["name"]) == (5, "no_letter_waits")


def test_a_letter_about_a_mistake_that_was_sent_is_written_down_by_its_number(office: Stage) -> None:
    letter = put_disclosed(office)
    place = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place))
    (mistake,) = json.loads(place.read_text(encoding="utf-8"))["vergissingen"]
    assert [(one["ontvanger"], one["verzondenOp"]) for one in mistake["berichten"]] == [("UWV", None)]
    (sent,) = office.json("correction", "tell", letter)
    assert (sent["number"], sent["sent_on"]) == (letter, "2026-11-23")
    assert [one for one in items(office) if one["duty"] == "ontvanger_berichten"] == []


def items(stage: Stage) -> list[Any]:
    ran = stage.wkc("--json", "agenda")
    assert ran.code in {0, 10}, ran.err
    return list(ran.data["items"])


@once
def assign_coach(stage: Stage) -> None:
    who = ("--name", "Bram", "--role", "coach", "--function", "f")
    stage.must("user", "designate", "bram", *who, "--new-password-file", str(stage.password_file))
    stage.must("client", "assign", "2026-1", "--coach", "bram")


@pytest.fixture
def coach(office: Stage) -> Stage:
    assign_coach(office)
    return Stage(office.folder, "bram", office.now)


def test_who_typed_it_takes_it_back_within_a_day_and_the_beheerder_makes_it_go_for_good(
    office: Stage, coach: Stage
) -> None:
    row = put_contact(coach)
    assert take_back(coach, *row).data["waits"] is True
    assert coach.json("contact", "list", "2026-1")["contacts"] == []
    lines = len(ledger(office))
    office.now = coach.now
    office.must("client", "show", "2026-1")
    assert len(ledger(office)) == lines + 1


def test_what_a_coach_takes_back_is_out_of_the_file_at_once(office: Stage, coach: Stage) -> None:
    row = put_consent(coach)
    assert left(office, shapes([MARK.lower()]))
    done = take_back(coach, *row).data
    assert (done["waits"], done["purged"]) == (True, True)
    assert left(office, shapes([MARK.lower()])) == set()


def test_undo_in_a_script_says_why_it_takes_nothing_back(office: Stage) -> None:
    put_contact(office)
    ran = office.wkc("--json", "--yes", "undo")
    assert (ran.code, ran.error["name"]) == (2, "undo_reason_missing")
    assert len(office.json("contact", "list", "2026-1")["contacts"]) == 1


def ledger(stage: Stage) -> list[bytes]:
    from wkc.vault.files.home import Home

    path = Home(stage.home).ledger
    return path.read_bytes().splitlines() if path.exists() else []


def test_after_a_day_the_beheerder_does(office: Stage, coach: Stage) -> None:
    row = put_contact(coach)
    coach.now += timedelta(days=2)
    ran = take_back(coach, *row)
    assert (ran.code, ran.error["name"]) == (4, "mistake_too_late")
    office.now = coach.now
    assert take_back(office, *row).code == 0


def test_nobody_takes_back_what_another_wrote_down_but_the_beheerder(office: Stage, coach: Stage) -> None:
    row = put_contact(office)
    coach.now = office.now
    ran = take_back(coach, *row)
    assert (ran.code, ran.error["name"]) == (4, "mistake_of_another")


def test_undo_without_a_terminal_shows_what_it_would_be_and_says_what_to_give(office: Stage) -> None:
    put_contact(office)
    ran = office.wkc("undo")
    assert ran.code == 2
    assert "Your last change, of 2026-11-23 10:00: contact 1 of 2026-0001" in ran.out
    assert "Add --reason typefout, verkeerd_dossier or dubbel" in ran.err
    assert len(office.json("contact", "list", "2026-1")["contacts"]) == 1


def register_by_mistake(stage: Stage) -> None:
    person = '{"geslachtsnaam": "Verkeerd", "voornamen": "Ver", "geboortedatum": "1970-01-01"}'
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2")
    stage.must("client", "register", *order, "--from", "-", stdin=person)


def test_undo_after_a_registration_offers_the_whole_registration(office: Stage) -> None:
    register_by_mistake(office)
    ran = office.wkc("undo", typed=[("What is the mistake", "registration"), ("Type the number again", "2026-0003")])
    assert ran.code == 0, ran.err
    assert "the registration of 2026-0003 (Ver Verkeerd" in ran.out
    assert office.wkc("client", "show", "2026-3").code == 5


def test_a_value_recorded_after_a_registration_is_the_last_change(office: Stage) -> None:
    register_by_mistake(office)
    put_contact(office)
    assert office.json("undo")["registered"] is False


def test_a_coach_learns_who_ends_a_registration(office: Stage, coach: Stage) -> None:
    coach.now = office.now
    register_by_mistake(coach)
    ran = coach.wkc("undo", typed=[("What is the mistake", "registration")])
    assert (ran.code, "`wkc client destroy 2026-0003 --vergissing`" in ran.err) == (4, True)


def test_undo_shows_the_last_change_of_ones_own_and_takes_it_back(office: Stage, coach: Stage) -> None:
    put_contact(coach)
    office.now = coach.now
    put_consent(office)
    coach.now = office.now
    last = coach.json("undo")
    assert (last["change"]["noun"], last["change"]["number"]) == ("contact", 1)
    coach.must("undo", "--reason", "dubbel", stdin=WORDS)
    assert coach.json("contact", "list", "2026-1")["contacts"] == []
    nothing = coach.wkc("--json", "undo")
    assert (nothing.code, nothing.error["name"]) == (5, "nothing_to_undo")


def test_one_row_at_a_time(office: Stage) -> None:
    for row in ((), ("1", "--contact", "1")):
        ran = take_back(office, *row)
        assert (ran.code, ran.error["name"]) == (6, "mistake_kind_missing")
