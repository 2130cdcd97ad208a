"""Art. 8: the facts of a disclosure, as the register has them that day."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from msgspec import Struct

from wkc.errors.disclosure import CallBackUnverified
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.disclosure.contact_person import find_person
from wkc.procedures.disclosure.input import NUMBERS_FROM, ON_FILE, DisclosureInput, parse_required
from wkc.procedures.dossier.mandate import read_born
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.records.disclosure import (
    CallBack,
    Citation,
    DisclosureDetails,
    DisclosureFacts,
    Identification,
    PhoneCall,
    Recipient,
    RequestedEntry,
)
from wkc.records.document import Document
from wkc.records.dossier import Client, Entry
from wkc.records.field import Field
from wkc.records.objection import OpenRequest
from wkc.records.party import Party
from wkc.records.person import Person
from wkc.records.request import RequestKind
from wkc.records.rights import Consent, Release
from wkc.records.user import Role
from wkc.rules.disclosure.consent_giver import asked_again_on
from wkc.rules.disclosure.secrecy import is_secret
from wkc.rules.disclosure.verified_number import is_verified
from wkc.rules.dossier.field import BY_CODE, place_of
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.rules.requests.request import is_open, is_undecided
from wkc.store.disclosure import consent as consents
from wkc.store.disclosure import release as releases
from wkc.store.document import document as documents
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries
from wkc.store.dossier import party_profile as profiles
from wkc.store.requests import correction as corrections
from wkc.store.requests import objection as objections
from wkc.store.requests import request as requests


class Caller(Struct, frozen=True):
    """The caller: the party, the person on file there, and the number that was called back."""

    party: Party
    person: Person | None
    called_back: CallBack | None


class Circumstances(Struct, frozen=True):
    """The day that counts, the role of the user, what is on file of the caller (a person, a verified number).

    `documents` are those that are asked for besides what is held in the categories.
    """

    on: date
    by: Role
    on_file: bool = False
    verified: bool = False
    documents: frozenset[UUID] = frozenset()


def find_caller(action: Action, party: Party, disclosure_input: DisclosureInput) -> Caller:
    """Find the caller by the number on the list of people of a party."""
    person = None
    if disclosure_input.person is not None:
        person = find_person(action, party.name, disclosure_input.person)
    return Caller(party, person, _make_call_back(action, person, disclosure_input))


def _make_call_back(action: Action, person: Person | None, disclosure_input: DisclosureInput) -> CallBack | None:
    if disclosure_input.called_back is None:
        return None
    source = parse_required("called_back", disclosure_input.called_back, NUMBERS_FROM)
    if source != ON_FILE:
        return CallBack(source, action.today, action.by)
    if person is None or not is_verified(person, action.today):
        raise CallBackUnverified
    return CallBack(person.verified_from or "", person.verified_on or action.today, person.verified_by or "")


def gather_facts(
    action: Action, client: Client, party: Party, case: DisclosureDetails, circumstances: Circumstances
) -> DisclosureFacts:
    """Gather the facts of a case on its day: what was on file, secret and consented to then, as far as is known."""
    coverage.check(action.store, client)
    on, on_file = circumstances.on, circumstances.on_file
    check_plausible(action, client, on, BEFORE_CONTACT)
    call = asker = None
    if case.doubt is not None:
        call = PhoneCall(on_file, case.subject, case.doubt, case.called_back)
    if case.identified is not None:
        has_address = profiles.one(action.store, party).e_mail is not None
        asker = Identification(case.channel, case.identified, on_file, circumstances.verified, has_address)
    granted = consents.of_client(action.store, client)
    return DisclosureFacts(
        on,
        circumstances.by,
        (
            *_list_requested(action, client, party, case, on),
            *_list_requested_documents(action, client, party, circumstances),
        ),
        Recipient(party.uuid, party.kind, party.body, _is_current(action, client, party, on)),
        case.ground,
        case.purpose,
        None if case.law is None else Citation(case.law, case.covers_bsn, case.covers_sealed),
        case.requested_on is not None,
        granted,
        case.research,
        case.danger,
        case.reason is not None,
        call,
        objections.of_client(action.store, client),
        _waiting(action, client),
        asker,
        _ask_again(action, client, granted, on),
        frozenset(one.uuid for one in granted if corrections.is_asked(action.store, one.uuid)),
    )


def _ask_again(action: Action, client: Client, granted: tuple[Consent, ...], on: date) -> frozenset[UUID]:
    born = read_born(action, client)
    return frozenset(one.uuid for one in granted if asked_again_on(one, granted, born, on) is not None)


def _waiting(action: Action, client: Client) -> tuple[OpenRequest, ...]:
    """Give the objections that are open and the removals that are not carried out, of those that name no entry."""
    return tuple(
        OpenRequest(request.number, request.kind.value)
        for request in requests.of_client(action.store, client)
        if (request.kind is RequestKind.BEZWAAR and is_undecided(request))
        or (request.kind is RequestKind.VERWIJDERING and is_open(request))
        if not corrections.of_request(action.store, request, BY_CODE)
    )


def list_entries(action: Action, client: Client, case: DisclosureDetails, on: date | None = None) -> tuple[Entry, ...]:
    """Give the values in the categories that are asked for, in the order of annex I: now, or on an earlier day."""
    every = entries.of_client(action.store, client, BY_CODE)
    wanted = (one for one in every if one.field.category in case.categories and _is_held(one, on, action.today))
    return tuple(sorted(wanted, key=lambda entry: place_of(entry.field)))


def _is_held(entry: Entry, on: date | None, today: date) -> bool:
    if on is None or on >= today:
        return entry.closed_at is None
    return day(entry.recorded_at) <= on and (entry.closed_at is None or day(entry.closed_at) > on)


def _list_requested(
    action: Action, client: Client, party: Party, case: DisclosureDetails, on: date
) -> tuple[RequestedEntry, ...]:
    """Give the values that are asked for; a medewerker, who discloses none, learns of no class that they do not see."""
    lifted = releases.of_client(action.store, client, BY_CODE)
    limited = action.user.role is Role.MEDEWERKER
    return tuple(
        _make_requested(entry, entry.field, lifted, on, party)
        for entry in list_entries(action, client, case, on)
        if not limited or action.can_see(entry.field.field_class)
    )


def _list_requested_documents(
    action: Action, client: Client, party: Party, circumstances: Circumstances
) -> tuple[RequestedEntry, ...]:
    """Give the documents that are asked for, each judged by its field and its duty of secrecy."""
    asked, on = circumstances.documents, circumstances.on
    every = documents.of_client(action.store, client, BY_CODE) if asked else ()
    lifted = releases.of_client(action.store, client, BY_CODE) if asked else ()
    return tuple(
        _make_requested(one, one.field, lifted, on, party)
        for one in every
        if one.uuid in asked and one.field is not None
    )


def _make_requested(
    item: Entry | Document, field: Field, releases_: Iterable[Release], on: date, party: Party
) -> RequestedEntry:
    """Make a value or a document that is asked for, with its duty of secrecy towards the recipient."""
    return RequestedEntry(
        item.uuid,
        field,
        item.provenance.geheim if is_secret(item, releases_, on, party.uuid) else None,
        in_onderzoek=item.in_onderzoek,
        beperkt=item.beperkt,
        is_document=isinstance(item, Document),
    )


def _is_current(action: Action, client: Client, party: Party, on: date) -> bool:
    """Tell whether a party is the opdrachtgever of an assignment that runs on a day."""
    return any(
        assignment.party.uuid == party.uuid
        and assignment.from_on <= on
        and (assignment.until_on is None or assignment.until_on >= on)
        for assignment in assignments.of_client(action.store, client)
    )
