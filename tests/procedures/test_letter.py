"""Letters: kept sealed in the register under a number, listed by who works there, printed by who may read them."""

import hashlib
import io
import json
from datetime import date

import pikepdf
import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.letters.address import read_addressee
from wkc.procedures.letters.letter import Subject, draw_up
from wkc.records.letter import Addressee, Letter, LetterKind, RecipientNotice, RequestInLetter, RequestReceipt
from wkc.rules.requests.term import count_answer_term
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
PERSON = {
    "geslachtsnaam": "Stapper",
    "voornamen": "Suze",
    "adres": "Laat 1",
    "postcode": "1811 EH",
    "woonplaats": "Alkmaar",
}


@prepared
def office(stage: Stage) -> Stage:
    """A client of nobody's caseload, 2026-0001, and one of coach bram's, 2026-0002."""
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([PERSON, {"geslachtsnaam": "Dal"}]))
    password = ("--new-password-file", str(stage.password_file))
    for user, role in (("bram", "coach"), ("mia", "medewerker")):
        stage.must("user", "designate", user, "--name", user, "--role", role, "--function", "f", *password)
    stage.must("client", "assign", "2026-2", "--coach", "bram")
    return stage


def session(stage: Stage) -> Session:
    return Session(
        stage.environment(), stage.home, "anna", lambda: "correct horse battery", lambda _notice, _count: None
    )


def draw_letter(stage: Stage, number: str | None, sent_on: date | None = None) -> Letter:
    """Draw up a letter of receipt, about a client or about nobody on file."""
    matter = RequestReceipt(RequestInLetter("V2026-0001", "inzage", count_answer_term(date(2026, 11, 23))))
    with act(session(stage), "letter.notify") as action:
        client = the_client(action, number) if number else None
        to = read_addressee(action, client) if client else Addressee("P. de Vries")
        return draw_up(action, LetterKind.ONTVANGSTBEVESTIGING, Subject(to, client), matter, sent_on)


written = once(draw_letter)


def test_letters_count_on_by_year(office: Stage) -> None:
    assert [written(office, "2026-1").number for _ in range(2)] == ["B2026-0001", "B2026-0002"]
    office.now = office.now.replace(year=2027)
    office.must("whoami")
    assert written(office, None).number == "B2027-0001"


def test_a_letter_is_addressed_as_far_as_the_address_is_known(office: Stage) -> None:
    with act(session(office), "letter.notify") as action:
        assert read_addressee(action, the_client(action, "2026-1")) == Addressee(
            "Suze Stapper", ("Laat 1", "1811 EH Alkmaar"), "Stapper"
        )
        assert read_addressee(action, the_client(action, "2026-2")) == Addressee("Dal", (), "Dal")


def test_a_letter_is_printed_as_it_was_drawn_up(office: Stage) -> None:
    letter = written(office, "2026-1", date(2026, 11, 23))
    path = office.folder / "letter.pdf"
    printed = office.json("letter", "print", "b2026-1", "--output", str(path))
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == letter.sha256 == printed["letter"]["sha256"]
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
    line = office.json("audit", "list")["lines"][0]
    assert line["action"] == "letter.print"
    assert line["details"]["sha256"] == letter.sha256
    assert line["subject"] is not None


def test_the_text_of_a_letter_is_sealed_in_the_register(office: Stage) -> None:
    written(office, "2026-1")
    with open_alone(Home(office.home), session(office).identity) as register:
        rows = list(register.connection.execute("SELECT sealed_pdf FROM letter"))
    assert len(rows) == 1
    assert b"%PDF" not in rows[0][0]


def test_a_letter_about_nobody_on_file_is_kept_and_printed_too(office: Stage) -> None:
    assert written(office, None).client is None
    path = office.folder / "letter.pdf"
    office.must("letter", "print", "B2026-0001", "--output", str(path))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_coach_lists_and_prints_letters_of_the_own_caseload_only(office: Stage) -> None:
    for number in ("2026-1", "2026-2", None):
        written(office, number)
    office.user = "bram"
    assert [letter["number"] for letter in office.json("letter", "list")["letters"]] == ["B2026-0002"]
    for number in ("B2026-0001", "B2026-0003", "B2026-0009"):
        ran = office.wkc("--json", "letter", "print", number)
        assert (ran.code, ran.error["name"]) == (5, "letter_unknown")
    office.must("letter", "print", "B2026-0002", "--output", str(office.folder / "own.pdf"))


def test_a_medewerker_lists_letters_and_prints_none(office: Stage) -> None:
    written(office, "2026-1")
    office.user = "mia"
    assert [letter["number"] for letter in office.json("letter", "list", "2026-1")["letters"]] == ["B2026-0001"]
    assert office.wkc("letter", "print", "B2026-0001").code == 4


