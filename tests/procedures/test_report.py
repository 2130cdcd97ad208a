"""Reports to an opdrachtgever: judged by art. 8, searched for what may not go, logged once, kept as a digest."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Ran, Stage

TO = ("--opdrachtgever", "Gemeente")
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
PERSON = {
    "geslachtsnaam": "Vos",
    "voornamen": "Anna",
    "adres": "Laat 1",
    "woonplaats": "Alkmaar",
    "geboortedatum": "1980-05-03",
    "burgerservicenummer": "999990019",
    "gezondheid": "Mag niet tillen door rugklachten",
    "loonbeslag": "Deurwaarder Jansen",
}


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 of coach bram, under assignment A1 of Gemeente Alkmaar from 1 September on."""
    stage.now = stage.now.replace(month=9, day=1)
    stage.must("client", "register", *ORDER, "--special-basis", "uavg_30", "--from", "-", stdin=json.dumps(PERSON))
    stage.must("party", "set", "Gemeente", "--address", "Postbus 1", "--postcode", "1800 AA", "--place", "Alkmaar")
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    at(stage, "2026-11-23").user = "bram"
    return stage


def at(stage: Stage, day: str) -> Stage:
    stage.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return stage


@once
def record(stage: Stage, field: str, value: str, *more: str) -> None:
    stage.must("client", "record", "2026-1", field, "--source", "geregistreerde", *more, stdin=value)


@once
def draft(stage: Stage, words: str, *more: str) -> Ran:
    return stage.wkc("--json", "report", "progress", "2026-1", *TO, *more, stdin=words)


def final(stage: Stage, place: Path, *more: str, stdin: str = "") -> Ran:
    return stage.wkc("--json", "report", "final", "2026-1", *TO, "--output", str(place), *more, stdin=stdin)


def findings(ran: Ran) -> list[tuple[str, str, int, bool]]:
    return [(one["field"], one["reason"], one["line"], one["whole"]) for one in ran.data["findings"]]


def copy_of(stage: Stage) -> Any:
    place = stage.folder / "copy.json"
    stage.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place), "--force")
    return json.loads(place.read_bytes())


def test_a_report_has_what_the_purpose_gives_and_no_more(office: Stage) -> None:
    record(office, "activiteit", "Sollicitatietraining")
    office.must("contact", "log", "2026-1", "--on", "2026-10-05", "--kind", "gesprek", "--note", stdin="Over de rug.")
    office.must("contact", "log", "2026-1", "--on", "2026-10-12", "--kind", "niet_verschenen")
    ran = draft(office, "Het gaat goed.", "--from", "2026-09-01")
    assert (ran.code, findings(ran)) == (0, [])
    made = final(office, office.folder / "report.json", "--format", "json")
    assert made.code == 0, made.err
    report = json.loads((office.folder / "report.json").read_bytes())
    assert report["client"] == "Anna Vos"
    assert [(one["datum"], one["soort"]["code"]) for one in report["contacten"]] == [
        ("2026-10-05", "gesprek"),
        ("2026-10-12", "niet_verschenen"),
    ]
    assert [one["waarde"] for one in report["activiteiten"]] == ["Sollicitatietraining"]
    content = (office.folder / "report.json").read_text(encoding="utf-8")
    for value in (*list(PERSON.values())[2:], "Over de rug.", '"2026-0001', "bram"):
        assert value not in content or value == "Alkmaar"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Zij heeft rugklachten.", [("gezondheid", "bijzonder_zonder_grond", 1, False)]),
        ("Goed.\nBSN 9999 90 019", [("burgerservicenummer", "bsn_zonder_wet", 2, True)]),
        ("Geboren 3 mei 1980", [("geboortedatum", "buiten_doel", 1, True)]),
        ("Er belde een deurwaarder", [("loonbeslag", "buiten_doel", 1, False)]),
    ],
)
def test_what_may_not_go_is_named_before_anything_is_drawn(
    office: Stage, words: str, found: list[tuple[str, str, int, bool]]
) -> None:
    place = office.folder / "draft.pdf"
    ran = draft(office, words, "--output", str(place))
    assert (ran.code, ran.error["name"]) == (3, "report_holds_barred")
    assert findings(ran) == found
    assert words.rsplit(maxsplit=1)[-1].strip(".") not in ran.err
    refused = final(office, office.folder / "report.pdf")
    assert (refused.code, refused.error["name"]) == (3, "report_holds_barred")
    assert not place.exists()
    assert not (office.folder / "report.pdf").exists()
    assert office.json("disclosure", "list", "2026-1")["disclosures"] == []


