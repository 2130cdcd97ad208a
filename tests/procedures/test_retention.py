"""Art. 10 on a register: counted, announced, held, destroyed, and what is left of it."""

import json
import os
import random
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.prepared import once, prepared
from tests.stage import PASSWORD, Stage
from tests.vault.test_crash import full_at
from wkc.procedures.core.act import act
from wkc.procedures.core.retention_facts import gather_facts
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.session import Session
from wkc.procedures.retention import due as due_page
from wkc.records.dossier import Client
from wkc.records.retention import RetentionFacts
from wkc.store.dossier import client as clients
from wkc.store.retention import retention
from wkc.store.store import Store

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
RUN = ("retention", "run")


def on(stage: Stage, day: str) -> Stage:
    """Let it be nine o'clock on a day."""
    stage.now = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
    return stage


def session(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)


@once
def take_in(stage: Stage, /, *contacts: str, assignment: str = "A1", **more: str) -> None:
    """Register a client for each day of last contact, entered on 2020-01-01."""
    rows = [
        {"geslachtsnaam": f"Naam{n}", "geregistreerd_op": "2020-01-01", "laatste_contact": day, **more}
        for n, day in enumerate(contacts)
    ]
    stage.must("client", "import", "-", *ORDER[:3], assignment, stdin=json.dumps(rows))


def numbers(stage: Stage) -> list[str]:
    return [found["client"]["number"] for found in stage.json("client", "list")["clients"]]


def due(stage: Stage) -> dict[str, str]:
    ran = stage.wkc("--json", "retention", "due")
    assert ran.code in (0, 10), ran.err
    return {one["number"]: one["outcome"] for one in ran.data["due"]}


def run(stage: Stage, *more: str, code: int = 0) -> Any:
    ran = stage.wkc("--json", *RUN, *more)
    assert ran.code == code, ran.err
    return ran.data


@once
def announce(stage: Stage) -> None:
    """Run once, with which every term that is near is announced."""
    run(stage)


@prepared
def office(stage: Stage) -> Stage:
    """On 2026-11-23: one client due in a week, one in a month, one in a year."""
    take_in(stage, "2021-11-30", "2021-12-22", "2022-11-22")
    return stage


def test_what_falls_due_within_the_notice_is_listed_with_its_last_contacts(office: Stage) -> None:
    office.must("contact", "log", "2020-1", "--on", "2020-02-02", "--kind", "poging")
    page = office.json("retention", "due")
    assert [(one["number"], one["outcome"], one["term"]["last_on"]) for one in page["due"]] == [
        ("2020-0001", "announce", "2026-11-30"),
        ("2020-0002", "announce", "2026-12-22"),
    ]
    assert page["due"][0]["contacts"] == [
        {"on": "2021-11-30", "kind": "overgenomen", "restarts": True},
        {"on": "2020-02-02", "kind": "poging", "restarts": False},
    ]


def test_a_run_announces_once_and_destroys_from_the_day_after_the_term(office: Stage) -> None:
    assert [one["number"] for one in run(office)["announce"]] == ["2020-0001", "2020-0002"]
    assert run(office)["announce"] == []
    on(office, "2026-11-30")
    assert run(office)["destroyed"] == []
    on(office, "2026-12-01")
    gone = run(office)["destroyed"]
    assert [(one["last_on"], one["announced_on"], one["on"]) for one in gone] == [
        ("2026-11-30", "2026-11-23", "2026-12-01")
    ]
    assert numbers(office) == ["2020-0002", "2020-0003"]
    assert run(office)["destroyed"] == []


def test_a_dry_run_says_exactly_what_the_run_then_does(office: Stage) -> None:
    for day in ("2026-11-23", "2026-12-01", "2026-12-23", "2027-01-05", "2027-10-25", "2027-11-24"):
        on(office, day)
        would = run(office, "--dry-run")
        assert numbers(office) == numbers(office)
        did = run(office)
        same = ("announce", "waiting", "held", "late", "today")
        assert {key: would[key] for key in same} == {key: did[key] for key in same}
        assert [one["uuid"] for one in would["destroy"]] == [one["uuid"] for one in did["destroyed"]]
    assert numbers(office) == []


def test_a_dry_run_changes_nothing(office: Stage) -> None:
    before = run(office, "--dry-run")
    assert run(office, "--dry-run")["announce"] == before["announce"]
    assert not (office.home / "destroyed.jsonl").exists()


