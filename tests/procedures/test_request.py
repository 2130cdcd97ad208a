"""Art. 11 and 12 in the register: who is told what by when, what is refused, and what a copy answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.prepared import once, prepared
from tests.stage import PASSWORD, Ran, Stage, Typist
from wkc.__main__ import main
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.io import output_file
from wkc.store.core import ledger

ROWS = (
    '[{"geslachtsnaam": "Stapper", "voornamen": "Suze", "gezondheid": "kan niet tillen", "scholing": "vmbo"},'
    ' {"geslachtsnaam": "Dal"}]'
)
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
MANDATE = json.dumps(
    {"kind": "gemachtigde", "name": "A. Vocaat", "from": "2026-11-01", "document": "brief", "on": "2026-11-20"}
)


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


@once
def ask(stage: Stage, *words: str, stdin: str = "", kind: str = "inzage", who: str = "2026-1") -> str:
    """Receive a request and give its number."""
    answered = stage.json("request", "receive", who, "--kind", kind, *words, stdin=stdin)
    return str(answered["request"]["number"])


@once
def granted(stage: Stage, kind: str = "inzage", decision: tuple[str, ...] = ("toegewezen",), why: str = "") -> str:
    """Take a request as far as that it is told, and give its number."""
    number = ask(stage, kind=kind)
    if kind == "bezwaar":
        stage.must("correction", "propose", number, "1", "--why", "eigen_situatie")
    stage.must("request", "identify", number, "--method", "bekend")
    stage.must("request", "decide", number, "--decision", *decision, stdin=why)
    stage.must("request", "notify", number)
    return number


def refused(ran: Ran, name: str, code: int = 3) -> None:
    assert (ran.code, ran.error["name"]) == (code, name), ran.err


def hand_out(stage: Stage, number: str, *words: str, who: str = "2026-1") -> Ran:
    place = stage.folder / "copy"
    return stage.wkc("--json", "inzage", "export", who, "--request", number, "--output", str(place), *words)


def test_requests_are_numbered_by_year_and_found_by_what_is_typed(office: Stage) -> None:
    assert [ask(office), ask(office)] == ["V2026-0001", "V2026-0002"]
    for typed in ("V2026-0002", "v2026-2", "V2", "v 2026 - 0002"):
        assert office.json("request", "show", typed)["request"]["number"] == "V2026-0002"
    refused(office.wkc("--json", "request", "show", "V2026-9"), "request_unknown", 5)


def test_both_last_days_are_given_with_their_steps(office: Stage) -> None:
    shown = office.json("request", "show", ask(office, "--on", "2026-10-31"))
    assert (shown["term"]["safe_on"], shown["term"]["ends_on"]) == ("2026-11-30", "2026-11-30")
    assert [step["code"] for step in shown["term"]["steps"]] == ["ontvangen", "een_maand"]
    assert shown["silence_until"] == "2027-01-30"


def test_a_request_cannot_be_received_on_a_day_to_come(office: Stage) -> None:
    refused(office.wkc("--json", "request", "receive", "2026-1", "--kind", "inzage", "--on", "2026-11-24"),
            "date_in_future", 6)  # fmt: skip


def test_a_year_that_was_mistyped_makes_no_request_no_contact_no_death_and_no_birth(office: Stage) -> None:
    office.must("client", "record", "2026-1", "geboortedatum", "--source", "geregistreerde", stdin="1980-02-03")
    receive, stranger = (
        ("request", "receive", "2026-1", "--kind", "inzage"),
        ("request", "receive", "--outside", "--kind", "inzage"),
    )
    contact, born = (
        ("contact", "log", "2026-1", "--kind", "telefoon"),
        ("client", "record", "2026-1", "geboortedatum", "--source"),
    )
    refused = {
        "request, before the birth": office.wkc("--json", *receive, "--on", "01-01-1900"),
        "request, years ago": office.wkc("--json", *receive, "--on", "01-11-2020"),
        "request of a stranger": office.wkc("--json", *stranger, "--on", "01-11-2020", stdin="R. Ex"),
        "contact, before the birth": office.wkc("--json", *contact, "--on", "01-01-1899"),
        "contact, years ago": office.wkc("--json", *contact, "--on", "01-11-2020"),
        "death": office.wkc("--json", "client", "deceased", "2026-1", "--on", "1979-01-01", "--source", "akte"),
        "birth": office.wkc("--json", *born, "geregistreerde", stdin="01-02-1889"),
        "birth of a spreadsheet": office.wkc("--json", *born, "geregistreerde", stdin="01-01-1900"),
    }
    assert {what: (ran.code, ran.error["name"]) for what, ran in refused.items()} == {
        "request, before the birth": (6, "day_before_birth"),
        "request, years ago": (6, "day_long_before"),
        "request of a stranger": (6, "day_long_before"),
        "contact, before the birth": (6, "day_before_birth"),
        "contact, years ago": (6, "day_long_before"),
        "death": (6, "day_before_birth"),
        "birth": (6, "birth_too_long_ago"),
        "birth of a spreadsheet": (6, "date_filler"),
    }
    assert office.json("letter", "list")["letters"] == []


def test_an_oral_request_is_written_down_in_the_persons_words_and_sealed(office: Stage) -> None:
    shown = office.json("request", "show", ask(office, "--oral", "--words", stdin="Mag ik het zien?"))["request"]
    assert (shown["oral"], shown["words"]) == (True, "Mag ik het zien?")
    password = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "mede", "--name", "M", "--role", "medewerker", "--function", "f", *password)
    office.user = "mede"
    closed = office.json("request", "show", "V2026-1")["request"]
    assert (closed["has_words"], closed["words"]) == (True, None)


def test_a_request_is_no_contact(office: Stage) -> None:
    before = office.json("client", "show", "2026-1")["term"]
    ask(office)
    assert office.json("client", "show", "2026-1")["term"] == before


def on_day(stage: Stage, day: int) -> None:
    stage.now = stage.now.replace(day=day)


def letters(stage: Stage) -> list[tuple[str, str | None]]:
    listed = stage.json("letter", "list", "2026-1")["letters"]
    return [(letter["kind"], letter["sent_on"]) for letter in listed if letter["request"]]


def test_each_step_writes_its_letter_and_no_other(office: Stage) -> None:
    on_day(office, 2)
    number = ask(office)
    on_day(office, 3)
    office.must("request", "ask-identity", number)
    on_day(office, 17)
    office.must("request", "ask-identity", number)
    on_day(office, 23)
    office.must("request", "extend", number, "--code", "complex", stdin="Oude papieren.")
    office.must("request", "identify", number, "--method", "bekend")
    office.must("request", "decide", number, "--decision", "toegewezen")
    assert letters(office)[-1] == ("toegewezen", None)
    office.must("request", "notify", number)
    assert letters(office) == [
        ("ontvangstbevestiging", None),
        ("identiteit_gevraagd", None),
        ("identiteit_herinnering", None),
        ("verlenging", None),
        ("toegewezen", "2026-11-23"),
    ]


def test_no_letter_bears_a_day_on_which_it_was_not_written(office: Stage) -> None:
    number = ask(office, "--on", "2026-11-02")
    office.must("request", "ask-identity", number, "--on", "2026-11-03")
    office.must("request", "extend", number, "--code", "complex", "--on", "2026-11-20", stdin="Per e-mail gemeld.")
    assert letters(office) == [("ontvangstbevestiging", None)]


def test_an_identity_check_keeps_three_characters_and_never_more(office: Stage) -> None:
    number = ask(office)
    words = ("request", "identify", number, "--method", "getoond", "--document", "paspoort")
    refused(office.wkc("--json", *words, stdin="NL1234F7"), "last_characters_wrong", 6)
    refused(office.wkc("--json", "request", "identify", number, "--method", "kopie"), "kind_unknown", 6)
    refused(office.wkc("--json", "request", "identify", number, "--method", "getoond"), "document_wrong", 6)
    shown = office.json(*words, stdin="4f7\n")["request"]
    assert shown["identity"] == {
        "method": "getoond", "document": "paspoort", "last": "4F7", "on": "2026-11-23", "by": "anna",
    }  # fmt: skip


def test_a_step_out_of_order_is_refused_and_the_log_has_it(office: Stage) -> None:
    number = ask(office)
    refused(office.wkc("--json", "request", "notify", number), "step_out_of_order")
    line = office.json("audit", "list")["lines"][0]
    assert (line["action"], line["outcome"], line["details"]["reason"]) == (
        "request.notify",
        "refused",
        "stand_past_niet",
    )


def test_a_day_before_the_last_step_is_no_day_for_the_next(office: Stage) -> None:
    number = ask(office, "--on", "2026-11-10")
    refused(office.wkc("--json", "request", "ask-identity", number, "--on", "2026-11-09"), "day_before_step", 6)
    office.must("request", "ask-identity", number, "--on", "2026-11-12")
    refused(office.wkc("--json", "request", "identify", number, "--method", "bekend", "--on", "2026-11-11"),
            "day_before_step", 6)  # fmt: skip


def test_an_extension_a_day_late_is_refused_before_reasons_are_asked_for(office: Stage) -> None:
    number = ask(office, "--on", "2026-10-20")  # until 20 November, a Friday; today is Monday the 23rd
    ran = office.wkc("--json", "request", "extend", number, "--code", "aantal", typed=[])
    refused(ran, "extension_too_late")
    assert "AVG 12.3" in ran.error["text"]
    shown = office.json("request", "extend", number, "--code", "aantal", "--on", "2026-11-20", stdin="Veel papier.")
    assert (shown["term"]["safe_on"], shown["term"]["ends_on"]) == ("2026-11-20", "2027-01-20")
    refused(office.wkc("--json", "request", "extend", number, "--code", "aantal", "--on", "2026-11-20", stdin="Papier"),
            "extended_already")  # fmt: skip


def test_a_refusal_without_reasons_is_none(office: Stage) -> None:
    number = ask(office)
    ran = office.wkc("--json", "request", "decide", number, "--decision", "afgewezen", "--code", "buitensporig")
    refused(ran, "value_empty", 6)
    assert ran.error["text"] == "Reasons, as the letter will say them: this is missing, and stdin is empty."
    assert office.json("request", "show", number)["request"]["state"] == "ontvangen"


def test_what_is_weighed_takes_reasons_also_when_it_is_granted(office: Stage) -> None:
    number = ask(office, kind="bezwaar")
    office.must("correction", "propose", number, "1", "--why", "eigen_situatie")
    office.must("request", "identify", number, "--method", "bekend")
    refused(office.wkc("--json", "request", "decide", number, "--decision", "toegewezen"), "value_empty", 6)
    ruling = office.json("request", "decide", number, "--decision", "toegewezen", stdin="Het weegt.")["request"][
        "ruling"
    ]
    assert (ruling["decision"], ruling["reasons"]) == ("toegewezen", "Het weegt.")


def test_the_answer_is_told_and_its_receipt_may_follow(office: Stage) -> None:
    office.now = office.now.replace(month=6, day=8)
    number = ask(office, "--on", "2026-05-20")
    decide = ("request", "decide", number, "--decision", "afgewezen", "--code", "buitensporig")
    office.now = office.now.replace(month=5, day=28)
    office.must(*decide, stdin="Te vaak.")
    office.now = office.now.replace(month=6, day=8)
    told = office.json("request", "notify", number, "--on", "2026-05-29")
    assert told["appeal"]["two_months_on"] == "2026-07-29"
    got = office.json("request", "notify", number, "--received", "2026-06-01")
    assert (got["appeal"]["six_weeks_on"], got["appeal"]["two_months_on"]) == ("2026-07-13", "2026-08-01")
    assert got["in_time"] == "op_tijd"


def test_who_acts_for_a_client_shows_a_mandate_and_for_a_correction_the_express_request(office: Stage) -> None:
    number = ask(office, "--requester", "gemachtigde", kind="verbetering")
    identify = ("request", "identify", number, "--method", "bekend")
    refused(office.wkc("--json", *identify), "mandate_missing")
    refused(office.wkc("--json", *identify, "--mandate", "-", stdin=MANDATE), "express_request_missing")
    shown = office.json(*identify, "--mandate", "-", "--shown", "2026-11-20", stdin=MANDATE)["request"]
    assert (shown["mandate"]["name"], shown["shown_on"]) == ("A. Vocaat", "2026-11-20")


def test_a_mandate_says_by_itself_who_asks(office: Stage) -> None:
    number = ask(office, "--mandate", "-", stdin=MANDATE.replace("gemachtigde", "mentor"))
    assert office.json("request", "show", number)["request"]["requester"] == "mentor"
    office.must("request", "identify", number, "--method", "bekend")
    grant = ("request", "decide", number, "--decision")
    refused(office.wkc("--json", *grant, "toegewezen"), "mandate_too_narrow")  # a mentor is for care, not for money
    refused(office.wkc("--json", "request", "receive", "2026-1", "--kind", "inzage", "--shown", "2026-11-20"),
            "express_request_idle")  # fmt: skip


def test_nothing_is_granted_on_a_mandate_that_has_ended_since(office: Stage) -> None:
    until = json.dumps(json.loads(MANDATE) | {"until": "2026-11-30"})
    number = ask(office, "--mandate", "-", "--shown", "2026-11-20", stdin=until, kind="beperking")
    office.must("request", "identify", number, "--method", "bekend")
    office.must("correction", "propose", number, "1", "--why", "onjuist")
    office.now = office.now.replace(month=12, day=1)
    decided = ("--json", "request", "decide", number, "--decision", "toegewezen")
    refused(office.wkc(*decided, stdin="Het wordt uitgezocht."), "mandate_not_standing")


@once
def stranger(stage: Stage) -> str:
    name = "J. Onbekend\nDorpsstraat 1\n1234 AB Ons Dorp\n"
    received = stage.json("request", "receive", "--outside", "--kind", "inzage", stdin=name)
    assert received["request"]["name"] == name.strip()
    return str(received["request"]["number"])


def test_the_run_of_cron_forgets_who_asked_from_outside_and_purges_the_file(office: Stage) -> None:
    number = stranger(office)
    office.must("request", "identify", number, "--method", "getoond", "--document", "paspoort", stdin="7XZ")
    office.must("request", "extend", number, "--code", "complex", stdin="Onbekend heet ook Anders")
    office.must(
        *("request", "decide", number, "--decision", "afgewezen", "--code", "buitensporig"),
        stdin="Onbekend vraagt dit voor de tiende keer",
    )
    office.must("request", "notify", number)
    office.now = office.now.replace(year=2027, month=1, day=23)  # the last appeal day
    assert office.json("retention", "run")["forgotten"]["requests"] == 0
    office.now = office.now.replace(day=24)
    assert office.json("retention", "run", "--dry-run")["forgotten"]["requests"] == 1
    assert "J. Onbekend" in content(office)
    ran = office.json("retention", "run")
    assert (ran["forgotten"]["requests"], ran["purged"]) == (1, True)
    kept = office.json("request", "show", number)["request"]
    assert (kept["has_name"], kept["state"], kept["received_on"]) == (False, "medegedeeld", "2026-11-23")
    assert (kept["identity"]["document"], kept["identity"]["last"]) == (None, None)
    assert "Onbekend" not in json.dumps(kept)
    assert office.json("letter", "list")["letters"] == []
    again = office.json("retention", "run")
    assert (again["forgotten"]["requests"], again["purged"]) == (0, None)


def test_what_a_step_with_a_request_forgets_is_purged_by_the_next_run(office: Stage) -> None:
    number = stranger(office)
    office.must("request", "withdraw", number)
    ask(office)
    assert "J. Onbekend" not in content(office)
    with act(session(office), "register.doctor") as action:
        assert ledger.due_since(action.store) is not None
    office.must("retention", "run")
    with act(session(office), "register.doctor") as action:
        assert ledger.due_since(action.store) is None


def session(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)


def content(stage: Stage) -> str:
    """Give all that the first request holds, opened."""
    return json.dumps(stage.json("request", "show", "V2026-1"))


def test_who_is_not_in_the_register_is_answered_and_then_forgotten(office: Stage) -> None:
    number = stranger(office)
    refused(office.wkc("--json", "request", "decide", number, "--decision", "toegewezen"), "identity_not_sure")
    office.must("request", "decide", number, "--decision", "geen_gegevens")
    office.must("request", "notify", number, "--on", "2026-11-23")
    office.now = office.now.replace(year=2027, month=1, day=23)  # the last appeal day
    ask(office)
    assert "J. Onbekend" in content(office)
    assert len([one for one in office.json("letter", "list")["letters"] if one["request"] == number]) == 2
    office.now = office.now.replace(day=24)
    ask(office)
    kept = office.json("request", "show", number)["request"]
    assert (kept["has_name"], kept["name"], kept["state"]) == (False, None, "medegedeeld")
    assert [one for one in office.json("letter", "list")["letters"] if one["request"] == number] == []


def test_a_coach_sees_the_requests_of_the_own_caseload_only(office: Stage) -> None:
    password = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    office.must("client", "assign", "2026-2", "--coach", "bram")
    ask(office), ask(office, who="2026-2"), stranger(office)
    office.user = "bram"
    assert [one["request"]["number"] for one in office.json("request", "list")["requests"]] == ["V2026-0002"]
    for number in ("V2026-1", "V2026-3"):
        refused(office.wkc("--json", "request", "show", number), "request_unknown", 5)


def test_the_list_keeps_to_what_is_open_unless_all_are_asked_for(office: Stage) -> None:
    ask(office, "--on", "2026-11-20"), ask(office, "--on", "2026-11-10"), ask(office)
    office.must("request", "withdraw", "V2026-3")
    numbers = [one["request"]["number"] for one in office.json("request", "list")["requests"]]
    assert numbers == ["V2026-0002", "V2026-0001"]
    every = [one["request"]["number"] for one in office.json("request", "list", "--all")["requests"]]
    assert every == ["V2026-0003", "V2026-0002", "V2026-0001"]


def test_the_copy_carries_the_request_out_and_can_be_made_again(office: Stage) -> None:
    number = granted(office)
    ran = hand_out(office, number, "--format", "json")
    assert ran.code == 0, ran.err
    copy = json.loads((office.folder / "copy").read_bytes())
    assert (copy["werkexemplaar"], copy["verzoek"]["kenmerk"], copy["weggelaten"]) == (False, "V2026-0001", [])
    assert office.json("request", "show", number)["request"]["state"] == "uitgevoerd"
    assert hand_out(office, number, "--format", "json", "--force").code == 0
    steps = [line["details"].get("step") for line in office.json("audit", "list")["lines"]]
    assert steps[:1] == ["handed_out_again"]


def test_the_copy_goes_in_the_envelope_of_the_decision(office: Stage) -> None:
    number = ask(office)
    office.must("request", "identify", number, "--method", "bekend")
    office.must("request", "decide", number, "--decision", "toegewezen")
    assert hand_out(office, number).code == 0
    assert office.json("request", "show", number)["request"]["state"] == "besloten"
    office.must("request", "notify", number)
    shown = office.json("request", "show", number)["request"]
    assert (shown["state"], shown["done_on"]) == ("uitgevoerd", "2026-11-23")


def test_no_copy_goes_out_before_it_is_decided_nor_on_a_refusal_nor_to_another(office: Stage) -> None:
    number = ask(office)
    refused(hand_out(office, number), "step_out_of_order")
    office.must("request", "decide", number, "--decision", "afgewezen", "--code", "buitensporig", stdin="Te vaak.")
    office.must("request", "notify", number)
    refused(hand_out(office, number), "not_granted")
    refused(hand_out(office, granted(office), who="2026-2"), "request_unknown", 5)
    refused(hand_out(office, granted(office, "bezwaar", why="Dat is goed.")), "no_copy_asked")
    assert not (office.folder / "copy").exists()


def test_a_partial_copy_is_without_what_the_decision_leaves_out(office: Stage) -> None:
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    school = next(entry["number"] for entry in entries if entry["field"] == "scholing")
    partly = ("deels", "--code", "rechten_van_anderen", "--omit", "25", "--omit-entry", str(school))
    assert hand_out(office, granted(office, decision=partly, why="Van een ander."), "--format", "json").code == 0
    raw = (office.folder / "copy").read_text(encoding="utf-8")
    assert "kan niet tillen" not in raw
    assert "vmbo" not in raw
    left_out = [(one["nummer"], one["veld"]) for one in json.loads(raw)["weggelaten"]]
    assert left_out == [(10, "Scholing"), (25, None)]


def test_what_is_taken_along_is_json_of_what_the_person_gave(office: Stage) -> None:
    office.must("client", "record", "2026-1", "e_mail", "--source", "geregistreerde", stdin="suze@voorbeeld.example")
    number = granted(office, "overdracht")
    refused(hand_out(office, number, "--format", "pdf"), "taken_along_as_json")
    assert hand_out(office, number).code == 0
    along: Any = json.loads((office.folder / "copy").read_bytes())
    assert along["soort"] == "overdracht"
    assert [one["waarde"] for part in along["gegevens"] for one in part["gegevens"]] == ["suze@voorbeeld.example"]


def test_a_copy_that_does_not_get_into_its_place_carries_nothing_out(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = granted(office)

    def full(draft: Path, path: Path) -> None:
        raise OSError(f"no room for {draft} or {path}")

    monkeypatch.setattr(output_file, "_place", full)
    refused(hand_out(office, number, "--format", "json"), "output_unwritable", 1)
    monkeypatch.undo()
    assert office.json("request", "show", number)["request"]["state"] == "medegedeeld"
    assert hand_out(office, number, "--format", "json").code == 0


def test_nobody_holds_the_register_while_reasons_are_typed(office: Stage) -> None:
    """A decision is judged, then its reasons are asked for, then it is taken: by then it may be another's."""
    number = ask(office)
    other = Stage(office.folder, now=office.now)

    words = ("request", "decide", number, "--decision", "afgewezen", "--code", "buitensporig")

    class Slow(Typist):
        def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
            if prompt.startswith("Reasons"):
                other.must("request", "withdraw", number)
            return super().ask(prompt, typed, idle)

    environment = office.environment(typist=Slow([("Reasons", "Te vaak."), ("Decide so", "yes")]))
    environment.stdin.isatty = lambda: True  # type: ignore[method-assign]
    assert main(words, environment) == 3
    assert office.json("request", "show", number)["request"]["state"] == "ingetrokken"
