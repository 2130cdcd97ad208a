"""Naming one entry of a client: by its number on `wkc client show`, or by the beginning of its uuid."""

import re
from collections.abc import Iterable

from wkc.errors.rights import EntryAmbiguous, EntryUnknown
from wkc.records.dossier import Entry

_NUMBER = re.compile(r"[0-9]{1,7}")
_UUID = re.compile(r"[0-9a-f]{8,32}")


def the_entry(entries: Iterable[Entry], text: str) -> Entry:
    """Give the one current entry that is named; errors when none or several are."""
    wanted = text.strip().lower().replace("-", "")
    current = [entry for entry in entries if entry.closed_at is None]
    if _NUMBER.fullmatch(wanted):
        found = [entry for entry in current if entry.number == int(wanted)]
    else:
        found = [entry for entry in current if _UUID.fullmatch(wanted) and entry.uuid.hex.startswith(wanted)]
    if not found:
        raise EntryUnknown
    if len(found) > 1:
        raise EntryAmbiguous(count=len(found))
    return found[0]
