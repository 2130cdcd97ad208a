"""Naming one entry of a client: by its number on `wkc client show`, or by the beginning of its uuid."""

import re

from wkc.errors.rights import EntryAmbiguous, EntryUnknown
from wkc.procedures.core.action import Action
from wkc.procedures.dossier.search import dossier_number
from wkc.records.dossier import Client, Entry
from wkc.rules.dossier.field import BY_CODE
from wkc.store.dossier import entry as entries
from wkc.store.dossier import link as links

_NUMBER = re.compile(r"[0-9]{1,7}")
_UUID = re.compile(r"[0-9a-f]{8,32}")


def the_entry(action: Action, client: Client, client_text: str, text: str) -> Entry:
    """Give the one current entry that is named; errors when none or several are."""
    wanted = text.strip().lower().replace("-", "")
    current = [entry for entry in entries.of_client(action.store, client, BY_CODE) if entry.closed_at is None]
    if _NUMBER.fullmatch(wanted):
        number = number_in(action, client, client_text, int(wanted))
        matches = [entry for entry in current if entry.number == number]
    else:
        matches = [entry for entry in current if _UUID.fullmatch(wanted) and entry.uuid.hex.startswith(wanted)]
    if not matches:
        raise EntryUnknown
    if len(matches) > 1:
        raise EntryAmbiguous(count=len(matches))
    return matches[0]


def number_in(action: Action, client: Client, client_text: str, number: int) -> int:
    """Give the number in a dossier of an entry that was named beside a number which leads there, as that numbers it."""
    named = dossier_number(action, client_text)
    if named is None or named == client.number:
        return number
    led = links.by_own_number(action.store, named)
    link = links.of_client(action.store, led) if led else None
    return number if link is None or number > link.ahead else link.ahead + number
