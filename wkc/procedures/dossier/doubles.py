"""Doubles: who on file may be the person that a dossier is about, or is going to be (art. 4.2)."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from wkc.errors.intake import PersonOnFile
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, birth_key, identity_of
from wkc.procedures.dossier.other_person import describe_likeness
from wkc.records.dossier import Client
from wkc.rules.dossier.identity import Identity
from wkc.rules.dossier.likeness import has_like_word, judge_likeness
from wkc.store import client as clients
from wkc.store import entry as entries
from wkc.store.client import Window
from wkc.store.store import Store

_BORN, _BSN = "geboortedatum", "burgerservicenummer"

WATCHED = frozenset({*NAME_FIELDS, _BORN, _BSN})
"""The fields of which a change may make a client look like another."""

_MOST = 500
"""The most clients of one birth date that are looked at."""

_MOST_LOOKED_AT = 20_000
"""The most clients that are compared when the whole register is looked over."""


class DoubleAnswer(Struct, frozen=True):
    """The answer to whether a client is another on file: `same` has the numbers of who it is, or it is none of them."""

    same: frozenset[str] = frozenset()
    not_same: bool = False


NOBODY = DoubleAnswer()
"""Nothing was answered yet."""


def list_alike(action: Action, client: Client) -> dict[str, str]:
    """Give the dossier numbers, with the likeness, of who on file may be a client, within reach of the acting user."""
    store = action.store
    born = next(iter(entries.current(store, client, _BORN)), None)
    if born is None:
        return {}
    has_bsn = bool(entries.current(store, client, _BSN))
    found = find_alike(store, lambda: identity_of(store, client), born, has_bsn=has_bsn, coach=action.caseload_filter)
    return {one.number: likeness for one, likeness in found if one != client}


def ask_of_doubles(action: Action, client: Client, before: Mapping[str, str], answer: DoubleAnswer) -> tuple[str, ...]:
    """Refuse a change that makes a client look like another, unless somebody said who it is: errors.PersonOnFile.

    `before` has who was alike already. Gives the dossiers that were said to be of the same person.
    """
    alike = {number: likeness for number, likeness in list_alike(action, client).items() if number not in before}
    if alike and answer.not_same:
        action.details["not_same"] = sorted(alike)
        return ()
    for number, likeness in alike.items():
        if number not in answer.same:
            raise PersonOnFile(number=number, what=describe_likeness(likeness))
    if alike:
        action.details["same_person"] = sorted(alike)
    return tuple(alike)


def find_alike(
    store: Store, read_who: Callable[[], Identity], born: str, *, has_bsn: bool, coach: str | None
) -> Iterator[tuple[Client, str]]:
    """Give the clients of one birth date with the same or a near name, each with the likeness: all, or one caseload.

    Two who have a burgerservicenummer each are two people. Who is looked for is read once somebody has the birth date.
    """
    who: Identity | None = None
    for bears in (False,) if has_bsn else (False, True):
        for client, key in clients.by_birth(store, birth_key(born, has_bsn=bears), Window(_MOST, 0, coach)):
            who = who or read_who()
            likeness = judge_likeness(who, identity_of(store, client)) if has_like_word(key, who) else None
            if likeness and not (has_bsn and entries.current(store, client, _BSN)):
                yield client, likeness


def list_likely(store: Store, most: int) -> list[tuple[str, str]]:
    """Give the dossier numbers of pairs who may be one person, `most` of them at most, by date of birth."""
    pairs: list[tuple[str, str]] = []
    looked_at = 0
    for born in clients.shared_births(store):
        people = [
            (client, identity_of(store, client), bears)
            for bears in (True, False)
            for client, _key in clients.by_birth(store, birth_key(born, has_bsn=bears), Window(_MOST))
        ]
        looked_at += len(people)
        for place, (one, who, bears) in enumerate(people):
            for other, beside, too in people[place + 1 :]:
                if not (bears and too) and judge_likeness(who, beside) is not None:
                    pairs.append((min(one.number, other.number), max(one.number, other.number)))
        if len(pairs) >= most or looked_at > _MOST_LOOKED_AT:
            break
    return sorted(pairs)[:most]