def test_a_secret_is_named_by_its_own_article(office: Stage) -> None:
    record(office, "activiteit", "Gesprekken bij de psycholoog", "--geheim", "beroep")
    ran = draft(office, "Gaat naar de psycholoog")
    assert findings(ran) == [("activiteit", "geheim", 1, False)]
    assert ran.data["findings"][0]["article"] == "art. 8.2"


def test_a_report_is_one_disclosure_with_day_and_digest_and_the_words_are_gone(office: Stage) -> None:
    draft(office, "Het gaat goed met haar.")
    place = office.folder / "report.pdf"
    made = final(office, place).data
    (logged,) = office.json("disclosure", "list", "2026-1")["disclosures"]
    assert (logged["case"]["ground"], logged["case"]["purpose"], logged["outcome"]) == (
        "doel",
        "voortgang",
        "toegestaan",
    )
    assert logged["letter"]["sha256"] == sha256(place.read_bytes()).hexdigest() == made["sha256"]
    assert logged["letter"]["number"] == made["number"] == "G2026-0001"
    assert squeezed("Het gaat goed met haar.") in squeezed(text_of(place.read_bytes()))
    (kept,) = office.json("report", "list", "2026-1")["reports"]
    assert (kept["words"], kept["has_words"], kept["disclosure"]) == (None, False, 1)
    again = final(office, office.folder / "again.pdf")
    assert (again.code, again.error["name"]) == (5, "report_unknown")


def test_the_copy_says_what_went_to_whom_and_has_the_words_of_a_draft_only(office: Stage) -> None:
    draft(office, "Het gaat goed met haar.")
    (listed,) = copy_of(office)["rapportages"]
    assert (listed["tekst"], listed["verzondenOp"]) == ("Het gaat goed met haar.", None)
    final(office, office.folder / "report.pdf")
    copy = copy_of(office)
    (listed,) = copy["rapportages"]
    assert (listed["opdrachtgever"], listed["vanaf"], listed["totEnMet"]) == (
        "Gemeente Alkmaar",
        "2026-09-01",
        "2026-11-23",
    )
    assert (listed["tekst"], [one["nummer"] for one in listed["soorten"]]) == (None, [1])
    assert listed["verzondenOp"] is not None
    assert [(one["naam"], one["doel"]["code"]) for one in copy["ontvangers"]] == [("Gemeente Alkmaar", "voortgang")]


def test_a_former_opdrachtgever_gets_nothing(office: Stage) -> None:
    draft(office, "Het gaat goed.")
    office.must("client", "end", "2026-1", *ORDER, "--on", "2026-11-23")
    assert draft(office, "Nog op de laatste dag.").code == 0
    at(office, "2026-11-24")
    place = office.folder / "report.pdf"
    late = final(office, place)
    assert (late.code, late.error["name"]) == (3, "report_refused")
    ran = draft(office, "Het ging goed.")
    assert (ran.code, ran.error["name"]) == (3, "report_refused")
    assert "This purpose is not for this recipient." in ran.error["text"]
    assert not place.exists()
    assert office.json("disclosure", "list", "2026-1")["disclosures"] == []


def test_on_a_consent_the_beheerder_decides_and_then_it_goes(office: Stage) -> None:
    words = "Zij heeft rugklachten en zoekt zittend werk."
    assert draft(office, words, "--consent").code == 3
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *consent, "--categories", "1,25")
    ran = draft(office, words, "--consent")
    assert (ran.code, findings(ran), ran.data["judgement"]["outcome"]) == (0, [], "beheerder_beslist")
    place = office.folder / "report.pdf"
    waiting = final(office, place)
    assert (waiting.code, waiting.error["name"]) == (3, "disclosure_pending")
    changed = draft(office, "Iets anders.")
    assert (changed.code, changed.error["name"]) == (6, "report_pending")
    office.user = "anna"
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Zij wil dit zelf, in vrijheid.")
    office.user = "bram"
    assert final(office, place).code == 0
    assert squeezed("rugklachten") in squeezed(text_of(place.read_bytes()))
    (logged,) = office.json("disclosure", "list", "2026-1")["disclosures"]
    assert {item["field"] for item in logged["items"] if item["dropped"] is None} == {
        "geslachtsnaam",
        "voornamen",
        "gezondheid",
    }


