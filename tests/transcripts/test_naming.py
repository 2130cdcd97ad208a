"""A number says what it is, and an answer names whom it is about: nobody acts on somebody else by mistake."""

import pytest

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
AAP, NOOT = (
    '{"geslachtsnaam": "Aap", "geboortedatum": "1990-05-01", "telefoon": "06-00000001"}',
    '{"geslachtsnaam": "Noot", "voornamen": "Mies", "geboortedatum": "1968-03-02"}',
)


@prepared
def office(stage: Stage) -> Stage:
    """Two clients; the second has the first request and the first letter."""
    for person in (AAP, NOOT):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=person)
    stage.must("request", "receive", "2026-2", "--kind", "inzage")
    return stage


@pytest.mark.parametrize(
    "words",
    [
        ("request", "show", "2026-0001"),
        ("request", "identify", "2026-0001", "--method", "bekend"),
        ("request", "decide", "2026-0001", "--decision", "toegewezen"),
    ],
    ids=" ".join,
)
def test_a_clients_number_opens_and_decides_no_request_of_somebody_else(office: Stage, words: tuple[str, ...]) -> None:
    refused = office.wkc("--json", *words)
    assert (refused.code, refused.error["name"]) == (6, "request_number_bare")
    assert refused.error["text"] == "2026-0001 is the number of a client, not of a request."
    assert office.json("request", "show", "V2026-1")["request"]["state"] == "ontvangen"


def test_a_clients_number_prints_no_letter_to_somebody_else_and_names_the_clients_own(office: Stage) -> None:
    refused = office.wkc("--json", "letter", "print", "2026-2")
    assert refused.error["text"] == "2026-0002 is the number of a client, not of a letter."
    assert "Letters to this client: B2026-0001." in refused.error["hint"]
    assert not list(office.folder.glob("*.pdf"))


def test_a_coach_learns_nothing_from_the_number_of_another_coachs_client(office: Stage) -> None:
    office.must(
        "user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "c",
        "--new-password-file", str(office.password_file),
    )  # fmt: skip
    office.user = "bram"
    assert office.wkc("--json", "request", "show", "2026-0002").error["name"] == "request_unknown"


@pytest.mark.parametrize("typed", ["V2026-0001", "v2026-1", "V1", "v 1"])
def test_a_request_is_found_by_its_own_number_or_a_shorter_form_of_it(office: Stage, typed: str) -> None:
    assert office.json("request", "show", typed)["request"]["number"] == "V2026-0001"


def test_a_client_of_this_year_is_found_by_the_last_digits(office: Stage) -> None:
    assert office.json("client", "show", "2")["name"] == "Mies Noot"
    assert office.wkc("--json", "client", "show", "9").error["name"] == "client_unknown"


def test_an_answer_names_the_client_with_the_birth_date(office: Stage) -> None:
    assert "2026-0001 (Aap, 1990-05-01)" in office.must("contact", "log", "aap", "--kind", "telefoon").out
    assert "2026-0002 (Mies Noot, 1968-03-02)" in office.must("request", "show", "V1").out


def test_a_list_has_the_name_beside_the_number(office: Stage) -> None:
    assert office.must("request", "list").out.splitlines()[1].split()[:4] == ["V2026-0001", "2026-0002", "Mies", "Noot"]
    assert "2026-0002  Mies Noot" in office.must("letter", "list").out


def test_a_command_to_be_copied_and_a_path_keep_the_number_alone(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    made = office.must("inzage", "export", "2026-1", "--format", "json", "--output", "2026-0001.json").out
    assert "/2026-0001.json holds the copy of 2026-0001 (Aap, 1990-05-01)." in made


def test_a_script_gets_the_number_without_a_name(office: Stage) -> None:
    assert "Noot" not in office.must("--json", "request", "show", "V1").out


def test_the_full_stop_is_the_client_of_the_last_command_in_a_shell(office: Stage) -> None:
    shown = office.wkc(
        "shell",
        typed=[
            ("Password", "correct horse battery"),
            ("anna", "client show noot"),
            ("anna", "contact log . --kind telefoon"),
            ("anna", "exit"),
        ],
    )
    assert "2026-0002 (Mies Noot, 1968-03-02)\n\nContacts" in "\n".join(map(str.rstrip, shown.out.splitlines()))
    assert office.wkc("--json", "client", "show", ".").error["name"] == "no_last_client"


@pytest.mark.parametrize(
    ("dutch", "command"),
    [
        ("formulier list", "form list"), ("rapportage due", "report due"), ("datalek list", "breach list"),
        ("verwerkingen show", "processing show"), ("back-up list", "backup list"), ("collega list", "user list"),
        ("partij list", "party list"), ("instellingen show", "settings show"), ("bewaren due", "retention due"),
        ("brief list", "letter list"), ("verzoek list", "request list"), ("gebruiker list", "user list"),
    ],
)  # fmt: skip
def test_a_dutch_noun_does_what_its_command_does(stage: Stage, dutch: str, command: str) -> None:
    expected, ran = stage.wkc(*command.split()), stage.wkc(*dutch.split())
    assert (ran.code, ran.out, ran.err) == (expected.code, expected.out, expected.err)
