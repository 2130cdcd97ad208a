"""A secret address (art. 8.2) goes to who acts for a client where the mandate itself names it, and is shown first."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROW = "geslachtsnaam;voornamen;geboortedatum;woonplaats\nStapper;Suze;2014-01-17;Alkmaar\n"
SECRET = "Schuilhof 9"
OWN = ("--source", "geregistreerde", "--geheim", "beroep")
MANDATE = {"name": "R. Ex", "from": "2026-01-01", "document": "brief", "on": "2026-11-02"}


@prepared
def fled(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROW)
    stage.must("client", "record", "2026-1", "adres", *OWN, stdin=SECRET)
    paper = stage.file("huur.txt", f"Huur van {SECRET}.")
    stage.must("document", "add", "2026-1", str(paper), "--category", "2", *OWN, "--title", "huur")
    return stage


@once
def ask(stage: Stage, kind: str = "inzage", capacity: str = "gemachtigde", *categories: int) -> str:
    shown = MANDATE | {"kind": capacity} | ({"categories": ",".join(map(str, categories))} if categories else {})
    paper = stage.file("mandate.json", json.dumps(shown))
    received = stage.json("request", "receive", "2026-1", "--kind", kind, "--mandate", str(paper))
    number = str(received["request"]["number"])
    stage.must("request", "identify", number, "--method", "bekend")
    return number


@once
def decide(stage: Stage, number: str, *decision: str) -> Ran:
    return stage.wkc("--json", "request", "decide", number, "--decision", *decision, stdin="Omdat het zo is.")


def hand_out(stage: Stage, number: str, form: str = "json") -> Path:
    stage.must("request", "notify", number)
    place = stage.folder / f"copy.{form}"
    stage.must(
        *("inzage", "export", "2026-1", "--request", number),
        *("--format", form, "--output", str(place), "--with-documents"),
    )
    return place


def left_out(copy: Any) -> set[str | None]:
    return {one["veld"] for one in copy["weggelaten"] if one["nummer"] == 2}


@pytest.mark.parametrize("kind", ["inzage", "overdracht"])
def test_a_gemachtigde_for_one_matter_gets_no_secret_address_nor_its_paper(fled: Stage, kind: str) -> None:
    number = ask(fled, kind, "gemachtigde", 13)
    review = fled.json("request", "review", number)
    assert [(one["label"], one["goes"]) for one in review["secrets"]] == [("Adres", False), ("Adres", False)]
    assert decide(fled, number, "deels", "--code", "machtiging").code == 0
    place = hand_out(fled, number)
    assert SECRET not in place.read_text()
    assert left_out(json.loads(place.read_text())) == {"Adres", "Document: Adres"}
    assert "Alkmaar" in place.read_text()
    assert not list(fled.folder.glob(f"{number}*.txt"))


def test_the_paper_says_that_it_is_left_out_and_does_not_have_it(fled: Stage) -> None:
    number = ask(fled, "inzage", "mentor")
    decide(fled, number, "deels", "--code", "machtiging")
    text = text_of(hand_out(fled, number, "pdf").read_bytes())
    assert squeezed(SECRET) not in squeezed(text)
    assert squeezed("Document: Adres") in squeezed(text)


def test_a_decision_that_would_let_it_go_is_refused_until_it_is_left_out(fled: Stage) -> None:
    number = ask(fled, "inzage", "bewindvoerder")
    outside = [word for category in (4, 5, 6, 7, 8, 9, 10, 11, 12) for word in ("--omit", str(category))]
    outside += [word for category in (17, *range(19, 27), 28, 29) for word in ("--omit", str(category))]
    partly = ("deels", "--code", "machtiging", *outside)
    assert decide(fled, number, *partly).error["name"] == "mandate_names_no_secret"
    secrets = fled.json("request", "review", number)["secrets"]
    single = [word for one in secrets for word in (_option(one), str(one["number"]))]
    assert decide(fled, number, *partly, *single).code == 0


def test_an_address_that_became_secret_after_the_decision_stays_out_and_the_copy_says_why(fled: Stage) -> None:
    number = ask(fled, "inzage", "gemachtigde", 13)
    decide(fled, number, "deels", "--code", "machtiging")
    fled.must("client", "record", "2026-1", "telefoon", *OWN, stdin="06-87654321")
    copy = hand_out(fled, number).read_text()
    assert "87654321" not in copy
    reasons = {one["redenen"] for one in json.loads(copy)["weggelaten"] if one["veld"] == "Telefoon"}
    assert reasons == {"Dit gegeven is geheim, en de machtiging noemt het niet (artikel 8 lid 2 en artikel 11 lid 1)."}


@pytest.mark.parametrize(
    ("capacity", "categories"), [("ouder", ()), ("curator", ()), ("gemachtigde", ()), ("gemachtigde", (2, 13))]
)
def test_who_has_a_mandate_that_reaches_it_gets_it_and_the_beheerder_is_shown_that_it_goes(
    fled: Stage, capacity: str, categories: tuple[int, ...]
) -> None:
    number = ask(fled, "inzage", capacity, *categories)
    secrets = fled.json("request", "review", number)["secrets"]
    assert [(one["goes"], one["to"]) for one in secrets] == [(True, "R. Ex"), (True, "R. Ex")]
    assert "! Secret, and it goes along to R. Ex" in squeezed_words(fled.must("request", "review", number).out)
    decision = ("deels", "--code", "machtiging") if categories else ("toegewezen",)
    decide(fled, number, *decision)
    assert SECRET in hand_out(fled, number).read_text()


def test_at_a_terminal_the_decision_says_it_with_the_numbers_to_leave_it_out(fled: Stage) -> None:
    number = ask(fled, "inzage", "ouder")
    secrets = fled.json("request", "review", number)["secrets"]
    single = " ".join(f"{_option(one)} {one['number']}" for one in secrets)
    asked = fled.wkc("request", "decide", number, "--decision", "toegewezen", typed=[("Decide so?", "no")])
    assert f"--code uavg_41 {single}`" in squeezed_words(asked.out + asked.err)
    left = decide(fled, number, "deels", "--code", "uavg_41", *single.split())
    assert left.code == 0, left.err
    assert fled.json("request", "review", number)["secrets"] == []
    assert SECRET not in hand_out(fled, number).read_text()


def test_nor_is_it_seen_at_the_desk_where_it_became_secret_after_the_decision(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=ROW)
    number = ask(stage, "inzage", "gemachtigde", *range(4, 31))
    assert decide(stage, number, "toegewezen").code == 0
    stage.must("request", "notify", number)
    stage.must("client", "record", "2026-1", "adres", *OWN, stdin=SECRET)
    seen = stage.wkc("--json", "inzage", "desk", "2026-1", "--request", number)
    assert seen.error["name"] == "mandate_names_no_secret"
    assert SECRET not in seen.out


def _option(one: dict[str, Any]) -> str:
    return "--omit-document" if one["is_document"] else "--omit-entry"


def squeezed_words(text: str) -> str:
    return " ".join(text.split())


def test_the_letter_says_of_a_narrow_mandate_that_it_is_not_about_the_rest(fled: Stage, tmp_path: Path) -> None:
    number = ask(fled, "inzage", "gemachtigde", 13)
    assert decide(fled, number, "deels", "--code", "machtiging").code == 0
    letter = fled.json("request", "show", number)["letters"][-1]
    fled.must("request", "address", number, stdin="R. Ex\nDam 3\n1811 LP Alkmaar")
    fled.must("letter", "print", str(letter), "--output", str(tmp_path / "l.pdf"))
    said = text_of((tmp_path / "l.pdf").read_bytes())
    assert squeezed("moet een machtiging hebben die erover gaat. Die hebben wij niet gezien") in said