def test_what_the_beheerder_refuses_does_not_go_and_can_be_written_otherwise(office: Stage) -> None:
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "schriftelijk", "--categories", "1,25")
    office.must("consent", "give", "2026-1", *consent)
    draft(office, "Zij heeft rugklachten.", "--consent")
    place = office.folder / "report.pdf"
    final(office, place)
    office.user = "anna"
    office.must("disclosure", "decide", "2026-1", "1", "--refuse", stdin="Dat is niet nodig.")
    office.user = "bram"
    refused = final(office, place)
    assert (refused.code, refused.error["name"]) == (3, "report_not_allowed")
    assert draft(office, "Het gaat goed.").code == 0
    assert final(office, place).code == 0


def test_a_cited_law_is_for_the_beheerder_too(office: Stage) -> None:
    law = ("--law", "ander", "--citation", "Participatiewet art. 64")
    ran = draft(office, "Zij heeft rugklachten.", *law)
    assert (ran.code, ran.data["judgement"]["outcome"]) == (0, "beheerder_beslist")
    ran = draft(office, "BSN 999990019", *law)
    assert (ran.code, [one["field"] for one in ran.data["findings"]]) == (3, ["burgerservicenummer"])


def test_a_likeness_is_the_beheerders_to_set_aside_but_for_a_bsn_and_a_secret(office: Stage) -> None:
    draft(office, "Bij bakkerij Deurwaarder op proef.")
    place = office.folder / "report.pdf"
    mine = final(office, place, "--despite", stdin="Het is een naam.")
    assert mine.code == 4
    office.user = "anna"
    assert final(office, place, "--despite", stdin="Het is de naam van een bakkerij.").code == 0
    (logged,) = office.json("disclosure", "list", "2026-1")["disclosures"]
    assert logged["case"]["note"] == "Het is de naam van een bakkerij."
    draft(office, "BSN 999990019", "--from", "2026-11-23")
    refused = final(office, office.folder / "two.pdf", "--despite", stdin="Het is een ander nummer.")
    assert (refused.code, refused.error["name"]) == (3, "report_holds_barred")


def test_a_draft_on_paper_is_marked_and_logged_as_nothing(office: Stage) -> None:
    place = office.folder / "draft.pdf"
    assert draft(office, "Het gaat goed.", "--output", str(place)).code == 0
    assert squeezed("concept, niet voor verstrekking") in squeezed(text_of(place.read_bytes()))
    assert office.json("disclosure", "list", "2026-1")["disclosures"] == []
    office.must("report", "drop", "2026-1", *TO)
    assert office.json("report", "list", "2026-1")["reports"] == []


def test_the_agenda_and_report_due_follow_the_agreement(office: Stage) -> None:
    office.user = "anna"
    office.must("party", "set", "Gemeente", "--report-months", "3")
    office.user = "bram"
    (due,) = office.json("report", "due")["reports"]
    assert (due["client"], due["party"], due["due"]["due_on"]) == ("2026-0001", "Gemeente Alkmaar", "2026-12-01")
    duties = [(i["on"], i["duty"]) for i in office.wkc("--json", "agenda").data["items"]]
    assert ("2026-12-01", "rapportage") in duties
    draft(at(office, "2026-11-30"), "Het gaat goed.")
    final(office, office.folder / "report.pdf")
    assert office.json("report", "due")["reports"] == []
    office.must("client", "end", "2026-1", *ORDER, "--on", "2026-12-10")
    assert [one["due"]["kind"] for one in office.json("report", "due")["reports"]] == ["eind"]
    draft(at(office, "2026-12-10"), "Zij heeft werk.", "--end")
    ran = final(office, office.folder / "end.pdf")
    assert ran.code == 0, ran.err
    assert office.json("report", "due")["reports"] == []


