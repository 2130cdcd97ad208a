"""Breaches: whom one reached comes from the log, from a copy or by number; a destroyed person stays as a count."""

import json
from datetime import timedelta

import pytest

from tests.faults.marks import left, shapes
from tests.prepared import once, prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = "geslachtsnaam;adres;gezondheid\nStapper;Laat 12;kan niet tillen\nDal;Laat 14;\nBerg;;\n"


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    who = ("--name", "Bram", "--role", "medewerker", "--function", "f")
    stage.must("user", "designate", "bram", *who, "--new-password-file", str(stage.password_file))
    return stage


@once
def opened(stage: Stage) -> str:
    number = stage.json("breach", "open", "--kind", "diefstal", stdin="Een Lekmerk laptop is weg.")["breach"]["number"]
    return str(number)


def persons(stage: Stage, number: str, *said: str) -> dict[str, list[int]]:
    found = stage.json("breach", "scope", number, *said)["breach"]["persons"]
    return {one["client"]: one["categories"] for one in found}


def test_what_a_user_saw_since_a_moment_comes_from_the_log(office: Stage) -> None:
    looks = Stage(office.folder, "bram", office.now)
    looks.must("client", "show", "2026-2")
    looks.now += timedelta(hours=2)
    looks.must("client", "show", "2026-1")
    office.now = looks.now
    since = (office.now + timedelta(hours=0, minutes=10)).strftime("%Y-%m-%d %H:%M")  # UTC: an hour before, here
    assert persons(office, opened(office), "--user", "bram", "--since", since) == {"2026-0001": [1, 2, 25]}


@pytest.mark.parametrize("words", [("open",), ("update", "D1", "--events")], ids=lambda words: words[0])
def test_a_kind_that_is_none_is_said_before_anybody_writes_what_happened(office: Stage, words: tuple[str, ...]) -> None:
    opened(office)
    assert office.wkc("--json", "breach", *words, "--kind", "onzin").error["name"] == "kind_unknown"


def test_the_log_keeps_how_a_scope_was_made(office: Stage) -> None:
    number = opened(office)
    office.must("breach", "scope", number, "--copy-of", "2026-11-22")
    office.must("breach", "scope", number, "--user", "bram", "--since", "2026-11-23 08:00")
    lines = [line["details"] for line in office.json("audit", "list")["lines"] if line["action"] == "breach.scope"]
    assert [line.get("copy_of") for line in lines] == [None, "2026-11-22"]
    assert next((line.get("user"), line.get("since")) for line in lines) == ("bram", "2026-11-23T07:00:00+00:00")


def test_the_screen_says_whose_data_and_which(office: Stage) -> None:
    number = opened(office)
    office.must("breach", "scope", number, "--copy-of", "2026-11-23")
    lines = [line.split() for line in office.must("breach", "show", number).out.splitlines()]
    assert ["2026-0001", "1,", "2,", "25"] in lines


def test_a_lost_copy_holds_everybody_of_its_day(office: Stage) -> None:
    assert set(persons(office, opened(office), "--copy-of", "2026-11-23")) == {"2026-0001", "2026-0002", "2026-0003"}
    assert persons(office, opened(office), "--copy-of", "2026-11-22") == {}


def test_or_they_are_named_and_their_opdrachtgever_hears_of_it(office: Stage) -> None:
    office.must("party", "set", "Gemeente", "--breach-hours", "24")
    number = opened(office)
    assert persons(office, number, "2026-1", "2026-2") == {"2026-0001": [1, 2, 25], "2026-0002": [1, 2]}
    (party,) = office.json("breach", "show", number)["breach"]["parties"]
    assert (party["party"], party["notified_at"]) == ("Gemeente Alkmaar", None)
    assert party["due_at"] is not None


def test_notes_and_papers_are_among_what_was_there_to_see(office: Stage) -> None:
    office.must("contact", "log", "2026-2", "--kind", "gesprek", "--note", stdin="Zoekt werk in de buurt.")
    paper = str(office.file("diploma.txt", "Diploma lassen"))
    about = ("--category", "10", "--source", "geregistreerde", "--title", "diploma")
    office.must("document", "add", "2026-3", paper, *about)
    found = persons(office, opened(office), "2026-2", "2026-3")
    assert found == {"2026-0002": [1, 2, 29], "2026-0003": [1, 10]}


def test_who_is_destroyed_stays_as_one_of_a_count(office: Stage) -> None:
    number = opened(office)
    persons(office, number, "2026-1", "2026-2")
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing")
    breach = office.json("breach", "show", number)["breach"]
    assert (breach["gone"], [one["client"] for one in breach["persons"]]) == (1, ["2026-0002"])


