"""Art. 8.1, third bullet, and AVG 7: a consent opens what it names, to whom it names, until it is withdrawn."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.party import Party
from wkc.records.rights import Consent
from wkc.rules.disclosure.consent import (
    HOW,
    ended_on,
    is_purpose,
    judge_consent,
    judge_coverage,
    judge_holding,
    list_not_explicit,
)
from wkc.rules.dossier.field import BY_CODE, FIELDS

AT = datetime(2026, 3, 1, tzinfo=UTC)
BAKKERIJ = Party(2, UUID(int=2), "Bakkerij Brood", "werkgever", AT, "anna")
CONSENT = Consent(
    BAKKERIJ,
    "proefplaatsing",
    (1, 12, 25, 29),
    "schriftelijk",
    date(2026, 3, 1),
    None,
    number=1,
    uuid=UUID(int=9),
    recorded_at=AT,
    recorded_by="anna",
)
WITHDRAWN = replace(CONSENT, withdrawn_on=date(2026, 5, 4), withdrawn_at=AT, withdrawn_by="anna")
ENDED = replace(CONSENT, until_on=date(2026, 8, 31))
TO_HOLD = replace(CONSENT, recipient=None, purpose="registratie")


@pytest.mark.parametrize(
    ("consent", "recipient", "purpose", "on", "reason"),
    [
        (CONSENT, 2, "proefplaatsing", date(2026, 3, 1), "toestemming"),
        (CONSENT, 2, "proefplaatsing", date(2031, 3, 1), "toestemming"),
        (CONSENT, 2, "proefplaatsing", date(2026, 2, 28), "nog_niet_ingegaan"),
        (CONSENT, 3, "proefplaatsing", date(2026, 3, 1), "andere_ontvanger"),
        (CONSENT, 2, "voortgang", date(2026, 3, 1), "ander_doel"),
        (ENDED, 2, "proefplaatsing", date(2026, 8, 31), "toestemming"),
        (ENDED, 2, "proefplaatsing", date(2026, 9, 1), "verlopen"),
        (TO_HOLD, 2, "registratie", date(2026, 3, 1), "andere_ontvanger"),
        (WITHDRAWN, 2, "proefplaatsing", date(2026, 5, 3), "toestemming"),
        (WITHDRAWN, 2, "proefplaatsing", date(2026, 5, 4), "ingetrokken"),
        (WITHDRAWN, 2, "proefplaatsing", date(2026, 5, 5), "ingetrokken"),
    ],
)
def test_a_consent_stands_for_its_recipient_and_purpose_from_then_until_withdrawn(
    consent: Consent, recipient: int, purpose: str, on: date, reason: str
) -> None:
    verdict = judge_consent(consent, UUID(int=recipient), purpose, on)
    assert (verdict.allowed, verdict.reason) == (reason == "toestemming", reason)


@pytest.mark.parametrize(
    ("how", "code", "reason", "article"),
    [
        ("schriftelijk", "geslachtsnaam", "toestemming", "art. 8.1"),
        ("mondeling", "geslachtsnaam", "toestemming", "art. 8.1"),
        ("mondeling", "adres", "categorie_niet_genoemd", "art. 8.1"),
        ("schriftelijk", "justitieel_verleden", "categorie_niet_genoemd", "art. 8.1"),
        ("schriftelijk", "gezondheid", "toestemming", "AVG 9.2.a, UAVG 22.2.a"),
        ("e_mail", "gezondheid", "toestemming", "AVG 9.2.a, UAVG 22.2.a"),
        ("mondeling", "gezondheid", "niet_uitdrukkelijk", "AVG 9.2.a, UAVG 22.2.a"),
        ("mondeling", "plaatsing", "toestemming", "art. 8.1"),
        ("mondeling", "begeleiding", "niet_uitdrukkelijk", "AVG 9.2.a, UAVG 22.2.a"),
    ],
)
def test_a_consent_covers_what_it_names_and_a_sealed_class_only_in_writing(
    how: str, code: str, reason: str, article: str
) -> None:
    verdict = judge_coverage(replace(CONSENT, how=how), BY_CODE[code])
    assert (verdict.allowed, verdict.reason, verdict.article) == (reason == "toestemming", reason, article)


@pytest.mark.parametrize(
    ("how", "categories", "loose"),
    [
        ("mondeling", (1, 12), ()),
        ("mondeling", (9, 29), ()),
        ("mondeling", (1, 19, 23, 24, 25, 26, 28), (19, 23, 24, 25, 26, 28)),
        ("schriftelijk", (19, 24, 25), ()),
        ("e_mail", (19, 24, 25), ()),
    ],
)
def test_a_spoken_consent_is_too_loose_for_categories_that_are_sealed_altogether(
    how: str, categories: tuple[int, ...], loose: tuple[int, ...]
) -> None:
    assert list_not_explicit(how, categories) == loose


@pytest.mark.parametrize("code", ["voortgang", "uitvoering_uitkering", "proefplaatsing_2"])
def test_a_purpose_is_a_word(code: str) -> None:
    assert is_purpose(code)


@pytest.mark.parametrize("code", ["", "x", "Voortgang", "hulp bij schulden", "2e_spoor", "voortgang\n", "a" * 41])
def test_a_sentence_is_no_purpose(code: str) -> None:
    assert not is_purpose(code)


@given(
    how=st.sampled_from(HOW),
    categories=st.sets(st.integers(1, 30), min_size=1),
    field=st.sampled_from(FIELDS),
    gone=st.none() | st.dates(date(2026, 3, 1), date(2030, 1, 1)),
    on=st.dates(date(2026, 1, 1), date(2031, 1, 1)),
)
def test_nothing_opens_a_category_that_is_not_named_or_a_day_past_the_withdrawal(
    how: str, categories: set[int], field: object, gone: date | None, on: date
) -> None:
    consent = replace(CONSENT, how=how, categories=tuple(sorted(categories)), withdrawn_on=gone)
    held = BY_CODE[getattr(field, "code", "")]
    if judge_coverage(consent, held).allowed:
        assert held.category in categories
        assert how != "mondeling" or not held.field_class.sealed
    if judge_consent(consent, BAKKERIJ.uuid, "proefplaatsing", on).allowed:
        assert gone is None or on < gone


@pytest.mark.parametrize(
    ("consents", "code", "on", "reason"),
    [
        ((TO_HOLD,), "gezondheid", date(2026, 3, 1), "uitdrukkelijke_toestemming"),
        ((TO_HOLD,), "justitieel_verleden", date(2026, 3, 1), "toestemming_ontbreekt"),
        ((TO_HOLD,), "gezondheid", date(2026, 2, 28), "toestemming_ontbreekt"),
        ((replace(TO_HOLD, how="mondeling"),), "gezondheid", date(2026, 3, 1), "toestemming_ontbreekt"),
        ((replace(TO_HOLD, withdrawn_on=date(2026, 4, 1)),), "gezondheid", date(2026, 4, 1), "toestemming_ontbreekt"),
        ((replace(TO_HOLD, until_on=date(2026, 4, 1)),), "gezondheid", date(2026, 4, 2), "toestemming_ontbreekt"),
        ((replace(TO_HOLD, until_on=date(2026, 4, 1)), TO_HOLD), "gezondheid", date(2026, 4, 2),
         "uitdrukkelijke_toestemming"),
        # A consent to give to somebody is none to hold.
        ((CONSENT,), "gezondheid", date(2026, 3, 1), "toestemming_ontbreekt"),
        ((), "gezondheid", date(2026, 3, 1), "toestemming_ontbreekt"),
    ],
)  # fmt: skip
def test_what_is_held_on_consent_needs_one_to_hold_it(
    consents: tuple[Consent, ...], code: str, on: date, reason: str
) -> None:
    verdict = judge_holding(consents, BY_CODE[code], on)
    assert (verdict.allowed, verdict.reason) == (reason == "uitdrukkelijke_toestemming", reason)


def test_a_consent_counts_no_longer_from_its_withdrawal_or_the_day_after_its_last() -> None:
    assert ended_on(CONSENT) is None
    assert ended_on(ENDED) == date(2026, 9, 1)
    assert ended_on(replace(ENDED, withdrawn_on=date(2026, 8, 1))) == date(2026, 8, 1)
    assert ended_on(replace(ENDED, withdrawn_on=date(2026, 10, 1))) == date(2026, 9, 1)
