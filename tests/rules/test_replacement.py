"""Art. 4.2, 8.2 and 12: which values a list and a hand replace, and which are put aside or refused."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from wkc.records.dossier import ClosedValues, Entry, Provenance
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.replacement import judge_overwrite, judge_recording, judge_supplied

SUPPLIED = Provenance("opdrachtgever", None, None, date(2026, 11, 2), None, None, None)
ADDRESS = Entry(UUID(int=1), BY_CODE["adres"], "Laan 1", SUPPLIED, datetime(2026, 11, 2, tzinfo=UTC), "anna")
FREE = {"many": False, "is_corrected": False, "is_restricted": False}


@pytest.mark.parametrize(
    ("entry", "facts", "reason"),
    [
        (ADDRESS, {}, "aangeleverd"),
        (replace(ADDRESS, provenance=replace(SUPPLIED, geheim="wet", citation="Wet BRP art. 2.59")), {}, "geheim"),
        (replace(ADDRESS, in_onderzoek=True), {}, "in_onderzoek"),
        (replace(ADDRESS, beperkt=True), {}, "beperkt"),
        (ADDRESS, {"is_restricted": True}, "beperkt"),
        (ADDRESS, {"is_corrected": True}, "verbeterd"),
        (replace(ADDRESS, provenance=replace(SUPPLIED, source="geregistreerde")), {}, "van_geregistreerde"),
        (replace(ADDRESS, provenance=replace(SUPPLIED, source="geregistreerde")), {"many": True}, "aangeleverd"),
    ],
)
def test_a_list_replaces_only_what_a_list_supplied_and_nobody_decided_on(
    entry: Entry, facts: dict[str, bool], reason: str
) -> None:
    verdict = judge_supplied([entry], **(FREE | facts))
    assert verdict.reason == reason
    assert verdict.allowed is (reason == "aangeleverd")


def test_a_field_without_a_value_takes_what_a_list_supplies() -> None:
    assert judge_supplied([], **FREE).allowed


def test_a_field_from_which_art_12_removed_the_value_takes_none_from_a_list() -> None:
    assert judge_supplied([], **(FREE | {"is_corrected": True})).reason == "verbeterd"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({}, "vastgelegd"), ({"in_onderzoek": True}, "in_onderzoek"), ({"beperkt": True}, "beperkt")],
)
def test_nobody_overwrites_a_contested_or_restricted_value_without_a_decision(
    changes: dict[str, Any], reason: str
) -> None:
    assert judge_overwrite([replace(ADDRESS, **changes)]).reason == reason


@pytest.mark.parametrize(
    ("closed", "reason"),
    [
        (ClosedValues(secret=True), "geheim"),
        (ClosedValues(in_onderzoek=True), "in_onderzoek"),
        (ClosedValues(beperkt=True), "beperkt"),
        (ClosedValues(), "aangeleverd"),
    ],
)
def test_a_mark_on_a_value_that_cannot_be_opened_may_be_on_this_field(closed: ClosedValues, reason: str) -> None:
    assert judge_supplied((), closed, many=True, is_corrected=False, is_restricted=False).reason == reason


OF_CLIENT = replace(ADDRESS, provenance=replace(SUPPLIED, source="geregistreerde"))


@pytest.mark.parametrize(
    ("replaced", "source", "is_corrected", "reason"),
    [
        ([ADDRESS], "opdrachtgever", False, "vastgelegd"),
        ([OF_CLIENT], "opdrachtgever", False, "van_geregistreerde"),
        ([OF_CLIENT], "uwv", False, "van_geregistreerde"),
        ([OF_CLIENT], "geregistreerde", False, "vastgelegd"),
        ([ADDRESS], "opdrachtgever", True, "verbeterd"),
        ([], "opdrachtgever", True, "verbeterd"),
        ([], "geregistreerde", True, "vastgelegd"),
    ],
)
def test_a_hand_asks_before_somebody_else_replaces_what_the_client_supplied_or_had_corrected(
    replaced: list[Entry], source: str, reason: str, *, is_corrected: bool
) -> None:
    assert judge_recording(replaced, source=source, is_corrected=is_corrected).reason == reason
