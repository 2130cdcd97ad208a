"""The page of a client: the dossier with what waits, in one look (art. 7)."""

from datetime import date

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import Shown, load
from wkc.procedures.dossier.search import the_client
from wkc.records.appointment import Appointment
from wkc.records.request import Request
from wkc.rules.requests.request import is_open
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import death as deaths
from wkc.store.letters import notice as notices
from wkc.store.requests import request as requests


class ClientPage(Struct, frozen=True):
    """A dossier with its open requests, the day by which the client is to be notified of it, and appointments."""

    shown: Shown
    requests: tuple[Request, ...]
    notice_due: date | None
    appointments: tuple[Appointment, ...]


def show(session: Session, client_text: str) -> ClientPage:
    """Give the page of one client, found by number, BSN or name."""
    with act(session, "client.show") as action:
        store, dossier = action.store, load(action, the_client(action, client_text))
        client = dossier.client
        shown = Shown(dossier, name_of(store, client), count_term(store, client), deaths.of_client(store, client))
        notice = notices.of_client(store, client)
        return ClientPage(
            shown,
            tuple(one for one in requests.of_client(store, client) if is_open(one)),
            notice.due_on if notice is not None and notice.notified_on is None else None,
            tuple(one for one in appointments.of_client(store, client) if one.outcome is None),
        )