def test_who_was_destroyed_before_the_scope_is_counted_once(office: Stage) -> None:
    Stage(office.folder, "bram", office.now).must("client", "show", "2026-2")
    office.now += timedelta(hours=1)
    office.must("--yes", "client", "destroy", "2026-3", "--vergissing")  # A dossier that nobody ever looked at.
    office.must("--yes", "client", "destroy", "2026-2", "--vergissing")
    number = opened(office)
    assert persons(office, number, "--user", "bram", "--since", "2026-11-23 08:00") == {}
    assert office.json("breach", "show", number)["breach"]["gone"] == 1
    assert set(persons(office, number, "--copy-of", "2026-11-23")) == {"2026-0001"}
    assert set(persons(office, number, "--copy-of", "2026-11-22")) == {"2026-0001"}
    assert office.json("breach", "show", number)["breach"]["gone"] == 2


def test_what_is_known_earlier_is_due_earlier_to_an_opdrachtgever_too(office: Stage) -> None:
    office.must("party", "set", "Gemeente", "--breach-hours", "24")
    number = opened(office)
    persons(office, number, "2026-1")
    found = office.json("breach", "update", number, "--known-at", "2026-11-23 08:10")
    assert found["breach"]["parties"][0]["due_at"] == "2026-11-24T07:10:00Z"
    assert found["ap_until"] == "2026-11-26T07:10:00Z"


def test_whoever_works_here_reports_one_and_the_beheerder_has_it_on_the_agenda(office: Stage) -> None:
    reporter = Stage(office.folder, "bram", office.now)
    ran = reporter.must("breach", "open", "--kind", "verlies", stdin="Een Lekmerk usb-stick is weg.")
    assert "The beheerder has this breach on the agenda now" in ran.out
    assert reporter.wkc("breach", "decide", "D2026-1", "--no-ap", "--no-persons", "--from", "-", stdin="{}").code != 0
    assert reporter.wkc("breach", "list").code == reporter.wkc("breach", "show", "D2026-1").code == 4
    office.now = reporter.now
    (item,) = (one for one in office.json("agenda")["items"] if one["duty"] == "datalek_besluiten")
    assert (item["subject"], item["hours"]) == ("D2026-0001", 71)
    breach = office.json("breach", "show", "D2026-1")["breach"]
    assert (breach["recorded_by"], breach["events"]) == ("bram", "Een Lekmerk usb-stick is weg.")


def test_it_is_kept_three_years_and_forgotten_then(office: Stage) -> None:
    number = opened(office)
    reasons = '{"ap": "De schijf was versleuteld.", "persons": "Er is geen hoog risico."}'
    office.must("breach", "decide", number, "--no-ap", "--no-persons", "--from", "-", stdin=reasons)
    office.must("breach", "close", number, stdin="De sloten zijn vervangen.")
    office.now += timedelta(days=2 * 365)
    office.wkc("retention", "run")
    assert office.json("breach", "list")
    office.now += timedelta(days=366)
    office.wkc("retention", "run")
    assert office.json("breach", "list") == []
    assert left(office, shapes(["Lekmerk"])) == set()


def test_the_words_about_a_breach_are_sealed(office: Stage) -> None:
    opened(office)
    assert left(office, shapes(["Lekmerk"])) == set()


@pytest.mark.parametrize("typed", ["Bram Berg, Laat 14, kan niet tillen", "brom", "geen gebruiker"])
def test_a_user_who_was_never_designated_is_refused_and_no_word_of_it_is_in_the_log(office: Stage, typed: str) -> None:
    number = opened(office)
    ran = office.wkc("--json", "breach", "scope", number, "--user", typed, "--since", "2026-11-23 08:00")
    assert (ran.code, ran.error["name"]) == (5, "user_unknown")
    assert typed not in json.dumps(office.json("audit", "list"), ensure_ascii=False)


def test_a_user_is_known_by_capitals_too_and_after_leaving(office: Stage) -> None:
    looks = Stage(office.folder, "bram", office.now)
    looks.must("client", "show", "2026-2")
    office.must("user", "revoke", "bram")
    found = persons(office, opened(office), "--user", " Bram", "--since", "2026-11-23 08:00")
    assert list(found) == ["2026-0002"]
    (line,) = [one for one in office.json("audit", "list")["lines"] if one["action"] == "breach.scope"]
    assert line["details"]["user"] == "bram"
