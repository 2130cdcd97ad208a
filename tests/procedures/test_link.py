"""Two dossiers of one person become one under the older number, and two again with all that was in them."""

import functools
import json
import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.prepared import once, prepared
from tests.stage import PASSWORD, Ran, Stage
from wkc.errors.link import LinkUndecided
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import link as links
from wkc.store.queries import schema

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
ANNA = {
    "geslachtsnaam": "Meijer",
    "voornamen": "Anna",
    "geboortedatum": "1980-02-03",
    "adres": "Laat 1",
    "woonplaats": "Alkmaar",
    "telefoon": "0612345678",
    "gezondheid": "mag niet tillen",
}
AGAIN = ANNA | {
    "geslachtsnaam": "Meyer",
    "adres": "Dijk 5",
    "telefoon": "06-12345678; 0725123456",
    "gezondheid": "slecht ter been",
}


@once
def told(stage: Stage, *people: dict[str, str], reference: str = "A1") -> None:
    """Take people in, each for somebody new, and write down that they were told of it."""
    options = ("--special-basis", "uavg_30") if any("gezondheid" in person for person in people) else ()
    for person in people:
        words = ("client", "register", *ORDER, reference, "--not-same", "--from", "-", *options)
        number = stage.json(*words, stdin=json.dumps(person))["client"]["number"]
        stage.must("letter", "notify", number, "--told-on", "2026-11-23")


@prepared
def office(stage: Stage) -> Stage:
    """Anna is in two dossiers, 2026-0001 and 2026-0002, and had a talk in each."""
    told(stage, ANNA, AGAIN)
    for number, day in (("2026-1", "2026-11-20"), ("2026-2", "2026-11-21")):
        stage.must("contact", "log", number, "--on", day, "--kind", "gesprek", "--note", stdin=f"Notitie {number}.")
    return stage


def linked(stage: Stage, *takes: str) -> Ran:
    options = [word for take in takes for word in ("--take", take)]
    return stage.wkc("--json", "--yes", "client", "link", "2026-2", "2026-1", *options)


TAKES = ("geslachtsnaam=2026-0001", "adres=2026-0002")


def test_the_older_number_goes_on_and_the_other_leads_to_it(office: Stage) -> None:
    done = linked(office, *TAKES).data
    assert (done["into"]["number"], done["client"]["number"]) == ("2026-0001", "2026-0002")
    assert office.json("client", "show", "2026-2")["dossier"]["client"]["number"] == "2026-0001"
    assert [one["client"]["number"] for one in office.json("client", "list")["clients"]] == ["2026-0001"]
    for name in ("Meijer", "Meyer"):
        assert [one["client"]["number"] for one in office.json("client", "find", name)["clients"]] == ["2026-0001"]


def test_what_was_in_both_is_in_the_one_and_opens(office: Stage) -> None:
    linked(office, *TAKES)
    shown = office.json("client", "show", "2026-1")
    held = {(e["field"], e["value"]) for e in shown["dossier"]["entries"] if e["closed_at"] is None}
    assert held >= {
        ("geslachtsnaam", "Meijer"),
        ("adres", "Dijk 5"),
        ("telefoon", "0612345678"),
        ("telefoon", "0725123456"),
        ("gezondheid", "mag niet tillen"),
        ("gezondheid", "slecht ter been"),
    }
    assert ("adres", "Laat 1") not in held
    assert ("telefoon", "06-12345678") not in held
    assert {one["note"] for one in shown["dossier"]["contacts"]} == {"Notitie 2026-1.", "Notitie 2026-2."}
    assert shown["joined"] == ["2026-0002"]
    assert shown["term"]["from_on"] == "2026-11-23"


def numbered(stage: Stage, client: str) -> set[tuple[str, int]]:
    """Give each value that a dossier shows, current or not, with its number."""
    entries = stage.json("client", "show", client)["dossier"]["entries"]
    return {(one["value"], one["number"]) for one in entries}


def talks(stage: Stage, client: str) -> dict[str, int]:
    return {one["note"]: one["number"] for one in stage.json("contact", "list", client)["contacts"]}


