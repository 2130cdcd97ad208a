"""The screen by role: each line proposes what its reader may do, and looks outside the caseload are seen."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.cli.forms.start_screen import START_MENU, list_permitted
from wkc.records.user import Role

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
HOME = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
COLLEAGUE = "A client of a colleague, in an emergency"
WHY = "Carla is ziek en meneer Dal belt over zijn intake."


@prepared
def office(stage: Stage) -> Stage:
    """Coach bram with client Berg, and client Dal, who is nobody's."""
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "Bram", "--role", "coach", "--function", "coach", *password)
    rows = json.dumps([{"geslachtsnaam": "Berg"} | HOME, {"geslachtsnaam": "Dal"}])
    stage.must("client", "import", "-", *ORDER, stdin=rows)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


def said(text: str) -> str:
    return " ".join(text.split())


def lines_of(role: Role) -> list[str]:
    return [item.line for item in list_permitted(START_MENU, role)]


def test_the_menu_offers_a_colleagues_client_to_who_needs_a_reason_for_it() -> None:
    assert COLLEAGUE in lines_of(Role.COACH)
    assert COLLEAGUE in lines_of(Role.MANAGEMENT)
    assert COLLEAGUE not in lines_of(Role.BEHEERDER)
    assert COLLEAGUE not in lines_of(Role.MEDEWERKER)


def test_a_coach_opens_a_colleagues_client_from_the_menu_and_gives_the_reason_once(office: Stage) -> None:
    bram = replace(office, user="bram")
    typed = [
        ("Password", PASSWORD),
        ("bram> ", "in an emergency"),
        ("Reason to look outside your caseload", WHY),
        ("Number, name", "dal"),
        ("bram> ", "0"),
    ]
    ran = bram.wkc("menu", typed=typed)
    assert "This is `wkc --noodinzage client show`." in ran.err
    assert "2026-0002 (Dal)" in ran.out


def test_management_opens_one_dossier_by_its_number_and_is_offered_no_search(office: Stage) -> None:
    password = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "max", "--name", "Max", "--role", "management", "--function", "m", *password)
    typed = [
        ("Password", PASSWORD), ("max> ", "in an emergency"), ("Reason to look", WHY), ("Dossier number", ""),
        ("Dossier number", "2026-2"), ("max> ", "0"),
    ]  # fmt: skip
    ran = replace(office, user="max").wkc("menu", typed=typed)
    assert "2026-0002 (Dal)" in ran.out
    assert "Find a client" not in ran.out
    assert {one["outcome"] for one in office.json("audit", "list", "--user", "max")["lines"]} == {"done"}


def test_the_agenda_says_who_looked_at_whom_and_the_review_shows_why_before_it_asks(office: Stage) -> None:
    bram = replace(office, user="bram")
    bram.must("--break-glass-file", "-", "client", "show", "2026-2", stdin=WHY)
    line = next(one for one in office.json("agenda")["items"] if one["duty"] == "inzien_nagaan")
    assert (line["by"], line["client"]) == ("bram", "2026-0002")
    review = f"`wkc audit review {line['subject']}`"
    assert f"see why bram looked outside the caseload ({review}), 2026-0002" in said(office.must("agenda").out)
    kept = office.wkc("audit", "review", line["subject"], typed=[("Is the reason good", "no")])
    assert WHY in said(kept.out)
    assert office.json("audit", "list", "--break-glass")[0]["line"] == int(line["subject"])
    office.wkc("audit", "review", line["subject"], typed=[("Is the reason good", "yes")])
    assert office.json("audit", "list", "--break-glass") == []


def test_a_coach_puts_a_new_employer_on_file_in_the_middle_of_a_disclosure(office: Stage) -> None:
    bram = replace(office, user="bram")
    typed = [
        ("Recipient", "new"),
        ("Name of the organisation", "Bakkerij Bol"),
        ("Bakkerij Bol, employer: Enter puts it on file", ""),
        ("How is it asked", "brief"),
        ("Ground", "doel"),
        ("For which purpose", "bemiddeling"),
        ("Category of annex I", "1"),
        ("Another category", ""),
        ("Note", ""),
    ]
    ran = bram.wkc("disclosure", "check", "2026-1", typed=typed)
    assert "Bakkerij Bol is on file as employer." in ran.err
    assert [one["name"] for one in office.json("party", "list")] == ["Bakkerij Bol", "Gemeente Alkmaar"]