def test_the_notice_is_a_setting(office: Stage) -> None:
    office.must("settings", "set", "retention.notice_days", "8")
    assert due(office) == {"2020-0001": "announce"}
    office.must("settings", "set", "retention.notice_days", "365")
    assert list(due(office)) == ["2020-0001", "2020-0002", "2020-0003"]


def test_what_is_announced_too_late_is_destroyed_seven_days_later_and_that_is_an_exit_code(office: Stage) -> None:
    on(office, "2027-01-05")
    assert run(office, code=10)["late"] == 2
    assert office.wkc("retention", "due").code == 10
    assert office.wkc("retention", "due", "--page", "2").code == 10
    on(office, "2027-01-11")
    assert run(office, code=10)["destroyed"] == []
    on(office, "2027-01-12")
    assert sorted(one["since"] for one in run(office)["destroyed"]) == ["2026-12-01", "2026-12-23"]


def test_a_dossier_is_late_from_the_second_day_after_its_term_on_whichever_page(office: Stage) -> None:
    on(office, "2026-12-01")
    assert office.wkc("retention", "due", "--page", "2").code == 0
    on(office, "2026-12-02")
    assert office.wkc("retention", "due", "--page", "2").code == 10


def test_a_page_judges_nothing_that_is_on_another_page_while_no_term_is_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(stage, *["2021-12-08"] * 30)
    judged: list[str] = []

    def gather(store: Store, client: Client, notice: int) -> RetentionFacts:
        judged.append(client.number)
        return gather_facts(store, client, notice)

    monkeypatch.setattr(due_page, "gather_facts", gather)
    first, second = (due_page.page(session(stage), page) for page in (1, 2))
    assert [len(first.due), len(second.due)] == [20, 10]
    assert judged == [one.number for page in (first, second) for one in page.due]


def test_contact_after_the_announcement_takes_it_back(office: Stage) -> None:
    announce(office)
    contacts = on(office, "2026-11-29").json("contact", "log", "2020-1", "--kind", "telefoon")["contacts"]
    on(office, "2026-12-01")
    assert run(office)["destroyed"] == []
    assert due(office) == {"2020-0002": "announce"}
    office.must("contact", "withdraw", "2020-1", str(contacts[-1]["number"]), stdin="Dit was iemand anders.")
    assert run(office)["destroyed"] == []
    on(office, "2026-12-08")
    assert len(run(office)["destroyed"]) == 1


def test_a_contact_that_does_not_restart_changes_nothing(office: Stage) -> None:
    announce(office)
    on(office, "2026-11-29").must("contact", "log", "2020-1", "--kind", "brief-verzonden")
    on(office, "2026-12-01")
    assert len(run(office)["destroyed"]) == 1


def test_looking_is_never_contact(office: Stage) -> None:
    announce(office)
    on(office, "2026-12-01").must("client", "show", "2020-1")
    assert len(run(office)["destroyed"]) == 1


def test_a_new_assignment_of_somebody_who_comes_back_counts(stage: Stage) -> None:
    take_in(stage, "2021-11-30", burgerservicenummer="999083016")
    announce(stage)
    on(stage, "2026-11-29")
    again = '[{"geslachtsnaam": "Naam0", "burgerservicenummer": "999083016"}]'
    stage.must("client", "import", "-", *ORDER[:3], "A2", stdin=again)
    on(stage, "2026-12-01")
    assert run(stage)["destroyed"] == []
    assert due(stage) == {}


def test_a_hold_keeps_its_categories_the_name_and_the_number(stage: Stage) -> None:
    take_in(stage, "2021-11-30", adres="Laat 1", inkomsten="100 euro", bankrekening="NL91ABNA0417164300")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14,29")
    stage.must("retention", "hold", "2020-1", *duty, "--until", "2027-12-31")
    run(stage)
    on(stage, "2026-12-01")
    assert [one["kept"] for one in run(stage)["destroyed"]] == [[1, 14, 29]]
    shown = stage.json("client", "show", "naam0")
    assert [(entry["field"], entry["value"]) for entry in shown["dossier"]["entries"]] == [
        ("geslachtsnaam", "Naam0"),
        ("inkomsten", "100 euro"),
    ]
    assert (shown["dossier"]["assignments"], shown["dossier"]["contacts"]) == ([], [])
    assert shown["term"] == {"from_on": "2021-11-30", "reason": "rest_vernietigd", "last_on": "2026-11-30"}
    assert run(stage)["held"] == 1
    assert due(stage) == {"2020-0001": "held"}
    on(stage, "2027-12-02")
    assert len(run(stage)["announce"]) == 1
    on(stage, "2028-01-01")
    assert [one["kept"] for one in run(stage)["destroyed"]] == [[]]
    assert numbers(stage) == []


