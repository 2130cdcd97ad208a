"""AVG 14: whom an opdrachtgever supplied is told so in time, once, and again of what another one adds."""

import json

import pytest

from tests.prepared import once
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.records.letter import ClientNotice, LetterHead, Matter

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


@once
def taken_in(stage: Stage, *people: dict[str, str]) -> None:
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))


def due(stage: Stage) -> list[tuple[str, str, int]]:
    ran = stage.wkc("--json", "agenda")
    return [(i["on"], i["subject"], i["count"]) for i in ran.data["items"] if i["duty"] == "kennisgeving"]


def duties(stage: Stage) -> list[tuple[str, str, int]]:
    return [(i["duty"], i["subject"], i["count"]) for i in stage.wkc("--json", "agenda").data["items"]]


@once
def notify(stage: Stage, *who: str) -> None:
    """Tell by a letter that is printed and sent today."""
    stage.must("letter", "notify", *who)
    stage.must("letter", "print", "--all", "--output", str(stage.folder / "out.pdf"), "--force")
    stage.must("letter", "sent", "--all")


HOME = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
BERG, DAL = {"geslachtsnaam": "Berg"} | HOME, {"geslachtsnaam": "Dal"} | HOME


def test_new_clients_are_told_within_a_month_of_the_list(stage: Stage) -> None:
    taken_in(stage, BERG, DAL)
    assert due(stage) == [("2026-12-23", "2026-0001", 2)]


def test_the_month_counts_from_the_day_the_list_came(stage: Stage) -> None:
    taken_in(stage, BERG | {"geregistreerd_op": "2026-10-31"})
    assert due(stage) == [("2026-11-30", "2026-0001", 1)]


def test_a_first_contact_makes_it_due_that_day_and_withdrawing_it_does_not(stage: Stage) -> None:
    taken_in(stage, BERG | {"geregistreerd_op": "2026-11-20"})
    stage.must("contact", "log", "2026-1", "--on", "2026-11-21", "--kind", "poging")
    assert due(stage) == [("2026-12-20", "2026-0001", 1)]
    stage.must("contact", "log", "2026-1", "--on", "2026-11-22", "--kind", "telefoon")
    assert due(stage) == [("2026-11-22", "2026-0001", 1)]
    assert stage.wkc("agenda").code == 10
    stage.must("contact", "withdraw", "2026-1", "2", stdin="Dat was iemand anders.")
    assert due(stage) == [("2026-12-20", "2026-0001", 1)]
    assert stage.wkc("agenda").code == 0


def test_a_client_taken_over_with_a_contact_since_was_to_be_told_then(stage: Stage) -> None:
    taken_in(stage, BERG | {"geregistreerd_op": "2026-11-01", "laatste_contact": "2026-11-15"})
    assert due(stage) == [("2026-11-15", "2026-0001", 1)]


def test_a_client_is_told_on_the_day_on_which_the_letter_is_sent_and_once(stage: Stage) -> None:
    taken_in(stage, BERG)
    told = stage.json("letter", "notify", "2026-1")[0]
    assert (told["number"], told["told_on"], told["letter"]["number"]) == ("2026-0001", None, "B2026-0001")
    assert (told["letter"]["kind"], told["letter"]["sent_on"]) == ("kennisgeving", None)
    assert duties(stage) == [("brief_versturen", "B2026-0001", 1)]
    twice = stage.wkc("--json", "letter", "notify", "2026-1")
    assert (twice.code, twice.error["name"]) == (6, "letter_waits")
    assert stage.json("letter", "sent", "B2026-0001")[0]["sent_on"] == "2026-11-23"
    assert duties(stage) == []
    again = stage.wkc("--json", "letter", "notify", "2026-1")
    assert (again.code, again.error["name"]) == (6, "told_already")
    assert len(stage.json("letter", "list")["letters"]) == 1


def test_a_notice_that_was_void_is_owed_again(stage: Stage) -> None:
    taken_in(stage, BERG)
    stage.must("letter", "notify", "2026-1")
    stage.must("letter", "void", "B2026-0001", stdin="Verkeerde opdrachtgever genoemd.")
    assert duties(stage) == [("kennisgeving", "2026-0001", 1)]
    assert stage.wkc("--json", "letter", "sent", "B2026-0001").error["name"] == "letter_voided"
    assert stage.json("letter", "notify", "2026-1")[0]["letter"]["number"] == "B2026-0002"


