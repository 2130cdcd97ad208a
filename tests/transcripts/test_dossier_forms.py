"""From the menu alone: what becomes of a whole dossier, its holds, its mistakes, its documents and appointments."""

import json
from datetime import datetime

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Ran, Stage

SELAM = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01", "telefoon": "072-5112233"}'
TWIN = '{"geslachtsnaam": "Haile", "voornamen": "S.", "geboortedatum": "1993-01-01"}'
ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")
CONFIRM, NOTHING = ("Is this right?", ""), ("Number (Enter: nothing)", "")


@prepared
def office(stage: Stage) -> Stage:
    """Two dossiers of Selam Haile."""
    stage.must("client", "register", *ORDER, "--from", "-", stdin=SELAM)
    stage.must("client", "register", *ORDER, "--not-same", "--from", "-", stdin=TWIN)
    return stage


def do(stage: Stage, line: str, *answers: tuple[str, str], client: str = "2026-0001") -> Ran:
    """Open the page of a client, choose a line of the menus beneath it, answer, and leave."""
    page = f"{client}> "
    typed = [("Password", PASSWORD), ("anna> ", client), (page, line), *answers, (page, "0"), ("anna> ", "0")]
    ran = stage.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    return ran


def appointments(stage: Stage) -> list[tuple[str, str | None]]:
    listed = stage.json("contact", "planned", "2026-1")["appointments"]
    return [(one["on"], one["outcome"]) for one in listed]


def test_an_appointment_is_kept_by_enter_after_enter(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "vandaag", "--kind", "bezoek")
    answers = [("Which appointment [1", ""), ("What it became [bezoek", "telefoon"), ("Note", "Ging goed.")]
    do(office, "appointment was kept", *answers, CONFIRM, NOTHING)
    (contact,) = office.json("contact", "list", "2026-1")["contacts"]
    assert (contact["kind"], contact["note"]) == ("telefoon", "Ging goed.")
    assert appointments(office) == [("2026-11-23", "nagekomen")]


def test_an_appointment_is_moved_to_a_day_that_can_be_and_then_missed_or_called_off(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "vandaag")
    moved = [("Which appointment [1", ""), ("New day", "31-02-2027"), ("New day", "vandaag")]
    do(office, "move an appointment", *moved, ("Time", "25:00"), ("Time", "9:30"), CONFIRM)
    do(office, "did not come", ("Which appointment [2", ""), ("Note", ""), CONFIRM, NOTHING)
    office.must("contact", "plan", "2026-1", "--on", "morgen")
    do(office, "call an appointment", ("Which appointment [3", ""), CONFIRM)
    assert sorted(outcome for _on, outcome in appointments(office) if outcome) == ["afgezegd", "gemist", "verzet"]


