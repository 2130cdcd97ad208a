"""On a terminal the words that are missing are asked for, one at a time; a wrong answer is asked again."""

import pytest

from tests.stage import PASSWORD, Stage
from tests.transcripts.test_interface import every_command
from wkc.cli.forms.missing import CODES, known_words

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")


@pytest.fixture
def office(stage: Stage) -> Stage:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Aap"}')
    return stage


def test_a_party_is_put_on_file_by_two_answers(stage: Stage) -> None:
    ran = stage.wkc(
        "party", "add", typed=[("The name of the organisation", "Bakkerij"), ("Kind of organisation", "werkgever")]
    )
    assert ran.out == "Bakkerij is on file as employer.\n"


def test_a_client_is_asked_for_by_a_search(office: Stage) -> None:
    ran = office.wkc("contact", "log", typed=[("Number, name, birth date", "aap"), ("Kind of contact", "telefoon")])
    assert "2026-0001 (Aap)" in ran.out


def test_a_word_that_is_not_on_the_list_is_asked_again(stage: Stage) -> None:
    typed = [("The name", "Bakkerij"), ("Kind of organisation", "winkel"), ("Kind of organisation", "werk")]
    ran = stage.wkc("party", "add", typed=typed)
    assert "This is not on the list." in ran.err
    assert "Bakkerij is on file as employer." in ran.out


def test_designating_a_colleague_is_five_answers(stage: Stage) -> None:
    ran = stage.wkc(
        "user",
        "designate",
        typed=[
            ("A USER ID", "bram"),
            ("Password", PASSWORD),
            ("The name of the person", "Bram Bos"),
            ("Role", "coach"),
            ("The function of the person", "coach"),
            ("New password", "kort"),
            ("New password", "een eigen wachtwoord"),
            ("The same again", "een ander wachtwoord"),
            ("New password", "een eigen wachtwoord"),
            ("The same again", "een eigen wachtwoord"),
        ],
    )
    assert "bram is designated as coach." in ran.out
    assert "A password needs at least 8 characters." in ran.err
    assert "The two passwords are not the same." in ran.err


@pytest.mark.parametrize(("said", "day"), [("vandaag", "2026-11-23"), ("Gisteren", "2026-11-22")])
def test_a_day_may_be_said_in_a_word(office: Stage, said: str, day: str) -> None:
    logged = office.json("contact", "log", "aap", "--kind", "telefoon", "--on", said)
    assert [one["on"] for one in logged["contacts"]] == [day]


def test_a_script_gets_an_error_for_what_is_missing(stage: Stage) -> None:
    assert stage.wkc("--json", "party", "add").error["text"] == "NAME is missing."
    assert stage.wkc("--yes", "party", "add", typed=[]).code == 2


def test_a_wrong_password_is_asked_three_times(stage: Stage) -> None:
    right = stage.wkc("whoami", typed=[("Password", "wrong one"), ("Password", "wrong two"), ("Password", PASSWORD)])
    assert right.code == 0
    assert right.err.count("Signing in failed") == 2
    assert stage.wkc("whoami", typed=[("Password", "wrong again")] * 3).code == 7


def test_the_last_characters_and_the_reasons_are_asked_until_they_can_be(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    identify = ("request", "identify", "V1", "--method", "getoond", "--document", "paspoort")
    ran = office.wkc(*identify, typed=[("Last three", "12345"), ("Last three", "1a9")])
    assert "identity esta" in ran.out
    refuse = ("request", "decide", "V1", "--decision", "afgewezen", "--code", "buitensporig")
    reasons = [("Reasons", "x"), ("Reasons", "Dit is de vierde keer deze maand.")]
    ran = office.wkc(*refuse, typed=[*reasons, ("Decide so?", "yes")])
    assert "This is no reason that somebody else can follow." in ran.err
    assert "decided, not" in ran.out


def test_what_cannot_be_taken_back_is_said_with_the_name_and_confirmed(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    office.must("request", "identify", "V1", "--method", "bekend")
    decide = ("request", "decide", "V1", "--decision", "toegewezen")
    ran = office.wkc(*decide, typed=[("Decide so?", "no")])
    assert "V2026-0001 access to the data 2026-0001 (Aap): granted." in ran.err
    assert office.json("request", "show", "V1")["request"]["ruling"] is None
    assert office.wkc(*decide, typed=[("Decide so?", "yes")]).code == 0
    ran = office.wkc("request", "notify", "V1", typed=[("Is it in the post?", "no")])
    assert "The days to go to court count from then." in ran.err
    assert office.json("request", "show", "V1")["request"]["state"] == "besloten"


def test_each_list_of_words_belongs_to_a_parameter_and_has_words() -> None:
    parameters = {
        f"{' '.join(path)} {one.opts[0] if one.param_type_name == 'option' else one.metavar}"
        for path, command in every_command()
        for one in command.params
    }
    assert set(CODES) <= parameters
    for place in CODES:
        command, name = place.rsplit(" ", 1)
        assert known_words(command, name), place


def test_help_and_the_words_of_the_work_are_known_as_commands(office: Stage) -> None:
    assert "Usage: wkc" in office.must("help").out
    assert office.must("opdrachtgever", "list").out == office.must("party", "list").out
    refused = office.wkc("disclosure", "decide", "2026-1", "1")
    assert "--allow or --refuse is missing." in refused.err


def test_a_folder_for_backups_that_is_not_there_is_said_when_it_is_set(office: Stage) -> None:
    place = office.folder / "nergens"
    ran = office.must("settings", "set", "backup.folder", str(place))
    assert f"The folder for backups {place} is not there. Connect or mount what it is on" in ran.out


@pytest.mark.parametrize("word", ["BSN", "mobiel", "e-mailadres", "achternaam"])
def test_a_field_is_named_as_lists_name_it_too(office: Stage, word: str) -> None:
    record = ("--json", "client", "record", "2026-1", word, "--source", "geregistreerde")
    assert office.wkc(*record, stdin="").error["name"] == "value_empty"


def test_a_part_of_a_field_is_no_field(office: Stage) -> None:
    record = ("--json", "client", "record", "2026-1", "huisnummer", "--source", "geregistreerde")
    assert office.wkc(*record, stdin="1").error["name"] == "field_unknown"
