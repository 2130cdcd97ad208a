"""Art. 12.1, AVG 17.1 and 17.3: what a duty alone kept of a removal goes by itself once that duty ended."""

from collections.abc import Iterator
from datetime import datetime, time
from uuid import UUID

from msgspec import Struct

from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam, day
from wkc.procedures.core.retention_blocks import list_duties, list_keeping
from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.requests import initiate, recipients
from wkc.procedures.requests.apply import change
from wkc.procedures.requests.duty import list_gone
from wkc.records.correction import Proposal
from wkc.records.dossier import Client
from wkc.records.request import Decision, Request, RequestKind
from wkc.records.retention import Destroy, RetentionBlock
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import EndedDuty, is_dossier_freed, is_freed
from wkc.rules.retention.assess import assess_now, list_kept
from wkc.rules.retention.trusted_clock import is_witnessed
from wkc.sentences.request import FREED
from wkc.store.core import audit
from wkc.store.requests import correction as corrections
from wkc.store.requests import own_accord
from wkc.store.requests import request as requests
from wkc.store.requests.correction import NewProposal


class Freed(Struct, frozen=True):
    """The changes of one request that a duty keeps no longer."""

    request: Request
    client: Client
    changes: tuple[Proposal, ...]


class FreedDossier(Struct, frozen=True):
    """A dossier that a duty keeps no longer, by the request that was refused; `kept` are categories that stay."""

    request: Request
    client: Client
    kept: frozenset[int]


def list_freed(action: Action) -> Iterator[Freed]:
    """Give what goes now, by request: granted, or refused for a duty alone, that ended before the log's last day.

    What the client contests or had restricted waits for that request (AVG 18.2).
    """
    for request in requests.kept_back(action.store):
        if request.client is None or request.ruling is None:
            continue
        ended = [EndedDuty(one.reason, one.categories) for one in _list_ended(action, request, request.client)]
        kept = list_kept(list_keeping(action.store, request.client), action.today)
        apart = _list_apart(action, request, request.client)
        changes = tuple(
            one
            for one in corrections.of_request(action.store, request, BY_CODE)
            if is_freed(one, request.ruling.refusal, ended, kept) and one.entry not in apart
        )
        if changes:
            yield Freed(request, request.client, changes)


def remove_freed(action: Action) -> int:
    """Take out what goes now, with the letters to its recipients, and give how many changes that were.

    The request is open again until the client has the copy of what changed (12.4), which the beheerder makes. A refusal
    stays as it was answered (11.6, 12.5, 13): what was refused for the duty goes of the office's own accord, by a
    number of its own that is open for that copy.
    """
    count = 0
    for one in tuple(list_freed(action)):
        action.touch_client(one.client)
        request, changes = one.request, one.changes
        if request.ruling is not None and request.ruling.decision is Decision.AFGEWEZEN:
            request = _begin_anew(action, one)
            changes = corrections.of_request(action.store, request, BY_CODE)
        for proposal in changes:
            corrections.decide(action.store, proposal, granted=True)
        change(action, request, one.client, changes)
        requests.reopen(action.store, request)
        count += len(changes)
    return count


def list_dossiers(action: Action) -> Iterator[FreedDossier]:
    """Give the whole dossiers that were to be removed, and that the duty for which that was refused keeps no longer.

    Not those that something else keeps, nor those that the office took up since.
    """
    for request in requests.list_refused_whole(action.store):
        if request.client is None or request.ruling is None:
            continue
        ended = _list_ended(action, request, request.client)
        if not is_dossier_freed(request.ruling.refusal, [EndedDuty(one.reason, one.categories) for one in ended]):
            continue
        ended_on = max(one.until_on for one in ended if one.until_on is not None)
        began = own_accord.list_taken_up(action.store, request)
        if any(one.withdrawn_on is None or one.on > ended_on for one in began):
            continue
        facts = gather_facts(action.store, request.client, notice_days(action.store), carried_out=request)
        verdict = assess_now(facts, action.today)
        if isinstance(verdict, Destroy):
            yield FreedDossier(request, request.client, verdict.kept)


def take_up_dossiers(action: Action) -> int:
    """Take up the removal of each whole dossier that nothing keeps now, and give how many that were.

    Each gets a number of the office's own accord and the letters to its recipients, which go first (AVG 19). It is on
    the agenda from then on: a beheerder destroys it, for the key of a service account ends no dossier at request
    (VAULT 7).
    """
    count = 0
    for one in tuple(list_dossiers(action)):
        action.touch_client(one.client)
        reasons = FREED.format(request=one.request.number)
        request = initiate.begin(action, one.client, RequestKind.VERWIJDERING, reasons)
        recipients.draw_up_for_dossier(action, request, one.client, one.kept)
        count += 1
    return count


def _list_ended(action: Action, request: Request, client: Client) -> tuple[RetentionBlock, ...]:
    """Give the duties that kept a client's data when a request was answered, and ended before the log's last day."""
    began = datetime.combine(action.today, time(), amsterdam())
    last = audit.last_trusted_before(action.store, began)
    return tuple(
        one
        for one in list_duties(action.store, client)
        if one.until_on is not None
        and request.answer_sent_on is not None
        and request.answer_sent_on <= one.until_on < action.today
        and is_witnessed(one.until_on, last and day(last))
    )


def _begin_anew(action: Action, freed: Freed) -> Request:
    """Write down of the office's own accord what was refused before, and give the request that has it."""
    reasons = FREED.format(request=freed.request.number)
    request = initiate.begin(action, freed.client, RequestKind.VERWIJDERING, reasons)
    for one in freed.changes:
        again = NewProposal(one.entry, one.field, one.why, None, None, one.is_document, one.noun, one.row_on)
        corrections.add(action.store, freed.client, request, again, action.now, action.by)
    return request


def _list_apart(action: Action, request: Request, client: Client) -> frozenset[UUID | None]:
    """Give what another request contests or took out before, or what is restricted."""
    others = {one.number for one in requests.of_client(action.store, client) if one.withdrawn_on is None}
    every = corrections.of_client(action.store, client, BY_CODE)
    contested = (
        one.entry
        for one in every
        if one.request in others - {request.number} and one.applied_at is None and one.granted is not False
    )
    return frozenset((*contested, *corrections.list_restricted(action.store, client))) | list_gone(action.store, client)
