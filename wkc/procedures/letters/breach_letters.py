"""Art. 14.2, AVG 28.3.f, 33.2 and 34: the letters on a breach to the people in it and their opdrachtgevers."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from wkc.errors.breach import AccountMissing
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam, day
from wkc.procedures.core.settings import in_force
from wkc.procedures.letters.address import Choice, addressee_of_party, read_addressee
from wkc.procedures.letters.letter import Subject
from wkc.records.breach import Breach, BreachAccount
from wkc.records.dossier import Client
from wkc.records.letter import BreachNotice, BreachReport, Letter, LetterKind, Matter
from wkc.records.party import Party
from wkc.rules.dossier.field import CATEGORIES
from wkc.rules.regulation.breach import party_until
from wkc.store.dossier import party_profile as profiles
from wkc.store.letters import letter as letters
from wkc.store.operations import breach as breaches


def write_to_person(
    action: Action, breach: Breach, client: Client, choice: Choice | None = None
) -> tuple[Subject, Matter]:
    """Give the subject and the content of the letter to a person whom a breach reached (AVG 34.2); AccountMissing."""
    account, known = _account(breach), in_force(action.store)
    matter = BreachNotice(
        breach.number,
        day(breach.known_at),
        account.nature,
        _name(breaches.categories_of_client(action.store, breach, client)),
        account.consequences,
        account.measures,
        account.advice,
        known["fg.name"] or None,
        known["fg.contact"] or None,
    )
    return Subject(read_addressee(action, client, choice), client, breach=breach), matter


def write_to_party(action: Action, breach: Breach, party: Party) -> tuple[Subject, Matter]:
    """Give the same for an opdrachtgever: the number of its own people and the kinds of data, never who they are.

    Raises errors.AccountMissing.
    """
    account, known = _account(breach), in_force(action.store)
    ruling, profile = breach.ruling, profiles.one(action.store, party)
    matter = BreachReport(
        breach.number,
        breach.known_at,
        breach.from_at,
        breach.until_at,
        account.nature,
        breaches.count_of_party(action.store, breach, party),
        _name(breaches.categories_of_party(action.store, breach, party)),
        account.consequences,
        account.measures,
        profile.breach_hours,
        None if ruling is None else ruling.report_ap,
        None if ruling is None else ruling.notify_persons,
        known["fg.name"] or None,
        known["fg.contact"] or None,
        is_late=_is_late(action, breach, party, profile.breach_hours),
        role=profile.role,
    )
    return Subject(addressee_of_party(action, party), party=party, breach=breach), matter


def write_again(
    action: Action, letter: Letter, client: Client | None, choice: Choice | None
) -> tuple[Subject, Matter] | None:
    """Give subject and content of a letter on a breach anew; None where it is forgotten or its words are withheld."""
    breach = breaches.by_number(action.store, letter.breach) if letter.breach else None
    if breach is None or breach.account is None:
        return None
    if client is not None:
        return write_to_person(action, breach, client, choice)
    party = next((one for one in breaches.parties(action.store, breach) if one.name == letter.party), None)
    return None if party is None else write_to_party(action, breach, party)


def mark_sent(action: Action, letter: Letter, on: date) -> None:
    """Write down that an opdrachtgever was notified by this letter, or that all people were once the last one went."""
    breach = breaches.by_number(action.store, letter.breach) if letter.breach else None
    if breach is None or breach.closed_at is not None:
        return
    if letter.kind is LetterKind.DATALEK_OPDRACHTGEVER:
        for party in breaches.parties(action.store, breach):
            if party.name == letter.party:
                breaches.notify_party(action.store, breach, party, _moment(action, on))
    elif breach.persons_notified_at is None and not list_unnotified(action, breach):
        breaches.notify_persons(action.store, breach, _moment(action, on))


def list_unnotified(action: Action, breach: Breach) -> list[Client]:
    """Give the people whom a breach reached and to whom no letter on it went out yet."""
    sent = {one.client for one in letters.of_breach(action.store, breach) if one.sent_on is not None}
    return [client for client in breaches.list_clients(action.store, breach) if client.number not in sent]


def _account(breach: Breach) -> BreachAccount:
    if breach.account is None:
        raise AccountMissing(breach=breach.number)
    return breach.account


def _is_late(action: Action, breach: Breach, party: Party, hours: int | None) -> bool:
    """Tell whether the agreed hours ended before an opdrachtgever heard of a breach, in writing or otherwise."""
    until = party_until(breach.known_at, hours)
    notified_at = next((one.notified_at for one in breach.parties if one.party == party.name), None)
    return until is not None and (notified_at or action.now) > until


def _name(categories: Iterable[int]) -> tuple[str, ...]:
    return tuple(CATEGORIES[number] for number in sorted(categories))


def _moment(action: Action, on: date) -> datetime:
    """Give the instant of a day: now, or the end of a day that is past: no earlier than is known."""
    end = datetime.combine(on + timedelta(days=1), time(), amsterdam()).astimezone(action.now.tzinfo)
    return min(action.now, end - timedelta(seconds=1))
