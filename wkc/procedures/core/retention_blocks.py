"""Art. 10: the blocks that keep a dossier from destruction: holds, restrictions, requests and their appeal days."""

from datetime import timedelta

from wkc.procedures.core.clock import day
from wkc.records.dossier import Client, Hold
from wkc.records.request import Request
from wkc.records.retention import RetentionBlock
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.request import count_appeal, is_open
from wkc.rules.retention.assess import ALL_CATEGORIES, EVERYTHING
from wkc.store.dossier import coverage
from wkc.store.dossier import hold as holds
from wkc.store.requests import correction as corrections
from wkc.store.requests import objection as objections
from wkc.store.requests import request as requests
from wkc.store.store import Store

_DAY = timedelta(days=1)
RESTRICTION = "beperking"
"""The kind of request whose values are kept for the client, who may need them for a claim (AVG 18.1)."""


def list_blocks(store: Store, client: Client, carried_out: Request | None = None) -> tuple[RetentionBlock, ...]:
    """Give all that keeps a client's data or did, but for the request that is being carried out."""
    asked = (request for request in requests.of_client(store, client) if request != carried_out)
    return (*list_duties(store, client), *list_restrictions(store, client), *map(_of_request, asked))


def list_duties(store: Store, client: Client) -> tuple[RetentionBlock, ...]:
    """Give the stated duties alone that keep a client's data, or did; errors.RowsDiffer where the log has others."""
    coverage.check(store, client)
    return tuple(map(block_of_hold, holds.of_client(store, client)))


def list_keeping(store: Store, client: Client) -> tuple[RetentionBlock, ...]:
    """Give all that keeps each single row: the stated duties, and restrictions of a use; errors.RowsDiffer."""
    return (*list_duties(store, client), *list_restrictions_of_use(store, client))


def list_restrictions(store: Store, client: Client) -> tuple[RetentionBlock, ...]:
    """Give the restrictions that keep a dossier, or kept it, until they are lifted (AVG 18.2)."""
    values = (
        RetentionBlock(RESTRICTION, EVERYTHING, day(one.applied_at), one.lifted_at and day(one.lifted_at) - _DAY)
        for one in corrections.of_client(store, client, BY_CODE)
        if one.kind == RESTRICTION and one.applied_at is not None
    )
    return (*values, *list_restrictions_of_use(store, client))


def list_restrictions_of_use(store: Store, client: Client) -> tuple[RetentionBlock, ...]:
    """Give the restrictions that name no value: whatever they are about, all of the dossier stays (AVG 18.1.c)."""
    return tuple(
        RetentionBlock(RESTRICTION, EVERYTHING, one.from_on, None)
        for one in objections.of_client(store, client)
        if one.kind == RESTRICTION
    )


def block_of_hold(hold: Hold) -> RetentionBlock:
    """Keep everything for a duty to keep every category; a released hold kept up to the day before."""
    until = hold.until_on
    if hold.released_on is not None:
        until = min(until, hold.released_on - _DAY)
    whole = hold.categories >= ALL_CATEGORIES
    return RetentionBlock(hold.ground, EVERYTHING if whole else hold.categories, hold.from_on, until)


def _of_request(request: Request) -> RetentionBlock:
    """Keep everything while a request is open, and through the appeal days of its answer; not once withdrawn."""
    if is_open(request):
        return RetentionBlock("verzoek_open", EVERYTHING, request.received_on, None)
    days = count_appeal(request)
    if request.withdrawn_on is not None or days is None:
        ended_on = request.withdrawn_on or request.done_on or request.received_on
        return RetentionBlock("verzoek_open", EVERYTHING, request.received_on, ended_on - _DAY)
    return RetentionBlock("beroepstermijn", EVERYTHING, request.received_on, days.two_months_on)