def test_an_end_report_proposes_to_end_the_assignment_and_the_list_says_what_is_left(office: Stage) -> None:
    office.user = "anna"
    office.must("party", "set", "Gemeente", "--report-months", "3")
    office.user = "bram"
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "e_mail", "--categories", "1")
    office.must("consent", "give", "2026-1", *consent)
    office.must("contact", "plan", "2026-1", "--on", "2026-11-30")
    draft(office, "Zij heeft werk.", "--end")
    ran = office.wkc("report", "final", "2026-1", *TO, "--output", str(office.folder / "end.pdf"))
    assert 'wkc client end 2026-0001 --opdrachtgever "Gemeente Alkmaar" --assignment "A1"' in ran.out
    items = {i["code"]: (i["state"], i["details"]) for i in office.json("report", "checklist", "2026-1", *TO)["items"]}
    assert items["eindrapportage"] == ("gedaan", ["2026-11-23"])
    assert items["opdracht"] == ("open", [])
    assert items["afspraken"] == ("open", ["1"])
    assert items["toestemmingen"] == ("open", ["1"])
    assert items["caseload"] == ("zelf", ["bram"])
    office.must("client", "end", "2026-1", *ORDER)
    states = {i["code"]: i["state"] for i in office.json("report", "checklist", "2026-1", *TO)["items"]}
    assert states["opdracht"] == "gedaan"


def test_a_name_that_is_contested_does_not_go_with_the_report(office: Stage) -> None:
    office.user = "anna"
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    number = next(str(one["number"]) for one in shown if one["field"] == "geslachtsnaam")
    office.must("correction", "propose", "V2026-1", number, "--why", "onjuist", stdin="De Vos")
    office.user = "bram"
    assert draft(office, "Het gaat goed.").code == 0
    made = final(office, office.folder / "report.json", "--format", "json")
    assert made.code == 0, made.err
    assert json.loads((office.folder / "report.json").read_bytes())["client"] == "Anna"


def test_a_contact_that_is_contested_does_not_go_with_the_report_until_it_is_answered(office: Stage) -> None:
    for day in ("2026-10-05", "2026-10-12"):
        office.must("contact", "log", "2026-1", "--on", day, "--kind", "niet_verschenen")
    office.must("request", "receive", "2026-1", "--kind", "verwijdering")
    office.must("correction", "propose", "V2026-1", "--contact", "2", "--why", "onjuist")
    place = office.folder / "report.json"
    for shown in (["2026-10-05"], ["2026-10-05", "2026-10-12"]):
        assert draft(office, "Het gaat goed.").code == 0
        assert printed(office, place, "--format", "json", "--force").code == 0
        assert [one["datum"] for one in json.loads(place.read_bytes())["contacten"]] == shown
        office.must("report", "drop", "2026-1", "--opdrachtgever", "Gemeente")
        office.must("request", "withdraw", "V2026-1") if len(shown) == 1 else None


def test_a_period_that_is_no_period_is_refused(office: Stage) -> None:
    for period in (("--from", "2026-11-20", "--to", "2026-11-19"), ("--to", "2026-11-24")):
        assert draft(office, "Het gaat goed.", *period).code == 6
    ran = office.wkc("--json", "report", "progress", "2026-1", "--opdrachtgever", "UWV", stdin="x")
    assert ran.code == 5


def test_a_report_has_nothing_of_the_time_before_its_assignment(office: Stage) -> None:
    """What was done then was for another opdrachtgever."""
    early = draft(office, "Het gaat goed.", "--from", "2026-08-31")
    assert (early.code, early.error["name"]) == (3, "period_before_assignment")
    assert "2026-09-01" in early.error["text"]
    assert draft(office, "Het gaat goed.", "--from", "2026-09-01").code == 0


def test_destruction_takes_drafts_and_what_is_left_of_reports(office: Stage) -> None:
    draft(office, "Het gaat goed.")
    final(office, office.folder / "report.pdf")
    draft(office, "Een tweede.")
    office.user = "anna"
    office.wkc("--yes", "client", "destroy", "2026-1", "--vergissing")  # who got a report hears of it first
    office.must("correction", "tell", "V2026-1")
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing")
    place = office.folder / "statement.json"
    office.must("retention", "statement", "--format", "json", "--output", str(place))
    assert "rapportages aan een opdrachtgever" in place.read_text(encoding="utf-8")


def test_a_value_that_was_put_aside_from_a_list_may_not_go_either(office: Stage) -> None:
    office.user = "anna"
    record(office, "geboorteplaats", "Oss")
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    number = next(str(one["number"]) for one in shown if one["field"] == "geboorteplaats")
    office.must("correction", "propose", "V2026-1", number, "--why", "onjuist", stdin="Elst")
    row = [{"geslachtsnaam": "Vos", "burgerservicenummer": "999990019", "geboorteplaats": "Paramaribo"}]
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A2")
    office.must("client", "import", "-", *order, stdin=json.dumps(row))
    ran = draft(office, "Opgegroeid in Paramaribo.", "--assignment", "A1")
    assert (ran.code, findings(ran)) == (3, [("geboorteplaats", "buiten_doel", 1, True)])


