"""What a look leaves for the client to read, and what somebody who may not see a value learns of it."""

import json
import re
from typing import Any

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import write_transaction
from wkc.procedures.core.upgrade import cover_all
from wkc.records.audit import Outcome
from wkc.store.core import audit
from wkc.store.dossier import coverage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--special-basis", "uavg_30")
BERG = (
    '[{"geslachtsnaam": "Berg", "burgerservicenummer": "999083016", "gezondheid": "kan tillen",'
    ' "adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}]'
)


@prepared
def office(stage: Stage) -> Stage:
    """Mo, a medewerker, and Bram, a coach; one client, in nobody's caseload."""
    for user, role in (("mo", "medewerker"), ("bram", "coach")):
        person = ("--name", user, "--role", role, "--function", "f")
        stage.must("user", "designate", user, *person, "--new-password-file", str(stage.password_file))
    stage.must("client", "import", "-", *ORDER, "--assignment", "A1", stdin=BERG)
    return stage


def by(user: str, stage: Stage) -> Stage:
    stage.user = user
    return stage


def looks(stage: Stage) -> list[dict[str, Any]]:
    """Give the look-ups in the client's own copy."""
    place = stage.folder / "copy.json"
    by("anna", stage).must("inzage", "export", "2026-1", "--format", "json", "--output", str(place), "--force")
    found: list[dict[str, Any]] = json.loads(place.read_bytes())["raadplegingen"]
    return found


def test_an_import_of_a_client_on_file_is_a_look_of_its_own(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, "--assignment", "A2", stdin=BERG)
    lines = office.json("audit", "list")["lines"][:2]
    uuid = office.json("client", "find", "berg")["clients"][0]["client"]["uuid"]
    assert [(line["action"], line["subject"]) for line in lines] == [("client.import", uuid), ("client.import", None)]
    assert "client.import" in [look["handeling"]["code"] for look in looks(office)]


def test_a_dry_run_that_meets_a_client_on_file_is_a_look_too(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, "--assignment", "A2", "--dry-run", stdin=BERG)
    assert "client.import" in [look["handeling"]["code"] for look in looks(office)]


def test_a_look_keeps_the_role_in_which_it_was_done(office: Stage) -> None:
    by("mo", office).must("client", "show", "2026-1")
    by("anna", office).must("user", "role", "mo", "coach")
    assert "medewerker" in [look["rol"]["code"] for look in looks(office)]
    assert "coach" not in [look["rol"]["code"] for look in looks(office)]


def test_a_dossier_that_a_reason_opened_is_in_the_copy_also_when_the_command_failed(office: Stage) -> None:
    why = str(office.file("why", "collega is ziek"))
    ran = by("bram", office).wkc(
        "--break-glass-file", why, "contact", "withdraw", "2026-1", "7", stdin="een vergissing"
    )
    assert ran.code == 5
    assert "collega is ziek" in [look["reden"] for look in looks(office)]


@pytest.mark.parametrize("reason", [".", "x", "xxxxxxxxxx", "\u3164\u3164\u3164 \u2800\u2800", "?!? -- ...", "ja ja"])
def test_a_reason_that_says_nothing_opens_nothing(office: Stage, reason: str) -> None:
    ran = by("bram", office).wkc("--json", "--break-glass-file", "-", "client", "show", "2026-1", stdin=reason)
    assert (ran.code, ran.error["name"]) == (6, "reason_empty")


def test_the_reason_is_asked_for_after_the_password(office: Stage) -> None:
    ran = by("bram", office).wkc(
        "--break-glass", "client", "show", "2026-1",
        typed=[("Password", "correct horse battery"), ("Reason to look outside", "collega is ziek")],
    )  # fmt: skip
    assert ran.code == 0


def test_of_a_value_that_is_withheld_nothing_is_told_but_that_there_is_more(office: Stage) -> None:
    dossier = by("mo", office).json("client", "show", "2026-1")["dossier"]
    assert "gezondheid" not in [entry["field"] for entry in dossier["entries"]]
    assert dossier["withheld"] is True
    assert not {"gezondheid", "uavg_30"} & set(re.findall(r"\w+", json.dumps(dossier)))


def test_a_value_that_is_withheld_and_was_replaced_is_not_told_of(office: Stage) -> None:
    record = ("client", "record", "2026-1", "gezondheid", "--source", "geregistreerde", "--grondslag", "uavg_30")
    before = by("mo", office).json("client", "show", "2026-1")["dossier"]
    by("anna", office).must(*record, "--instead", stdin="kan niet tillen")
    assert by("mo", office).json("client", "show", "2026-1")["dossier"] == before


def test_that_a_burgerservicenummer_is_somebodys_is_not_told_behind_their_back(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, "--assignment", "A1", stdin='[{"geslachtsnaam": "Dal"}]')
    why = str(office.file("why", "collega is ziek"))
    bsn = ("client", "record", "2026-2", "burgerservicenummer", "--source", "geregistreerde")
    ran = by("bram", office).wkc("--json", "--break-glass-file", why, *bsn, stdin="999083016")
    assert ran.error["name"] == "bsn_taken"
    assert "collega is ziek" in [look["reden"] for look in looks(office)]
    assert "2026-0001" in [look["number"] for look in office.json("audit", "list", "--break-glass")]


