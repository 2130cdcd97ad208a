"""Art. 5.2, 7 and 14.1: what a leaving leaves open is on the agenda until it is mended."""

from datetime import UTC, date, datetime

from wkc.records.agenda import Duty
from wkc.records.user import Role, User
from wkc.rules.regulation.staffing import list_vacancies

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
LEFT = datetime(2026, 11, 12, 9, tzinfo=UTC)


def user(user_id: str, role: Role, *, left: bool = False, responsible: str | None = None) -> User:
    return User(user_id, user_id, role, "f", AT, "anna", AT.date(), responsible, LEFT if left else None)


ANNA, DORA = user("anna", Role.BEHEERDER), user("dora", Role.BEHEERDER)
ANNA_LEFT = user("anna", Role.BEHEERDER, left=True)
SINCE = {name: LEFT.date() for name in ("anna", "dora", "bram", "nightly")}


def open_now(users: list[User], caseloads: dict[str, int]) -> list[tuple[str, str, int, date]]:
    return [(item.duty, item.subject, item.count, item.on) for item in list_vacancies(users, caseloads, SINCE)]


def test_a_coach_who_left_with_a_caseload_is_on_the_agenda_five_working_days_later() -> None:
    bram = user("bram", Role.COACH, left=True)
    assert open_now([ANNA, bram], {"anna": 0, "bram": 3}) == [(Duty.CASELOAD_OVERDRAGEN, "bram", 3, date(2026, 11, 19))]
    assert open_now([ANNA, bram], {"anna": 0, "bram": 0}) == []


def test_a_coach_who_has_another_role_now_is_on_it_and_one_at_work_is_not() -> None:
    assert open_now([ANNA, user("bram", Role.MEDEWERKER)], {"bram": 1})[0][:2] == (Duty.CASELOAD_OVERDRAGEN, "bram")
    assert open_now([ANNA, user("bram", Role.COACH)], {"bram": 1, "anna": 2}) == []


def test_a_service_account_without_a_responsible_person_is_on_it() -> None:
    nightly = user("nightly", Role.SERVICE, responsible="anna")
    assert open_now([ANNA_LEFT, DORA, user("emma", Role.BEHEERDER), nightly], {}) == [
        (Duty.VERANTWOORDELIJKE_AANWIJZEN, "nightly", 1, date(2026, 11, 19))
    ]
    assert open_now([ANNA, nightly], {}) == []


def test_a_beheerder_who_is_the_only_one_left_is_on_it_and_one_who_always_was_is_not() -> None:
    assert open_now([ANNA_LEFT, DORA], {}) == [(Duty.TWEEDE_BEHEERDER, "dora", 1, date(2026, 11, 19))]
    assert open_now([ANNA], {}) == []