def test_who_was_told_and_comes_back_is_not_told_again(stage: Stage) -> None:
    suze = BERG | {"burgerservicenummer": "999083016"}
    taken_in(stage, suze)
    notify(stage, "2026-1")
    stage.must("client", "register", *ORDER[:3], "A2", "--from", "-", stdin=json.dumps(suze))
    stage.must("contact", "log", "2026-1", "--on", "2026-11-23", "--kind", "gesprek")
    assert due(stage) == []
    assert [client["client"]["number"] for client in stage.json("client", "list")["clients"]] == ["2026-0001"]


def test_who_was_told_hears_again_of_new_categories_from_another_opdrachtgever(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(stage, BERG | {"burgerservicenummer": "999990019"})
    stage.must("letter", "notify", "2026-1", "--told-on", "2026-11-23")
    stage.must("party", "add", "Gemeente Heiloo", "--kind", "opdrachtgever")
    from_heiloo = ("--opdrachtgever", "Gemeente Heiloo", "--assignment", "H1")
    known = {"geslachtsnaam": "Berg", "burgerservicenummer": "999990019"}
    stage.must("client", "import", "-", *ORDER[:3], "A2", stdin=json.dumps([known | {"opleiding": "MBO"}]))
    stage.must("client", "import", "-", *from_heiloo, stdin=json.dumps([known]))
    assert due(stage) == []
    stage.must("client", "import", "-", *from_heiloo[:3], "H2", stdin=json.dumps([known | {"inkomsten": "ja"}]))
    assert due(stage) == [("2026-12-23", "2026-0001", 1)]
    written: list[Matter] = []

    def as_pdf(_head: LetterHead, matter: Matter) -> bytes:
        written.append(matter)
        return b"%PDF-1.7"

    monkeypatch.setattr("wkc.documents.letter.as_pdf", as_pdf)
    stage.must("letter", "notify", "2026-1")
    (matter,) = written
    assert isinstance(matter, ClientNotice)
    assert (matter.supplier, matter.reference) == ("Gemeente Heiloo", "H2")


def test_who_comes_back_to_what_a_hold_left_is_told_anew(stage: Stage) -> None:
    stage.now = stage.now.replace(year=2021, month=11, day=2)
    bsn = {"burgerservicenummer": "999990019", "geregistreerd_op": "2021-11-02", "financiele_gegevens": "schuld"}
    taken_in(stage, BERG | bsn)
    notify(stage, "2021-1")
    stage.must(
        *("retention", "hold", "2021-1", "--ground", "wettelijk_voorschrift", "--citation", "AWR 52"),
        *("--categories", "17,27", "--until", "2029-01-01"),
    )
    for month in (10, 11):
        stage.now = stage.now.replace(year=2026, month=month, day=25)
        stage.must("retention", "run")
    assert due(stage) == []
    again = BERG | bsn | {"geregistreerd_op": "2026-11-25"}
    stage.must("client", "import", "-", *ORDER[:3], "A2", stdin=json.dumps([again]))
    assert due(stage) == [("2026-12-25", "2021-0001", 1)]


def test_telling_all_tells_each_and_writes_their_letters(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_in(stage, BERG, DAL)
    stage.must("letter", "notify", "2026-1", "--told-on", "2026-11-20")
    taken_in_later = {"geslachtsnaam": "Zee"} | HOME
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(taken_in_later))
    here = stage.folder / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    told = stage.json("letter", "notify", "--all", "--print")
    assert [one["number"] for one in told] == ["2026-0002", "2026-0003"]
    assert sorted(path.name for path in here.iterdir()) == ["B2026-0001.pdf", "B2026-0002.pdf"]
    assert stage.json("letter", "notify", "--all") == []


@pytest.mark.parametrize("address", [{}, {"adres": "Dam 3"}, {"woonplaats": "Heiloo"}])
def test_who_has_no_address_gets_no_letter_and_stays_on_the_agenda(stage: Stage, address: dict[str, str]) -> None:
    taken_in(stage, BERG, {"geslachtsnaam": "Eik"} | address)
    assert [one["number"] for one in stage.json("letter", "notify", "--all")] == ["2026-0001"]
    assert due(stage) == [("2026-12-23", "2026-0002", 1)]
    alone = stage.wkc("--json", "letter", "notify", "2026-2")
    assert (alone.code, alone.error["name"]) == (6, "address_missing")


@pytest.mark.parametrize("mark", ["geheim", "-"])
def test_a_mark_in_the_place_of_an_address_that_is_on_file_from_before_gets_no_letter(stage: Stage, mark: str) -> None:
    taken_in(stage, BERG)
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        register.connection.execute("UPDATE entry SET value = ? WHERE field = 'adres'", (mark,))
    assert stage.wkc("--json", "letter", "notify", "2026-1").error["name"] == "address_missing"


def test_who_was_told_in_another_way_gets_no_letter(stage: Stage) -> None:
    taken_in(stage, BERG)
    assert stage.json("letter", "notify", "2026-1", "--told-on", "20-11-2026")[0]["letter"] is None
    assert stage.json("letter", "list")["letters"] == []
    assert due(stage) == []


def test_an_administration_that_is_taken_over_is_told_already_up_to_a_day(stage: Stage) -> None:
    early, late = (person | {"geregistreerd_op": day} for person, day in ((BERG, "2026-10-01"), (DAL, "2026-10-02")))
    taken_in(stage, early, late)
    assert [one["number"] for one in stage.json("letter", "notify", "--all", "--told-on", "2026-10-01")] == [
        "2026-0001"
    ]
    assert due(stage) == [("2026-11-02", "2026-0002", 1)]
    assert stage.json("audit", "list", "--client", "2026-1")["lines"][0]["details"]["told_on"] == "2026-10-01"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "notify_whom"),
        (["2026-1", "--all"], "notify_whom"),
        (["2026-1", "--told-on", "2026-11-01", "--print"], "notify_whom"),
        (["2026-1", "--told-on", "2026-11-24"], "date_in_future"),
        (["2026-1", "--told-on", "gisteren"], "bad_date"),
        (["2026-9"], "client_unknown"),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_counts_as_told(stage: Stage, words: list[str], name: str) -> None:
    taken_in(stage, BERG)
    assert stage.wkc("--json", "letter", "notify", *words).error["name"] == name
    assert due(stage) == [("2026-12-23", "2026-0001", 1)]