def test_a_list_of_many_letters_has_pages(office: Stage) -> None:
    for _ in range(21):
        draw_letter(office, "2026-1")
    first, second = (office.json("letter", "list", "--page", page) for page in ("1", "2"))
    assert (len(first["letters"]), first["more"], first["letters"][0]["number"]) == (20, True, "B2026-0021")
    assert (len(second["letters"]), second["more"]) == (1, False)


@pytest.mark.parametrize("number", ["", "B", "2026", "stapper", "B2026-0002", "B2026-1; DROP"])
def test_what_is_no_letter_is_not_found(office: Stage, number: str) -> None:
    written(office, "2026-1")
    assert office.wkc("--json", "letter", "print", number).error["name"] == "letter_unknown"


def test_a_letter_goes_into_no_register_and_over_no_file(office: Stage) -> None:
    written(office, "2026-1")
    inside = office.wkc("--json", "letter", "print", "B2026-1", "--output", str(office.home / "letter.pdf"))
    assert inside.error["name"] == "output_in_register"
    taken = office.file("taken.pdf", "somebody else's")
    over = office.wkc("--json", "letter", "print", "B2026-1", "--output", str(taken))
    assert over.error["name"] == "output_exists"
    assert taken.read_text(encoding="utf-8") == "somebody else's"


def test_a_deed_that_fails_keeps_no_letter(office: Stage) -> None:
    with pytest.raises(KeyError):
        failing(office)
    assert office.json("letter", "list")["letters"] == []
    assert written(office, None).number == "B2026-0001"


def failing(stage: Stage) -> None:
    matter = RecipientNotice("Suze Stapper", date(2026, 6, 3), "verbeterd", ("Adres",))
    with act(session(stage), "letter.notify") as action:
        draw_up(action, LetterKind.KENNISGEVING_ONTVANGER, Subject(Addressee("UWV")), matter)
        raise KeyError


def test_who_may_not_read_to_whom_a_letter_goes_writes_none(office: Stage) -> None:
    office.must("request", "receive", "--outside", "--kind", "inzage", stdin="P. de Vries\nLaat 2")
    office.user = "mia"
    ran = office.wkc("--json", "request", "ask-identity", "V2026-0001")
    assert (ran.code, ran.error["name"]) == (4, "not_permitted")
    office.user = "anna"
    assert [letter["number"] for letter in office.json("letter", "list")["letters"]] == ["B2026-0001"]
    assert office.json("request", "ask-identity", "V2026-0001")["request"]["state"] == "identiteit_gevraagd"


def test_a_decision_after_the_term_owns_up_in_its_letter_and_one_in_time_does_not(office: Stage) -> None:
    for number, day in (("V2026-0001", "2026-10-20"), ("V2026-0002", "2026-11-20")):
        office.must("request", "receive", "2026-1", "--kind", "inzage", "--on", day)
        office.must("request", "identify", number, "--method", "bekend")
        office.must("request", "decide", number, "--decision", "toegewezen")
    place = office.folder / "decision.pdf"
    office.must("letter", "print", "B2026-0002", "--output", str(place))
    assert squeezed("U had uiterlijk op 20 november 2026 antwoord moeten krijgen.") in text_of(place.read_bytes())
    office.must("letter", "print", "B2026-0004", "--output", str(place), "--force")
    assert "spijt" not in text_of(place.read_bytes())


def test_a_letter_from_before_a_correction_is_printed_inside_a_sheet_that_says_so(office: Stage) -> None:
    letter = written(office, "2026-1", date(2026, 11, 23))
    number = office.json("request", "receive", "2026-1", "--kind", "verbetering")["request"]["number"]
    office.must("request", "identify", number, "--method", "bekend")
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    wrong = next(one["number"] for one in entries if one["value"] == "Suze")
    office.must("correction", "propose", number, str(wrong), "--why", "onjuist", stdin="Suzan")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    office.must("correction", "apply", number, "--output", str(office.folder / "copy.pdf"))
    after = written(office, "2026-1")

    place = office.folder / "letter.pdf"
    printed = office.json("letter", "print", letter.number, "--output", str(place))
    assert [(change["field"], change["what"]) for change in printed["changes"]] == [("Voornamen", "verbeterd")]
    content = place.read_bytes()
    assert squeezed("Voornamen inmiddels verbeterd 23 november 2026") in text_of(content)
    assert "Suze" not in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
        inside = pdf.attachments[f"{letter.number}.pdf"].get_file().read_bytes()
    assert hashlib.sha256(inside).hexdigest() == letter.sha256

    office.must("letter", "print", after.number, "--output", str(place), "--force")
    assert hashlib.sha256(place.read_bytes()).hexdigest() == after.sha256