def test_numbers_lead_to_the_same_rows_after_a_link(office: Stage) -> None:
    ours, theirs = numbered(office, "2026-1"), numbered(office, "2026-2")
    linked(office, *TAKES)
    assert numbered(office, "2026-1") == ours | {(value, 1000 + number) for value, number in theirs}
    assert talks(office, "2026-1") == {"Notitie 2026-1.": 1, "Notitie 2026-2.": 2}


def test_a_mistake_named_as_before_the_link_hits_the_same_row(office: Stage) -> None:
    number = dict(numbered(office, "2026-2"))["slecht ter been"]
    linked(office, *TAKES)
    assert mistaken(office, "--contact", "2").data["number"] == 2
    assert mistaken(office, str(number)).data["number"] == 1000 + number
    assert mistaken(office, str(1000 + number)).error["name"] == "mistake_unknown"
    assert talks(office, "2026-1") == {"Notitie 2026-1.": 1}
    assert {"mag niet tillen", "slecht ter been"} & dict(numbered(office, "2026-1")).keys() == {"mag niet tillen"}


def mistaken(stage: Stage, *row: str) -> Ran:
    """Take a row back that is named by a number of the dossier that leads to another."""
    return stage.wkc("--json", "client", "mistake", "2026-2", *row, "--reason", "dubbel", stdin="Tweemaal.")


def test_a_field_that_both_have_is_chosen_by_hand(office: Stage) -> None:
    ran = linked(office, "adres=2026-0002")
    assert (ran.code, ran.error["name"]) == (6, "link_undecided")
    assert "Geslachtsnaam" in ran.error["text"]
    assert linked(office, "adres=2026-0003", "geslachtsnaam=2026-0001").error["name"] == "link_undecided"
    assert linked(office, "adres").error["name"] == "take_wrong"


def test_a_secret_address_does_not_give_way_to_an_open_one(office: Stage) -> None:
    secret = ("--source", "geregistreerde", "--geheim", "wet", "--citation", "Wet BRP art. 2.59")
    office.must("client", "record", "2026-2", "adres", *secret, stdin="Opvanghuis 9")
    ran = linked(office, "geslachtsnaam=2026-0001", "adres=2026-0001")
    assert (ran.code, ran.error["name"]) == (3, "secret_ends")
    assert linked(office, "geslachtsnaam=2026-0001", "adres=2026-0002").code == 0
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    stands = [one for one in held if one["field"] == "adres" and one["closed_at"] is None]
    assert [(one["value"], one["provenance"]["geheim"]) for one in stands] == [("Opvanghuis 9", "wet")]


def test_a_link_is_shown_first_and_asked_at_a_terminal(office: Stage) -> None:
    typed = [("Geslachtsnaam", "2026-0001"), ("Adres", "2026-0002"), ("Enter links them", "")]
    ran = office.wkc("client", "link", "2026-1", "2026-2", typed=typed)
    assert "2026-0001 (Anna Meijer) goes on; 2026-0002 (Anna Meyer) will lead to it." in ran.out
    assert "now; values that were ended: 6." in ran.out


def test_what_cannot_be_linked_is_said(office: Stage) -> None:
    assert office.wkc("--json", "--yes", "client", "link", "2026-1", "2026-1").error["name"] == "link_itself"
    assert office.wkc("--json", "--yes", "client", "link", "2026-1", "2026-9").error["name"] == "client_unknown"
    assert office.wkc("--json", "--yes", "client", "unlink", "2026-2").error["name"] == "not_linked"
    office.must(
        "client", "register", *ORDER, "A9", "--not-same", "--from", "-", stdin=json.dumps(ANNA | {"gezondheid": ""})
    )
    open_notice = office.wkc("--json", "--yes", "client", "link", "2026-1", "2026-3")
    assert (open_notice.code, open_notice.error["name"]) == (3, "link_barred")
    linked(office, *TAKES)
    assert linked(office, *TAKES).error["name"] == "dossier_linked_already"


def test_a_link_is_undone_only_when_somebody_says_so(office: Stage) -> None:
    linked(office, *TAKES)
    assert office.wkc("--json", "client", "unlink", "2026-2").error["name"] == "no_terminal"
    assert office.wkc("client", "unlink", "2026-2", typed=(("Take the two dossiers apart?", ""),)).code == 130
    assert office.json("client", "show", "2026-1")["joined"] == ["2026-0002"]
    assert office.wkc("client", "unlink", "2026-2", typed=(("Take the two dossiers apart?", "yes"),)).code == 0
    assert office.json("client", "show", "2026-1")["joined"] == []


