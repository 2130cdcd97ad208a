"""AVG 14.3: by which day somebody whom others supplied must have been told."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.dossier import Contact
from wkc.rules.letters.notice import count_due, is_due_again, list_contact_days, list_disclosure_days
from wkc.rules.retention.contact import RESTARTS

AT = datetime(2026, 1, 1, tzinfo=UTC)


def contact(kind: str, on: date, withdrawn_at: datetime | None = None) -> Contact:
    restarts = RESTARTS[kind]
    return Contact(1, UUID(int=1), on, kind, restarts, False, None, AT, "anna", withdrawn_at)


@pytest.mark.parametrize(
    ("since", "met", "expected"),
    [
        ("2026-11-23", [], "2026-12-23"),
        ("2026-01-31", [], "2026-02-28"),
        ("2028-01-31", [], "2028-02-29"),
        ("2026-11-23", ["2026-12-01"], "2026-12-01"),
        ("2026-11-23", ["2026-12-09", "2026-12-01"], "2026-12-01"),
        ("2026-11-23", ["2026-11-23"], "2026-11-23"),
        ("2026-11-23", ["2026-12-24"], "2026-12-23"),
        ("2026-11-23", ["2026-11-22"], "2026-12-23"),
    ],
)
def test_it_is_due_a_month_after_the_list_or_at_the_first_contact_since(
    since: str, met: list[str], expected: str
) -> None:
    assert count_due(date.fromisoformat(since), map(date.fromisoformat, met)) == date.fromisoformat(expected)


@pytest.mark.parametrize("kind", ["gesprek", "telefoon", "bezoek", "e_mail_ontvangen", "brief_verzonden"])
def test_who_was_spoken_or_written_to_was_reached(kind: str) -> None:
    assert list(list_contact_days([contact(kind, date(2026, 12, 1))])) == [date(2026, 12, 1)]


@pytest.mark.parametrize("kind", ["poging", "niet_verschenen"])
def test_an_attempt_reaches_nobody(kind: str) -> None:
    assert list(list_contact_days([contact(kind, date(2026, 12, 1))])) == []


def test_data_that_went_back_to_who_supplied_them_went_to_nobody_new() -> None:
    supplier, other = UUID(int=7), UUID(int=8)
    given = [(date(2026, 11, 24), supplier), (date(2026, 11, 26), other)]
    assert list(list_disclosure_days(given, {supplier})) == [date(2026, 11, 26)]


def test_a_withdrawn_contact_was_none() -> None:
    assert list(list_contact_days([contact("gesprek", date(2026, 12, 1), AT)])) == []


DAYS = st.dates(date(2012, 2, 21), date(2100, 12, 31))


@given(since=DAYS, met=st.lists(DAYS), more=DAYS)
def test_another_contact_never_puts_it_off(since: date, met: list[date], more: date) -> None:
    assert since <= count_due(since, [*met, more]) <= count_due(since, met)


ALKMAAR, HEILOO = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("held", "supplied", "by", "again"),
    [
        ({1, 2, 3}, {1, 10}, HEILOO, True),
        ({1, 2, 3}, {1, 2}, HEILOO, False),
        ({1, 2, 3}, set(), HEILOO, False),
        ({1, 2, 3}, {10}, ALKMAAR, False),
        (set(), {1}, HEILOO, True),
    ],
)
def test_a_client_hears_again_of_new_categories_from_another_opdrachtgever(
    held: set[int], supplied: set[int], by: UUID, *, again: bool
) -> None:
    assert is_due_again(held, supplied, {ALKMAAR}, by) is again
