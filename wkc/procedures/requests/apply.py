"""Art. 12, AVG 16 to 19: a correction is carried out; the old values are gone for good, their recipients notified.

One transaction writes the new value and takes the old one out, which is shown nowhere from then on. A second
deletes it, named in the ledger first (core/pending_deletion.py); then the purge; then the copy of what stands there now
(12.4). Cut short at any point, the next command ends the deletion and the same command again does the rest.
"""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.correction import KeptByDuty
from wkc.errors.register import ValueRestricted
from wkc.errors.request import RequestUnknown
from wkc.errors.retention import PurgeWaits
from wkc.procedures.core import pending_deletion
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.last_backup import find_last_day
from wkc.procedures.core.name_keys import index_name
from wkc.procedures.core.paper import check_place
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes
from wkc.procedures.io import fields as values
from wkc.procedures.requests import duty, recipients, row_change
from wkc.procedures.requests import export as inzage
from wkc.procedures.requests.document_change import take_out
from wkc.procedures.requests.export import Exported
from wkc.procedures.requests.propose import CLIENT, mark_anew
from wkc.procedures.requests.request import find_request, judge, load_answering
from wkc.records.correction import Proposal
from wkc.records.dossier import Client, Entry, Provenance
from wkc.records.mistake import MistakeNoun
from wkc.records.request import Answering, Request
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests import correction as rules
from wkc.rules.requests import request as steps
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.refusal import CORRECTIONS
from wkc.store.core import ledger
from wkc.store.disclosure import release as releases
from wkc.store.dossier import entry as entries
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests


class Applied(Struct, frozen=True):
    """A request that was carried out, and the copy of the current values; None where nothing was corrected.

    `backups_until` is the last day on which a backup still holds what was taken out; None where none does.
    """

    answering: Answering
    copy: Exported | None
    backups_until: date | None = None


def apply(session: Session, request_number: str, form: str, place: Path, *, force: bool) -> Applied:
    """Carry out what was granted and answered; after one that was cut short, what is left of it.

    What a duty keeps since (AVG 17.3) waits: the request stays open until the duty ends, or it is decided anew.

    errors.PurgeWaits when somebody is in the register: the copy goes when the file was written anew.
    """
    from wkc.vault.files import failpoints

    form = codes.parse_code(form, inzage.FORMATS)
    check_place(session, place, force=force, folder=True)
    with act(session, "correction.apply") as action:
        action.details["step"] = "applied"
        request, client = _find_applicable(action, request_number)
        _change(action, request, client)
    failpoints.failpoint("correction set aside")
    pending_deletion.carry_out_pending(session)
    with act(session, "correction.apply") as action:
        action.details["step"] = "purged"
        _find_applicable(action, request_number)
        waits = ledger.due_since(action.store) is not None
    if waits:
        raise PurgeWaits
    failpoints.failpoint("correction purged")
    copy = _copy(session, request_number, form, place, force=force) if request.kind in CORRECTIONS else None
    failpoints.failpoint("correction copied")
    with act(session, "correction.apply") as action:
        action.details |= {"step": "carried_out"} | ({"sha256": copy.sha256} if copy else {})
        request = _find_applicable(action, request_number)[0]
        if not any(one.is_to_apply for one in _list_changes(action, request)):
            requests.carry_out(action.store, request, action.today)
        until = find_last_day(action.store, action.now) if copy else None
        return Applied(load_answering(action, request.number), copy, until)


def _find_applicable(action: Action, request_number: str) -> tuple[Request, Client]:
    """Give a request that can be carried out here, and its client."""
    request = find_request(action, request_number)
    proposed = len(_list_changes(action, request))
    judge(action, rules.judge_application(request.kind, proposed), request=request.number)
    judge(action, steps.judge_step(request, "voer_uit"), state=request.state)
    if request.client is None:
        raise RequestUnknown
    return request, request.client


def _list_changes(action: Action, request: Request) -> tuple[Proposal, ...]:
    return corrections.of_request(action.store, request, BY_CODE)


def _change(action: Action, request: Request, client: Client) -> None:
    """Carry out what was granted and no duty keeps; errors.KeptByDuty, ValueRestricted."""
    proposals = _list_changes(action, request)
    todo = [one for one in proposals if one.is_to_apply]
    if duty.list_restricted_changes(action, request, client, todo):
        action.mark_refused("beperkt")
        raise ValueRestricted(article="AVG 18.2")
    kept = duty.list_kept_changes(action, request, client, todo)
    if kept and kept == todo:
        action.mark_refused("wettelijke_bewaarplicht")
        raise KeptByDuty
    change(action, request, client, [one for one in todo if one not in kept])


def change(action: Action, request: Request, client: Client, todo: Collection[Proposal]) -> None:
    """Carry out these changes of a request; letters are drawn up last, so that none bears a wrong name."""
    if not todo:
        return
    to_notify = recipients.list_recipients(action, client, todo)
    for proposal in todo:
        _write(action, request, client, proposal)
        corrections.apply(action.store, proposal, action.now, action.by)
    index_name(action.store, client)
    mark_anew(action, client)
    if rules.has_notice(request.kind):
        recipients.draw_up_letters(action, request, client, to_notify)
    action.details["count"] = len(todo)


def _write(action: Action, request: Request, client: Client, proposal: Proposal) -> None:
    """Carry out one change; an entry that is gone by now leaves nothing to take out."""
    if rules.is_restriction(request.kind):
        return
    if proposal.is_document:
        take_out(action, client, proposal)
        return
    if proposal.noun is not MistakeNoun.GEGEVEN:
        row_change.change_row(action, client, proposal)
        return
    every = entries.of_client(action.store, client, BY_CODE) if rules.has_new_value(request.kind) else ()
    if proposal.entry is not None:  # A removal opens no value: a service account can open none.
        corrections.set_entry_aside(action.store, client, proposal.entry, action.now, action.by)
    if rules.has_new_value(request.kind):
        old = next((entry for entry in every if entry.uuid == proposal.entry), None)
        new = _add(action, request, client, proposal, old)
        if old is not None:
            releases.move(action.store, client, old.uuid, new)


def _add(action: Action, request: Request, client: Client, proposal: Proposal, old: Entry | None) -> UUID:
    """Record the value that the client gave, of the day of the request; a duty of secrecy goes on.

    What the office saw by itself comes from where the old value came from.
    """
    if proposal.value is None or proposal.field is None:
        action.refuse("niet_relevant_voor_functie")
    was = old.provenance if old else None
    own = was if was and is_own_accord(request) else None
    source = Provenance(
        own.source if own else CLIENT,
        own.basis if own else None,
        own.party if own else None,
        request.received_on,
        proposal.grondslag,
        was.geheim if was else None,
        was.citation if was else None,
    )
    field = proposal.field
    value = values.parse_stored(field, proposal.value, action.today)
    if not field.many:
        entries.close(action.store, client, field, action.now, action.by)
    return entries.add(action.store, client, field, value, source, action.now, action.by)


def _copy(session: Session, request_number: str, form: str, place: Path, *, force: bool) -> Exported:
    """Make the copy of the current values, which the client gets (art. 12.4)."""

    def load(action: Action) -> tuple[Client, Answering | None]:
        request, client = _find_applicable(action, request_number)
        return client, load_answering(action, request.number)

    return inzage.make_copy(session, load, inzage.CopyOptions(form, place, force))