def test_what_came_since_is_of_neither_alone_and_a_link_stays(office: Stage) -> None:
    linked(office, *TAKES)
    office.must("contact", "log", "2026-2", "--on", "2026-11-23", "--kind", "telefoon")
    ran = office.wkc("--json", "--yes", "client", "unlink", "2026-2")
    assert (ran.code, ran.error["name"]) == (3, "link_grown")
    assert "contacts" in ran.error["text"]


def test_the_copy_has_the_looks_at_both(office: Stage) -> None:
    def actions(number: str) -> list[str]:
        return [line["action"] for line in office.json("audit", "list", "--client", number)["lines"]]

    before = [*actions("2026-1"), *actions("2026-2")]
    linked(office, *TAKES)
    after = actions("2026-1")
    assert {action: after.count(action) for action in before if action != "audit.list"} == {
        action: before.count(action) for action in before if action != "audit.list"
    }


def test_a_destroyed_dossier_takes_the_number_that_leads_to_it_along(office: Stage) -> None:
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    linked(office, *TAKES)
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing")
    for number in ("2026-1", "2026-2"):
        assert office.wkc("--json", "client", "show", number).error["name"] == "client_unknown"
    office.must("--yes", "backup", "restore", backup)
    assert office.json("client", "list")["clients"] == []


def test_sealed_values_of_a_linked_dossier_survive_a_rotation_of_the_keys(office: Stage) -> None:
    linked(office, *TAKES)
    stage = office
    stage.must("user", "designate", "bram", "--name", "Bram", "--role", "coach", "--function", "coach",
               "--new-password-file", str(stage.password_file))  # fmt: skip
    stage.must("--yes", "user", "revoke", "bram")
    shown = stage.json("client", "show", "2026-1")
    assert {one["note"] for one in shown["dossier"]["contacts"]} == {"Notitie 2026-1.", "Notitie 2026-2."}
    stage.must("--yes", "client", "unlink", "2026-2")
    assert [one["note"] for one in stage.json("client", "show", "2026-2")["dossier"]["contacts"]] == ["Notitie 2026-2."]


@functools.cache
def tables_with_a_client() -> list[str]:
    """List the tables with a client, but for what is made anew when it is needed."""
    plain = sqlite3.connect(":memory:")
    plain.executescript(schema())
    return [
        name
        for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name != "search_key"
        and (name == "client" or any(row[2] == "client" for row in plain.execute(f"PRAGMA foreign_key_list({name})")))
    ]


