"""Doubles: clients on file who may be the person that a dossier is about, or is going to be (art. 4.2)."""

from collections.abc import Callable, Container, Iterator
from functools import cache, partial
from itertools import combinations

from msgspec import Struct

from wkc.errors.intake import PersonOnFile
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, birth_key, identity_of
from wkc.procedures.dossier.other_person import describe_likeness
from wkc.records.dossier import Client
from wkc.rules.dossier.identity import PersonIdentity
from wkc.rules.dossier.likeness import has_like_word, have_like_word, judge_likeness
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier import two_people
from wkc.store.dossier.client import Window
from wkc.store.store import Store

_BORN, _BSN = "geboortedatum", "burgerservicenummer"

WATCHED = frozenset({*NAME_FIELDS, _BORN, _BSN})
"""The fields of which a change may make a client look like another."""

_EVERY = Window(-1)
"""No bound to how many clients of one birth date are looked at."""


class DoubleAnswer(Struct, frozen=True):
    """The answer to whether a client is another on file: `same` has the numbers of who it is, or it is none of them."""

    same: frozenset[str] = frozenset()
    not_same: bool = False


NOBODY = DoubleAnswer()
"""Nothing was answered yet."""


def list_alike(action: Action, client: Client) -> dict[Client, str]:
    """Give the clients on file who may be this client, with the likeness, within reach of the acting user.

    Those that were marked as other people are left out.
    """
    store = action.store
    born = next(iter(entries.current(store, client, _BORN)), None)
    if born is None:
        return {}
    has_bsn, apart = bool(entries.current(store, client, _BSN)), two_people.of_client(store, client)
    alike = find_alike(store, lambda: identity_of(store, client), born, has_bsn=has_bsn, coach=action.caseload_filter)
    return {one: likeness for one, likeness in alike if one != client and one.id not in apart}


def ask_of_doubles(action: Action, client: Client, before: Container[Client], answer: DoubleAnswer) -> tuple[str, ...]:
    """Refuse a change that makes a client look like another, unless it was answered who it is: errors.PersonOnFile.

    `before` has those who were alike already. Gives the dossiers that were chosen as the same person; that others are
    not is written down, so that nobody is asked again.
    """
    alike = {one: likeness for one, likeness in list_alike(action, client).items() if one not in before}
    same = sorted(one.number for one in alike if one.number in answer.same)
    for one, likeness in alike.items():
        if one.number in same:
            continue
        if not answer.not_same:
            raise PersonOnFile(number=one.number, what=describe_likeness(likeness))
        two_people.add(action.store, client, one, action.now, action.by)
    if same:
        action.details["same_person"] = same
    if others := sorted(one.number for one in alike if one.number not in same):
        action.details["not_same"] = others
    return tuple(same)


def find_alike(
    store: Store, read_who: Callable[[], PersonIdentity], born: str, *, has_bsn: bool, coach: str | None
) -> Iterator[tuple[Client, str]]:
    """Give the clients of one birth date with the same or a near name, each with the likeness: all, or one caseload.

    Two who have a burgerservicenummer each are two people. The person is read once somebody has the birth date.
    """
    who: PersonIdentity | None = None
    for bears in (False,) if has_bsn else (False, True):
        for client, key in clients.by_birth(store, birth_key(born, has_bsn=bears), _EVERY._replace(coach=coach)):
            who = who or read_who()
            likeness = judge_likeness(who, identity_of(store, client)) if has_like_word(key, who) else None
            if likeness and not (has_bsn and entries.current(store, client, _BSN)):
                yield client, likeness


def list_likely(store: Store) -> Iterator[tuple[str, str]]:
    """Give the dossier numbers of each pair in the register who may be one person, by date of birth.

    Those that were marked as two people are left out.
    """
    for born in clients.shared_births(store):
        people = [
            (client, key, bears)
            for bears in (True, False)
            for client, key in clients.by_birth(store, birth_key(born, has_bsn=bears), _EVERY)
        ]
        read = cache(partial(identity_of, store))
        for (one, key, bears), (other, beside, too) in combinations(people, 2):
            if (bears and too) or not have_like_word(key, beside):
                continue
            if judge_likeness(read(one), read(other)) and other.id not in two_people.of_client(store, one):
                yield min(one.number, other.number), max(one.number, other.number)