def test_a_released_hold_leaves_seven_days(stage: Stage) -> None:
    take_in(stage, "2021-11-30")
    stage.must("retention", "hold", "2020-1", "--ground", "rechtszaak", "--until", "2030-01-01")
    on(stage, "2026-12-10")
    assert run(stage)["held"] == 1
    stage.must("retention", "release", "2020-1", "1", stdin="De zaak is ingetrokken.")
    assert stage.wkc("retention", "release", "2020-1", "1", stdin="Nog eens.").code == 5
    assert run(stage)["announce"][0]["assessment"]["due"] == "2026-12-17"
    on(stage, "2026-12-17")
    assert len(run(stage)["destroyed"]) == 1


@pytest.mark.parametrize(
    ("duty", "name"),
    [
        (("--ground", "zomaar", "--until", "2030-01-01"), "kind_unknown"),
        (("--ground", "rechtszaak", "--categories", "14", "--until", "2030-01-01"), "ground_wrong"),
        (("--ground", "wettelijk_voorschrift", "--categories", "14", "--until", "2030-01-01"), "ground_wrong"),
        (
            ("--ground", "wettelijk_voorschrift", "--citation", "X", "--categories", "31", "--until", "2030-01-01"),
            "categories_wrong",
        ),
        (("--ground", "rechtszaak", "--until", "2026-11-22"), "hold_ended"),
        (("--ground", "rechtszaak", "--until", "eens"), "bad_date"),
    ],
    ids=str,
)
def test_a_hold_states_its_duty_whole(office: Stage, duty: tuple[str, ...], name: str) -> None:
    ran = office.wkc("--json", "retention", "hold", "2020-1", *duty)
    assert (ran.code, ran.error["name"]) == (6, name)


def test_an_open_request_and_its_appeal_days_hold_everything(office: Stage) -> None:
    announce(office)
    office.must("request", "receive", "2020-1", "--kind", "verwijdering", stdin="")
    on(office, "2026-12-01")
    assert run(office)["held"] == 1
    refusal = ("--decision", "afgewezen", "--code", "kennelijk_ongegrond")
    office.must("request", "decide", "V2026-1", *refusal, stdin="Er is niets gevraagd.")
    office.must("request", "notify", "V2026-1", "--on", "2026-12-01")
    assert run(office)["held"] == 1
    assert office.json("retention", "due")["due"][0]["assessment"]["until"] == "2027-02-01"
    on(office, "2027-01-03")
    run(office)
    on(office, "2027-02-01")
    assert [one["last_on"] for one in run(office)["destroyed"]] == []
    on(office, "2027-02-02")
    assert len(run(office)["destroyed"]) == 1


def test_a_number_is_not_given_out_again_after_its_dossier_is_destroyed(stage: Stage) -> None:
    take_in(stage, "2025-11-30")
    stage.must("--yes", "client", "destroy", "2020-1", "--vergissing")
    take_in(stage, "2025-11-30")
    assert numbers(stage) == ["2020-0002"]


def test_a_dossier_that_should_not_be_there_goes_at_once(office: Stage) -> None:
    gone = office.json("--yes", "client", "destroy", "2020-3", "--vergissing")["destroyed"]
    assert (gone["reason"], gone["kept"], gone["since"]) == ("vergissing", [], None)
    assert numbers(office) == ["2020-0001", "2020-0002"]


def test_it_is_asked_for_again_by_its_number(office: Stage) -> None:
    words = ("client", "destroy", "2020-3", "--vergissing")
    wrong = office.wkc("--json", *words, typed=[("Type the number again", "2020-2")])
    assert (wrong.code, wrong.error["name"]) == (6, "number_differs")
    assert office.wkc(*words, stdin="").code == 2
    assert "2020-0003" in numbers(office)
    assert office.wkc(*words, typed=[("Type the number again", "2020-0003")]).code == 0
    assert "2020-0003" not in numbers(office)


def test_it_needs_one_cause(office: Stage) -> None:
    assert office.wkc("--yes", "client", "destroy", "2020-3").code == 2
    assert office.wkc("--yes", "client", "destroy", "2020-3", "--vergissing", "--request", "V2026-1").code == 2


