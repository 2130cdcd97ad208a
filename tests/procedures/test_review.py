"""A copy without what is about others (AVG 15.4): looked through text by text, and read again when it is made."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import opened, squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROW = "geslachtsnaam;voornamen;geboortedatum;telefoon\nde Vries;Suze;1990-01-17;06-12345678\n"
NOTE = "Zus Sterre Achterberg (06-87654321) past op de kinderen. Suze belt terug vanaf 0612345678."
OTHERS = ("deels", "--code", "rechten_van_anderen")
PLACE = "[gegevens over een ander]"


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROW)
    stage.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin=NOTE)
    return stage


@once
def ask(stage: Stage, kind: str = "inzage", words: str = "") -> str:
    said = ("--words",) if words else ()
    number = stage.json("request", "receive", "2026-1", "--kind", kind, *said, stdin=words)["request"]["number"]
    stage.must("request", "identify", number, "--method", "bekend")
    return str(number)


@once
def answer(stage: Stage, number: str, *decision: str, why: str = "") -> None:
    stage.must("request", "decide", number, "--decision", *decision, stdin=why)
    stage.must("request", "notify", number)


def find(stage: Stage, number: str, part: str) -> Any:
    """Give the text of a copy that holds a part."""
    return next(one for one in stage.json("request", "review", number)["texts"] if part in one["text"])


@once
def decide(stage: Stage, number: str, part: str, do: str, *words: str) -> Ran:
    said = [{"text": find(stage, number, part)["name"], "do": do, "words": words}]
    return stage.wkc("--json", "request", "review", number, "--from", "-", stdin=json.dumps(said))


def hand_out(stage: Stage, number: str, form: str = "json") -> tuple[Ran, Path]:
    place = stage.folder / f"{number}.{form}"
    return stage.wkc(
        "--json", "inzage", "export", "2026-1", "--request", number, "--format", form, "--output", str(place)
    ), place


def refused(ran: Ran, place: Path, name: str) -> None:
    assert (ran.code, ran.error["name"]) == (3, name), ran.err
    assert not place.exists()


def test_the_title_of_a_signed_form_is_nobody(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="Hierbij Toestemming F2026-0002.")
    assert find(office, ask(office), "Toestemming F2026-0002")["suspicions"] == []


def test_a_text_is_listed_with_what_looks_like_somebody_else(office: Stage) -> None:
    text = find(office, ask(office), "Zus")
    assert text["place"] == "contacten 1, notitie"
    looks = [(text["text"][one["start"] : one["end"]], one["clue"]) for one in text["suspicions"]]
    assert looks == [
        ("Sterre Achterberg", "naam"),
        ("06-87654321", "telefoon"),
        ("kinderen", "naaste"),
    ]


def test_a_sister_is_in_no_copy_and_the_copy_says_so(office: Stage) -> None:
    number = ask(office)
    assert decide(office, number, "Zus", "verbergen", "sterre  achterberg", "06 87654321").code == 0
    answer(office, number, *OTHERS, why="Over uw zus.")
    ran, place = hand_out(office, number, "pdf")
    assert ran.code == 0, ran.err
    made = place.read_bytes()
    text = text_of(made)
    with opened(made) as pdf:
        attached = pdf.attachments["inzage.json"].get_file().read_bytes()
    copy = json.loads(attached)
    for hidden in ("Sterre", "Achterberg", "87654321"):
        assert hidden not in text
        assert hidden.encode() not in attached
    assert copy["contacten"][0]["notitie"] == (
        f"Zus {PLACE} ({PLACE}) past op de kinderen. Suze belt terug vanaf 0612345678."
    )
    assert (copy["overAnderen"]["plaatsen"], copy["overAnderen"]["redenen"]) == (2, "Over uw zus.")
    assert squeezed("op 2 plaatsen") in text
    assert NOTE in office.must("--json", "contact", "list", "2026-1").out


def test_a_text_that_is_left_out_stands_nowhere(office: Stage) -> None:
    number = ask(office)
    assert decide(office, number, "Zus", "weglaten").code == 0
    answer(office, number, *OTHERS, why="Over uw zus.")
    ran, place = hand_out(office, number)
    assert ran.code == 0, ran.err
    assert json.loads(place.read_text())["contacten"][0]["notitie"] == PLACE


def test_words_that_still_stand_elsewhere_are_hidden_nowhere_and_their_place_is_named(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="STERRE ACHTERBERG was mee")
    number = ask(office)
    ran = decide(office, number, "Zus", "verbergen", "Sterre Achterberg")
    assert (ran.code, ran.error["name"]) == (3, "hidden_words_found")
    assert "contacten 2, notitie" in ran.err
    assert "Sterre" not in ran.err
    both = [
        {"text": find(office, number, part)["name"], "do": "verbergen", "words": ["Sterre Achterberg"]}
        for part in ("Zus", "STERRE")
    ]
    office.must("request", "review", number, "--from", "-", stdin=json.dumps(both))
    answer(office, number, *OTHERS, why="Over uw zus.")
    assert hand_out(office, number)[0].code == 0


def test_reasons_that_name_who_was_hidden_go_out_in_no_copy(office: Stage) -> None:
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over Sterre Achterberg.")
    refused(*hand_out(office, number), "not_reviewed")
    assert decide(office, number, "Over Sterre", "houden").error["name"] == "hidden_words_found"
    assert decide(office, number, "Over Sterre", "verbergen", "Sterre Achterberg").code == 0
    assert hand_out(office, number)[0].code == 0


def test_the_rights_of_others_without_anything_hidden_give_no_copy(office: Stage) -> None:
    number = ask(office)
    refusal = office.wkc("--json", "request", "decide", number, "--decision", *OTHERS, stdin="Over uw zus.")
    assert refusal.error["name"] == "omission_missing"
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    decide(office, number, "Zus", "houden")
    refused(*hand_out(office, number), "nothing_hidden")


def test_what_is_omitted_whole_leaves_the_rest_to_be_looked_at(office: Stage) -> None:
    number = ask(office)
    answer(office, number, *OTHERS, "--omit", "1", why="Over een ander.")
    refused(*hand_out(office, number), "not_reviewed")
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    assert hand_out(office, number)[0].code == 0


def test_a_text_that_came_after_the_review_was_not_looked_at(office: Stage) -> None:
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    office.must("contact", "log", "2026-1", "--kind", "telefoon", "--note", stdin="Buurman Henk Molenaar belde")
    refused(*hand_out(office, number), "not_reviewed")


def test_a_copy_granted_whole_hides_nothing(office: Stage) -> None:
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg")
    ran = office.wkc("--json", "request", "decide", number, "--decision", "toegewezen")
    assert ran.error["name"] == "omission_idle"


def test_the_desk_shows_no_dossier_of_which_a_part_is_hidden(office: Stage) -> None:
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    ran = office.wkc("--json", "inzage", "desk", "2026-1", "--request", number)
    assert (ran.code, ran.error["name"]) == (3, "desk_shows_all")


def test_a_corrected_copy_and_an_overdracht_take_the_same_road(office: Stage) -> None:
    said = ("--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("client", "record", "2026-1", "sociale_gegevens", *said, stdin="woont bij Sterre Achterberg")
    number = ask(office, "overdracht")
    decide(office, number, "woont bij", "verbergen", "Sterre Achterberg")
    answer(office, number, *OTHERS, why="Over uw zus.")
    ran, place = hand_out(office, number)
    assert ran.code == 0, ran.err
    taken = json.loads(place.read_text())
    assert "Sterre" not in place.read_text()
    assert taken["overAnderen"]["plaatsen"] == 1

    number = ask(office, "aanvulling")
    proposal = {"field": "activiteit", "why": "onvolledig", "value": "stage bij Sterre Achterberg"}
    office.must("correction", "propose", number, "--from", "-", stdin=json.dumps(proposal))
    assert decide(office, number, "stage bij", "verbergen", "Sterre Achterberg").code == 0
    answer(office, number, "toegewezen")
    place = office.folder / "corrected.json"
    office.must("correction", "apply", number, "--format", "json", "--output", str(place))
    assert f"stage bij {PLACE}" in place.read_text()
    assert "Sterre" not in place.read_text()


def test_two_beheerders_are_two_pairs_of_eyes(office: Stage) -> None:
    who = ("--name", "Bea", "--role", "beheerder", "--function", "directie")
    office.must("user", "designate", "bea", *who, "--new-password-file", str(office.password_file))
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    refused(*hand_out(office, number), "not_read_again")
    office.must("--yes", "request", "review", number, "--again")
    assert hand_out(office, number)[0].code == 0


def test_the_setting_says_whether_one_pair_of_eyes_does(office: Stage) -> None:
    office.must("settings", "set", "inzage.second_reader", "ja")
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    refused(*hand_out(office, number), "not_read_again")
    office.must("settings", "set", "inzage.second_reader", "nee")
    assert hand_out(office, number)[0].code == 0


@pytest.mark.parametrize(
    ("said", "name", "code"),
    [
        ('[{"text": "0123456789ab", "do": "houden"}]', "review_text_unknown", 5),
        ("[{}]", "review_unreadable", 6),
        ("no json", "review_unreadable", 6),
    ],
)
def test_what_cannot_be_kept_is_kept_not(office: Stage, said: str, name: str, code: int) -> None:
    ran = office.wkc("--json", "request", "review", ask(office), "--from", "-", stdin=said)
    assert (ran.code, ran.error["name"]) == (code, name)


def test_words_that_stand_nowhere_hide_nothing(office: Stage) -> None:
    ran = decide(office, ask(office), "Zus", "verbergen", "Maria")
    assert (ran.code, ran.error["name"]) == (6, "words_not_in_text")


def test_the_letter_to_a_recipient_takes_the_same_road(office: Stage) -> None:
    said = ("--source", "geregistreerde")
    office.must("client", "record", "2026-1", "activiteit", *said, stdin="lassen, met Sterre Achterberg (06-87654321)")
    case = ("--channel", "portaal", "--ground", "doel", "--purpose", "voortgang", "--categories", "1,12")
    log = ("disclosure", "log", "2026-1", "--recipient", "Gemeente Alkmaar", *case)
    plain = office.folder / "plain.pdf"
    refused(office.wkc("--json", *log, "--letter", str(plain)), plain, "letter_not_reviewed")
    assert office.json("disclosure", "list", "2026-1")["disclosures"] == []
    office.must(*log, "--letter", str(plain), "--keep-all")
    assert "Sterre" in text_of(plain.read_bytes())
    words = office.file("words.txt", "sterre achterberg\n06 87654321\n")
    hidden = office.folder / "hidden.pdf"
    office.must(*log, "--letter", str(hidden), "--hide", str(words))
    text = text_of(hidden.read_bytes())
    assert squeezed(f"lassen, met {PLACE} ({PLACE})") in text
    assert "Sterre" not in text
    own = office.file("own.txt", "Suze\n")
    never = office.folder / "never.pdf"
    refused(office.wkc("--json", *log, "--letter", str(never), "--hide", str(own)), never, "hidden_words_found")


def test_documents_beside_a_copy_hold_no_hidden_word_either(office: Stage) -> None:
    about = ("--category", "10", "--source", "geregistreerde")
    paper = office.file("brief.txt", "Sterre Achterberg was erbij.")
    office.must("document", "add", "2026-1", str(paper), *about, "--title", "brief")
    number = ask(office)
    decide(office, number, "Zus", "verbergen", "Sterre Achterberg", "06-87654321")
    answer(office, number, *OTHERS, why="Over een ander.")
    place = office.folder / "copy.json"
    made = ("inzage", "export", "2026-1", "--request", number, "--format", "json", "--output", str(place))
    refused(office.wkc("--json", *made, "--with-documents"), place, "hidden_words_found")
    office.must(*made)


@pytest.mark.parametrize("kind", ["inzage", "afschrift", "overdracht"])
def test_no_copy_goes_while_a_text_that_names_somebody_waits_for_a_look(office: Stage, kind: str) -> None:
    said = ("--source", "geregistreerde")
    office.must("client", "record", "2026-1", "activiteit", *said, stdin="lassen, met Sterre Achterberg")
    number = ask(office, kind)
    answer(office, number, "toegewezen")
    ran, place = hand_out(office, number)
    refused(ran, place, "not_reviewed")
    assert f"`wkc request review {number}`" in ran.error["hint"]
    assert office.json("request", "review", number, "--keep-all")["unseen"] == 0
    assert hand_out(office, number)[0].code == 0


def test_nor_does_a_corrected_copy_which_the_same_command_makes_after_the_look(office: Stage) -> None:
    number = ask(office, "verbetering", "Het is de Vries-Achterberg, zegt Sterre.")
    entry = next(e for e in office.json("client", "show", "2026-1")["dossier"]["entries"] if e["value"] == "Suze")
    said = [{"entry": entry["number"], "why": "onjuist", "value": "Suze Sterre"}]
    office.must("correction", "propose", number, "--from", "-", stdin=json.dumps(said))
    answer(office, number, "toegewezen")
    place = office.folder / "corrected.json"
    apply = ("--json", "correction", "apply", number, "--format", "json", "--output", str(place))
    refused(office.wkc(*apply), place, "not_reviewed")
    office.must("request", "review", number, "--keep-all")
    assert office.wkc(*apply).code == 0
    assert place.exists()


def test_nor_is_such_a_dossier_shown_at_the_desk(office: Stage) -> None:
    number = ask(office)
    answer(office, number, "toegewezen")
    ran = office.wkc("--json", "inzage", "desk", "2026-1", "--request", number)
    assert (ran.code, ran.error["name"]) == (3, "not_reviewed")
    office.must("request", "review", number, "--keep-all")
    office.must("inzage", "desk", "2026-1", "--request", number)


def test_at_a_terminal_the_review_comes_first_and_one_key_keeps_it_all(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin="Ook Truus Jansen was er.")
    number = ask(office)
    answer(office, number, "toegewezen")
    place = office.folder / "copy.json"
    export = ("inzage", "export", "2026-1", "--request", number, "--format", "json", "--output", str(place))
    later = office.wkc(*export, typed=[("What becomes of it", ""), ("What becomes of it", "houden")])
    assert later.code == 3
    assert not place.exists()
    ran = office.wkc(*export, typed=[("What becomes of it", "a")])
    assert ran.code == 0
    assert "Truus Jansen" in place.read_text()
