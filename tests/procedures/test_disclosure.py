"""Disclosures on file: what is kept of one, who may make it, what the beheerder can and cannot allow."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import prepared
from tests.procedures.test_act import session
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.rules.dossier.field import BY_CODE
from wkc.store.disclosure import disclosure as disclosures
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

ROWS = [
    {"geslachtsnaam": "Vos", "adres": "Laat 1", "inkomsten": "Krantenwijk", "gezondheid": "Mag niet tillen"},
    {"geslachtsnaam": "Berg", "adres": "Bierkade 2"},
]
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
END = ("client", "end", "2026-1", "--opdrachtgever", "Gemeente", "--assignment", "A1")
PROGRESS = {"recipient": "Gemeente", "channel": "brief", "ground": "doel", "purpose": "voortgang"}
BY_CONSENT = {"recipient": "Hogeschool", "channel": "brief", "ground": "toestemming", "purpose": "opleiding"}
URGENT = {"recipient": "Hogeschool", "channel": "brief", "ground": "dringende_reden", "reason": "Spoedje van de school"}


@prepared
def office(stage: Stage) -> Stage:
    """Two clients, the first of coach bram; a school and UWV on file."""
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(ROWS))
    stage.must("party", "add", "Hogeschool", "--kind", "derde")
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    for party in ("Hogeschool", "UWV", "Gemeente Alkmaar"):
        stage.must("party", "set", party, "--address", "Postbus 1", "--postcode", "1800 AA", "--place", "Alkmaar")
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "Bram", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


def ask(stage: Stage, case: dict[str, Any], categories: list[int], *more: str, client: str = "2026-1") -> int:
    told = json.dumps(case | {"categories": categories})
    return stage.wkc("--json", "disclosure", "log", client, "--from", "-", *more, stdin=told).code


def shown(stage: Stage, number: int) -> Any:
    return stage.json("disclosure", "show", "2026-1", str(number))


def goes(disclosure: Any) -> list[str]:
    return sorted(item["field"] for item in disclosure["items"] if item["dropped"] is None)


def last_line(stage: Stage) -> Any:
    return stage.json("audit", "list")["lines"][0]


def raw(stage: Stage) -> bytes:
    """Give all that the three tables hold, as the file has it."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    tables = ("disclosure", "disclosure_step", "disclosure_entry")
    with open_alone(Home(stage.home), here.identity) as register:
        rows = [tuple(row) for table in tables for row in register.connection.execute(f"SELECT * FROM {table}")]
    return repr(rows).encode()


def test_check_leaves_an_audit_line_and_nothing_else(office: Stage) -> None:
    told = json.dumps(PROGRESS | {"categories": [1]})
    office.must("disclosure", "check", "2026-1", "--from", "-", stdin=told)
    assert last_line(office)["action"] == "disclosure.check"
    assert office.json("disclosure", "list")["disclosures"] == []


def test_progress_goes_to_an_opdrachtgever_up_to_the_last_day_of_the_assignment(office: Stage) -> None:
    ended = office.json(*END, "--on", "2026-11-23")
    assert (ended["assignment"]["reference"], ended["assignment"]["until_on"]) == ("A1", "2026-11-23")
    assert ask(office, PROGRESS, [1]) == 0
    office.now = office.now.replace(day=24)
    assert ask(office, PROGRESS, [1]) == 3
    assert shown(office, 2)["steps"][1]["reason"] == "ontvanger_buiten_doel"


def test_an_assignment_ends_not_before_it_began_and_only_where_there_is_one(office: Stage) -> None:
    early = office.wkc("--json", *END, "--on", "2026-11-22")
    assert (early.code, early.error["name"]) == (6, "period_backwards")
    other = office.wkc("--json", *END[:-1], "A2")
    assert (other.code, other.error["name"]) == (5, "assignment_unknown")
    assert office.json("client", "show", "2026-1")["dossier"]["assignments"][0]["until_on"] is None


def test_who_was_not_told_yet_must_be_by_the_day_data_go_to_another_than_who_supplied_them(office: Stage) -> None:
    def due() -> list[str]:
        items = office.wkc("--json", "agenda").data["items"]
        return [item["on"] for item in items if item["duty"] == "kennisgeving"]

    assert due() == ["2026-12-23"]
    assert ask(office, PROGRESS, [1]) == 0
    assert due() == ["2026-12-23"]
    assert ask(office, URGENT, [1]) == 3
    assert due() == ["2026-12-23"]
    office.now = office.now.replace(day=25)
    office.must("disclosure", "decide", "2026-1", "2", "--allow", stdin="Dat mag deze keer")
    assert due() == ["2026-11-25", "2026-12-23"]


