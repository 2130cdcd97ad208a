"""Art. 12.4: a kept letter says what was corrected after it was made, and no more."""

from datetime import UTC, date, datetime

from wkc.records.letter import ChangedSince
from wkc.rules.letters.earlier import list_changed_since

MADE = datetime(2026, 11, 3, 9, tzinfo=UTC)
BEFORE, AFTER, LATER = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (2, 4, 9))


def test_a_change_after_the_letter_is_named_with_what_became_of_it() -> None:
    applied = [
        ("verbetering", "Voornamen", AFTER, date(2026, 11, 4)),
        ("verwijdering", "Adres", AFTER, date(2026, 11, 4)),
    ]
    assert list_changed_since(MADE, applied) == (
        ChangedSince("Voornamen", "verbeterd", date(2026, 11, 4)),
        ChangedSince("Adres", "verwijderd", date(2026, 11, 4)),
    )


def test_a_change_before_the_letter_and_a_restriction_are_not() -> None:
    applied = [
        ("verbetering", "Voornamen", BEFORE, date(2026, 11, 2)),
        ("beperking", "Adres", AFTER, date(2026, 11, 4)),
    ]
    assert list_changed_since(MADE, applied) == ()


def test_a_field_that_was_changed_twice_is_named_once_by_its_last_change() -> None:
    applied = [("verwijdering", "Adres", LATER, date(2026, 11, 9)), ("verbetering", "Adres", AFTER, date(2026, 11, 4))]
    assert list_changed_since(MADE, applied) == (ChangedSince("Adres", "verwijderd", date(2026, 11, 9)),)
