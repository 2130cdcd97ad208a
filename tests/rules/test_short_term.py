"""Two years after the assignment of a sick employee ended, where that is set and shorter than the five of art. 10."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.retention import TermFacts
from wkc.rules.retention.assess import count_term_of_dossier

BEGAN = date(2026, 1, 5)
USUAL = TermFacts((), BEGAN, None, BEGAN)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("ended", "contact", "last", "reason"),
    [
        (date(2026, 11, 30), None, date(2028, 11, 30), "einde_opdracht"),
        (date(2026, 11, 30), date(2027, 6, 1), date(2028, 11, 30), "einde_opdracht"),
        (date(2028, 2, 29), None, date(2030, 2, 28), "einde_opdracht"),
        (date(2030, 1, 1), None, date(2031, 1, 5), "begin_opdracht"),
        (None, None, date(2031, 1, 5), "begin_opdracht"),
    ],
)
def test_the_shorter_of_both_is_kept(ended: date | None, contact: date | None, last: date, reason: str) -> None:
    contacts = ((contact, "gesprek"),) if contact else ()
    term = count_term_of_dossier(replace(USUAL, contacts=contacts, short_from=ended))
    assert (term.last_on, term.reason) == (last, reason)


@given(DAYS, DAYS, st.none() | DAYS)
def test_it_is_never_longer_than_without(ended: date, began: date, contact: date | None) -> None:
    facts = TermFacts(((contact, "gesprek"),) if contact else (), began, None, began)
    short = count_term_of_dossier(replace(facts, short_from=ended))
    assert short.last_on <= count_term_of_dossier(facts).last_on