def test_what_is_refused_is_on_file_as_an_attempt(office: Stage) -> None:
    assert ask(office, BY_CONSENT, [2]) == 3
    line = last_line(office)
    assert (line["action"], line["outcome"]) == ("disclosure.log", "refused")
    assert line["details"]["reason"] == "toestemming_ontbreekt"
    kept = shown(office, 1)
    assert (kept["outcome"], goes(kept)) == ("geweigerd", [])


def test_the_audit_line_names_codes_and_numbers_only(office: Stage) -> None:
    ask(office, URGENT, [1, 2])
    details = last_line(office)["details"]
    assert set(details) == {"as", "party", "ground", "categories", "outcome", "disclosure"}
    assert (details["ground"], details["categories"]) == ("dringende_reden", [1, 2])


def test_no_value_and_no_reason_stands_in_what_is_kept(office: Stage) -> None:
    ask(office, PROGRESS, [1, 2], "--letter", str(office.folder / "brief.pdf"))
    ask(office, URGENT | {"note": "Aan de balie verteld"}, [2])
    office.must("disclosure", "decide", "2026-1", "2", "--allow", stdin="Dat is redelijk")
    kept = raw(office)
    for secret in (b"Vos", b"Laat 1", b"Spoedje", b"balie", b"redelijk"):
        assert secret not in kept
    assert b"adres" in kept


def test_of_a_letter_only_its_date_and_sha_256_stay(office: Stage) -> None:
    place = office.folder / "brief.pdf"
    assert ask(office, PROGRESS, [1, 2], "--letter", str(place)) == 0
    letter = place.read_bytes()
    assert last_line(office)["details"]["sha256"] == hashlib.sha256(letter).hexdigest()
    assert shown(office, 1)["letter"]["sha256"] == hashlib.sha256(letter).hexdigest()
    assert squeezed("Laat 1") in text_of(letter)
    assert not any(letter[:200] in path.read_bytes() for path in office.home.iterdir() if path.is_file())


def test_what_is_not_allowed_makes_no_letter(office: Stage) -> None:
    place = office.folder / "brief.pdf"
    assert ask(office, URGENT, [2], "--letter", str(place)) == 3
    assert not place.exists()


def test_a_letter_that_cannot_be_written_is_told_before_anything_is_judged(office: Stage) -> None:
    place = office.file("brief.pdf", "van iemand anders")
    assert ask(office, PROGRESS, [1], "--letter", str(place)) == 6
    assert ask(office, PROGRESS, [1], "--letter", str(office.home / "brief.pdf")) == 6
    assert ask(office, PROGRESS, [1], "--letter", str(Path("/nowhere/brief.pdf"))) == 1
    assert office.json("disclosure", "list")["disclosures"] == []
    assert place.read_text(encoding="utf-8") == "van iemand anders"


def test_what_changed_before_the_beheerder_said_yes_does_not_go(office: Stage) -> None:
    assert ask(office, URGENT, [2, 14]) == 3
    secret = ("--source", "geregistreerde", "--geheim", "ambt")
    office.must("client", "record", "2026-1", "adres", *secret, stdin="Geheim adres")
    decided = office.json("disclosure", "decide", "2026-1", "1", "--allow", stdin="Dat is goed")
    assert goes(decided) == ["inkomsten"]
    assert [item["dropped"] for item in decided["items"] if item["field"] == "adres"] == ["niet_meer_vastgelegd"]


def test_the_beheerder_cannot_allow_what_the_regulation_refuses_by_now(office: Stage) -> None:
    assert ask(office, URGENT, [2]) == 3
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Nieuw adres")
    ran = office.wkc("disclosure", "decide", "2026-1", "1", "--allow", stdin="Toch maar")
    assert ran.code == 3
    assert "niets_over" in ran.err
    assert last_line(office)["outcome"] == "refused"
    assert shown(office, 1)["decision"] is None