REST = [
    ("How is it asked", "brief"), ("Ground", "doel"), ("For which purpose", "bemiddeling"),
    ("Category of annex I", "1"), ("Another category", ""), ("Note", ""),
]  # fmt: skip


def test_a_sign_that_goes_back_becomes_no_organisation_and_a_wrong_name_or_kind_is_typed_again(office: Stage) -> None:
    typed = [
        ("Recipient", "new"), ("Name of the organisation", "<"),
        ("Recipient", "new"), ("Name of the organisation", "?!"), ("Name of the organisation", "Bakerij Bol"),
        ("Kind of organisation", "<"), ("Name of the organisation", "Bakerij Bol"),
        ("Kind of organisation", "werkgever"),
        ("Bakerij Bol, employer: Enter puts it on file", "n"),
        ("Name of the organisation", "Bakkerij Bol"), ("Kind of organisation", "werkgever"),
        ("Bakkerij Bol, employer: Enter puts it on file", ""), *REST,
    ]  # fmt: skip
    ran = office.wkc("disclosure", "check", "2026-1", typed=typed)
    assert "has a letter or a digit in it" in ran.err
    assert [one["name"] for one in office.json("party", "list")] == ["Bakkerij Bol", "Gemeente Alkmaar"]


def test_an_organisation_that_is_on_file_already_is_taken_or_another_name_is_typed(office: Stage) -> None:
    typed = [
        ("Recipient", "new"), ("Name of the organisation", "gemeente ALKMAAR"),
        ("Gemeente Alkmaar is on file already. Enter takes it", "n"),
        ("Name of the organisation", "gemeente alkmaar"), ("Gemeente Alkmaar is on file already", ""), *REST,
    ]  # fmt: skip
    ran = office.wkc("disclosure", "check", "2026-1", typed=typed)
    assert "Gemeente Alkmaar" in ran.out
    assert [one["name"] for one in office.json("party", "list")] == ["Gemeente Alkmaar"]


@pytest.mark.parametrize("name", ["<", "?!", "..."])
def test_a_name_of_signs_only_is_no_organisation(office: Stage, name: str) -> None:
    ran = office.wkc("--json", "party", "add", name, "--kind", "werkgever")
    assert ran.error["name"] == "party_name_wrong"