def printed(stage: Stage, place: Path, *more: str) -> Ran:
    return stage.wkc("--json", "report", "print", "2026-1", *TO, "--output", str(place), *more)


def test_a_report_that_jammed_is_printed_again_under_its_number_until_it_is_sent(office: Stage) -> None:
    draft(office, "Het gaat goed met haar.")
    first, second = office.folder / "one.pdf", office.folder / "two.pdf"
    made, again = printed(office, first), printed(office, second)
    assert (made.code, again.code) == (0, 0), made.err + again.err
    assert made.data["number"] == again.data["number"] == "G2026-0001"
    for paper in (first, second):
        assert squeezed("Het gaat goed met haar.") in squeezed(text_of(paper.read_bytes()))
    (logged,) = office.json("disclosure", "list", "2026-1")["disclosures"]
    assert logged["letter"]["sha256"] == sha256(second.read_bytes()).hexdigest()
    (kept,) = office.json("report", "list", "2026-1")["reports"]
    assert (kept["words"], kept["final_at"]) == ("Het gaat goed met haar.", None)
    assert "printed, not sent yet, disclosure 1" in " ".join(office.must("report", "list", "2026-1").out.split())
    assert copy_of(office)["rapportages"][0]["tekst"] == "Het gaat goed met haar."
    changed = draft(office, "Iets anders.")
    assert (changed.code, changed.error["name"]) == (6, "report_pending")


def test_once_a_printed_report_is_sent_its_words_are_gone(office: Stage) -> None:
    early = office.wkc("--json", "report", "sent", "2026-1", *TO)
    assert (early.code, early.error["name"]) == (5, "report_unknown")
    draft(office, "Het gaat goed met haar.")
    unprinted = office.wkc("--json", "report", "sent", "2026-1", *TO)
    assert (unprinted.code, unprinted.error["name"]) == (6, "report_not_printed")
    made = printed(office, office.folder / "one.pdf").data
    sent = office.wkc("report", "sent", "2026-1", *TO)
    assert (sent.code, "Report G2026-0001 to Gemeente Alkmaar is sent" in sent.out) == (0, True)
    (kept,) = office.json("report", "list", "2026-1")["reports"]
    assert (kept["words"], kept["has_words"], kept["sha256"]) == (None, False, made["sha256"])
    assert kept["final_at"] is not None
    late = printed(office, office.folder / "two.pdf")
    assert (late.code, late.error["name"]) == (5, "report_unknown")


def test_a_printed_report_is_judged_anew_each_time(office: Stage) -> None:
    draft(office, "Het gaat goed met haar.")
    assert printed(office, office.folder / "one.pdf").code == 0
    office.must("client", "end", "2026-1", *ORDER, "--on", "2026-11-23")
    at(office, "2026-11-24")
    late = printed(office, office.folder / "two.pdf")
    assert (late.code, late.error["name"]) == (3, "report_refused")
    assert not (office.folder / "two.pdf").exists()


def test_a_printed_report_counts_as_sent_after_fourteen_days(office: Stage) -> None:
    draft(office, "Het gaat goed met haar.")
    made = printed(office, office.folder / "one.pdf").data
    office.user = "anna"
    for day, words in (("2026-12-06", "Het gaat goed met haar."), ("2026-12-08", None)):
        at(office, day).must("retention", "run")
        (kept,) = office.json("report", "list", "2026-1")["reports"]
        assert kept["words"] == words
    assert (kept["has_words"], kept["sha256"]) == (False, made["sha256"])
    (line,) = (one for one in office.json("audit", "list")["lines"] if "reports" in one["details"])
    assert (line["action"], line["details"]["reports"]) == ("retention.run", 1)


def test_a_report_that_the_beheerder_weighs_is_printed_after_that(office: Stage) -> None:
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *consent, "--categories", "1,25")
    draft(office, "Zij heeft rugklachten.", "--consent")
    waiting = printed(office, office.folder / "one.pdf")
    assert (waiting.code, waiting.error["name"]) == (3, "disclosure_pending")
    office.user = "anna"
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Dat mag.")
    office.user = "bram"
    assert printed(office, office.folder / "one.pdf").code == 0
    of_report = office.wkc("--json", "disclosure", "letter", "2026-1", "1", "--output", str(office.folder / "l.pdf"))
    assert of_report.error["name"] == "letter_of_report"