def test_what_is_held_whole_does_not_go_at_once_either(office: Stage) -> None:
    office.must("retention", "hold", "2020-1", "--ground", "rechtszaak", "--until", "2030-01-01")
    ran = office.wkc("--json", "--yes", "client", "destroy", "2020-1", "--vergissing")
    assert (ran.code, ran.error["name"]) == (3, "dossier_held")


def test_a_request_for_removal_is_carried_out_once_its_letter_has_gone(office: Stage) -> None:
    destroy = ("--json", "--yes", "client", "destroy", "2020-3", "--request", "V2026-1")
    assert office.wkc(*destroy).code == 5
    office.must("request", "receive", "2020-3", "--kind", "verwijdering", stdin="")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    assert office.wkc(*destroy).error["name"] == "request_does_not_fit"
    office.must("request", "notify", "V2026-1")
    assert office.wkc("--json", "--yes", "client", "destroy", "2020-2", "--request", "V2026-1").code == 3
    office.must("request", "receive", "2020-3", "--kind", "inzage", stdin="")
    assert office.wkc(*destroy).error["name"] == "dossier_held"
    office.must("request", "withdraw", "V2026-2")
    assert office.must(*destroy).data["destroyed"]["reason"] == "verzoek"
    with act(session(office), "user.whoami") as action:
        left = action.store.connection.execute("SELECT noun, kind, on_date, told_on, outcome FROM remains").fetchall()
        requests = action.store.connection.execute("SELECT count(*) FROM request").fetchone()
    assert [*map(tuple, left)] == [
        ("verzoek", "verwijdering", "2026-11-23", "2026-11-23", "toegewezen"),
        ("verzoek", "inzage", "2026-11-23", None, "ingetrokken"),
    ]
    assert tuple(requests) == (0,)


def test_of_a_disclosure_remain_its_ground_its_kind_of_recipient_its_days_and_its_outcome(office: Stage) -> None:
    office.must("party", "add", "Bakkerij", "--kind", "werkgever")
    goal = ("--recipient", "Bakkerij", "--channel", "portaal", "--ground", "doel", "--purpose", "bemiddeling")
    office.must("disclosure", "log", "2020-3", *goal, "--categories", "1")
    office.wkc("disclosure", "log", "2020-3", *goal, "--categories", "14")
    office.wkc("--yes", "client", "destroy", "2020-3", "--vergissing")  # the Bakkerij hears of it first
    office.must("correction", "tell", "V2026-1")
    office.must("--yes", "client", "destroy", "2020-3", "--vergissing")
    with act(session(office), "user.whoami") as action:
        rows = action.store.connection.execute("SELECT noun, kind, recipient, on_date, outcome FROM remains").fetchall()
        (left,) = action.store.connection.execute("SELECT count(*) FROM disclosure").fetchone()
    assert left == 0
    assert [*map(tuple, rows)] == [
        ("verstrekking", "doel", "werkgever", "2026-11-23", "toegestaan"),
        ("verstrekking", "doel", "werkgever", "2026-11-23", "geweigerd"),
    ]


def test_no_line_of_the_log_has_a_dossier_number(office: Stage) -> None:
    announce(office)
    on(office, "2026-12-01")
    run(office)
    office.must("--yes", "client", "destroy", "2020-3", "--vergissing")
    lines = json.dumps(office.json("audit", "list"))
    assert "2020-000" not in lines
    office.must("audit", "verify")


def test_the_service_account_lists_runs_and_states(office: Stage) -> None:
    key = str(office.folder / "key")
    office.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    office.user, office.credentials = "cron", office.folder / "key"
    assert list(due(office)) == ["2020-0001", "2020-0002"]
    run(office)
    on(office, "2026-12-01")
    assert run(office)["purged"] is True
    made = office.json("retention", "statement", "--format", "json", "--output", str(office.folder / "s.json"))
    said = json.loads((office.folder / "s.json").read_bytes())
    assert said["ronde"] == made["run"]
    assert (said["dossiers"], said["uitgevoerdDoor"], said["bestandOpnieuwGeschreven"]) == (1, "cron", True)
    assert office.wkc("retention", "hold", "2020-2", "--ground", "rechtszaak", "--until", "2030-01-01").code == 4


def test_a_statement_needs_a_run_that_destroyed_something(office: Stage) -> None:
    announce(office)
    for words in ((), ("6b1e0f1c-0000-4000-8000-000000000000",), ("zomaar",)):
        ran = office.wkc("--json", "retention", "statement", *words, "--output", str(office.folder / "s.pdf"))
        assert (ran.code, ran.error["name"]) == (5, "run_unknown")


