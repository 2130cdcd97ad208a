"""Art. 12.1 reaches all that is held: contacts, consents, mandates, what stands beside disclosures and in letters."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.faults.marks import left, shapes
from tests.prepared import once
from tests.procedures.older_backup import back_up, restore
from tests.procedures.test_correction import answer, apply, office, receive, refused
from tests.procedures.test_ledger import line_for
from tests.procedures.test_mistake import MARK
from tests.stage import PASSWORD, Stage
from wkc.cli.forms.guided.correction_forms import FORMS
from wkc.cli.forms.guided.desk import Desk
from wkc.cli.terminal.context import CliContext
from wkc.cli.terminal.invocation import ShellContext
from wkc.procedures.core.session import Session
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.records.user import Role
from wkc.vault.files import failpoints
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger

__all__ = ["office"]

NOTE, RIGHT = "Buurvrouw Jansen drinkt.", "De cliënt was op tijd."

DISCLOSED = {
    "recipient": "UWV",
    "channel": "brief",
    "ground": "doel",
    "purpose": "uitvoering_uitkering",
    "categories": [1, 5],
    "note": NOTE,
}


@once
def note(stage: Stage, words: str = NOTE) -> None:
    stage.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin=words)


@once
def ask(stage: Stage, kind: str, *proposals: dict[str, object]) -> str:
    number = str(stage.json("request", "receive", "2026-1", "--kind", kind)["request"]["number"])
    stage.must("correction", "propose", number, "--from", "-", stdin=json.dumps(proposals))
    return number


def contacts(stage: Stage) -> list[tuple[str, str, str | None]]:
    held = stage.json("contact", "list", "2026-1")["contacts"]
    return [(one["on"], one["kind"], one["note"]) for one in held]


def disclosure(stage: Stage, number: int = 1) -> Any:
    return stage.json("disclosure", "show", "2026-1", str(number))


def copy(stage: Stage) -> str:
    place = stage.folder / "copy.json"
    stage.must("inzage", "export", "2026-1", "--format", "json", "--force", "--output", str(place))
    return place.read_text(encoding="utf-8")


def check_also_once_restored(stage: Stage, backup: Path, check: Callable[[], None]) -> None:
    """Check what is gone, and again where the backup that had it was restored and taken away."""
    check()
    restore(stage, backup)
    check()
    assert stage.wkc("doctor").code in {0, 10}


def test_what_a_request_removes_is_nowhere_nor_in_a_restored_older_backup(office: Stage) -> None:
    note(office)
    office.must("contact", "plan", "2026-1", "--on", "2026-12-01", "--at", "09:41")
    consent = ("--purpose", MARK.lower(), "--categories", "1,3", "--how", "schriftelijk")
    office.must("consent", "give", "2026-1", "--recipient", "UWV", *consent)
    office.must("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(DISCLOSED))
    (letter,) = office.json("request", "receive", "2026-1", "--kind", "inzage")["letters"]
    office.must("letter", "sent", letter)
    office.must("request", "withdraw", "V2026-1")
    backup = back_up(office)

    rows: list[tuple[str, int | str]] = [("contact", 1), ("afspraak", 1), ("toestemming", 1), ("verstrekking", 1)]
    proposals = [{"noun": noun, "row": row, "why": "onjuist"} for noun, row in [*rows, ("brief", letter)]]
    number = ask(office, "verwijdering", *proposals)
    answer(office, number, "toegewezen")
    done = apply(office, number)
    assert [one["applied_at"] is not None for one in done["answering"]["proposals"]] == [True] * 5

    def check_gone() -> None:
        assert contacts(office) == []
        assert office.json("contact", "planned", "2026-1")["appointments"] == []
        assert office.json("consent", "list", "2026-1")["consents"] == []
        assert disclosure(office)["case"]["note"] is None
        ran = office.wkc("--json", "letter", "print", letter, "--output", str(office.folder / "old.pdf"))
        assert (ran.code, ran.error["name"]) == (6, "letter_removed")
        assert left(office, shapes([NOTE, MARK.lower(), "09:41"])) == set()
        assert NOTE not in copy(office)

    check_also_once_restored(office, backup, check_gone)


def test_other_words_stand_beside_a_contact_and_a_disclosure_and_the_old_ones_are_gone(office: Stage) -> None:
    note(office)
    office.must("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(DISCLOSED))
    number = ask(
        office,
        "verbetering",
        {"noun": "contact", "row": 1, "why": "onjuist", "value": RIGHT},
        {"noun": "verstrekking", "row": 1, "why": "onjuist", "value": RIGHT},
    )
    answer(office, number, "toegewezen")
    done = apply(office, number)
    assert contacts(office) == [("2026-11-23", "gesprek", RIGHT)]
    assert disclosure(office)["case"]["note"] == RIGHT
    assert NOTE not in copy(office)
    corrected = json.loads(Path(done["copy"]["path"]).read_text(encoding="utf-8"))
    assert [(one["naam"], one["tekst"]) for one in corrected["teksten"]] == [
        ("Contactmoment van 23 november 2026", RIGHT),
        ("Wat wij schreven bij een verstrekking van 23 november 2026", RIGHT),
    ]
    named = (office.home / "destroyed.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["kind"] for line in named.splitlines()] == ["note", "note"]


def test_a_contact_is_offered_by_its_day_and_its_kind_in_words(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "e_mail_ontvangen")
    number = office.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"]
    session = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    desk = Desk(cast("CliContext", None), cast("ShellContext", SimpleNamespace(session=session)), Role.BEHEERDER)
    offered = next(one.options for one in FORMS["propose"].questions if one.key == "entry")
    assert offered is not None
    assert offered(desk, {"request": number})["contact 1"] == "e-mail of the client, 2026-11-23"


def test_an_aanvulling_of_a_contact_keeps_what_stood_there(office: Stage) -> None:
    note(office, RIGHT)
    number = ask(office, "aanvulling", {"noun": "contact", "row": 1, "why": "onvolledig", "value": "En vriendelijk."})
    answer(office, number, "toegewezen")
    apply(office, number)
    assert contacts(office) == [("2026-11-23", "gesprek", f"{RIGHT}\nEn vriendelijk.")]


def test_what_was_added_to_a_note_is_no_removal_that_an_older_backup_catches_up_with(office: Stage) -> None:
    note(office, RIGHT)
    number = ask(office, "aanvulling", {"noun": "contact", "row": 1, "why": "onvolledig", "value": "En vriendelijk."})
    answer(office, number, "toegewezen")
    apply(office, number)
    assert not (office.home / "destroyed.jsonl").exists()


def test_an_aanvulling_of_a_disclosure_leaves_why_the_data_went_out(office: Stage) -> None:
    urgent = {"recipient": "UWV", "channel": "brief", "ground": "dringende_reden", "categories": [1]}
    words = {"reason": "Levensgevaar volgens de arts.", "note": RIGHT}
    office.wkc("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(urgent | words))
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="De directie beslist zo.")
    before = disclosure(office)["case"]
    number = ask(office, "aanvulling", {"noun": "verstrekking", "row": 1, "why": "onvolledig", "value": "En meer."})
    answer(office, number, "toegewezen")
    apply(office, number)
    assert disclosure(office)["case"] == before | {"note": f"{RIGHT}\nEn meer."}
    assert "Levensgevaar" in json.dumps(before)


def test_the_office_removes_a_note_of_its_own_accord(office: Stage) -> None:
    note(office)
    words = ("2026-1", "--contact", "1", "--why", "niet_ter_zake")
    begun = office.json("correction", "initiate", *words, stdin="Gaat niet over de cliënt.")
    apply(office, begun["request"]["number"])
    assert contacts(office) == []


def test_the_letter_of_the_decision_names_the_contact_by_its_day(office: Stage) -> None:
    note(office)
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Laat 1")
    office.must("client", "record", "2026-1", "postcode", "--source", "geregistreerde", stdin="1811 EH")
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Alkmaar")
    number = ask(office, "verwijdering", {"noun": "contact", "row": 1, "why": "onjuist"})
    answer(office, number, "toegewezen")
    letter = office.json("request", "show", number)["letters"][-1]
    place = office.folder / "letter.pdf"
    office.must("letter", "print", letter, "--output", str(place))
    printed = text_of(place.read_bytes())
    assert squeezed("Contactmoment van 23 november 2026") in printed
    assert squeezed(NOTE) not in printed


@once
def receive_beside_rows(stage: Stage, kind: str) -> str:
    """Receive a request of a client with a contact and a consent."""
    stage.must("contact", "log", "2026-1", "--kind", "gesprek")
    consent = ("--purpose", "plaatsing", "--categories", "1", "--how", "schriftelijk")
    stage.must("consent", "give", "2026-1", "--recipient", "UWV", *consent)
    return receive(stage, kind)


@pytest.mark.parametrize(
    ("kind", "proposal", "name"),
    [
        ("beperking", {"noun": "contact", "row": 1, "why": "onjuist"}, "entries_alone"),
        ("verbetering", {"noun": "toestemming", "row": 1, "why": "onjuist", "value": "x"}, "no_own_words"),
        ("verbetering", {"noun": "contact", "row": 1, "why": "onjuist"}, "new_value_missing"),
        ("verwijdering", {"noun": "contact", "row": 1, "why": "onjuist", "value": "x"}, "new_value_idle"),
        ("verwijdering", {"noun": "brief", "row": "B2026-1", "why": "onjuist"}, "letter_still_waits"),
        ("verwijdering", {"noun": "contact", "row": 2, "why": "onjuist"}, "row_unknown"),
        ("verwijdering", {"noun": "contact", "row": 1, "entry": 1, "why": "onjuist"}, "entry_or_field"),
    ],
)
def test_what_cannot_be_changed_in_that_way_is_refused(
    office: Stage, kind: str, proposal: dict[str, object], name: str
) -> None:
    number = receive_beside_rows(office, kind)
    ran = office.wkc("--json", "correction", "propose", number, "--from", "-", stdin=json.dumps(proposal))
    refused(ran, name, {"row_unknown": 5, "entry_or_field": 6}.get(name, 3))


def test_an_opdrachtgever_who_read_of_a_contact_in_a_report_hears_that_it_is_gone(office: Stage) -> None:
    note(office)
    office.must(
        "party", "set", "Gemeente Alkmaar", "--address", "Plein 1", "--postcode", "1811 EH", "--place", "Alkmaar"
    )
    office.must("report", "progress", "2026-1", "--opdrachtgever", "Gemeente", stdin="Alles gaat goed.")
    office.must("report", "final", "2026-1", "--opdrachtgever", "Gemeente", "--output", str(office.folder / "r.pdf"))
    number = ask(office, "verwijdering", {"noun": "contact", "row": 1, "why": "onjuist"})
    answer(office, number, "toegewezen")
    (owed,) = apply(office, number)["answering"]["to_tell"]
    assert (owed["recipient"], owed["fields"], owed["rows"]) == ("Gemeente Alkmaar", [], ["contact 2026-11-23"])
    place = office.folder / "letter.pdf"
    office.must("letter", "print", owed["letter"], "--output", str(place))
    assert squeezed("Contactmoment van 23 november 2026") in text_of(place.read_bytes())


def test_an_opdrachtgever_hears_nothing_of_other_words_beside_a_contact_that_it_never_had(office: Stage) -> None:
    note(office)
    where = ("--address", "Plein 1", "--postcode", "1811 EH", "--place", "Alkmaar")
    office.must("party", "set", "Gemeente Alkmaar", *where)
    office.must("report", "progress", "2026-1", "--opdrachtgever", "Gemeente", stdin="Alles gaat goed.")
    office.must("report", "final", "2026-1", "--opdrachtgever", "Gemeente", "--output", str(office.folder / "r.pdf"))
    number = ask(office, "verbetering", {"noun": "contact", "row": 1, "why": "onjuist", "value": RIGHT})
    answer(office, number, "toegewezen")
    assert apply(office, number)["answering"]["to_tell"] == []


def test_a_hold_of_everything_keeps_a_contact_until_it_ends(office: Stage) -> None:
    note(office)
    number = ask(office, "verwijdering", {"noun": "contact", "row": 1, "why": "onjuist"})
    answer(office, number, "toegewezen")
    office.must("retention", "hold", "2026-1", "--ground", "rechtszaak", "--until", "2027-01-01")
    place = ("--output", str(office.folder / "copy.json"))
    refused(office.wkc("--json", "correction", "apply", number, *place), "kept_by_duty")
    assert contacts(office) == [("2026-11-23", "gesprek", NOTE)]


class Cut(BaseException):
    """The end of the process, as a power cut makes it."""


def test_words_that_were_changed_outlive_a_cut_before_or_after_the_ledger_names_them(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(office)
    number = ask(office, "verbetering", {"noun": "contact", "row": 1, "why": "onjuist", "value": RIGHT})
    answer(office, number, "toegewezen")
    (contact,) = office.json("contact", "list", "2026-1")["contacts"]

    def cut(reached: str) -> None:
        if reached == "correction set aside":
            raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(failpoints, "failpoint", cut)
        with pytest.raises(Cut):
            apply(office, number)
    # The line reached the disk, and the transaction that named it in the register did not.
    line_for(office, Removal(RemovalKind.WORDS, UUID(contact["uuid"])))
    assert contacts(office) == [("2026-11-23", "gesprek", RIGHT)]
    apply(office, number)
    assert contacts(office) == [("2026-11-23", "gesprek", RIGHT)]
    named = (office.home / "destroyed.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["kind"] for line in named.splitlines()] == ["words"]
    office.must("audit", "verify")


def test_a_cut_after_a_service_account_named_changed_words_leaves_a_register_that_opens(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(office)
    number = ask(office, "verbetering", {"noun": "contact", "row": 1, "why": "onjuist", "value": RIGHT})
    answer(office, number, "toegewezen")
    key = office.folder / "key"
    office.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", str(key))

    def cut(reached: str) -> None:
        if reached == "correction set aside":
            raise Cut

    def cut_after(home: Home, lines: Sequence[LedgerLine]) -> None:
        append(home, lines)
        raise Cut

    append = ledger.append
    with monkeypatch.context() as patch:
        patch.setattr(failpoints, "failpoint", cut)
        with pytest.raises(Cut):
            apply(office, number)
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "append", cut_after)
        with pytest.raises(Cut):
            Stage(office.folder, "cron", office.now, credentials=key).wkc("retention", "run")
    assert contacts(office) == [("2026-11-23", "gesprek", RIGHT)]


def test_a_line_of_the_ledger_takes_the_words_of_a_row_and_leaves_the_row(office: Stage) -> None:
    note(office)
    (contact,) = office.json("contact", "list", "2026-1")["contacts"]
    line_for(office, Removal(RemovalKind.WORDS, UUID(contact["uuid"])))
    assert contacts(office) == [("2026-11-23", "gesprek", None)]


URGENT = {"recipient": "UWV", "channel": "brief", "ground": "dringende_reden", "categories": [1]}


def test_an_older_backup_loses_the_note_that_was_corrected_and_keeps_why_data_were_given(office: Stage) -> None:
    words = {"reason": "Levensgevaar volgens de arts.", "note": NOTE}
    office.wkc("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(URGENT | words))
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="De directie beslist zo.")
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    number = ask(office, "verbetering", {"noun": "verstrekking", "row": 1, "why": "onjuist", "value": RIGHT})
    answer(office, number, "toegewezen")
    apply(office, number)
    office.must("--yes", "backup", "restore", backup)
    case = disclosure(office)["case"]
    assert (case["note"], case["reason"]) == (None, "Levensgevaar volgens de arts.")


def test_words_of_a_request_a_draft_and_a_look_go_and_no_older_backup_has_them(office: Stage) -> None:
    asked = office.json("request", "receive", "2026-1", "--kind", "inzage", "--words", stdin=NOTE)["request"]["number"]
    office.must("request", "withdraw", asked)
    office.must("report", "progress", "2026-1", "--opdrachtgever", "Gemeente Alkmaar", stdin=NOTE)
    office.must("user", "designate", "bram", "--role", "coach", "--name", "Bram", "--function", "coach",
                "--new-password-file", str(office.password_file))  # fmt: skip
    bram = Stage(office.folder, "bram", office.now)
    bram.must("--break-glass-file", "-", "client", "show", "2026-1", stdin=NOTE)
    (look,) = office.json("audit", "list", "--break-glass")
    backup = back_up(office)
    rows = [("verzoek", asked), ("rapportage", 1), ("noodinzage", look["line"])]
    number = ask(office, "verwijdering", *({"noun": noun, "row": row, "why": "onjuist"} for noun, row in rows))
    answer(office, number, "toegewezen")
    done = apply(office, number)
    assert [one["applied_at"] is not None for one in done["answering"]["proposals"]] == [True] * 3

    def check_gone() -> None:
        assert office.json("request", "show", asked)["request"]["words"] is None
        assert office.json("report", "show", "2026-1", "--opdrachtgever", "Gemeente Alkmaar")["report"]["words"] is None
        (found,) = office.json("audit", "list", "--break-glass")
        assert found["reason"] == "Verwijderd op grond van artikel 12."
        assert left(office, shapes([NOTE])) == set()
        assert NOTE not in copy(office)

    check_also_once_restored(office, backup, check_gone)


def test_other_words_take_the_place_of_those_of_a_request_and_a_draft(office: Stage) -> None:
    asked = office.json("request", "receive", "2026-1", "--kind", "inzage", "--words", stdin=NOTE)["request"]["number"]
    office.must("request", "withdraw", asked)
    office.must("report", "progress", "2026-1", "--opdrachtgever", "Gemeente Alkmaar", stdin=NOTE)
    number = ask(
        office,
        "verbetering",
        {"noun": "verzoek", "row": asked, "why": "onjuist", "value": RIGHT},
        {"noun": "rapportage", "row": 1, "why": "onjuist", "value": RIGHT},
    )
    answer(office, number, "toegewezen")
    apply(office, number)
    assert office.json("request", "show", asked)["request"]["words"] == RIGHT
    assert office.json("report", "show", "2026-1", "--opdrachtgever", "Gemeente Alkmaar")["report"]["words"] == RIGHT


def test_the_menu_offers_all_that_says_something_of_the_client(office: Stage) -> None:
    asked = office.json("request", "receive", "2026-1", "--kind", "inzage", "--words", stdin=NOTE)
    office.must("letter", "sent", asked["letters"][0])
    office.must("consent", "give", "2026-1", "--recipient", "UWV", "--purpose", "bemiddeling", "--categories", "1,3",
                "--how", "schriftelijk")  # fmt: skip
    session = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    desk = Desk(cast("CliContext", None), cast("ShellContext", SimpleNamespace(session=session)), Role.BEHEERDER)
    offered = next(one.options for one in FORMS["propose"].questions if one.key == "entry")
    assert offered is not None
    removal = office.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"]
    named = {"toestemming 1", f"brief {asked['letters'][0]}", f"verzoek {asked['request']['number']}"}
    assert named <= offered(desk, {"request": removal}).keys()
    chosen = {"request": removal, "entry": f"verzoek {asked['request']['number']}", "why": "onjuist"}
    words = FORMS["propose"].command(chosen).words
    assert words == (removal, "--request-words=V2026-0001", "--why=onjuist")
    (proposal,) = office.json("correction", "propose", *words)["proposals"]
    assert (proposal["noun"], proposal["row_on"]) == ("verzoek", "2026-11-23")