def test_a_coach_tells_the_own_caseload_only(stage: Stage) -> None:
    taken_in(stage, BERG, DAL)
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "Bram", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-2", "--coach", "bram")
    stage.user = "bram"
    assert due(stage) == [("2026-12-23", "2026-0002", 1)]
    assert stage.wkc("letter", "notify", "2026-1").code == 5
    assert [one["number"] for one in stage.json("letter", "notify", "--all")] == ["2026-0002"]


def test_the_notices_that_wait_are_put_nowhere_in_the_folder_of_the_register(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(stage, BERG)
    monkeypatch.chdir(stage.home)
    ran = stage.wkc("--json", "letter", "notify", "2026-1", "--print")
    assert ran.error["name"] == "output_in_register"
    assert due(stage) == [("2026-12-23", "2026-0001", 1)]


def test_a_notice_that_says_not_how_the_office_is_reached_is_none(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([BERG]))
    for words in (["2026-1"], ["--all"]):
        assert stage.wkc("--json", "letter", "notify", *words).error["name"] == "houder_unreachable"
    assert due(stage) == [("2026-12-23", "2026-0001", 1)]


def test_a_notice_names_all_that_is_held_so_who_may_not_see_that_does_not_make_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    grounds = ("--special-basis", "uavg_30", "--criminal-basis", "uavg_33")
    person = BERG | {"gezondheid": "kan tillen", "detentie": "geen"}
    stage.must("client", "import", "-", *ORDER, *grounds, stdin=json.dumps([person]))
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", "--name", "Mo", "--role", "medewerker", "--function", "f", *password)
    told: list[tuple[str, ...]] = []

    def as_pdf(head: LetterHead, matter: Matter) -> bytes:
        assert isinstance(matter, ClientNotice)
        told.append(matter.categories)
        return head.number.encode()

    monkeypatch.setattr("wkc.documents.letter.as_pdf", as_pdf)
    stage.user = "mo"
    assert stage.wkc("--json", "letter", "notify", "2026-1").error["name"] == "not_permitted"
    assert told == []
    stage.user = "anna"
    stage.must("letter", "notify", "2026-1")
    held = ("Naam", "Adres en bereikbaarheid", "Woonplaats", "Detentie", "Gezondheid en inzetbaarheid")
    assert told == [held]