@pytest.mark.parametrize("command", ["check", "log"])
def test_a_disclosure_that_is_refused_was_judged_by_what_is_held_and_is_a_look(office: Stage, command: str) -> None:
    case = {"recipient": "Gemeente", "channel": "brief", "ground": "toestemming", "purpose": "voortgang"}
    told = json.dumps(case | {"categories": "1,25"})
    assert office.wkc("disclosure", command, "2026-1", "--from", "-", stdin=told).code == 3
    assert f"disclosure.{command}" in [look["handeling"]["code"] for look in looks(office)]


def test_a_disclosure_outside_the_caseload_is_no_look_for_nothing_was_seen(office: Stage) -> None:
    case = {"recipient": "Gemeente", "channel": "brief", "ground": "toestemming", "categories": "1"}
    ran = by("bram", office).wkc("disclosure", "check", "2026-1", "--from", "-", stdin=json.dumps(case))
    assert ran.code == 5
    assert "disclosure.check" not in [look["handeling"]["code"] for look in looks(office)]


def test_a_list_of_everybodys_letters_is_a_look_at_each_of_them(office: Stage) -> None:
    office.must("settings", "set", "houder.contact", "072 000 00 00")
    office.must("letter", "notify", "2026-1")
    assert "letter.list" not in [look["handeling"]["code"] for look in looks(office)]
    by("mo", office).must("letter", "list")
    assert "letter.list" in [look["handeling"]["code"] for look in looks(office)]


def test_reading_why_somebody_looked_is_a_look_too(office: Stage) -> None:
    why = str(office.file("why", "collega is ziek"))
    by("bram", office).must("--break-glass-file", why, "client", "show", "2026-1")
    by("anna", office).must("audit", "list", "--break-glass")
    assert "audit.list" in [look["handeling"]["code"] for look in looks(office)]


def test_a_reason_opens_one_dossier_and_no_page_of_them(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, "--assignment", "A2", stdin='[{"geslachtsnaam": "Bergman"}]')
    why = str(office.file("why", "collega is ziek"))
    coach = by("bram", office)
    assert coach.wkc("--break-glass-file", why, "client", "find", "berg").code == 5
    assert len(coach.json("--break-glass-file", why, "client", "find", "bergm")["clients"]) == 1
    assert len(by("anna", office).json("audit", "list", "--break-glass")) == 1


def test_a_refusal_needs_a_reason_that_says_something_too(office: Stage) -> None:
    """Art. 11.6: with reasons; a dot is none."""
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    refuse = ("request", "decide", "V2026-1", "--decision", "afgewezen", "--code", "kennelijk_ongegrond")
    assert office.wkc("--json", *refuse, stdin=".").error["name"] == "reason_empty"
    office.must(*refuse, stdin="De elfde keer dit jaar")


def test_who_is_named_on_an_agenda_reads_that_in_words(office: Stage) -> None:
    by("bram", office).must("client", "find", "berg")
    by("anna", office).must("client", "assign", "2026-1", "--coach", "bram")
    by("bram", office).must("agenda")
    (named,) = (look["handeling"] for look in looks(office) if look["handeling"]["code"] == "agenda.show")
    assert named["omschrijving"] == "uw naam stond op het scherm in de lijst van wat er te doen is"


@pytest.mark.parametrize("role", [{"as": "service"}, {}], ids=["as it is written", "as an older wkc wrote it"])
def test_after_an_upgrade_the_copy_of_who_consented_goes_out_and_says_it_in_words(
    office: Stage, role: dict[str, str]
) -> None:
    office.must("party", "add", "Bakkerij", "--kind", "werkgever")
    consent = ("--purpose", "proefplaatsing", "--categories", "1", "--how", "schriftelijk")
    by("anna", office).must("consent", "give", "2026-1", "--recipient", "Bakkerij", *consent)
    upgraded(office, role)
    office.must("audit", "verify")
    office.must("request", "receive", "2026-1", "--kind", "afschrift")
    office.must("request", "identify", "V1", "--method", "bekend")
    office.must("request", "decide", "V1", "--decision", "toegewezen")
    office.must("request", "review", "V1", "--keep-all")
    place = office.folder / "afschrift.json"
    office.must("inzage", "export", "2026-1", "--request", "V1", "--format", "json", "--output", str(place))
    (look,) = (
        one for one in json.loads(place.read_bytes())["raadplegingen"] if one["handeling"]["code"] == "register.upgrade"
    )
    assert look["rol"]["omschrijving"] == ("een vaste taak van de computer" if role else "de beheerder")
    assert look["handeling"]["omschrijving"].startswith("bij een nieuwe versie van het programma")


def upgraded(office: Stage, role: dict[str, str]) -> None:
    """Write the line by which an upgrade covers the rows of each client."""
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register, write_transaction(register) as store:
        if role:
            cover_all(store, office.now, "anna", role)
        for client in [] if role else [*coverage.with_rows(store)]:
            covers = {"covers": coverage.digest(store, client)}
            audit.write(store, office.now, "anna", "register.upgrade", "beheer", client.uuid, Outcome.DONE, covers)