def test_the_beheerder_may_always_say_no(office: Stage) -> None:
    assert ask(office, URGENT, [2]) == 3
    decided = office.json("disclosure", "decide", "2026-1", "1", "--refuse", stdin="Zij kan het zelf vertellen")
    assert decided["decision"]["allowed"] is False
    assert office.wkc("disclosure", "decide", "2026-1", "1", "--allow", stdin="Toch wel").code == 6


@pytest.mark.parametrize(("case", "categories"), [(PROGRESS, [1]), (BY_CONSENT, [1])], ids=["allowed", "refused"])
def test_what_the_regulation_settled_is_not_the_beheerders_to_decide(
    office: Stage, case: dict[str, Any], categories: list[int]
) -> None:
    ask(office, case, categories)
    assert office.wkc("disclosure", "decide", "2026-1", "1", "--allow", stdin="Ik vind van wel").code == 6


def test_a_decision_needs_its_reason(office: Stage) -> None:
    ask(office, URGENT, [2])
    assert office.wkc("disclosure", "decide", "2026-1", "1", "--allow", stdin=" \n").code == 6
    assert shown(office, 1)["decision"] is None


def test_a_consent_that_was_withdrawn_counts_no_longer(office: Stage) -> None:
    consent = ("--recipient", "Hogeschool", "--purpose", "opleiding", "--categories", "2", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *consent)
    assert ask(office, BY_CONSENT, [2]) == 0
    office.must("consent", "withdraw", "2026-1", "1")
    assert ask(office, BY_CONSENT, [2]) == 3


def test_a_coach_discloses_in_the_own_caseload_only(office: Stage) -> None:
    office.user = "bram"
    assert ask(office, PROGRESS, [1]) == 0
    assert ask(office, PROGRESS, [1], client="2026-2") == 5
    assert [one["client"]["number"] for one in office.json("disclosure", "list")["disclosures"]] == ["2026-0001"]


def test_a_list_holds_no_disclosures_outside_the_caseload(office: Stage) -> None:
    ask(office, PROGRESS, [1], client="2026-2")
    office.user = "bram"
    assert office.json("disclosure", "list")["disclosures"] == []
    assert office.json("disclosure", "list", "--recipient", "Gemeente")["disclosures"] == []


def test_a_reason_opens_a_colleagues_client_for_a_disclosure_too(office: Stage) -> None:
    office.user = "bram"
    told = json.dumps(PROGRESS | {"categories": [1]})
    reason = office.file("reason", "Collega is ziek, de gemeente belt.")
    office.must("--break-glass-file", str(reason), "disclosure", "log", "2026-2", "--from", "-", stdin=told)
    office.user = "anna"
    assert office.json("audit", "list", "--break-glass")[0]["number"] == "2026-0002"


def test_numbers_count_through_the_register_for_good(office: Stage) -> None:
    ask(office, PROGRESS, [1])
    ask(office, PROGRESS, [1], client="2026-2")
    ask(office, PROGRESS, [2])
    listed = office.json("disclosure", "list")["disclosures"]
    assert [(one["client"]["number"], one["number"]) for one in listed] == [
        ("2026-0001", 3),
        ("2026-0002", 2),
        ("2026-0001", 1),
    ]


def test_a_page_holds_twenty_and_says_that_there_are_more(office: Stage) -> None:
    for _ in range(21):
        ask(office, PROGRESS, [1])
    first, second = office.json("disclosure", "list"), office.json("disclosure", "list", "2026-1", "--page", "2")
    assert (len(first["disclosures"]), first["more"]) == (20, True)
    assert (len(second["disclosures"]), second["more"]) == (1, False)


def test_what_waits_for_the_beheerder_is_named_by_numbers(office: Stage) -> None:
    ask(office, PROGRESS, [1])
    ask(office, URGENT, [2])
    office.user = "bram"
    danger = {"to_life": True, "consent_impossible": True, "beheerder_unreachable": True}
    assert ask(office, URGENT | danger, [25]) == 0
    office.user = "anna"
    with act(session(office), "disclosure.list") as action:
        found = [(one.client, one.number, one.vital) for one in disclosures.waiting(action.store)]
    assert found == [("2026-0001", 2, False), ("2026-0001", 3, True)]
    office.must("disclosure", "decide", "2026-1", "3", "--refuse", stdin="Dit was geen levensgevaar.")
    with act(session(office), "disclosure.list") as action:
        assert [one.number for one in disclosures.waiting(action.store)] == [2]
    assert shown(office, 3)["decision"]["allowed"] is False