def rows_about_clients(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Read every row of each table with a client, in the order of its keys."""
    return read_rows(session, *(f"SELECT * FROM {name}" for name in tables_with_a_client()))


def read_rows(session: Session, *queries: str) -> dict[str, list[tuple[object, ...]]]:
    with session.opened() as register:
        cursor = register.connection.cursor()
        cursor.row_factory = None
        return {query: cursor.execute(query).fetchall() for query in queries}


def people() -> Iterator[dict[str, str]]:
    """Make 200 people; some share a birth date or a name, some have notes of a sealed class, contacts, numbers."""
    chance = random.Random(16)  # noqa: S311  (rows, no secrets)
    for n in range(200):
        person = {
            "geslachtsnaam": chance.choice(("Meijer", "Bakker", "Vos", "Yilmaz", "de Wit"))
            + chance.choice(("", " A", " B")),
            "voornamen": chance.choice(("Anna", "Bo", "Cem", "")),
            "geboortedatum": chance.choice(("1980-02-03", "1981", "", "1990-12-31")),
            "adres": chance.choice(("Laat 1", f"Dijk {n}", "")),
            "woonplaats": chance.choice(("Alkmaar", "alkmaar", "Heiloo", "")),
            "telefoon": chance.choice(("0612345678", "06-12345678; 0725123456", "")),
            "gezondheid": chance.choice(("", "mag niet tillen", f"zin {n}")),
            "laatste_contact": chance.choice(("", "2026-11-01", "2025-01-31")),
            "geregistreerd_op": chance.choice(("", "2026-10-01", "2025-01-01")),
        }
        yield {code: value for code, value in person.items() if value}


def test_linking_and_unlinking_any_two_of_200_dossiers_gives_back_what_there_was(stage: Stage) -> None:
    rows = list(people())
    everybody = f"1-{len(rows)}"
    words = ("client", "import", "-", *ORDER, "A1", "--special-basis", "uavg_30", "--not-same", everybody)
    stage.must(*words, stdin=json.dumps(rows))
    stage.must("letter", "notify", "--all", "--told-on", "2026-11-23")
    for number in ("2025-1", "2026-2", "2026-7"):
        stage.must("contact", "log", number, "--on", "2026-11-20", "--kind", "gesprek", "--note", stdin="Een notitie.")
        stage.must("consent", "give", number, "--recipient", "Gemeente Alkmaar", "--purpose", "stage",
                   "--how", "e_mail", "--categories", "1")  # fmt: skip
        stage.must("request", "receive", number, "--kind", "inzage")
        stage.must("retention", "hold", number, "--ground", "rechtszaak", "--until", "2030-01-01")
        stage.must("contact", "plan", number, "--on", "2026-12-01", "--kind", "gesprek")
    numbers = [row[0] for row in rows_numbers(stage)]
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    chance = random.Random(17)  # noqa: S311
    pairs = [("2025-0001", "2026-0002"), ("2026-0007", "2026-0002")]
    pairs += [tuple(chance.sample(numbers, 2)) for _ in range(58)]  # type: ignore[misc]
    before = rows_about_clients(here)
    for one, other in pairs:
        takes: dict[str, str] = {}
        for conflict in links.plan(here, one, other).conflicts:
            takes[conflict.field.code] = chance.choice(list(conflict.values))
        done = links.link(here, one, other, takes)
        led_on, left_behind = read_rows(
            here, "SELECT * FROM link", f"SELECT * FROM entry WHERE client = {done.client.id}"
        ).values()
        assert {row[0] for row in led_on} == {done.client.id}
        assert not left_behind
        links.unlink(here, done.client.number)
        assert rows_about_clients(here) == before, (one, other)


def rows_numbers(stage: Stage) -> list[tuple[str]]:
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        return [tuple(row) for row in register.connection.execute("SELECT number FROM client ORDER BY id")]


def doubles(stage: Stage) -> str:
    found = json.loads(stage.wkc("--json", "doctor").out)["data"]["findings"]
    return " ".join(one["facts"]["pairs"] for one in found if one["check"] == "doubles")


def test_the_doctor_names_likely_doubles_until_they_are_linked_or_said_to_be_two(office: Stage) -> None:
    told(office, ANNA | {"geslachtsnaam": "Bos"}, ANNA | {"geboortedatum": "1980-02-04"})
    assert doubles(office) == ""
    record(office, "2026-3", "Meijer", "--same-as", "2026-0001", "--same-as", "2026-0002")
    assert doubles(office) == "2026-0001+2026-0003 2026-0002+2026-0003"
    office.must("client", "link", "2026-3", "2026-1", "--not-same")
    assert doubles(office) == "2026-0002+2026-0003"
    words = ("--take", "geslachtsnaam=2026-2", "--take", "adres=2026-2", "--take", "gezondheid=2026-2")
    office.must("--yes", "client", "link", "2026-2", "2026-3", *words)
    assert doubles(office) == ""
    assert office.wkc("doctor").code in {0, 10}


def record(stage: Stage, number: str, surname: str, *answer: str) -> None:
    stage.must("client", "record", number, "geslachtsnaam", "--source", "geregistreerde", *answer, stdin=surname)


def test_nobody_is_asked_again_about_who_was_said_to_be_somebody_else(office: Stage) -> None:
    record(office, "2026-2", "Zwart")
    record(office, "2026-2", "Meijer")
    told(office, ANNA | {"geslachtsnaam": "Bos"})
    ran = office.wkc(
        "--json", "client", "record", "2026-3", "geslachtsnaam", "--source", "geregistreerde", stdin="Meijer"
    )
    assert (ran.code, ran.error["name"]) == (6, "person_on_file")


def test_two_who_have_a_burgerservicenummer_each_are_two_people(office: Stage) -> None:
    for number, bsn in (("2026-1", "999990639"), ("2026-2", "999990019")):
        words = ("client", "record", number, "burgerservicenummer", "--source", "geregistreerde", "--not-same")
        office.must(*words, stdin=bsn)
    ran = linked(office, *TAKES, "burgerservicenummer=2026-0001")
    assert (ran.code, ran.error["name"]) == (3, "link_barred")
    assert "burgerservicenummer" in ran.error["text"]
    wrong = str(dict(numbered(office, "2026-2"))["999990019"])
    office.must("client", "mistake", "2026-2", wrong, "--reason", "typefout", stdin="Verkeerd overgenomen.")
    assert linked(office, *TAKES).code == 0


def test_letters_and_papers_of_the_other_number_open_in_the_one(office: Stage) -> None:
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    number = office.json("letter", "intake", "2026-2")["letter"]["number"]
    scan = office.folder / "scan.txt"
    scan.write_text("Een verklaring.")
    office.must("document", "add", "2026-2", str(scan), "--category", "25", "--source", "geregistreerde",
                "--grondslag", "uavg_30")  # fmt: skip
    linked(office, *TAKES)
    paper, copy = office.folder / "paper.pdf", office.folder / "copy.txt"
    office.must("letter", "print", number, "--output", str(paper))
    assert paper.read_bytes().startswith(b"%PDF")
    office.must("document", "export", "2026-1", "1", "--output", str(copy))
    assert copy.read_text() == "Een verklaring."
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(office.folder / "inzage.json"))
    told_of = (office.folder / "inzage.json").read_text()
    assert "Notitie 2026-1." in told_of
    assert "Notitie 2026-2." in told_of


def test_five_years_count_from_the_latest_of_both_and_the_numbers_go_together(office: Stage) -> None:
    linked(office, *TAKES)
    office.now = office.now.replace(year=2031, month=11, day=23)
    assert "2026-0001" in office.must("retention", "due").out
    assert "2026-0002" not in office.must("retention", "due").out


def test_what_a_duty_keeps_of_a_linked_dossier_opens_and_goes_as_one(office: Stage) -> None:
    linked(office, *TAKES)
    office.must("retention", "hold", "2026-1", "--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52",
                "--categories", "25", "--until", "2033-12-31")  # fmt: skip
    for year, month in ((2031, 10), (2031, 11), (2031, 12)):
        office.now = office.now.replace(year=year, month=month, day=25)
        office.must("retention", "run")
    shown = office.json("client", "show", "2026-2")["dossier"]
    assert {e["value"] for e in shown["entries"]} >= {"mag niet tillen", "slecht ter been"}
    assert shown["contacts"] == []
    assert office.wkc("--json", "--yes", "client", "unlink", "2026-2").error["name"] == "link_reduced"
    for month in (1, 2, 3):
        office.now = office.now.replace(year=2034, month=month, day=25)
        office.wkc("retention", "run")
    assert office.wkc("--json", "client", "show", "2026-2").error["name"] == "client_unknown"


def test_a_hold_of_the_one_keeps_the_sealed_values_of_the_other_for_who_cannot_open_them(office: Stage) -> None:
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "Zvw 1", "--categories", "25", "--until", "2040-01-01")
    office.must("retention", "hold", "2026-1", *duty)
    assert linked(office, *TAKES).code == 0
    key = str(office.folder / "cron.key")
    office.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    cron = Stage(office.folder, "cron", office.now, credentials=office.folder / "cron.key")
    for day in (datetime(2031, 11, 30, 9, tzinfo=UTC), datetime(2032, 1, 15, 9, tzinfo=UTC)):
        cron.now = day
        cron.wkc("retention", "run")
    office.now = cron.now
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert sorted(one["value"] for one in held if one["field"] == "gezondheid") == [
        "mag niet tillen",
        "slecht ter been",
    ]
    assert {one["field"] for one in held} == {"geslachtsnaam", "voornamen", "gezondheid"}


def test_a_choice_that_was_not_made_links_nothing(office: Stage) -> None:
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    before = rows_about_clients(here)
    with pytest.raises(LinkUndecided):
        links.link(here, "2026-1", "2026-2", {})
    assert rows_about_clients(here) == before
