"""Art. 11.1, 11.5 and 12.1, BW 3:72: a mandate is withdrawn; the requests that rest on it and are not decided stop."""

from wkc.errors.rights import MandateUnknown, PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.consent import GrantedConsents, read_granted
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.procedures.requests import propose
from wkc.rules.requests.request import is_undecided
from wkc.store.dossier import mandate as mandates
from wkc.store.requests import request as requests


def withdraw(session: Session, client_text: str, number: int, on: str | None) -> GrantedConsents:
    """Let a mandate end on a day, today if none is named; no reason is asked.

    Its open requests are withdrawn with it; a decision that was taken is handed out to its holder no more. Raises
    errors.MandateUnknown for one that is not on file or was withdrawn before, errors.PeriodBackwards.
    """
    today = day(session.environment.now())
    ends_on = fields.past_day_or_today(on, today)
    with act(session, "mandate.withdraw") as action:
        client = the_client(action, client_text)
        mandate = next((one for one in mandates.of_client(action.store, client) if one.number == number), None)
        if mandate is None:
            raise MandateUnknown
        if ends_on < mandate.from_on:
            raise PeriodBackwards
        if not mandates.withdraw(action.store, client, mandate, ends_on, action.now, action.by):
            raise MandateUnknown
        stopped = [
            request
            for request in requests.of_client(action.store, client)
            if request.mandate is not None and request.mandate.uuid == mandate.uuid and is_undecided(request)
        ]
        for request in stopped:
            requests.withdraw(action.store, request, max(ends_on, request.received_on))
            propose.mark(action, request)
        action.details |= {"mandate": mandate.uuid.hex, "requests": [request.number for request in stopped]}
        return read_granted(action, client)
