"""UAVG 5: a consent comes from who can give it, and is asked again when a representative acts no more."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.field import PartialDate
from wkc.records.party import Party
from wkc.records.rights import Consent, Mandate
from wkc.rules.disclosure.consent_giver import asked_again_on, judge_giver
from wkc.rules.dossier.mandate import KINDS, ends_on, is_certainly_a_child, judge_mandate

AT = datetime(2026, 3, 1, tzinfo=UTC)
DAY = date(2026, 11, 29)
ADULT = PartialDate(1990, 5, 1)
CHILD = PartialDate(2012, 6, 15)
SCHOOL = Party(2, UUID(int=2), "Hogeschool", "derde", AT, "anna")


def mandate(kind: str, *, until: date | None = None, withdrawn: date | None = None) -> Mandate:
    number = 1 + list(KINDS).index(kind)
    return Mandate(
        number, number, UUID(int=number), kind, "J. Visser", date(2026, 1, 5), until, "Beschikking", date(2026, 1, 9),
        "anna", AT, "anna", None, withdrawn,
    )  # fmt: skip


def consent(number: int, giver: Mandate | None, categories: tuple[int, ...] = (10, 25)) -> Consent:
    return Consent(
        SCHOOL, "opleiding", categories, "schriftelijk", date(2026, 2, 1), giver,
        number=number, uuid=UUID(int=90 + number), recorded_at=AT, recorded_by="anna",
    )  # fmt: skip


CURATOR, BEWINDVOERDER, MENTOR = mandate("curator"), mandate("bewindvoerder"), mandate("mentor")
GEMACHTIGDE, OUDER = mandate("gemachtigde"), mandate("ouder")
FORMER = mandate("curator", until=date(2026, 11, 28))


@pytest.mark.parametrize(
    ("giver", "categories", "mandates", "born", "reason"),
    [
        (None, (25,), (), ADULT, "geregistreerde"),
        (None, (25,), (), None, "geregistreerde"),
        (GEMACHTIGDE, (25,), (GEMACHTIGDE,), ADULT, "gemachtigde"),
        (None, (25,), (GEMACHTIGDE,), ADULT, "geregistreerde"),
        # curatele: every matter is the curator's
        (None, (25,), (CURATOR,), ADULT, "er_is_een_curator"),
        (None, (10,), (CURATOR,), ADULT, "er_is_een_curator"),
        (CURATOR, (25,), (CURATOR,), ADULT, "curator"),
        (GEMACHTIGDE, (25,), (GEMACHTIGDE, CURATOR), ADULT, "er_is_een_curator"),
        (None, (25,), (FORMER,), ADULT, "geregistreerde"),
        # bewind and mentorschap: as far as they reach
        (None, (14,), (BEWINDVOERDER,), ADULT, "er_is_een_bewindvoerder"),
        (None, (10, 25), (BEWINDVOERDER,), ADULT, "geregistreerde"),
        (None, (1, 2, 3), (BEWINDVOERDER,), ADULT, "geregistreerde"),
        (BEWINDVOERDER, (14,), (BEWINDVOERDER,), ADULT, "bewindvoerder"),
        (None, (25,), (MENTOR,), ADULT, "er_is_een_mentor"),
        (BEWINDVOERDER, (14, 25), (BEWINDVOERDER, MENTOR), ADULT, "er_is_een_mentor"),
        # under sixteen: the parents
        (None, (10,), (), CHILD, "onder_zestien"),
        (GEMACHTIGDE, (10,), (GEMACHTIGDE,), CHILD, "onder_zestien"),
        (OUDER, (10,), (OUDER,), CHILD, "ouder"),
        (None, (10,), (), PartialDate(2010), "geregistreerde"),
        (None, (10,), (), PartialDate(2011), "onder_zestien"),
    ],
)
def test_a_consent_comes_from_who_can_give_it(
    giver: Mandate | None, categories: tuple[int, ...], mandates: tuple[Mandate, ...], born: PartialDate | None,
    reason: str,
) -> None:  # fmt: skip
    verdict = judge_giver(giver, categories, mandates, born, DAY)
    assert (verdict.allowed, verdict.reason) == (not reason.startswith(("er_is", "onder")), reason)


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (PartialDate(2010, 11, 29), date(2026, 11, 29)),
        (PartialDate(2008, 2, 29), date(2024, 2, 29)),
        (PartialDate(2084, 2, 29), date(2100, 3, 1)),
        (PartialDate(2010, 4), date(2026, 5, 1)),
        (PartialDate(2010, 3), date(2026, 3, 31)),
        (PartialDate(2010), date(2026, 12, 31)),
    ],
)
def test_a_parent_acts_until_the_child_certainly_is_sixteen(born: PartialDate, first: date) -> None:
    assert ends_on(OUDER, born) == first


@given(
    kind=st.sampled_from([*KINDS]),
    until=st.none() | st.dates(date(2026, 1, 5), date(2030, 1, 1)),
    withdrawn=st.none() | st.dates(date(2026, 1, 5), date(2030, 1, 1)),
    born=st.none() | st.builds(PartialDate, st.integers(2005, 2014), st.none() | st.integers(1, 12)),
    on=st.dates(date(2026, 1, 5), date(2031, 1, 1)),
)
def test_a_mandate_is_in_force_until_the_day_it_ends(
    kind: str, until: date | None, withdrawn: date | None, born: PartialDate | None, on: date
) -> None:
    shown = mandate(kind, until=until, withdrawn=withdrawn)
    last = ends_on(shown, born)
    assert judge_mandate(shown, on, born).allowed == (last is None or on < last)


@given(
    born=st.builds(PartialDate, st.integers(2005, 2014), st.none() | st.integers(1, 12)),
    on=st.dates(date(2020, 1, 1), date(2031, 1, 1)),
)
def test_nobody_is_a_child_and_certainly_sixteen_on_the_same_day(born: PartialDate, on: date) -> None:
    if is_certainly_a_child(born, on):
        assert judge_mandate(replace(OUDER, from_on=date(2019, 1, 1)), on, born).allowed


def test_a_consent_is_asked_again_from_the_day_its_giver_acts_no_more() -> None:
    by_former = consent(1, FORMER)
    assert asked_again_on(by_former, (by_former,), ADULT, date(2026, 11, 28)) is None
    assert asked_again_on(by_former, (by_former,), ADULT, DAY) == date(2026, 11, 29)
    assert asked_again_on(consent(1, CURATOR), (), ADULT, DAY) is None
    assert asked_again_on(consent(1, None), (), ADULT, DAY) is None
    assert asked_again_on(consent(1, OUDER), (), PartialDate(2010, 11, 2), DAY) == date(2026, 11, 2)


def test_a_consent_that_was_given_anew_or_counts_no_more_is_not_asked_again() -> None:
    by_former = consent(1, FORMER)
    assert asked_again_on(by_former, (by_former, consent(2, None)), ADULT, DAY) is None
    assert asked_again_on(by_former, (by_former, consent(2, CURATOR)), ADULT, DAY) is None
    assert asked_again_on(by_former, (by_former, consent(2, FORMER)), ADULT, DAY) == DAY
    assert asked_again_on(by_former, (by_former, consent(2, None, (10,))), ADULT, DAY) == DAY
    elsewhere = replace(consent(2, None), purpose="stage")
    assert asked_again_on(by_former, (by_former, elsewhere), ADULT, DAY) == DAY
    assert asked_again_on(replace(by_former, withdrawn_on=date(2026, 11, 1)), (), ADULT, DAY) is None
    assert asked_again_on(replace(by_former, until_on=date(2026, 11, 1)), (), ADULT, DAY) is None
