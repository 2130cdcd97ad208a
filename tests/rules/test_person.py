"""Art. 8.3: a number counts while it is verified, from another source than the call."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from wkc.records.party import Party
from wkc.records.person import Person
from wkc.rules.disclosure.verified_number import VERIFIED_FROM, is_verified, stale_before

AT = datetime(2026, 3, 1, tzinfo=UTC)
UWV = Party(2, UUID(int=2), "UWV", "instantie", AT, "anna")
JOKE = Person(1, 1, UUID(int=3), UWV, "Joke de Wit", "arbeidsdeskundige", "088-1234567", AT, "anna")


@pytest.mark.parametrize(
    ("on", "today", "counts"),
    [
        (None, date(2026, 3, 1), False),
        (date(2026, 3, 1), date(2026, 3, 1), True),
        (date(2026, 3, 1), date(2027, 3, 1), True),
        (date(2026, 3, 1), date(2027, 3, 2), False),
        (date(2027, 2, 28), date(2028, 2, 29), True),
        (date(2027, 2, 27), date(2028, 2, 29), False),
    ],
)
def test_a_verification_counts_for_a_year(on: date | None, today: date, counts: object) -> None:
    assert is_verified(replace(JOKE, verified_on=on), today) is counts


def test_the_call_itself_is_no_source() -> None:
    assert not {"gesprek", "telefoon", "beller"} & set(VERIFIED_FROM)


def test_what_is_older_than_a_year_is_stale() -> None:
    assert stale_before(date(2027, 3, 2)) == date(2026, 3, 2)
