"""Art. 8.1, AVG 18 and 21: the uses that a granted objection or restriction bars, and the end of a bar."""

from collections.abc import Sequence
from datetime import date

from wkc.procedures.core.action import Action
from wkc.records.objection import Objection
from wkc.records.request import Decision, Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.request import FAVOURABLE
from wkc.store.requests import correction as corrections
from wkc.store.requests import objection as objections
from wkc.store.requests.objection import NewObjection

EVERY_USE = NewObjection()
"""The bar of an objection that was granted as it was made, about no value and no single use."""


def bar(action: Action, request: Request, decision: Decision, bars: Sequence[NewObjection]) -> None:
    """Write down from today on which uses end; all of them where a request about no value is granted whole."""
    if request.kind not in {RequestKind.BEPERKING, RequestKind.BEZWAAR} or decision not in FAVOURABLE:
        return
    whole = decision is Decision.TOEGEWEZEN and not corrections.of_request(action.store, request, BY_CODE)
    for one in bars or ([EVERY_USE] if whole else []):
        objections.add(action.store, request, one, action.today, action.now, action.by)


def list_bars(action: Action, request: Request) -> tuple[Objection, ...]:
    """Give the bars of one request that were not lifted."""
    if request.client is None:
        return ()
    every = objections.of_client(action.store, request.client)
    return tuple(one for one in every if one.request == request.number)


def lift(action: Action, request: Request, reasons: str, notified_on: date) -> None:
    """End the bars of a request; the client was notified on a day before (AVG 18.3)."""
    for one in list_bars(action, request):
        if request.client is not None:
            objections.lift(action.store, request.client, one, reasons, notified_on, action.by)
