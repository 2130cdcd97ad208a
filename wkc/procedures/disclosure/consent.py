"""Art. 8.1, AVG 7: consents are given, withdrawn as easily, and listed with all that a client granted."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.death import ConsentAfterDeath
from wkc.errors.rights import (
    ConsentNotTheirs,
    ConsentTooLoose,
    ConsentUnknown,
    PeriodBackwards,
    PurposeCodeWrong,
)
from wkc.i18n import N_, _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import mandate as mandating
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.records.dossier import Client
from wkc.records.paper_form import FormSignature
from wkc.records.rights import Consent, Mandate, NewConsent, Release
from wkc.rules.disclosure.consent import HOW, TO_HOLD, is_purpose, list_not_explicit
from wkc.rules.disclosure.consent_giver import judge_giver
from wkc.rules.dossier.death import judge_consent
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.store.disclosure import consent as consents
from wkc.store.disclosure import release as releases
from wkc.store.document import paper_form as paper_forms
from wkc.store.dossier import death as deaths
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier.mandate import NewMandate
from wkc.store.store import Store

CANNOT_GIVE = {
    "onder_zestien": N_("the client is under sixteen, and the parents decide"),
    "er_is_een_curator": N_("there is a curator"),
    "er_is_een_bewindvoerder": N_("there is a bewindvoerder for these matters"),
    "er_is_een_mentor": N_("there is a mentor for these matters"),
}
"""The reason for which a client does not give a consent alone, in words."""


class ConsentInput(Struct, frozen=True):
    """A consent as it is typed: the recipient by name, a purpose code, numbers of annex I, how, from and until when.

    Without recipient and purpose it is one to hold those data.
    """

    recipient: str | None
    purpose: str | None
    categories: str
    how: str
    from_on: str | None = None
    until_on: str | None = None


class GrantedConsents(Struct, frozen=True):
    """All that one client granted to others, in the order of writing down."""

    client: Client
    consents: tuple[Consent, ...]
    releases: tuple[Release, ...]
    mandates: tuple[Mandate, ...]
    signatures: tuple[FormSignature, ...] = ()


class CheckedConsent(Struct, frozen=True):
    """A consent that was read: codes, numbers of annex I and days; without a recipient it is one to hold data."""

    recipient: str | None
    purpose: str
    categories: tuple[int, ...]
    how: str
    from_on: date
    until_on: date | None


def give(session: Session, client_text: str, consent_input: ConsentInput, shown: NewMandate | None) -> GrantedConsents:
    """Write down a consent, given by the client or by who shows a mandate that reaches so far."""
    checked = check(consent_input, day(session.environment.now()))
    with act(session, "consent.give") as action:
        client = the_client(action, client_text)
        put(action, client, checked, shown)
        return read_granted(action, client)


def check(consent_input: ConsentInput, today: date) -> CheckedConsent:
    """Read a consent as typed; the errors.Invalid that says what is wrong with it."""
    how, categories = parse_way(consent_input.how), codes.parse_categories(consent_input.categories)
    purpose = TO_HOLD if consent_input.purpose is None else parse_purpose(consent_input.purpose)
    from_on = fields.past_day_or_today(consent_input.from_on, today)
    until_on = None if consent_input.until_on is None else fields.parse_day(consent_input.until_on)
    if until_on is not None and until_on < from_on:
        raise PeriodBackwards
    return CheckedConsent(consent_input.recipient, purpose, categories, how, from_on, until_on)


def put(action: Action, client: Client, consent: CheckedConsent, shown: NewMandate | None) -> UUID:
    """Put a consent on file within an action, and give its uuid; errors.ConsentTooLoose, ConsentNotTheirs."""
    check_plausible(action, client, consent.from_on, BEFORE_CONTACT)
    categories = consent.categories
    if loose := list_not_explicit(consent.how, categories):
        action.mark_refused("niet_uitdrukkelijk")
        raise ConsentTooLoose(categories=", ".join(map(str, loose)))
    recipient = None if consent.recipient is None else by_name(action, consent.recipient)
    mandate = None
    if shown is not None:
        mandate = mandating.put(action, client, shown)
        mandating.check(action, client, mandate, consent.from_on, categories)
    check_giver(action, client, mandate, consent.from_on, categories)
    row = NewConsent(recipient, consent.purpose, categories, consent.how, consent.from_on, mandate, consent.until_on)
    made = consents.add(action.store, client, row, action.now, action.by)
    to = {} if recipient is None else {"party": recipient.uuid.hex}
    action.details |= {"consent": made.hex, **to, "categories": list(categories)}
    return made


def check_giver(action: Action, client: Client, giver: Mandate | None, on: date, categories: Collection[int]) -> None:
    """Refuse a consent of a client who cannot give it, or of somebody who does not act by law.

    Raises errors.ConsentAfterDeath, ConsentNotTheirs.
    """
    alive = judge_consent(deaths.of_client(action.store, client), on)
    if not alive.allowed:
        action.mark_refused(alive.reason)
        raise ConsentAfterDeath(article=alive.article)
    mandates = mandating.of_client(action, client)
    verdict = judge_giver(giver, categories, mandates, mandating.read_born(action, client), on)
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise ConsentNotTheirs(why=_(CANNOT_GIVE[verdict.reason]), article=verdict.article)


class _Granting(NamedTuple):
    """A kind of thing that a client grants: its word in the audit line, its reader as one user sees it, and its end."""

    word: str
    read: Callable[[Action, Client], tuple[Consent, ...] | tuple[Release, ...]]
    withdraw: Callable[[Store, Client, UUID, date, datetime, str], bool]


def withdraw(session: Session, client_text: str, number: int, on: str | None) -> GrantedConsents:
    """Withdraw a consent from a day on, today if none is named; no reason is asked (AVG 7.3)."""
    return _withdraw(session, client_text, number, on, _CONSENT)


def withdraw_release(session: Session, client_text: str, number: int, on: str | None) -> GrantedConsents:
    """Withdraw a release, so that the duty of secrecy applies again from a day on, today if none is named."""
    return _withdraw(session, client_text, number, on, _RELEASE)


def _withdraw(session: Session, client_text: str, number: int, on: str | None, granting: _Granting) -> GrantedConsents:
    """End what was granted, by its number on the list; errors.ConsentUnknown, errors.PeriodBackwards."""
    today = day(session.environment.now())
    from_on = fields.past_day_or_today(on, today)
    with act(session, "consent.withdraw") as action:
        client = the_client(action, client_text)
        granted = next((one for one in granting.read(action, client) if one.number == number), None)
        if granted is None:
            raise ConsentUnknown
        if from_on < granted.from_on:
            raise PeriodBackwards
        action.details[granting.word] = granted.uuid.hex
        if not granting.withdraw(action.store, client, granted.uuid, from_on, action.now, action.by):
            raise ConsentUnknown
        return read_granted(action, client)


def every(session: Session, client_text: str) -> GrantedConsents:
    """Give all that a client granted."""
    with act(session, "consent.list") as action:
        return read_granted(action, the_client(action, client_text))


def read_granted(action: Action, client: Client) -> GrantedConsents:
    """Read all that a client granted, without the categories and the entries that the acting user may not see."""
    store = action.store
    granted = tuple(_redact(action, one) for one in consents.of_client(store, client))
    shown = tuple(mandating.narrow_reach(action, one) for one in mandates.of_client(store, client))
    return GrantedConsents(client, granted, read_releases(action, client), shown, paper_forms.signatures(store, client))


def _redact(action: Action, consent: Consent) -> Consent:
    """Give a consent that names no category that the acting user may not see, nor by the mandate that it rests on."""
    if action.can_see_all:
        return consent
    seen = action.visible_categories
    return replace(
        consent,
        categories=tuple(number for number in consent.categories if number in seen),
        mandate=consent.mandate and mandating.narrow_reach(action, consent.mandate),
    )


def read_releases(action: Action, client: Client) -> tuple[Release, ...]:
    """Read the releases that the acting user may see; the numbers of entries to who sees all of these."""
    lifted = releases.of_client(action.store, client, BY_CODE)
    if action.can_see_all:
        return lifted
    return tuple(
        replace(
            one,
            entry_number=one.entry_number if one.is_document else 0,
            mandate=one.mandate and mandating.narrow_reach(action, one.mandate),
        )
        for one in lifted
        if action.can_see(one.field.field_class)
    )


def parse_way(how: str) -> str:
    """Give the code of the form of a consent; errors.KindUnknown."""
    return codes.parse_code(how, HOW)


def parse_purpose(typed: str) -> str:
    """Give the code of a purpose, as it is typed; errors.PurposeCodeWrong."""
    code = codes.fold_word(typed)
    if not is_purpose(code):
        raise PurposeCodeWrong
    return code


def _read_consents(action: Action, client: Client) -> tuple[Consent, ...]:
    return consents.of_client(action.store, client)


_CONSENT = _Granting("consent", _read_consents, consents.withdraw)
_RELEASE = _Granting("release", read_releases, releases.withdraw)
