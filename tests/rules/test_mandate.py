"""Art. 11.1 and 12.1, UAVG 5: whoever acts for a client shows that they may, and acts no further."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.field import PartialDate
from wkc.records.rights import Mandate
from wkc.rules.dossier.mandate import KINDS, judge_mandate, list_outside_reach

AT = datetime(2026, 11, 1, tzinfo=UTC)
EVERYTHING = range(1, 31)
DAYS = st.dates(date(2012, 2, 21), date(2040, 1, 1))


def mandate(kind: str, from_on: date = date(2026, 3, 1), until_on: date | None = date(2026, 8, 31)) -> Mandate:
    return Mandate(1, 1, UUID(int=1), kind, "J. Jansen", from_on, until_on, "brief", from_on, "anna", AT, "anna")


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 2, 28), "nog_niet_ingegaan"),
        (date(2026, 3, 1), "gemachtigde"),
        (date(2026, 8, 31), "gemachtigde"),
        (date(2026, 9, 1), "verlopen"),
    ],
)
def test_a_mandate_stands_from_its_first_day_to_its_last(on: date, reason: str) -> None:
    verdict = judge_mandate(mandate("gemachtigde"), on, None)
    assert (verdict.allowed, verdict.reason) == (reason == "gemachtigde", reason)


def test_a_mandate_without_an_end_stands_on() -> None:
    assert judge_mandate(mandate("curator", until_on=None), date(2039, 1, 1), None).allowed


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (PartialDate(2010, 6, 2), "ouder"),
        (PartialDate(2010, 6, 1), "zestien_of_ouder"),
        (PartialDate(2010, 6), "ouder"),
        (PartialDate(2010, 5), "zestien_of_ouder"),
        (PartialDate(2010), "ouder"),
        (PartialDate(2009), "zestien_of_ouder"),
        (None, "ouder"),
    ],
)
def test_a_parent_acts_until_the_child_is_certainly_sixteen(born: PartialDate | None, reason: str) -> None:
    verdict = judge_mandate(mandate("ouder"), date(2026, 6, 1), born)
    assert (verdict.allowed, verdict.reason) == (reason == "ouder", reason)


def test_the_age_of_the_client_is_nothing_to_who_is_no_parent() -> None:
    assert judge_mandate(mandate("mentor"), date(2026, 6, 1), PartialDate(1950)).allowed


@pytest.mark.parametrize(
    ("kind", "asked", "beyond"),
    [
        ("gemachtigde", {1, 17, 25, 26}, ()),
        ("curator", {1, 17, 25, 26}, ()),
        ("ouder", {1, 17, 25, 26}, ()),
        ("bewindvoerder", {1, 2, 14, 16, 27, 30}, ()),
        ("bewindvoerder", {14, 25, 19}, (19, 25)),
        ("mentor", {1, 19, 23, 25, 28}, ()),
        ("mentor", {25, 16, 30}, (16, 30)),
    ],
)
def test_each_kind_acts_in_its_own_matters(kind: str, asked: set[int], beyond: tuple[int, ...]) -> None:
    assert list_outside_reach(mandate(kind), asked) == beyond


@pytest.mark.parametrize(
    ("asked", "beyond"),
    [({2}, ()), ({1, 2, 3}, ()), ({2, 25}, (25,)), ({14, 17, 26}, (14, 17, 26))],
)
def test_a_paper_for_one_matter_reaches_no_further_than_that_matter_and_who_it_is_about(
    asked: set[int], beyond: tuple[int, ...]
) -> None:
    address_only = replace(mandate("gemachtigde"), categories=(2,))
    assert list_outside_reach(address_only, asked) == beyond
    assert list_outside_reach(address_only, EVERYTHING)


@pytest.mark.parametrize(
    ("kind", "whole"),
    [("gemachtigde", True), ("curator", True), ("ouder", True), ("bewindvoerder", False), ("mentor", False)],
)
def test_a_whole_dossier_is_for_who_acts_in_everything(kind: str, *, whole: bool) -> None:
    assert (list_outside_reach(mandate(kind), EVERYTHING) == ()) is whole


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2026, 5, 31), "gemachtigde"), (date(2026, 6, 1), "ingetrokken"), (date(2026, 7, 1), "ingetrokken")],
)
def test_a_mandate_that_was_withdrawn_ends_on_that_day(on: date, reason: str) -> None:
    verdict = judge_mandate(replace(mandate("gemachtigde"), withdrawn_on=date(2026, 6, 1)), on, None)
    assert (verdict.allowed, verdict.reason) == (reason == "gemachtigde", reason)


@given(kind=st.sampled_from(sorted(KINDS)), on=DAYS, from_on=DAYS, length=st.integers(0, 9999))
def test_outside_its_days_a_mandate_never_stands(kind: str, on: date, from_on: date, length: int) -> None:
    until_on = date.fromordinal(from_on.toordinal() + length)
    assert judge_mandate(mandate(kind, from_on, until_on), on, None).allowed is (from_on <= on <= until_on)
