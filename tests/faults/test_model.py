"""A short walk with the model of the regulation; and faults put into the program, each of which the model notices."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.faults.model import trial
from tests.faults.model.acting import NAMES
from tests.faults.model.keeping import Walk
from tests.faults.model.law import Use
from tests.faults.model.machine import found
from tests.stage import Stage
from wkc.procedures.dossier import link, mandate, plausible_day
from wkc.procedures.letters import request_letters
from wkc.procedures.requests import decide, dossier_row
from wkc.records.user import Role
from wkc.records.verdict import Verdict
from wkc.rules.access import permission
from wkc.rules.access.permission import GRANTS, NOT_SEALED, Grant, Scope
from wkc.rules.disclosure import consent_giver, judge
from wkc.rules.dossier import mistake
from wkc.rules.requests import term
from wkc.rules.retention import assess
from wkc.store.dossier import death


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("model") / "office"
    folder.mkdir(mode=0o700)
    return found(folder)


def test_the_program_does_what_the_model_of_the_regulation_says(office: Stage) -> None:
    ran, wrong = trial.run(office, 3, 12, 1)
    assert wrong == ()
    assert ran > 60


def looks_outside(walk: Walk) -> None:
    walk.look("bram", 2, reason=False)


def manages(walk: Walk) -> None:
    walk.look("dirk", 0, reason=True)


def decides(walk: Walk) -> None:
    walk.receive("bram", 0, "inzage", 0)
    walk.identify("bram", 0, "bekend")
    walk.decide("bram", 0, "toegewezen", "")


def falls_due(walk: Walk) -> None:
    walk.fall_due(0)


def is_late(walk: Walk) -> None:
    walk.pass_to_the_term(0, -1)
    walk.run_retention("cron", dry=False)
    walk.pass_days(1)
    walk.pass_days(1)
    walk.run_retention("anna", dry=False)


def is_held(walk: Walk) -> None:
    walk.pass_to_the_term(0, 20)
    walk.receive("anna", 0, "inzage", 0)
    walk.look_at_due("cron")


def gives_a_secret(walk: Walk) -> None:
    walk.record("bram", 0, "activiteit", secret=True, reason=False)
    walk.disclose("bram", 0, Use("Gemeente Alkmaar", "doel", "voortgang", (12,)), reason=False)


def answers_late(walk: Walk) -> None:
    walk.pass_days(2)
    walk.receive("anna", 0, "inzage", 0)  # 2026-11-25: a month later it is Christmas
    walk.look_at_requests("anna")


def consents_under_a_curator(walk: Walk) -> None:
    walk.receive_for("anna", 0, "inzage", "curator", NAMES[0], 3, None)
    walk.give_consent("anna", 0, "UWV", (1,), "schriftelijk")


def asks_too_early_for_another(walk: Walk) -> None:
    walk.receive_for("anna", 0, "inzage", "gemachtigde", NAMES[1], -5, None)


def dies_with_a_mandate(walk: Walk) -> None:
    walk.receive_for("anna", 0, "inzage", "gemachtigde", NAMES[1], 30, None)
    walk.die("anna", 0, 0)
    walk.look_at_due("cron")


def meets_the_dead(walk: Walk) -> None:
    walk.log("anna", 1, 0, "gesprek", reason=False)
    walk.die("anna", 0, 3)
    walk.move_contact("anna", 1, 0)


def ends_what_another_took_in(walk: Walk) -> None:
    walk.receive("anna", 0, "inzage", 0)
    walk.withdraw_request("bram", 0)


def answers_the_dead(walk: Walk) -> None:
    walk.receive("anna", 0, "inzage", 0)
    walk.decide("anna", 0, "afgewezen", "buitensporig")
    walk.die("anna", 0, 1)
    walk.notify("anna", 0)


def becomes_one_with_another(walk: Walk) -> None:
    walk.tell("anna", 1)
    walk.link("anna", 0, 1, takes=False)


def comes_twice(walk: Walk) -> None:
    walk.join_two(older=True)


def takes_the_last_address_back(walk: Walk) -> None:
    for _ in range(2):
        walk.record("bram", 0, "adres", secret=False, reason=False)
    walk.take_back_value("bram", 0, 0)
    walk.look("bram", 0, reason=False)


def takes_back_kept(walk: Walk) -> None:
    walk.log("bram", 0, 0, "gesprek", reason=False)
    walk.hold("anna", 0, 30, whole=True)
    walk.withdraw_contact("anna", 0, 0, takes_back=True)


def takes_back_late(walk: Walk) -> None:
    walk.pass_days(7)
    walk.take_back_value("bram", 0, 0)


def allow(*_args: object, **_kwargs: object) -> Verdict:
    return Verdict(allowed=True, reason="", article="")


def grant(role: Role, **changes: Any) -> tuple[Any, str, Any]:
    changed: Grant = replace(GRANTS[role], **changes)
    return permission, "GRANTS", {**GRANTS, role: changed}


def a_day_more(day: date, years: int = 5) -> date:
    return date(day.year + years, day.month, day.day) + timedelta(days=1)


FAULTS: dict[str, tuple[Callable[[Walk], None], tuple[Any, str, Any]]] = {
    "a coach looks in every dossier": (looks_outside, grant(Role.COACH, scope=Scope.ALL)),
    "management sees what is sensitive": (manages, grant(Role.MANAGEMENT, classes=NOT_SEALED)),
    "a coach decides": (
        decides,
        grant(Role.COACH, actions=GRANTS[Role.COACH].actions | {"request.decide", "request.weigh"}),
    ),
    "five years and a day": (falls_due, (assess, "_years_after", a_day_more)),
    "an announcement a day ahead": (is_late, (assess, "LEAST_NOTICE", timedelta(days=1))),
    "an open request keeps nothing": (is_held, (assess, "is_in_force", lambda *_: False)),
    "a secret goes": (gives_a_secret, (judge, "_secrecy", lambda *_: judge._sieve("art. 8.2", {}, "", "geen_geheim"))),
    "a client with a curator consents": (consents_under_a_curator, (consent_giver, "list_matters", lambda *_: ())),
    "a mandate of next week acts": (asks_too_early_for_another, (mandate, "judge_mandate", allow)),
    "a mandate outlives its client": (dies_with_a_mandate, (death, "end_mandates", lambda *_: 0)),
    "a contact with the dead": (meets_the_dead, (plausible_day, "judge_contact", allow)),
    "a colleague's request ends without a letter": (ends_what_another_took_in, (decide, "judge_recorder", allow)),
    "an answer to the dead": (answers_the_dead, (request_letters, "judge_answer", allow)),
    "two people are one": (becomes_one_with_another, (link, "judge_link", allow)),
    "both names hold": (comes_twice, (link, "_ends", lambda *_: [])),
    "what was replaced stays so": (takes_the_last_address_back, (dossier_row, "_is_replaced", lambda *_: False)),
    "a mistake beside a court case": (takes_back_kept, (mistake, "_is_of_another", lambda _facts: True)),
    "a mistake of last week": (takes_back_late, (mistake, "WITHIN", timedelta(days=30))),
    "a term ends on Christmas": (answers_late, (term, "_roll_forward", lambda day: day)),
}
"""Faults in the program: a short walk that meets each, and what is put in the place of what."""


def test_without_a_fault_nothing_is_noticed_on_these_walks(office: Stage) -> None:
    walk = trial.machine_of(office)()
    walk.begin()
    for walks, _fault in FAULTS.values():
        walks(walk)
    walk.teardown()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_program_is_noticed(fault: str, office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    walks, (module, name, wrong) = FAULTS[fault]
    monkeypatch.setattr(module, name, wrong)
    walk = trial.machine_of(office)()
    walk.begin()
    with pytest.raises(AssertionError, match=r"ended with|[{\[(]"):
        walks(walk)
