"""A report that is printed again gives no more than its disclosure lists, for fourteen days (art. 8.1)."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.procedures.test_report import at, draft, office, printed, record
from tests.stage import Ran, Stage

__all__ = ["office"]

SAME = {
    "geslachtsnaam": "Vos-Bos",
    "voornamen": "Anna Maria",
    "adres": "Laat 1",
    "woonplaats": "Alkmaar",
    "geboortedatum": "1980-05-03",
}


def activities(place: Path) -> list[str]:
    return [one["waarde"] for one in json.loads(place.read_bytes())["activiteiten"]]


def again(stage: Stage) -> tuple[int, str]:
    """Print the report once more; gives the exit code and the error, where nothing was written."""
    place = stage.folder / "again.json"
    ran = printed(stage, place, "--format", "json")
    assert not place.exists()
    return ran.code, ran.error["name"]


def test_what_is_recorded_after_the_first_print_does_not_go_with_the_second(office: Stage) -> None:
    record(office, "activiteit", "Sollicitatietraining")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first = office.folder / "one.json"
    assert printed(office, first, "--format", "json").code == 0
    record(office, "activiteit", "Cursus lassen")
    assert again(office) == (3, "report_changed")
    office.must("report", "drop", "2026-1", "--opdrachtgever", "Gemeente")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    new = office.folder / "new.json"
    assert printed(office, new, "--format", "json").code == 0
    assert (activities(first), activities(new)) == (["Sollicitatietraining"], ["Sollicitatietraining", "Cursus lassen"])
    items = office.json("disclosure", "show", "2026-1", "2")["items"]
    assert sorted(item["field"] for item in items) == ["activiteit", "activiteit", "geslachtsnaam", "voornamen"]


def contacts(place: Path) -> list[str]:
    return [one["datum"] for one in json.loads(place.read_bytes())["contacten"]]


def test_a_contact_that_is_logged_after_the_first_print_is_not_on_the_second(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--on", "2026-10-05", "--kind", "gesprek")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first, second = office.folder / "one.json", office.folder / "two.json"
    assert printed(office, first, "--format", "json").code == 0
    office.must("contact", "log", "2026-1", "--on", "2026-10-12", "--kind", "gesprek")
    assert printed(office, second, "--format", "json").code == 0
    assert contacts(first) == contacts(second) == ["2026-10-05"]


def contest(stage: Stage, contact: int) -> str:
    """Have a request ask to remove a contact."""
    office = replace(stage, user="anna")
    number = str(office.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"])
    office.must("request", "identify", number, "--method", "bekend")
    office.must("correction", "propose", number, "--contact", str(contact), "--why", "onjuist")
    return number


def told(stage: Stage, number: str) -> list[str]:
    """Have what a request asks carried out, and give who hears of it."""
    office = replace(stage, user="anna")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    place = ("--output", str(office.folder / f"{number}.json"))
    answering = office.json("correction", "apply", number, *place)["answering"]
    return [owed["recipient"] for owed in answering["to_tell"]]


def test_who_got_the_report_hears_that_a_contact_on_it_is_gone_and_nothing_of_a_later_one(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--on", "2026-10-05", "--kind", "gesprek")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    assert printed(office, office.folder / "one.json", "--format", "json").code == 0
    office.must("contact", "log", "2026-1", "--on", "2026-10-12", "--kind", "gesprek")
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")
    assert told(office, contest(office, 2)) == []
    assert told(office, contest(office, 1)) == ["Gemeente Alkmaar"]


def two_contacts(office: Stage) -> None:
    for day in ("2026-10-05", "2026-10-12"):
        office.must("contact", "log", "2026-1", "--on", day, "--kind", "gesprek")


def test_who_got_the_report_hears_nothing_of_a_contact_that_was_contested_then(office: Stage) -> None:
    two_contacts(office)
    number = contest(office, 2)
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    assert printed(office, office.folder / "one.json", "--format", "json").code == 0
    assert contacts(office.folder / "one.json") == ["2026-10-05"]
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")
    assert told(office, number) == []
    assert told(office, contest(office, 1)) == ["Gemeente Alkmaar"]


@pytest.mark.parametrize("on", ["2026-11-23", "2026-11-25"])
def test_a_contact_that_was_contested_at_the_first_print_is_on_no_second(office: Stage, on: str) -> None:
    """The day on which the client withdrew may lie before the print, where that is written down later."""
    two_contacts(office)
    number = contest(office, 2)
    at(office, "2026-11-25")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first, second = office.folder / "one.json", office.folder / "two.json"
    assert printed(office, first, "--format", "json").code == 0
    replace(office, user="anna").must("request", "withdraw", number, "--on", on)
    assert printed(office, second, "--format", "json").code == 0
    assert contacts(first) == contacts(second) == ["2026-10-05"]
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")
    assert told(office, contest(office, 2)) == []


def test_nor_is_one_that_was_named_by_mistake(office: Stage) -> None:
    two_contacts(office)
    number = contest(office, 1)
    anna = replace(office, user="anna")
    anna.must("correction", "propose", number, "--contact", "2", "--why", "onjuist")
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first, second = office.folder / "one.json", office.folder / "two.json"
    assert printed(office, first, "--format", "json").code == 0
    anna.must("correction", "drop", number, "2")
    assert printed(office, second, "--format", "json").code == 0
    assert contacts(first) == contacts(second) == []


def test_who_got_the_report_hears_of_a_contact_that_was_contested_after_its_first_print(office: Stage) -> None:
    """Either print may be the one that went."""
    two_contacts(office)
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first, second = office.folder / "one.json", office.folder / "two.json"
    assert printed(office, first, "--format", "json").code == 0
    number = contest(office, 2)
    assert printed(office, second, "--format", "json").code == 0
    assert (contacts(first), contacts(second)) == (["2026-10-05", "2026-10-12"], ["2026-10-05"])
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")
    assert told(office, number) == ["Gemeente Alkmaar"]


def test_a_contact_that_was_withdrawn_between_the_decision_and_the_print_was_shown_to_nobody(office: Stage) -> None:
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *consent, "--categories", "1,12,25")
    two_contacts(office)
    draft(office, "Zij heeft rugklachten.", "--from", "2026-09-01", "--consent")
    place = office.folder / "one.json"
    assert printed(office, place, "--format", "json").error["name"] == "disclosure_pending"
    replace(office, user="anna").must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Dat mag.")
    office.now += timedelta(minutes=5)
    office.must("contact", "withdraw", "2026-1", "2", stdin="Dat was een ander.")
    assert printed(office, place, "--format", "json").code == 0
    assert contacts(place) == ["2026-10-05"]
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")
    assert told(office, contest(office, 2)) == []


def test_what_is_recorded_after_the_beheerder_decided_does_not_go_with_the_report(office: Stage) -> None:
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", *consent, "--categories", "1,12,25")
    draft(office, "Zij heeft rugklachten.", "--from", "2026-09-01", "--consent")
    assert printed(office, office.folder / "one.json", "--format", "json").error["name"] == "disclosure_pending"
    office.user = "anna"
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Dat mag.")
    office.user = "bram"
    record(office, "activiteit", "Cursus lassen")
    assert again(office) == (3, "report_changed")


def test_a_value_that_was_corrected_goes_neither_in_its_old_form_nor_unlisted(office: Stage) -> None:
    draft(office, "Het gaat goed.")
    assert printed(office, office.folder / "one.json", "--format", "json").code == 0
    record(office, "geslachtsnaam", "De Vos", "--instead")
    assert again(office) == (3, "report_changed")


def test_a_report_is_printed_again_for_fourteen_days(office: Stage) -> None:
    draft(office, "Het gaat goed.")
    assert printed(office, office.folder / "one.pdf").code == 0
    at(office, "2026-12-07")
    assert printed(office, office.folder / "two.pdf").code == 0
    at(office, "2026-12-22")
    assert again(office) == (6, "report_too_late")
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")


def test_a_report_that_the_beheerder_has_to_decide_on_by_now_is_not_printed_again(office: Stage) -> None:
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    assert printed(office, office.folder / "one.json", "--format", "json").code == 0
    office.must("request", "receive", "2026-1", "--kind", "bezwaar")
    assert again(office) == (3, "report_changed")
    office.must("request", "withdraw", "V2026-1")
    assert printed(office, office.folder / "again.json", "--format", "json").code == 0


def test_who_got_the_report_hears_of_a_contact_that_is_removed_before_it_is_written_down_as_sent(office: Stage) -> None:
    two_contacts(office)
    draft(office, "Het gaat goed.", "--from", "2026-09-01")
    first = office.folder / "one.json"
    assert printed(office, first, "--format", "json").code == 0
    assert contacts(first) == ["2026-10-05", "2026-10-12"]
    assert told(office, contest(office, 2)) == ["Gemeente Alkmaar"]
    office.must("report", "sent", "2026-1", "--opdrachtgever", "Gemeente")


def report_of(stage: Stage, client: str, verb: str, *more: str, stdin: str = "") -> Ran:
    to = ("--opdrachtgever", "Gemeente", "--assignment", "A2")
    return stage.wkc("--json", "report", verb, client, *to, *more, stdin=stdin)


def allowed_in_second_dossier(office: Stage) -> str:
    """Have the beheerder allow a report of 2026-0002, which has two contacts; gives the request that contests one."""
    anna = replace(office, user="anna")
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2", "--not-same")
    anna.must("client", "register", *order, "--from", "-", stdin=json.dumps(SAME))
    anna.must("client", "assign", "2026-2", "--coach", "bram")
    for number in ("2026-1", "2026-2"):
        anna.must("letter", "notify", number, "--told-on", "2026-11-23")
    for kind in ("gesprek", "niet_verschenen"):
        office.must("contact", "log", "2026-2", "--on", "2026-11-23", "--kind", kind)
    number = str(anna.json("request", "receive", "2026-2", "--kind", "verwijdering")["request"]["number"])
    anna.must("correction", "propose", number, "--contact", "2", "--why", "onjuist")
    anna.must("request", "receive", "2026-2", "--kind", "bezwaar")
    assert report_of(office, "2026-2", "progress", "--from", "2026-11-23", stdin="Het gaat goed.").code == 0
    asked = report_of(office, "2026-2", "print", "--output", str(office.folder / "none.json"), "--format", "json")
    assert asked.error["name"] == "disclosure_pending"
    anna.must("disclosure", "decide", "2026-2", "1", "--allow", stdin="Dat mag.")
    return number


def test_a_contact_that_was_not_on_the_first_print_is_on_none_after_an_unlink(office: Stage) -> None:
    """The first print was made while the dossier led to another, and its line in the log is about that other."""
    anna = replace(office, user="anna")
    number = allowed_in_second_dossier(office)
    takes = [word for field in SAME for word in ("--take", f"{field}=2026-0002")]
    anna.must("--yes", "client", "link", "2026-1", "2026-2", *takes)
    first, second = office.folder / "one.json", office.folder / "two.json"
    assert report_of(office, "2026-1", "print", "--output", str(first), "--format", "json").code == 0
    anna.must("--yes", "client", "unlink", "2026-2")
    anna.must("correction", "drop", number, "1")
    assert report_of(office, "2026-2", "print", "--output", str(second), "--format", "json").code == 0
    for place in (first, second):
        assert [one["soort"]["code"] for one in json.loads(place.read_bytes())["contacten"]] == ["gesprek"]
    assert report_of(office, "2026-2", "sent").code == 0
