"""Art. 11.1, UAVG 5.2: the copy for who acts in some matters, of what is no entry too."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from tests.documents.people import full_inzage
from wkc.records.rights import Mandate
from wkc.rules.dossier.field import CATEGORIES
from wkc.rules.requests.narrow_copy import keep_within


def mandate(kind: str, categories: tuple[int, ...] | None = None) -> Mandate:
    seen = (date(2026, 3, 2), "anna", datetime(2026, 3, 2, tzinfo=UTC), "anna")
    return Mandate(1, 1, UUID(int=77), kind, "R. Ex", date(2026, 1, 1), None, "brief", *seen, categories=categories)


@pytest.mark.parametrize("kind", ["gemachtigde", "curator", "ouder"])
def test_who_acts_in_everything_gets_all_that_is_held(kind: str) -> None:
    facts = full_inzage()
    assert keep_within(facts, mandate(kind), CATEGORIES) is facts


@pytest.mark.parametrize(
    ("kind", "categories", "has_contacts"),
    [
        ("mentor", None, True),
        ("bewindvoerder", None, False),
        ("gemachtigde", (2,), False),
        ("gemachtigde", (29,), True),
    ],
)
def test_contacts_go_with_guidance_and_looks_and_other_requests_with_nothing(
    kind: str, categories: tuple[int, ...] | None, *, has_contacts: bool
) -> None:
    kept = keep_within(full_inzage(), mandate(kind, categories), CATEGORIES)
    assert bool(kept.dossier.contacts) is has_contacts
    assert (kept.looks, kept.requests, kept.letters, kept.objections, kept.is_narrowed) == ((), (), (), (), True)
