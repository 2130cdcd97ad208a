"""Requests as the rules' tests want them: one as it comes in, and the same further on."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from wkc.records.dossier import Client
from wkc.records.request import (
    Decision,
    Extension,
    ProofOfIdentity,
    Request,
    Requester,
    RequestKind,
    RequestState,
    Ruling,
)
from wkc.records.rights import Mandate

CLIENT = Client(1, UUID(int=1), "2026-0001", date(2026, 1, 5), "bram")

MANDATE = Mandate(
    9,
    1,
    UUID(int=9),
    "gemachtigde",
    "A. Vocaat",
    date(2026, 1, 1),
    None,
    None,
    date(2026, 3, 5),
    "bram",
    datetime(2026, 3, 5, 9, tzinfo=UTC),
    "bram",
)

RECEIVED = Request(
    id=1,
    uuid=UUID(int=2),
    number="V2026-0001",
    client=CLIENT,
    has_name=False,
    name=None,
    kind=RequestKind.INZAGE,
    received_on=date(2026, 3, 5),
    oral=False,
    requester=Requester.GEREGISTREERDE,
    mandate=None,
    shown_on=None,
    has_words=False,
    words=None,
    state=RequestState.ONTVANGEN,
    asked_on=None,
    reminded_on=None,
    identity=None,
    extension=None,
    ruling=None,
    answer_sent_on=None,
    answer_received_on=None,
    done_on=None,
    withdrawn_on=None,
    recorded_at=datetime(2026, 3, 5, 9, tzinfo=UTC),
    recorded_by="anna",
)


def received(**changes: Any) -> Request:
    """Give a request as it came in."""
    return replace(RECEIVED, **changes)


def ruling(decision: Decision, refusal: str | None = None, on: date = date(2026, 3, 20)) -> Ruling:
    return Ruling(on, "anna", decision, refusal, refusal is not None, "Daarom." if refusal else None)


def in_state(state: RequestState, decision: Decision = Decision.TOEGEWEZEN, **changes: Any) -> Request:
    """Give a request that came to a state by the plain way, each step on a day of its own."""
    decided = state in {RequestState.BESLOTEN, RequestState.MEDEGEDEELD, RequestState.UITGEVOERD}
    told = state in {RequestState.MEDEGEDEELD, RequestState.UITGEVOERD}
    known = ProofOfIdentity("getoond", "paspoort", "4F7", date(2026, 3, 12), "bram")
    way: dict[str, Any] = {
        "state": state,
        "asked_on": date(2026, 3, 6) if state is RequestState.IDENTITEIT_GEVRAAGD else None,
        "identity": known if decided or state is RequestState.GEIDENTIFICEERD else None,
        "ruling": ruling(decision, "rechten_van_anderen" if decision is Decision.AFGEWEZEN else None)
        if decided
        else None,
        "answer_sent_on": date(2026, 3, 25) if told else None,
        "done_on": date(2026, 3, 26) if state is RequestState.UITGEVOERD else None,
        "withdrawn_on": date(2026, 3, 10) if state is RequestState.INGETROKKEN else None,
    }
    return received(**way | changes)


def extended(on: date) -> Extension:
    return Extension(on, "complex", "Veel papier.")