def test_a_value_of_a_sealed_class_has_its_class_beside_it(office: Stage) -> None:
    health = ("client", "record", "2026-1", "gezondheid", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must(*health, stdin="Kan goed zitten")
    seen = said(office.must("client", "show", "2026-1").out)
    assert "Kan goed zitten" in seen
    assert seen.count("[bijzonder]") == 1


def test_letters_are_listed_newest_first_for_all_and_for_one(office: Stage) -> None:
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    office.must("letter", "notify", "2026-1")
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    for listed in (office.must("letter", "list").out, office.must("letter", "list", "2026-1").out):
        assert listed.index("B2026-0002") < listed.index("B2026-0001")
        assert "receipt of a request, V2026-0001" in said(listed)


def test_the_steps_of_a_term_are_by_day(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    shown = office.must("request", "extend", "V2026-1", "--code", "complex", stdin="Het is veel werk.").out
    days = [
        line[:10] for line in shown.partition("Term\n")[2].partition("answer by")[0].splitlines() if line[:2] == "20"
    ]
    assert len(days) > 3
    assert days == sorted(days)


def test_a_verb_that_people_try_is_the_one_that_a_noun_has(office: Stage) -> None:
    assert "Berg" in office.must("klant", "zoek", "berg").out
    assert "Berg" in office.must("client", "lijst").out
    assert office.must("organisatie", "nieuw", "Bakkerij", "--kind", "werkgever").out.startswith("Bakkerij is on file")
    assert office.wkc("client", "bak").code == 2


def test_the_kinds_of_values_are_in_words(bare: Stage) -> None:
    fields = bare.must("client", "fields").out
    assert "partial" not in fields
    assert "date or year" in said(fields)


def test_several_clients_go_to_a_coach_at_once_and_are_named(office: Stage) -> None:
    given = office.must("client", "assign", "2026-1", "2026-2", "--coach", "bram").out
    assert "2 clients are now with bram." in given
    assert "2026-0002" in given
    assert office.json("client", "assign", "dal", "--coach", "bram") == {"coach": "bram", "numbers": ["2026-0002"]}
    assert office.wkc("client", "assign", "2026-1", "2026-9", "--coach", "bram").code == 5


def test_the_log_is_listed_by_user_and_by_day(office: Stage) -> None:
    bram = replace(office, user="bram")
    bram.must("client", "show", "2026-1")
    office.now += timedelta(days=1)
    office.must("client", "show", "2026-1")
    by_bram = office.json("audit", "list", "--user", "bram")["lines"]
    assert {line["user_id"] for line in by_bram} == {"bram"}
    days = office.json("audit", "list", "--client", "2026-1", "--from", "24-11-2026")["lines"]
    assert [(line["user_id"], line["action"]) for line in days] == [("anna", "client.show")]
    before = office.json("audit", "list", "--to", "2026-11-23")["lines"]
    assert {line["at"][:10] for line in before} == {"2026-11-23"}
    assert office.json("audit", "list", "--to", "gisteren")["lines"] == before
    assert office.wkc("--json", "audit", "list", "--user", "niemand").error["name"] == "user_unknown"
    backwards = office.wkc("--json", "audit", "list", "--from", "2026-11-24", "--to", "2026-11-23")
    assert backwards.error["name"] == "period_backwards"


def test_after_a_list_a_person_reads_what_comes_next(office: Stage) -> None:
    listed = office.file("lijst.csv", "geslachtsnaam\nZee\n")
    typed = [("Enter takes them in", "")]
    taken = office.wkc("client", "import", str(listed), *ORDER, typed=typed)
    assert "`wkc client assign --unassigned --coach ID`" in taken.out
    assert "`wkc letter notify --all`" in taken.out
    script = office.must("--yes", "client", "import", str(listed), "--opdrachtgever", "gemeente", "--assignment", "A2",
                         "--not-same", "2")  # fmt: skip
    assert "What next" not in script.out


def test_a_telephone_number_has_ten_digits_and_a_new_one_asks_what_it_replaces(office: Stage) -> None:
    number = ("client", "record", "2026-1", "telefoon", "--source", "geregistreerde")
    assert office.wkc("--json", *number, stdin="06-1234").code == 6
    office.must(*number, stdin="06-12345678")
    office.wkc(*number, typed=[("In the place of", "06-12345678"), ("Telefoon", "072-5112233")])
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    standing = [one["value"] for one in held if one["field"] == "telefoon" and one["closed_at"] is None]
    assert standing == ["072-5112233"]


def test_an_appointment_is_planned_for_a_day_in_a_word_and_the_log_asked_by_one(office: Stage) -> None:
    planned = office.json("contact", "plan", "2026-1", "--on", "morgen")["appointments"]
    assert [one["on"] for one in planned] == ["2026-11-24"]
    moved = office.json("contact", "move", "2026-1", "1", "--on", "overmorgen")["appointments"]
    assert "2026-11-25" in [one["on"] for one in moved]
    assert office.wkc("--json", "contact", "plan", "2026-1", "--on", "gisteren").error["name"] == "day_past"
    assert office.json("audit", "report", "2026-1", "--from", "gisteren", "--to", "vandaag")["last"] == "2026-11-23"


def test_the_menu_takes_a_word_for_the_day_of_an_appointment(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD),
        ("anna> ", "berg"),
        ("2026-0001> ", "2"),
        ("Day", "volgende week"),
        ("Day", "morgen"),
        ("Time", ""),
        ("Kind of appointment", ""),
        ("Is this right?", ""),
        ("2026-0001> ", "0"),
        ("anna> ", "0"),
    ]
    office.wkc("menu", typed=typed)
    assert [one["on"] for one in office.json("contact", "planned", "2026-1")["appointments"]] == ["2026-11-24"]
