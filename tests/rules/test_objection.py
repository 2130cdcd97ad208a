"""AVG 21 beside art. 8.1: what an objection bars, granted and while it is open."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from wkc.records.disclosure import Allowance, Recipient
from wkc.records.objection import Objection, OpenRequest
from wkc.records.party import Party
from wkc.rules.disclosure.objection import is_barred, judge_objections

BAKERY = Recipient(UUID(int=5), "werkgever")
OTHER_EMPLOYER = Recipient(UUID(int=6), "werkgever")
CITY = Recipient(UUID(int=7), "opdrachtgever")
TODAY = date(2026, 11, 13)


def objection(**about: object) -> Objection:
    party = Party(5, UUID(int=5), "Bakkerij Bruin", "werkgever", datetime(2026, 11, 1, tzinfo=UTC), "anna")
    known = {
        "kind": "bezwaar",
        "purpose": None,
        "party": None,
        "party_kind": None,
        "from_on": date(2026, 11, 10),
    } | about
    if known["party"]:
        known["party"] = party
    return Objection(UUID(int=1), "V2026-0001", str(known.pop("kind")), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("about", "recipient", "purpose", "barred"),
    [
        ({"purpose": "bemiddeling"}, BAKERY, "bemiddeling", True),
        ({"purpose": "bemiddeling"}, CITY, "voortgang", False),
        ({"party": True}, BAKERY, "bemiddeling", True),
        ({"party": True}, OTHER_EMPLOYER, "bemiddeling", False),
        ({"party_kind": "werkgever"}, OTHER_EMPLOYER, "bemiddeling", True),
        ({"party_kind": "werkgever"}, CITY, "voortgang", False),
        ({}, CITY, "voortgang", True),
        ({}, BAKERY, None, True),
        ({"from_on": date(2026, 11, 14)}, BAKERY, "bemiddeling", False),
    ],
)
def test_an_objection_bars_what_it_names_from_its_day_on(
    about: dict[str, object],
    recipient: Recipient,
    purpose: str | None,
    barred: bool,  # noqa: FBT001
) -> None:
    assert is_barred(objection(**about), recipient, purpose, TODAY) is barred


def test_a_granted_objection_refuses_and_names_its_request() -> None:
    found = judge_objections([objection(party_kind="werkgever")], [], BAKERY, "bemiddeling", TODAY)
    assert found == ("AVG 21.1 (V2026-0001)", "bezwaar_toegewezen", Allowance.GEWEIGERD)


def test_a_granted_restriction_of_a_use_rests_on_its_own_article() -> None:
    found = judge_objections([objection(kind="beperking", purpose="bemiddeling")], [], BAKERY, "bemiddeling", TODAY)
    assert found == ("AVG 18.2 (V2026-0001)", "beperking_toegewezen", Allowance.GEWEIGERD)


@pytest.mark.parametrize(
    ("kind", "article", "reason"),
    [
        ("bezwaar", "AVG 18.1.d, 21.1 (V2026-0002)", "bezwaar_loopt"),
        ("verwijdering", "AVG 17.1, 18.1 (V2026-0002)", "verwijdering_loopt"),
    ],
)
def test_while_it_is_open_the_beheerder_decides_with_the_request_named(kind: str, article: str, reason: str) -> None:
    found = judge_objections([], [OpenRequest("V2026-0002", kind)], BAKERY, "bemiddeling", TODAY)
    assert found == (article, reason, Allowance.BEHEERDER_BESLIST)


def test_what_is_granted_is_stricter_than_what_is_open() -> None:
    found = judge_objections([objection()], [OpenRequest("V2026-0002", "bezwaar")], CITY, "voortgang", TODAY)
    assert found[2] is Allowance.GEWEIGERD


def test_without_objection_nothing_stands_in_the_way() -> None:
    assert judge_objections([objection(party=True)], [], CITY, "voortgang", TODAY)[2] is Allowance.TOEGESTAAN