def test_a_purge_that_somebody_is_in_the_way_of_is_done_by_the_next_run(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(office)
    on(office, "2026-12-01")
    monkeypatch.setattr("wkc.procedures.retention.run.purge_now", lambda _session: False)
    ran = office.wkc("--json", *RUN)
    assert (ran.code, ran.data["purged"], ran.error["name"]) == (9, False, "purge_waits")
    monkeypatch.undo()
    words = ("retention", "statement", "--format", "json", "--output", str(office.folder / "s.json"), "--force")
    office.must(*words)
    assert json.loads((office.folder / "s.json").read_bytes())["bestandOpnieuwGeschreven"] is False
    office.must(*RUN)
    office.must(*words)
    assert json.loads((office.folder / "s.json").read_bytes())["bestandOpnieuwGeschreven"] is True


def test_a_destruction_is_not_called_failed_for_a_disk_that_is_too_full_to_purge(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(office)
    on(office, "2026-12-01")
    full_at("compacted", monkeypatch)
    ran = office.wkc("--json", *RUN)
    assert (ran.code, ran.data["purged"], ran.error["name"]) == (9, False, "purge_waits")
    monkeypatch.undo()
    assert run(office)["purged"] is None
    office.must("retention", "statement", "--format", "json", "--output", str(office.folder / "s.json"))
    assert json.loads((office.folder / "s.json").read_bytes())["bestandOpnieuwGeschreven"] is True


def test_facts_are_judged_again_in_the_transaction_that_destroys(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the plan and the deed somebody writes down a contact."""
    announce(office)
    on(office, "2026-12-01")
    from wkc.procedures.retention import run as runs

    destroy = runs._destroy

    def after_a_contact(*given: Any) -> Any:
        child = os.fork()
        if child == 0:
            try:
                office.must("contact", "log", "2020-1", "--kind", "bezoek")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        return destroy(*given)

    monkeypatch.setattr(runs, "_destroy", after_a_contact)
    assert run(office)["destroyed"] == []
    assert "2020-0001" in numbers(office)


@pytest.mark.parametrize("seed", range(3))
def test_the_day_that_the_list_goes_by_is_the_one_that_the_term_counts_from(stage: Stage, seed: int) -> None:
    """Contacts and assignments come and go in any order; what is written down is what is counted."""
    chance = random.Random(seed)  # noqa: S311  (days, no secrets)
    take_in(stage, "2022-05-05", "2023-01-01", burgerservicenummer="")
    kinds = ("gesprek", "poging", "bezoek", "brief_verzonden")
    logged = {1: 1, 2: 1}
    for _ in range(12):
        client = chance.choice((1, 2))
        if chance.random() < 0.3:
            stage.wkc(
                "contact", "withdraw", f"2020-{client}", str(chance.randint(1, logged[client])), stdin="Een foutje."
            )
        else:
            day = date.fromordinal(date(2026, 11, 1).toordinal() - chance.randint(0, 2000)).isoformat()
            stage.must("contact", "log", f"2020-{client}", "--on", day, "--kind", chance.choice(kinds))
            logged[client] += 1
        with act(session(stage), "user.whoami") as action:
            for number in ("2020-0001", "2020-0002"):
                found = clients.by_number(action.store, number)
                assert found is not None
                assert retention.counted_on(action.store, found) == count_term(action.store, found).from_on


def test_what_a_hold_left_of_a_dossier_can_still_be_worked_with(stage: Stage) -> None:
    take_in(stage, "2021-11-30", burgerservicenummer="999083016", inkomsten="100 euro")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14,17")
    stage.must("retention", "hold", "2020-1", *duty, "--until", "2027-12-31")
    run(stage)
    on(stage, "2026-12-01")
    run(stage)
    stage.must("settings", "set", "houder.contact", "072-5112233")
    assert stage.wkc("--json", "letter", "notify", "2020-1").error["name"] == "nothing_to_tell"
    record = ("client", "record", "2020-1", "adres", "--source", "opdrachtgever")
    assert stage.wkc("--json", *record, stdin="Laat 2").error["name"] == "source_needs_party"
    stage.must("inzage", "export", "2020-1", "--format", "json", "--output", str(stage.folder / "copy.json"))
    stage.must("contact", "log", "2020-1", "--kind", "gesprek")
    home = {"adres": "Laat 3", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
    back = json.dumps([{"geslachtsnaam": "Naam0", "burgerservicenummer": "999083016", **home}])
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A9", stdin=back)
    stage.must("letter", "notify", "2020-1")
