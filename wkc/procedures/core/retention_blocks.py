"""What keeps a dossier, or part of it, from destruction: holds, open requests and their appeal days (art. 10)."""

from datetime import timedelta

from wkc.records.dossier import Client, Hold
from wkc.records.request import Request
from wkc.records.retention import RetentionBlock
from wkc.rules.requests.request import count_appeal, is_open
from wkc.rules.retention.assess import ALL_CATEGORIES, EVERYTHING
from wkc.store import hold as holds
from wkc.store import request as requests
from wkc.store.store import Store

_DAY = timedelta(days=1)


def list_blocks(store: Store, client: Client, carried_out: Request | None = None) -> tuple[RetentionBlock, ...]:
    """Give all that keeps a client's data or did, but for the request that is being carried out."""
    asked = (request for request in requests.of_client(store, client) if request != carried_out)
    return (*list_duties(store, client), *map(_of_request, asked))


def list_duties(store: Store, client: Client) -> tuple[RetentionBlock, ...]:
    """Give the stated duties alone that keep a client's data, or did."""
    return tuple(map(_of_hold, holds.of_client(store, client)))


def _of_hold(hold: Hold) -> RetentionBlock:
    """Keep everything for a duty to keep every category; a released hold kept up to the day before."""
    until = hold.until_on
    if hold.released_on is not None:
        until = min(until, hold.released_on - _DAY)
    whole = hold.categories >= ALL_CATEGORIES
    return RetentionBlock(hold.ground, EVERYTHING if whole else hold.categories, hold.from_on, until)


def _of_request(request: Request) -> RetentionBlock:
    """Keep everything while a request is open, and through the appeal days of its answer; not once withdrawn."""
    if request.withdrawn_on is not None:
        return RetentionBlock("verzoek_open", EVERYTHING, request.received_on, request.withdrawn_on - _DAY)
    days = count_appeal(request)
    if days is None or is_open(request):
        return RetentionBlock("verzoek_open", EVERYTHING, request.received_on, None)
    return RetentionBlock("beroepstermijn", EVERYTHING, request.received_on, days.two_months_on)
