"""The worked examples of art. 8: their facts, with gegevens by their codes and one day for all."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from wkc.records.disclosure import (
    CallBack,
    Citation,
    Danger,
    DisclosureFacts,
    Judgement,
    PhoneCall,
    Recipient,
    RequestedEntry,
    Research,
)
from wkc.records.party import Party
from wkc.records.rights import Consent
from wkc.records.user import Role
from wkc.rules.disclosure.judge import judge
from wkc.rules.dossier.field import BY_CODE

DAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def asked(codes: str) -> tuple[RequestedEntry, ...]:
    """Give gegevens by their codes; `!ambt`, `!beroep`, `!wet` behind one in secrecy, `?` contested, `-` restricted."""
    made = []
    for number, word in enumerate(codes.split(), start=100):
        bare, _, geheim = word.partition("!")
        code = bare.rstrip("?-")
        made.append(
            RequestedEntry(
                UUID(int=number), BY_CODE[code], geheim or None, in_onderzoek="?" in bare, beperkt="-" in bare
            )
        )
    return tuple(made)


def facts(ground: str, to: Recipient, codes: str, **more: Any) -> DisclosureFacts:
    """Tell a case: by a coach, on DAY, not by telephone, unless more is said."""
    return DisclosureFacts(DAY, more.pop("by", Role.COACH), asked(codes), to, ground, **more)


def citing(law: str, *, bsn: bool = False, sealed: bool | None = None) -> dict[str, Any]:
    return {"citation": Citation(law, bsn, sealed)}


def consented(to: Recipient, categories: set[int], purpose: str = "bemiddeling", **more: Any) -> dict[str, Any]:
    """A consent since 1 March 2026, unless more is said."""
    consent = Consent(
        Party(1, to.uuid, "Ontvanger", to.kind, NOON, "anna", to.body),
        purpose,
        tuple(sorted(categories)),
        more.get("how", "schriftelijk"),
        more.get("from_on", date(2026, 3, 1)),
        None,
        number=1,
        uuid=UUID(int=50),
        recorded_at=NOON,
        recorded_by="anna",
        withdrawn_on=more.get("withdrawn_on"),
    )
    return {"purpose": purpose, "consents": (consent,)}


def calling(subject: str | None, *, on_file: bool = True, doubt: bool | None = False, back: str = "") -> dict[str, Any]:
    """A telephone call; `back` is where the number came from on which the caller was called back."""
    returned = CallBack(back, DAY, "bram") if back else None
    return {"call": PhoneCall(on_file, subject, doubt, returned)}


TRACEABLE = Research(True, date(2026, 10, 20), "B&W 2026/118", date(2026, 10, 6))
ANONYMOUS = Research(traceable=False)
ALARM = {"danger": Danger(True, True, True), "stated": True}


@dataclass(frozen=True)
class Told:
    """What a judgement says, as the examples put it down."""

    outcome: str
    granted: str
    dropped: dict[str, str]
    reasons: list[str]


def told(case: DisclosureFacts) -> Told:
    """Judge a case, and say it shortly: outcome, codes that go, codes that do not and why, the reason of each step."""
    found: Judgement = judge(case)
    return Told(
        found.outcome.value,
        " ".join(granted.asked.field.code for granted in found.granted),
        {dropped.asked.field.code: dropped.reason for dropped in found.dropped},
        [step.reason for step in found.steps],
    )