def test_who_got_an_entry_is_known_when_it_is_corrected(office: Stage) -> None:
    ask(office, PROGRESS, [2])
    ask(office, BY_CONSENT, [2])
    ask(office, URGENT, [2])
    entry = shown(office, 1)["items"][0]["entry"]
    with act(session(office), "disclosure.list") as action:
        assert [one.number for one in disclosures.with_entry(action.store, UUID(entry), BY_CODE)] == [1]


def test_a_purpose_of_the_table_is_for_a_current_assignment_only(office: Stage) -> None:
    office.must("party", "add", "Gemeente Heiloo", "--kind", "opdrachtgever")
    assert ask(office, PROGRESS | {"recipient": "Gemeente Alkmaar"}, [12, 1]) == 0
    assert ask(office, PROGRESS | {"recipient": "Gemeente Heiloo"}, [12, 1]) == 3


def test_the_number_of_a_year_ago_is_verified_again_before_calling_back(office: Stage) -> None:
    person = '{"name": "J. Bakker", "function": "consulent", "telephone": "072-5112233"}'
    office.must("party", "person", "add", "UWV", "--from", "-", stdin=person)
    call = {
        "recipient": "UWV", "person": 1, "channel": "telefoon", "ground": "doel", "purpose": "uitvoering_uitkering",
        "subject": "werkloosheidsuitkering", "doubt": True, "called_back": "bestand",
    }  # fmt: skip
    assert ask(office, call, [14]) == 6
    office.must("party", "person", "verify", "UWV", "1", "--source", "website", "--on", "2025-11-01")
    assert ask(office, call, [14]) == 6
    office.must("party", "person", "verify", "UWV", "1", "--source", "website")
    assert ask(office, call, [14]) == 0


def test_reasons_and_decisions_open_again_when_a_coach_has_left_and_the_keys_are_new(office: Stage) -> None:
    ask(office, URGENT | {"note": "Aan de balie verteld"}, [2])
    office.must("disclosure", "decide", "2026-1", "1", "--refuse", stdin="Dat kan zij zelf")
    office.must("user", "revoke", "bram")
    kept = shown(office, 1)
    assert kept["case"]["reason"] == "Spoedje van de school"
    assert kept["case"]["note"] == "Aan de balie verteld"
    assert kept["decision"]["reason"] == "Dat kan zij zelf"


def again(stage: Stage, number: int, place: Path) -> Any:
    return stage.wkc("--json", "disclosure", "letter", "2026-1", str(number), "--output", str(place))


def test_a_letter_that_jammed_is_made_again_under_its_number(office: Stage) -> None:
    first, second = office.folder / "one.pdf", office.folder / "two.pdf"
    assert ask(office, PROGRESS, [1], "--letter", str(first)) == 0
    before = shown(office, 1)["letter"]
    made = again(office, 1, second)
    assert made.code == 0, made.err
    assert made.data["letter"]["number"] == before["number"] == "G2026-0001"
    assert made.data["letter"]["sha256"] == hashlib.sha256(second.read_bytes()).hexdigest()
    assert squeezed("Vos") in squeezed(text_of(second.read_bytes()))


def test_a_disclosure_that_was_put_on_file_without_a_letter_gets_one_later(office: Stage) -> None:
    assert ask(office, PROGRESS, [1]) == 0
    assert shown(office, 1)["letter"] is None
    assert again(office, 1, office.folder / "one.pdf").data["letter"]["number"] == "G2026-0001"


def test_no_letter_is_made_of_what_was_refused_or_is_old_or_has_changed(office: Stage) -> None:
    place = office.folder / "one.pdf"
    assert ask(office, URGENT, [2]) == 3
    assert again(office, 1, place).error["name"] == "nothing_disclosed"
    assert ask(office, PROGRESS, [1]) == 0
    office.must(
        "client", "record", "2026-1", "geslachtsnaam", "--instead", "--source", "geregistreerde", stdin="De Vos"
    )
    changed = again(office, 2, place)
    assert (changed.code, changed.error["name"]) == (3, "recipient_letter_changed")
    assert ask(office, PROGRESS, [1]) == 0
    office.now += timedelta(days=15)
    assert again(office, 3, place).error["name"] == "recipient_letter_too_late"
    assert again(office, 9, place).error["name"] == "disclosure_unknown"
    assert not place.exists()
