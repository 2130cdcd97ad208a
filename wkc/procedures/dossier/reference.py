"""Numbers of papers as people type them: V2026-0003 a request, B2026-0013 a letter; without its letter, a client."""

import re

from wkc.procedures.core.action import Action
from wkc.records.dossier import Client
from wkc.store.dossier import client as clients

_BARE = re.compile(r"(\d{4})\s*-\s*(\d{1,9})")


def parse_reference(letter: str, text: str, year: int) -> str | None:
    """Give the whole number of a paper, for `V2026-0003`, `v2026-3` or `V3` of this year; None for anything else."""
    typed = re.fullmatch(rf"{letter}\s*(?:(\d{{4}})\s*-\s*)?(\d{{1,9}})", text.strip(), re.IGNORECASE)
    return f"{letter}{typed[1] or year}-{int(typed[2]):04d}" if typed else None


def client_of_bare_number(action: Action, text: str) -> Client | None:
    """Give the client whose number was typed in the place of a paper's, where the acting user may see that client."""
    typed = _BARE.fullmatch(text.strip())
    client = clients.by_number(action.store, f"{typed[1]}-{int(typed[2]):04d}") if typed else None
    return action.touch_client(client) if client is not None and action.check_scope(client) else None
