"""Art. 8: the facts of a disclosure, as the register has them that day."""

from msgspec import Struct

from wkc.errors.disclosure import CallBackUnverified
from wkc.procedures.core.action import Action
from wkc.procedures.disclosure.contact_person import find_person
from wkc.procedures.disclosure.input import NUMBERS_FROM, ON_FILE, DisclosureInput, code
from wkc.records.disclosure import CallBack, Case, Citation, DisclosureFacts, PhoneCall, Recipient, RequestedEntry
from wkc.records.dossier import Client, Entry
from wkc.records.objection import OpenRequest
from wkc.records.party import Party
from wkc.records.person import Person
from wkc.records.request import RequestKind
from wkc.records.user import Role
from wkc.rules.disclosure.secrecy import is_secret
from wkc.rules.disclosure.verified_number import is_verified
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.requests.request import is_open, is_undecided
from wkc.store import assignment as assignments
from wkc.store import consent as consents
from wkc.store import correction as corrections
from wkc.store import coverage
from wkc.store import entry as entries
from wkc.store import objection as objections
from wkc.store import release as releases
from wkc.store import request as requests

_ON_PAPER = {field.code: place for place, field in enumerate(FIELDS)}


class Caller(Struct, frozen=True):
    """The caller: the party, the person on file there, and the number that was called back."""

    party: Party
    person: Person | None
    called_back: CallBack | None


def find_caller(action: Action, party: Party, said: DisclosureInput) -> Caller:
    """Find who asks, by the number on the list of people of a party."""
    person = None
    if said.person is not None:
        person = find_person(action, party.name, said.person)
    return Caller(party, person, _called_back(action, person, said))


def _called_back(action: Action, person: Person | None, said: DisclosureInput) -> CallBack | None:
    if said.called_back is None:
        return None
    source = code("called_back", said.called_back, NUMBERS_FROM)
    if source != ON_FILE:
        return CallBack(source, action.today, action.by)
    if person is None or not is_verified(person, action.today):
        raise CallBackUnverified
    return CallBack(person.verified_from or "", person.verified_on or action.today, person.verified_by or "")


def gather_facts(
    action: Action, client: Client, party: Party, case: Case, role: Role, *, on_file: bool
) -> DisclosureFacts:
    """Gather what a case is judged by today; `on_file` tells whether the person who asks is."""
    coverage.check(action.store, client)
    call = None
    if case.doubt is not None:
        call = PhoneCall(on_file, case.subject, case.doubt, case.called_back)
    return DisclosureFacts(
        action.today,
        role,
        _asked(action, client, party, case),
        Recipient(party.uuid, party.kind, party.body, _current(action, client, party)),
        case.ground,
        case.purpose,
        None if case.law is None else Citation(case.law, case.covers_bsn),
        case.requested_on is not None,
        consents.of_client(action.store, client),
        case.research,
        case.danger,
        case.reason is not None,
        call,
        objections.of_client(action.store, client),
        _waiting(action, client),
    )


def _waiting(action: Action, client: Client) -> tuple[OpenRequest, ...]:
    """Give the objections that are open and the removals that are not carried out, of those that name no entry."""
    return tuple(
        OpenRequest(request.number, request.kind.value)
        for request in requests.of_client(action.store, client)
        if (request.kind is RequestKind.BEZWAAR and is_undecided(request))
        or (request.kind is RequestKind.VERWIJDERING and is_open(request))
        if not corrections.of_request(action.store, request, BY_CODE)
    )


def list_entries(action: Action, client: Client, case: Case) -> tuple[Entry, ...]:
    """Give what is held now in the categories that are asked for, in the order of annex I."""
    found = entries.of_client(action.store, client, BY_CODE)
    wanted = (entry for entry in found if entry.closed_at is None and entry.field.category in case.categories)
    return tuple(sorted(wanted, key=lambda entry: _ON_PAPER[entry.field.code]))


def _asked(action: Action, client: Client, party: Party, case: Case) -> tuple[RequestedEntry, ...]:
    lifted = releases.of_client(action.store, client, BY_CODE)
    return tuple(
        RequestedEntry(
            entry.uuid,
            entry.field,
            entry.provenance.geheim if is_secret(entry, lifted, action.today, party.uuid) else None,
            in_onderzoek=entry.in_onderzoek,
            beperkt=entry.beperkt,
        )
        for entry in list_entries(action, client, case)
    )


def _current(action: Action, client: Client, party: Party) -> bool:
    """Tell whether a party is the opdrachtgever of an assignment that runs today."""
    return any(
        assignment.party.uuid == party.uuid
        and assignment.from_on <= action.today
        and (assignment.until_on is None or assignment.until_on >= action.today)
        for assignment in assignments.of_client(action.store, client)
    )
