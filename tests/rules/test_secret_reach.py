"""Secrecy beside a mandate: a wider mandate never reaches less, and name, address and town go only where named."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.dossier import Entry, Provenance
from wkc.records.rights import Mandate
from wkc.rules.dossier.field import CATEGORIES, FIELDS
from wkc.rules.dossier.mandate import CALLED, KINDS, list_outside_reach
from wkc.rules.requests.secret_reach import SecretReach, sort_secrets

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRET = Provenance("geregistreerde", None, None, DAY, geheim="beroep")
DOSSIER = tuple(
    Entry(UUID(int=number), field, "x", SECRET, NOON, "anna", number=number) for number, field in enumerate(FIELDS, 1)
)

kinds = st.sampled_from(sorted(KINDS))
named = st.none() | st.frozensets(st.sampled_from(sorted(CATEGORIES)), min_size=1)


def mandate(kind: str, categories: frozenset[int] | None) -> Mandate:
    listed = None if categories is None else tuple(sorted(categories))
    seen = ("brief", DAY, "anna", NOON, "anna")
    return Mandate(1, 1, UUID(int=77), kind, "R. Ex", DAY, None, *seen, categories=listed)


def sort(one: Mandate, dossier: tuple[Entry, ...] = DOSSIER) -> SecretReach:
    marked = {held.uuid for held in dossier if held.provenance.geheim}
    return sort_secrets(one, dossier, marked, list_outside_reach(one, CATEGORIES))


def categories_of(held: SecretReach) -> set[int]:
    return {one.field.category for one in held.within if one.field is not None}


@given(kinds, named)
def test_name_address_and_town_that_are_secret_go_where_everything_or_they_are_named(
    kind: str, categories: frozenset[int] | None
) -> None:
    reached = categories_of(sort(mandate(kind, categories))) & CALLED
    if categories is not None:
        assert reached == CALLED & categories
    else:
        assert reached == (CALLED if kind in {"gemachtigde", "curator", "ouder"} else set())


@given(kinds, st.frozensets(st.sampled_from(sorted(CATEGORIES)), min_size=1), named)
def test_a_mandate_that_names_more_never_reaches_less(
    kind: str, categories: frozenset[int], more: frozenset[int] | None
) -> None:
    wider = None if more is None and KINDS[kind].categories is None else categories | (more or frozenset())
    few, many = sort(mandate(kind, categories)), sort(mandate(kind, wider))
    assert categories_of(few) <= categories_of(many)
    assert {one.uuid for one in many.unreached} <= {one.uuid for one in few.unreached}


@given(kinds, named, st.sets(st.integers(1, len(DOSSIER))))
def test_what_is_not_secret_is_in_neither_and_what_is_in_at_most_one(
    kind: str, categories: frozenset[int] | None, plain: set[int]
) -> None:
    open_to_all = Provenance("geregistreerde", None, None, DAY)
    dossier = tuple(replace(one, provenance=open_to_all) if one.number in plain else one for one in DOSSIER)
    found = sort(mandate(kind, categories), dossier)
    within, unreached = ({one.number for one in part} for part in (found.within, found.unreached))
    assert not (within | unreached) & plain
    assert not within & unreached
