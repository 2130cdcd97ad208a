"""Art. 8.2: a secret stays here until somebody whose it is to lift has lifted it, for whoever asks now."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.dossier import Entry, Provenance
from wkc.records.party import Party
from wkc.records.rights import Release
from wkc.rules.disclosure.secrecy import LIFTED_BY, is_secret
from wkc.rules.dossier.field import BY_CODE

AT = datetime(2026, 3, 1, tzinfo=UTC)
TODAY = date(2026, 6, 1)
UWV, GEMEENTE = (Party(n, UUID(int=n), f"Partij {n}", "instantie", AT, "anna") for n in (2, 3))
FIELD = BY_CODE["gezondheid"]


def entry(geheim: str | None, uuid: int = 7) -> Entry:
    citation = "WGBO, BW 7:457" if geheim == "wet" else None
    told = Provenance("geregistreerde", None, None, date(2026, 3, 1), "uavg_30", geheim, citation)
    return Entry(UUID(int=uuid), FIELD, "Kan niet tillen.", told, AT, "anna")


def release(by: str, recipient: Party | None = None, from_on: date = TODAY, gone: date | None = None) -> Release:
    how, citation = (None, "Wet SUWI 54") if by == "wet" else ("schriftelijk", None)
    releaser = UWV if by == "instantie" else None
    return Release(
        by,
        releaser,
        recipient,
        how,
        citation,
        from_on,
        None,
        number=1,
        uuid=UUID(int=8),
        entry=UUID(int=7),
        entry_number=1,
        field=FIELD,
        recorded_at=AT,
        recorded_by="anna",
        withdrawn_on=gone,
    )


@pytest.mark.parametrize(
    ("geheim", "by", "stays"),
    [
        ("beroep", None, True),
        ("beroep", "geregistreerde", False),
        ("beroep", "instantie", True),
        ("beroep", "wet", False),
        ("ambt", None, True),
        ("ambt", "geregistreerde", True),
        ("ambt", "instantie", False),
        ("ambt", "wet", False),
        ("wet", None, True),
        ("wet", "geregistreerde", False),
        ("wet", "instantie", True),
        ("wet", "wet", False),
        (None, None, False),
        (None, "geregistreerde", False),
    ],
)
def test_each_duty_of_secrecy_is_lifted_by_whose_it_is(geheim: str | None, by: str | None, stays: object) -> None:
    assert is_secret(entry(geheim), [release(by)] if by else [], TODAY) is stays


def test_a_release_for_one_recipient_is_for_that_one_alone() -> None:
    lifted = [release("geregistreerde", UWV)]
    assert not is_secret(entry("beroep"), lifted, TODAY, UWV.uuid)
    assert is_secret(entry("beroep"), lifted, TODAY, GEMEENTE.uuid)
    assert is_secret(entry("beroep"), lifted, TODAY)


def test_a_release_for_everybody_is_for_each() -> None:
    assert not is_secret(entry("beroep"), [release("geregistreerde")], TODAY, GEMEENTE.uuid)


def test_a_release_of_one_entry_lifts_no_other() -> None:
    assert is_secret(entry("beroep", uuid=6), [release("geregistreerde")], TODAY)


@pytest.mark.parametrize(
    ("from_on", "gone", "stays"),
    [
        (date(2026, 6, 2), None, True),
        (date(2026, 6, 1), None, False),
        (date(2026, 5, 1), date(2026, 6, 2), False),
        (date(2026, 5, 1), date(2026, 6, 1), True),
    ],
)
def test_a_release_counts_from_its_day_until_it_is_withdrawn(from_on: date, gone: date | None, stays: object) -> None:
    assert is_secret(entry("beroep"), [release("geregistreerde", None, from_on, gone)], TODAY) is stays


@given(
    geheim=st.sampled_from(sorted(LIFTED_BY)),
    made=st.lists(
        st.builds(
            release,
            st.sampled_from(["geregistreerde", "instantie", "wet"]),
            st.sampled_from([None, UWV, GEMEENTE]),
            st.dates(date(2026, 1, 1), date(2026, 12, 31)),
            st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        )
    ),
)
def test_no_heap_of_releases_lifts_what_none_of_them_lifts(geheim: str, made: list[Release]) -> None:
    secret = entry(geheim)
    assert is_secret(secret, made, TODAY, UWV.uuid) is all(is_secret(secret, [one], TODAY, UWV.uuid) for one in made)
    assert is_secret(secret, [replace(one, entry=UUID(int=5)) for one in made], TODAY, UWV.uuid)
