"""Who asks from outside the register is searched for in every way that is known, before "no data" is said."""

import json

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import prepared
from tests.procedures.test_leaving import session
from tests.stage import Stage
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

PETRA = {
    "geslachtsnaam": "Jansen",
    "voornamen": "Petra",
    "geboortedatum": "03-02-1980",
    "adres": "Laan 1",
    "postcode": "1811 AB",
    "woonplaats": "Alkmaar",
    "e_mail": "huis@example.nl",
    "telefoon": "072 1234567",
}
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


@prepared
def office(stage: Stage) -> Stage:
    """Petra, formerly Jansen and now de Boer-Kuiper, and Ali Yilmaz with a dotless i."""
    people = [PETRA, {"geslachtsnaam": "Y\u0131lmaz", "voornamen": "Ali"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("client", "record", "2026-1", "geslachtsnaam", "--source", "geregistreerde", stdin="de Boer-Kuiper")
    return stage


def asks(stage: Stage, text: str) -> str:
    """Receive a request of somebody outside the register and give its number."""
    return str(stage.json("request", "receive", "--outside", "--kind", "inzage", stdin=text)["request"]["number"])


def found(stage: Stage, typed: str) -> list[str]:
    return [one["client"]["number"] for one in stage.json("client", "find", typed)["clients"]]


def resembling(stage: Stage, number: str, also: str = "") -> list[tuple[str, list[str]]]:
    seen = stage.json("request", "search", number, *(["--also"] if also else []), stdin=also)["candidates"]
    return [(one["client"]["number"], one["agrees"]) for one in seen]


@pytest.mark.parametrize(
    "typed",
    ["Jansen", "Petra", "Kuiper", "P. de Boer", "petra jansen", "HUIS@example.nl", "+31 72 1234567", "1811ab",
     "1811 AB", "1811-AB", "1811", "1980-02-03", "03-02-1980", "Janssen", "Alkmaar", "alkm", "072", "072 12", "+31 72",
     "3 februari 1980", "3-2-1980", "3/2/80", "3.2.1980", "3 feb. 1980", "02-1980", "19800203", "03021980"],
)  # fmt: skip
def test_a_client_is_found_by_a_former_name_a_part_of_it_and_what_else_is_known(office: Stage, typed: str) -> None:
    assert found(office, typed) == ["2026-0001"]


def test_an_import_makes_the_keys_and_a_change_has_those_of_one_client_made_anew(office: Stage) -> None:
    """The change of the fixture came after its import; a value by which nobody is found changes nothing."""
    assert unkeyed(office) == {1}
    assert found(office, "Kuiper") == ["2026-0001"]
    assert unkeyed(office) == set()
    for field, value in (("adres", "Laan 3"), ("postcode", "1811 AC")):
        office.must("client", "record", "2026-2", field, "--source", "geregistreerde", stdin=value)
    assert unkeyed(office) == {2}
    assert found(office, "1811AC") == ["2026-0002"]


def unkeyed(stage: Stage) -> set[int]:
    """Give the rows of the clients whose keys are to be made."""
    with open_alone(Home(stage.home), session(stage).identity) as register:
        rows = register.connection.execute("SELECT client FROM search_key WHERE key = ''").fetchall()
    return {row[0] for row in rows}


def test_words_need_no_quotes(office: Stage) -> None:
    for words in (["1811", "AB"], ["3", "februari", "1980"], ["072", "1234567"], ["petra", "jansen"]):
        seen = office.json("client", "find", *words)["clients"]
        assert [one["client"]["number"] for one in seen] == ["2026-0001"], words


def test_who_is_called_as_a_town_comes_before_who_lives_there(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Alkmaar", "voornamen": "Bo"}]')
    assert found(office, "Alkmaar") == ["2026-0003", "2026-0001"]


def test_a_reason_shows_the_one_of_that_name_and_nobody_who_lives_in_such_a_town(office: Stage) -> None:
    people = [{"geslachtsnaam": "Bergen"}, {"geslachtsnaam": "Dal", "woonplaats": "Bergen"}]
    office.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    password = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    office.user = "bram"
    shown = office.wkc("--json", "--break-glass-file", "-", "client", "find", "bergen", stdin="Mia is ziek.").data
    assert [one["client"]["number"] for one in shown["clients"]] == ["2026-0003"]
    assert shown["more"] is False
    nobody = office.wkc("--json", "--break-glass-file", "-", "client", "find", "alkmaar", stdin="Mia is ziek.")
    assert nobody.error["name"] == "client_unknown"


def test_a_town_has_pages(office: Stage) -> None:
    people = [{"geslachtsnaam": f"Persoon {chr(97 + n)}", "woonplaats": "Oss"} for n in range(25)]
    office.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    first, second = (office.json("client", "find", "oss", "--page", page) for page in ("1", "2"))
    assert [len(first["clients"]), first["more"], len(second["clients"]), second["more"]] == [20, True, 5, False]


@pytest.mark.parametrize("typed", ["Pietersen", "weg@example.nl", "1811 AC", "1980-02-04", "4-2-80", "073", "Bergen"])
def test_a_client_is_not_found_by_what_was_never_theirs(office: Stage, typed: str) -> None:
    assert found(office, typed) == []


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Petra Jansen\nLaan 1, 1811 AB Alkmaar", [("2026-0001", ["naam", "postcode"])]),
        ("mevr. P. de Boer\nDorpsstraat 2", [("2026-0001", ["naam"])]),
        ("A. Yilmaz", [("2026-0002", ["naam"])]),
        ("P. de Vries\nLaan 9, 1811 AC Alkmaar", []),
    ],
)
def test_a_search_shows_who_resembles_and_how(office: Stage, text: str, likely: list[tuple[str, list[str]]]) -> None:
    assert resembling(office, asks(office, text)) == likely


def test_a_search_also_goes_by_what_is_said_besides_the_name(office: Stage) -> None:
    number = asks(office, "K. Vermeer")
    assert resembling(office, number) == []
    assert resembling(office, number, "geboren 3-2-1980\n072-1234567") == [("2026-0001", ["geboortedatum", "telefoon"])]


def test_a_search_leaves_a_line_for_each_dossier_that_it_shows(office: Stage) -> None:
    office.must("request", "search", asks(office, "Petra Jansen"))
    lines = [line for line in office.json("audit", "list")["lines"] if line["action"] == "request.search"]
    assert [line["details"]["found"] for line in lines] == [1]
    assert lines[0]["subject"] is not None


def test_no_data_is_refused_before_identity_to_whom_somebody_resembles(office: Stage) -> None:
    number = asks(office, "Petra Jansen\nLaan 1, 1811 AB Alkmaar")
    ran = office.wkc("--json", "request", "decide", number, "--decision", "geen_gegevens")
    assert (ran.code, ran.error["name"]) == (3, "somebody_resembles")
    assert office.json("request", "show", number)["request"]["state"] == "ontvangen"


def test_no_data_is_said_to_a_namesake_once_who_that_is_was_looked_at(office: Stage) -> None:
    number = asks(office, "Petra Jansen\nDorpsstraat 2, 1234 AB Ons Dorp")
    office.must("request", "identify", number, "--method", "getoond", "--document", "paspoort", stdin="123")
    ran = office.wkc("--json", "request", "decide", number, "--decision", "geen_gegevens")
    assert (ran.code, ran.error["name"]) == (3, "resemblance_unseen")
    office.must("request", "search", number)
    office.must("request", "decide", number, "--decision", "geen_gegevens")


def test_no_data_says_by_what_was_searched(office: Stage) -> None:
    number = asks(office, "P. de Vries\nLaan 9\n1811 AC Alkmaar")
    office.must("request", "decide", number, "--decision", "geen_gegevens")
    place = office.folder / "letter.pdf"
    office.must("letter", "print", "B2026-0002", "--output", str(place))
    said = "Wij hebben in onze registratie gezocht op uw naam (ook als naam van vroeger) en uw postcode."
    assert squeezed(said) in text_of(place.read_bytes())


def test_a_linked_request_keeps_its_days_its_words_and_its_letters(office: Stage) -> None:
    number = asks(office, "P. de Boer\nLaan 1\n1811 AB Alkmaar")
    before = office.json("request", "show", number)
    after = office.json("request", "link", number, "2026-1")
    assert after["request"]["client"]["number"] == "2026-0001"
    assert (after["request"]["has_name"], after["term"], after["letters"]) == (False, before["term"], before["letters"])
    place = office.folder / "letter.pdf"
    office.must("letter", "print", "B2026-0001", "--output", str(place))
    assert squeezed("Petra de Boer-Kuiper") in text_of(place.read_bytes())
    assert [one["number"] for one in office.json("letter", "list", "2026-1")["letters"]] == ["B2026-0001"]
    again = office.wkc("--json", "request", "link", number, "2026-2")
    assert (again.code, again.error["name"]) == (3, "linked_already")


def test_a_name_that_was_wrong_finds_nobody_after_its_correction(office: Stage) -> None:
    assert found(office, "Kuiper") == ["2026-0001"]
    number = office.json("request", "receive", "2026-1", "--kind", "verbetering")["request"]["number"]
    office.must("request", "identify", number, "--method", "bekend")
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    wrong = next(one["number"] for one in entries if one["value"] == "de Boer-Kuiper")
    office.must("correction", "propose", number, str(wrong), "--why", "onjuist", stdin="de Boer")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    office.must("correction", "apply", number, "--output", str(office.folder / "copy.pdf"))
    assert found(office, "Kuiper") == []
    assert found(office, "Boer") == ["2026-0001"]


@pytest.mark.parametrize(
    ("words", "stdin", "names"),
    [
        (('"."',), "", [". Tesfay"]),
        ((".",), "", [". Tesfay"]),
        (('"-"',), "", ["-", "--"]),
        (("-",), "-", ["-", "--"]),
        (("--", "--"), "", ["--"]),
        (("\N{HORIZONTAL ELLIPSIS}",), "", ["\N{HORIZONTAL ELLIPSIS}"]),
        (('"2026"',), "", ["2026"]),
    ],
)
def test_a_name_of_signs_is_found_as_one_reads_it(
    stage: Stage, words: tuple[str, ...], stdin: str, names: list[str]
) -> None:
    rows = [{"geslachtsnaam": name} for name in ("-", "--", "\N{HORIZONTAL ELLIPSIS}", "2026", "Vos")]
    rows.append({"geslachtsnaam": ".", "voornamen": "Tesfay"})
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    found = stage.wkc("--json", "client", "find", *words, stdin=stdin).data["clients"]
    assert sorted(one["name"] for one in found) == sorted(" ".join(reversed(name.split())) for name in names)
