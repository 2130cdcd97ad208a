"""The terms of a breach (AVG 33 and 34): hours that run on, and what is left to do."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.breach import Breach, BreachKind, BreachRuling, ReachedParty
from wkc.rules.regulation.breach import (
    ap_until,
    is_late,
    judge_closing,
    judge_notified,
    list_duties,
    party_until,
)

KNOWN = datetime(2026, 3, 27, 7, 10, tzinfo=UTC)
OPEN = Breach(
    id=1,
    uuid=UUID(int=1),
    number="D2026-0001",
    kind=BreachKind.DIEFSTAL,
    known_at=KNOWN,
    from_at=None,
    until_at=None,
    events="Een laptop is weg.",
    ruling=None,
    ap_reported_at=None,
    persons_notified_at=None,
    closed_at=None,
    end=None,
    gone=0,
    persons=(),
    parties=(),
    recorded_at=KNOWN,
    recorded_by="anna",
)
LATER = KNOWN + timedelta(hours=80)


def decided(*, ap: bool = True, persons: bool = True) -> Breach:
    return replace(
        OPEN, ruling=BreachRuling(ap, "De schijf was open.", persons, "Er staan adressen op.", KNOWN, "anna")
    )


def duties(breach: Breach) -> list[str]:
    return [one.what for one in list_duties(breach)]


def test_the_hours_run_on_through_a_weekend_and_the_change_of_the_clock() -> None:
    ends = ap_until(OPEN).astimezone(ZoneInfo("Europe/Amsterdam"))
    assert (ends.strftime("%a %H:%M"), ends.utcoffset()) == ("Mon 09:10", timedelta(hours=2))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_there_are_72_of_them_whenever_they_begin(known: datetime) -> None:
    assert (ap_until(replace(OPEN, known_at=known)) - known).total_seconds() == 72 * 3600


def test_an_opdrachtgever_is_told_within_the_hours_of_its_agreement() -> None:
    assert party_until(KNOWN, 24) == KNOWN + timedelta(hours=24)
    assert party_until(KNOWN, None) is None


@pytest.mark.parametrize(
    ("breach", "left"),
    [
        (OPEN, ["besluiten"]),
        (decided(), ["ap", "personen"]),
        (decided(ap=False), ["personen"]),
        (replace(decided(persons=False), ap_reported_at=LATER), ["sluiten"]),
        (decided(ap=False, persons=False), ["sluiten"]),
        (
            replace(decided(ap=False, persons=False), parties=(ReachedParty("UWV", None, None),)),
            ["opdrachtgever"],
        ),
        (replace(decided(ap=False, persons=False), closed_at=LATER), []),
    ],
)
def test_what_is_left_follows_from_the_decision(breach: Breach, left: list[str]) -> None:
    assert duties(breach) == left
    assert judge_closing(breach).allowed == (left == ["sluiten"])


def test_nobody_is_told_what_was_not_decided() -> None:
    assert judge_notified(OPEN, "ap").reason == "niet_besloten"
    assert judge_notified(decided(persons=False), "personen").reason == "niet_besloten"
    assert judge_notified(OPEN, "opdrachtgever").allowed
    assert judge_notified(replace(decided(), closed_at=LATER), "ap").reason == "datalek_gesloten"


def test_a_report_after_the_term_is_late() -> None:
    assert is_late(replace(decided(), ap_reported_at=LATER))
    assert not is_late(replace(decided(), ap_reported_at=ap_until(OPEN)))
