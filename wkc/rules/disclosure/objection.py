"""Art. 8.1, AVG 17, 18.1.d and 21: an objection stops the uses it is about, from its receipt until it is refused."""

from collections.abc import Iterable
from datetime import date

from wkc.records.disclosure import Allowance, Recipient
from wkc.records.objection import Objection, OpenRequest

_GRANTED = {"bezwaar": ("bezwaar_toegewezen", "AVG 21.1"), "beperking": ("beperking_toegewezen", "AVG 18.2")}
_OPEN = {"bezwaar": ("bezwaar_loopt", "AVG 18.1.d, 21.1"), "verwijdering": ("verwijdering_loopt", "AVG 17.1, 18.1")}


def is_barred(objection: Objection, recipient: Recipient, purpose: str | None, on: date) -> bool:
    """Tell whether a granted objection bars a use: its purpose, its recipient, its kind of recipient, or all uses."""
    if on < objection.from_on:
        return False
    if objection.purpose is not None:
        return objection.purpose == purpose
    if objection.party is not None:
        return objection.party.uuid == recipient.uuid
    return objection.party_kind in {None, recipient.kind}


def judge_objections(
    granted: Iterable[Objection],
    waiting: Iterable[OpenRequest],
    recipient: Recipient,
    purpose: str | None,
    on: date,
) -> tuple[str, str, Allowance]:
    """Judge a use that rests on no law, no consent and no danger to life; give article, reason and outcome.

    The article names the request, for the beheerder who weighs it.
    """
    for objection in granted:
        if is_barred(objection, recipient, purpose, on):
            reason, article = _GRANTED[objection.kind]
            return f"{article} ({objection.request})", reason, Allowance.GEWEIGERD
    for request in waiting:
        reason, article = _OPEN[request.kind]
        return f"{article} ({request.number})", reason, Allowance.BEHEERDER_BESLIST
    return "AVG 21", "geen_bezwaar", Allowance.TOEGESTAAN
