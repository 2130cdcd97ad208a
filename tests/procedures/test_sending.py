"""Letters on their way out: drawn up, printed with the day and address of then, sent on a day that counts."""

import io
import itertools
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pikepdf
import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Stage
from wkc.errors.vault import DiskFull
from wkc.procedures.core.act import act
from wkc.procedures.letters.renewal import renew

HOME = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def at(stage: Stage, day: int) -> None:
    stage.now = stage.now.replace(day=day)


def letters(stage: Stage) -> dict[str, dict[str, Any]]:
    return {letter["kind"]: letter for letter in stage.json("letter", "list")["letters"]}


def printed(stage: Stage, number: str, *more: str) -> str:
    place = stage.folder / "letter.pdf"
    stage.must("letter", "print", number, "--output", str(place), "--force", *more)
    return text_of(place.read_bytes())


@prepared
def office(stage: Stage) -> Stage:
    """A client, 2026-0001, who lives at Laat 1, and 2026-0002, of whom no address is known."""
    people = [{"geslachtsnaam": "Berg", **HOME}, {"geslachtsnaam": "Dal"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    for number in ("2026-1", "2026-2"):
        stage.must("letter", "notify", number, "--told-on", "2026-11-23")
    return stage


@once
def ask(stage: Stage) -> None:
    stage.must("request", "receive", "2026-1", "--kind", "inzage")


@once
def identify(stage: Stage) -> None:
    stage.must("request", "identify", "V2026-1", "--method", "bekend")


def test_a_decision_is_dated_and_counted_from_the_day_on_which_it_is_sent(office: Stage) -> None:
    ask(office)
    identify(office)
    refusal = ("--decision", "afgewezen", "--code", "buitensporig")
    office.must("request", "decide", "V2026-1", *refusal, stdin="De elfde keer.")
    number = letters(office)["afgewezen"]["number"]
    assert letters(office)["afgewezen"]["dated_on"] == "2026-11-23"
    at(office, 27)
    text = printed(office, number)
    assert squeezed("27 november 2026") in text
    assert squeezed("8 januari 2027") in text  # six weeks after the 27th, and not after the 23rd
    assert office.json("request", "show", "V2026-1")["request"]["told_on"] is None
    at(office, 28)
    office.must("letter", "sent", number)
    shown = office.json("request", "show", "V2026-1")
    assert (shown["request"]["told_on"], shown["appeal"]["six_weeks_on"]) == (
        "2026-11-28",
        "2027-01-11",
    )  # a Saturday, and so the Monday after


def test_a_decision_that_nobody_printed_bears_the_day_that_is_given(office: Stage) -> None:
    ask(office)
    identify(office)
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    at(office, 26)
    office.must("request", "notify", "V2026-1", "--on", "2026-11-25")
    kept = letters(office)["toegewezen"]
    assert (kept["sent_on"], kept["dated_on"]) == ("2026-11-25", "2026-11-25")
    assert squeezed("25 november 2026") in printed(office, kept["number"])


def test_proof_is_asked_for_on_the_day_on_which_the_letter_goes(office: Stage) -> None:
    ask(office)
    office.must("request", "ask-identity", "V2026-1")
    at(office, 25)
    office.must("letter", "sent", letters(office)["identiteit_gevraagd"]["number"])
    assert office.json("request", "show", "V2026-1")["request"]["asked_on"] == "2026-11-25"


def test_all_that_waits_is_one_file_with_each_letter_on_sheets_of_its_own(office: Stage) -> None:
    for number in ("2026-1", "2026-2", "2026-1"):
        office.must("request", "receive", number, "--kind", "inzage")
    place = office.folder / "all.pdf"
    done = office.json("letter", "print", "--all", "--output", str(place))
    assert [letter["number"] for letter in done["letters"]] == ["B2026-0001", "B2026-0003"]
    assert [one["letter"]["number"] for one in done["left"]] == ["B2026-0002"]
    with pikepdf.open(io.BytesIO(place.read_bytes())) as pdf:
        assert len(pdf.pages) == 4
    assert [one["number"] for one in office.json("letter", "sent", "--all")] == ["B2026-0001", "B2026-0003"]
    waits = office.json("letter", "list", "--waiting")["letters"]
    assert [letter["number"] for letter in waits] == ["B2026-0002"]


def test_many_letters_are_drawn_up_in_parts_and_marked_as_printed_when_all_are(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wkc.procedures.letters.printing.PART", 2)
    for _ in range(5):
        office.must("request", "receive", "2026-1", "--kind", "inzage")
    place = office.folder / "all.pdf"
    with monkeypatch.context() as patched:
        patched.setattr("wkc.procedures.letters.printing.renew", failing_at(3))
        assert office.wkc("letter", "print", "--all", "--output", str(place)).code == 1
    waits = office.json("letter", "list", "--waiting")["letters"]
    assert ([one["printed_on"] for one in waits], place.exists()) == ([None] * 5, False)
    done = office.json("letter", "print", "--all", "--output", str(place))
    numbers = [f"B2026-000{n}" for n in range(1, 6)]
    assert [letter["number"] for letter in done["letters"]] == numbers
    with pikepdf.open(io.BytesIO(place.read_bytes())) as pdf:
        assert len(pdf.pages) == 10
    lines = [line for line in office.json("audit", "list")["lines"] if line["action"] == "letter.print"]
    assert [len(line["details"]["letters"]) for line in lines if line["outcome"] == "done"] == [1, 2, 2, 2]
    assert [one["number"] for one in office.json("letter", "sent", "--all")] == numbers


def failing_at(last: int) -> Callable[..., Any]:
    """Give what draws a letter up anew until the disk is full."""
    times = itertools.count(1)

    def drawn(*facts: Any) -> Any:
        if next(times) == last:
            raise DiskFull
        return renew(*facts)

    return drawn


def test_many_letters_are_sent_in_parts_each_with_lines_of_its_own(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wkc.procedures.letters.sending.PART", 1)
    for number in ("2026-1", "2026-1", "2026-1"):
        office.must("request", "receive", number, "--kind", "inzage")
    office.must("letter", "print", "--all", "--output", str(office.folder / "all.pdf"))
    sent = [one["number"] for one in office.json("letter", "sent", "--all")]
    assert sent == ["B2026-0001", "B2026-0002", "B2026-0003"]
    lines = [line["action"] for line in office.json("audit", "list")["lines"]]
    assert lines.count("letter.send") == 3
    assert office.wkc("--json", "letter", "sent", "--all").error["name"] == "nothing_to_send"


@pytest.mark.parametrize("words", [("print", "--all", "--output", "all.pdf", "--force"), ("sent", "--all")])
def test_a_line_of_the_log_lists_the_letters_of_its_client_and_of_nobody_else(
    office: Stage, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(office.folder)
    for field, value in (("adres", "Dam 3"), ("postcode", "1811 LP"), ("woonplaats", "Alkmaar")):
        office.must("client", "record", "2026-2", field, "--source", "geregistreerde", stdin=value)
    for number in ("2026-1", "2026-2", "2026-1"):
        office.must("request", "receive", number, "--kind", "inzage")
    office.must("letter", "print", "--all", "--output", "all.pdf")
    office.must("letter", *words)
    lines = office.json("audit", "list")["lines"][1:3]
    assert sorted(len(line["details"]["letters"]) for line in lines) == [1, 2]
    assert len({letter for line in lines for letter in line["details"]["letters"]}) == 3


def test_a_letter_goes_to_the_address_of_the_day_on_which_it_is_printed(office: Stage) -> None:
    office.must("request", "receive", "2026-2", "--kind", "inzage")
    refused = office.wkc("--json", "letter", "print", "B2026-0001")
    assert (refused.code, refused.error["name"]) == (6, "address_missing")
    for field, value in (("adres", "Dam 3"), ("postcode", "1811 LP"), ("woonplaats", "Alkmaar")):
        office.must("client", "record", "2026-2", field, "--source", "geregistreerde", stdin=value)
    assert squeezed("Dam 3") in printed(office, "B2026-0001")


def test_no_letter_goes_to_a_contested_address_unasked(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "verbetering")
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    address = next(entry["number"] for entry in entries if entry["value"] == "Laat 1")
    wish = json.dumps({"entry": address, "why": "onjuist", "value": "Nieuwe Laan 9"})
    office.must("correction", "propose", "V2026-1", "--from", "-", stdin=wish)
    refused = office.wkc("--json", "letter", "print", "B2026-0001")
    assert (refused.code, refused.error["name"]) == (6, "address_contested")
    assert squeezed("Laat 1") in printed(office, "B2026-0001", "--address", "vastgelegd")
    text = printed(office, "B2026-0001", "--address", "voorgesteld")
    assert squeezed("Nieuwe Laan 9") in text
    assert squeezed("Laat 1") not in text


def test_who_acts_for_a_client_gets_the_receipt_and_reads_of_the_client_in_the_third_person(office: Stage) -> None:
    office.must("party", "set", "Gemeente Alkmaar", "--role", "verantwoordelijk")
    received = office.json("request", "receive", "2026-1", "--kind", "inzage", "--requester", "gemachtigde")
    assert received["letters"] == []
    office.must("request", "address", "V2026-1", stdin="Samira El Amrani\nDam 3\n1811 LP Alkmaar")
    text = printed(office, "B2026-0001")
    assert squeezed("Samira El Amrani") in text
    assert squeezed("de gegevens van degene voor wie u dit vraagt") in text
    assert squeezed("Berg") not in text
    assert squeezed("Laat 1") not in text
    assert squeezed("Gemeente Alkmaar") not in text  # the opdrachtgever by name says that the client is on file


def test_a_letter_to_somebody_without_an_address_waits_until_it_is_given(office: Stage) -> None:
    office.must("request", "receive", "--outside", "--kind", "inzage", stdin="J. Onbekend")
    refused = office.wkc("--json", "letter", "print", "B2026-0001")
    assert (refused.code, refused.error["name"]) == (6, "asker_address_missing")
    office.must("request", "address", "V2026-1", stdin="J. Onbekend\nDam 3\n1811 LP Alkmaar")
    assert squeezed("1811 LP Alkmaar") in printed(office, "B2026-0001")


def test_a_request_for_the_wrong_client_is_void_with_its_letters_and_words(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage", "--words", stdin="Ik ben Aap en wil alles zien.")
    office.must("request", "void", "V2026-1", stdin="Bij de verkeerde cliënt ingevoerd.")
    shown = office.json("request", "show", "V2026-1")["request"]
    assert (shown["state"], shown["has_words"]) == ("vergissing", False)
    assert letters(office)["ontvangstbevestiging"]["voided_on"] == "2026-11-23"
    assert office.json("request", "list")["requests"] == []
    place = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place))
    assert "V2026-0001" not in place.read_text(encoding="utf-8")


def test_what_was_decided_to_change_is_no_mistake_any_more(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "bezwaar")
    identify(office)
    office.must(
        "request", "decide", "V2026-1", "--decision", "afgewezen", "--code", "dwingende_gronden", stdin="Nog nodig."
    )
    refused = office.wkc("--json", "request", "void", "V2026-1", stdin="Vergissing van ons.")
    assert (refused.code, refused.error["name"]) == (3, "request_binds")
    decision = letters(office)["afgewezen"]["number"]
    bound = office.wkc("--json", "letter", "void", decision, stdin="Vergissing van ons.")
    assert (bound.code, bound.error["name"]) == (6, "letter_bound")


def test_what_no_longer_waits_when_all_are_drawn_is_not_in_the_file(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wkc.procedures.letters.printing.PART", 1)
    for _ in range(4):
        office.must("request", "receive", "2026-1", "--kind", "inzage")
    own = ("letter", "print", "B2026-0003", "--output", str(office.folder / "own.pdf"))
    between = iter(((), ("letter", "void", "B2026-0001"), ("letter", "sent", "B2026-0002"), own))
    by_another: list[str] = []

    def act_after(*words: Any) -> Any:
        if not by_another and (step := next(between)):
            by_another.extend(step)
            office.now += timedelta(minutes=1)
            office.must(*step, stdin="Een vergissing van ons.")
            by_another.clear()
        return act(*words)

    place = office.folder / "all.pdf"
    with monkeypatch.context() as patched:
        patched.setattr("wkc.procedures.letters.printing.act", act_after)
        done = office.json("letter", "print", "--all", "--output", str(place))
    assert [letter["number"] for letter in done["letters"]] == ["B2026-0004"]
    with pikepdf.open(io.BytesIO(place.read_bytes())) as pdf:
        assert len(pdf.pages) == 2
    kept = {one["number"]: one["printed_on"] for one in office.json("letter", "list")["letters"]}
    assert (kept["B2026-0001"], kept["B2026-0004"]) == (None, "2026-11-23")


def test_a_request_that_somebody_else_took_in_is_void_by_them_or_by_the_beheerder(office: Stage) -> None:
    """So is the letter that confirms it: who asked would hear nothing (art. 11.4)."""
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "mo", "--name", "M", "--role", "medewerker", "--function", "f", *new)
    office.must("request", "receive", "2026-1", "--kind", "inzage", "--words", stdin="Ik wil alles zien.")
    mo = Stage(office.folder, "mo", office.now)
    for words in (("request", "void", "V2026-1"), ("letter", "void", "B2026-1")):
        ran = mo.wkc("--json", *words, stdin="Bij de verkeerde cliënt.")
        assert (ran.code, ran.error["name"]) == (4, "mistake_of_another")
    shown = office.json("request", "show", "V2026-1")["request"]
    assert (shown["state"], shown["has_words"]) == ("ontvangen", True)
    number = mo.json("request", "receive", "2026-1", "--kind", "bezwaar")["request"]["number"]
    late = Stage(office.folder, "mo", mo.now + timedelta(hours=25))
    assert late.wkc("--json", "request", "void", number, stdin="Toch niet.").error["name"] == "mistake_too_late"
    assert mo.wkc("request", "void", number, stdin="Bij de verkeerde cliënt.").code == 0


def test_after_a_day_the_beheerder_takes_back_by_the_command_that_was_refused(office: Stage) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *new)
    office.must("client", "assign", "2026-1", "--coach", "bram")
    bram = Stage(office.folder, "bram", office.now)
    number = str(bram.json("request", "receive", "2026-1", "--kind", "verbetering")["request"]["number"])
    bram.must("correction", "propose", number, "1", "--why", "onjuist", stdin="Dal")
    letter = str(bram.json("request", "show", number)["letters"][0])
    bram.now += timedelta(hours=25)
    office.now = bram.now + timedelta(minutes=1)
    for words in (("correction", "drop", number, "1"), ("letter", "void", letter), ("request", "void", number)):
        ran = bram.wkc("--json", *words, stdin="Toch niet.")
        assert (ran.code, ran.error["name"]) == (4, "mistake_too_late")
        assert (
            ran.error["hint"]
            == "The beheerder can take it back still, with the same command, where nothing was done by it yet."
        )
        office.must(*words, stdin="Toch niet.")