def test_a_contact_that_was_a_mistake_is_withdrawn_with_a_reason(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek")
    wrong = [("Which contact", "1"), ("Reason", "fout"), ("Reason", "Dit ging over een ander.")]
    do(office, "withdraw a contact", *wrong, CONFIRM)
    (contact,) = office.json("contact", "list", "2026-1")["contacts"]
    assert contact["withdrawn_at"] is not None


def test_what_keeps_data_longer_ends_with_a_reason(office: Stage) -> None:
    office.must("retention", "hold", "2026-1", "--ground", "rechtszaak", "--until", "2028-01-01")
    do(office, "reason to keep", ("Which one", "1"), ("Reason", "De zaak is ingetrokken."), CONFIRM)
    (hold,) = office.json("client", "show", "2026-1")["dossier"]["holds"]
    assert hold["released_on"] == "2026-11-23"


def test_a_value_of_a_list_takes_the_place_of_what_is_on_file(office: Stage) -> None:
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Laat 1")
    row = json.dumps([json.loads(SELAM) | {"adres": "Dijk 5"}])
    office.must("client", "import", "-", *ORDER[:3], "A2", "--same-as", "2026-0001", stdin=row)
    answers = [("Which value", "adres"), ("What becomes of it", "overnemen"), CONFIRM, NOTHING]
    do(office, "what a list says", *answers)
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    now = [one["value"] for one in entries if one["field"] == "adres" and one["closed_at"] is None]
    assert now == ["Dijk 5"]


def test_a_value_written_down_by_mistake_goes_after_a_yes_and_a_reason(office: Stage) -> None:
    number = next(
        str(one["number"])
        for one in office.json("client", "show", "2026-1")["dossier"]["entries"]
        if one["field"] == "telefoon"
    )
    named = [("Which value", number), ("What was wrong", "typefout"), CONFIRM]
    stopped = [("It goes for good", "nee"), ("It cannot go like this", "n")]
    do(office, "value was written down", *named, *stopped)
    assert "telefoon" in [one["field"] for one in office.json("client", "show", "2026-1")["dossier"]["entries"]]
    sure = [("It goes for good", "yes"), ("What went wrong", "Een cijfer verwisseld.")]
    do(office, "value was written down", *named, *sure)
    assert "telefoon" not in [one["field"] for one in office.json("client", "show", "2026-1")["dossier"]["entries"]]


def test_two_dossiers_become_one_and_two_again(office: Stage) -> None:
    for number in ("2026-1", "2026-2"):
        office.must("letter", "notify", number, "--told-on", "2026-11-23")
    answers = [("The other dossier", "2026-2"), CONFIRM, ("Voornamen: whose value", "2026-0001"), ("Enter links", "")]
    do(office, "are of one person", *answers)
    assert office.json("client", "show", "2026-2")["dossier"]["client"]["number"] == "2026-0001"
    do(office, "take two dossiers", CONFIRM, ("Take the two dossiers apart? Type yes", "yes"))
    assert office.json("client", "show", "2026-2")["dossier"]["client"]["number"] == "2026-0002"


def numbers(stage: Stage) -> list[str]:
    return [one["client"]["number"] for one in stage.json("client", "list")["clients"]]


def test_a_dossier_registered_by_mistake_goes_after_its_number_is_typed_again(office: Stage) -> None:
    do(office, "registered by mistake", CONFIRM, ("Type the number again", "2026-0001"), client="2026-0002")
    assert numbers(office) == ["2026-0001", "2026-0002"]
    typed = [
        ("Password", PASSWORD), ("anna> ", "2026-0002"), ("2026-0002> ", "registered by mistake"), CONFIRM,
        ("Type the number again", "2026-0002"), ("2026-0002> ", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert "2026-0002 (S. Haile, 1993-01-01) is destroyed for good" in " ".join(ran.err.split()).replace(
        "2026-0002 S. Haile", "2026-0002 (S. Haile, 1993-01-01)"
    )
    assert numbers(office) == ["2026-0001"]


def test_an_early_end_is_decided_on_today_and_carried_out_on_another_day(office: Stage) -> None:
    reason = ("Why it goes before its term", "De opdracht ging nooit door.")
    do(office, "destroy a dossier early", CONFIRM, reason, client="2026-0002")
    office.now = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
    typed = [
        ("Password", PASSWORD), ("anna> ", "2026-0002"), ("2026-0002> ", "asked or decided"), ("Request [V", ""),
        CONFIRM, ("Type the number again", "2026-0002"), ("2026-0002> ", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert numbers(office) == ["2026-0001"]


def run(stage: Stage) -> Ran:
    typed = [
        ("Password", PASSWORD), ("anna> ", "12"), ("anna> ", "past its five"), ("Shall this be done", "nee"),
        ("Shall this be done", "yes"), CONFIRM, NOTHING, ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = stage.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    return ran


def test_a_run_says_what_goes_before_it_is_done(office: Stage) -> None:
    office.now = datetime.fromisoformat("2032-01-05T09:00:00+00:00")
    assert "nothing is destroyed: no dossier is past its term" in " ".join(run(office).out.split())
    office.now = datetime.fromisoformat("2032-03-05T09:00:00+00:00")
    assert "2 dossiers are destroyed for good: 2026-0001" in " ".join(run(office).out.split())
    assert numbers(office) == []


ABOUT = [
    ("What the document is about", "opleiding"), ("What it is", "diploma"), ("Who it came from", ""),
    ("Day on which it was", ""),
]  # fmt: skip


def test_a_paper_at_a_place_is_written_down_and_destroyed_by_hand(office: Stage) -> None:
    place = [("Where it lies", "ordner 3"), ("Day on which it must", "gisteren"), ("Day on which it must", "1-12-2027")]
    do(office, "paper that lies", *ABOUT, *place, CONFIRM)
    do(office, "paper of this client", ("Which paper", "ordner"), CONFIRM)
    assert office.json("document", "list", "2026-1")["documents"] == []


def test_a_document_is_exported_and_taken_back(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    scan = office.file("diploma.txt", "Diploma van Selam.\n")
    origin = ("--category", "opleiding", "--source", "geregistreerde", "--title", "diploma")
    office.must("document", "add", "2026-1", str(scan), *origin)
    do(office, "into a file", ("Which document", "diploma"), ("File for it [2026-0001-1.txt", "uit.txt"), CONFIRM)
    assert (office.folder / "uit.txt").read_text(encoding="utf-8") == "Diploma van Selam.\n"
    assert "diploma" in do(office, "who took it out", ("Which document", "1"), CONFIRM).out
    sure = [("It goes for good", "yes"), ("What went wrong", "Het stond er al.")]
    do(office, "remove a document", ("Which document", "1"), ("What was wrong", "dubbel"), CONFIRM, *sure)
    assert office.json("document", "list", "2026-1")["documents"] == []
