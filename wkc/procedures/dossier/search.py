"""Search of a client by a number, a BSN, the beginning of a name, or any word of one, also former."""

import re
from collections.abc import Iterable

from wkc.procedures.core.action import Action
from wkc.records.dossier import Client
from wkc.store.dossier import client as clients
from wkc.store.dossier.client import Window

_NUMBER = re.compile(r"(?:(\d{4})\s*-\s*)?(\d{1,9})")
_SHORT = 4
"""Digits of a number that is given without its year; more of them are a BSN."""
LAST = "."
"""The client of the last command."""
_QUOTED = re.compile(r'["\u201c\u201d\u201e](?P<name>.+)["\u201c\u201d]')
"""A name in quotation marks: also one that would otherwise be the last client, a number or an option."""


def matching(action: Action, text: str, most: int, skip: int = 0) -> tuple[Client, ...]:
    """Give the clients that a search term fits: one by number, all with the BSN, or by name in order.

    `v.d.` fits `van der`, `van den` and `van de`, and the other way round; in quotation marks a term is a name only.
    By name and BSN only those of the acting user's scope; a number is judged by `Action.touch_client`.
    """
    window = Window(most, skip, action.caseload_filter)
    quoted = _QUOTED.fullmatch(text.strip())
    if not quoted and (number := dossier_number(action, text)):
        numbered = clients.by_number(action.store, number)
        return (numbered,) if numbered and not skip and action.check_scope(numbered) else ()
    from wkc.procedures.io.text import normal_name  # A look by number needs neither names nor fields of annex I.

    if quoted:
        return clients.by_name(action.store, normal_name(quoted["name"]), window)
    from wkc.procedures.io.fields import bsn_digits

    if digits := bsn_digits(text):
        return clients.by_normal(action.store, "burgerservicenummer", digits, window)
    key = normal_name(text)
    if not key:
        from wkc.errors.register import SearchEmpty

        raise SearchEmpty
    from wkc.procedures.dossier.near_names import other_prefixes

    keys = other_prefixes(key)
    if not keys:
        return clients.by_name(action.store, key, window)
    whole = Window(most + skip, 0, action.caseload_filter)
    every = (client for one in (key, *keys) for client in clients.by_name(action.store, one, whole))
    return tuple(dict.fromkeys(every))[skip : skip + most]


def own_number(text: str) -> str | None:
    """Read a whole dossier number, `2026-1` or `2026-0001`; None for anything else."""
    typed = _NUMBER.fullmatch(text.strip())
    return f"{typed[1]}-{int(typed[2]):04d}" if typed and typed[1] else None


def dossier_number(action: Action, text: str) -> str | None:
    """Give the dossier number that a term is: whole, of this year without the year, or `.` for the last client."""
    if text.strip() == LAST:
        if action.last_client is None:
            from wkc.errors.register import NoLastClient

            raise NoLastClient
        return action.last_client
    typed = _NUMBER.fullmatch(text.strip())
    if typed is None or (typed[1] is None and len(typed[2]) > _SHORT):
        return None
    if typed[1] is None and clients.by_number(action.store, f"{action.today.year}-{int(typed[2]):04d}") is None:
        return None
    return f"{typed[1] or action.today.year}-{int(typed[2]):04d}"


def matching_widely(action: Action, text: str, most: int, skip: int = 0) -> tuple[Client, ...]:
    """Give the clients that a term fits, then those who had such a name, birth date, address, e-mail or telephone.

    `.` is the client of the last command, and the name of a client who has no other.
    """
    if text.strip() == LAST and not skip:
        named = clients.by_name(action.store, LAST, Window(most, 0, action.caseload_filter))
        last = matching(action, text, most) if action.last_client or not named else ()
        return tuple(dict.fromkeys((*last, *named)))[:most]
    first = matching(action, text, most, skip)
    if len(first) == most or _QUOTED.fullmatch(text.strip()) or dossier_number(action, text):
        return first
    from wkc.procedures.dossier import search_keys

    search_keys.index(action.store)
    all_first = matching(action, text, skip + most) if skip else first
    by_words = search_keys.by_words(action.store, text, action.caseload_filter)
    by_town = search_keys.by_town(action.store, text, action.caseload_filter, skip + most + len(by_words))
    others = [client for client in dict.fromkeys((*by_words, *by_town)) if client not in all_first]
    start = max(0, skip - len(all_first))
    return (*first, *others[start : start + most - len(first)])


def the_client(action: Action, client_text: str) -> Client:
    """Give the one client that a number, BSN or name fits, permitted and logged; errors when none or several do."""
    matches = matching(action, client_text, most=2)
    if not matches:
        from wkc.errors.register import ClientUnknown

        raise ClientUnknown
    if len(matches) > 1:  # A reason opens one dossier; that there are several is an answer of its own.
        from wkc.errors.register import ClientAmbiguous, ClientUnknown

        raise ClientUnknown if action.has_reason else ClientAmbiguous
    return action.touch_client(matches[0])


def touch_listed(action: Action, numbers: Iterable[str]) -> None:
    """Name each client that a list shows by number: reading the list is a look at each of them (art. 7)."""
    for number in dict.fromkeys(numbers):
        if client := clients.by_number(action.store, number):
            action.touch_client(client)
