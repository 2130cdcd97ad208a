"""Accepting that somebody who was erased at the own request is on file again (art. 12.1; AVG 17)."""

from datetime import date

from msgspec import Struct

from wkc.errors.register import NothingToAccept
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.records.dossier import Client
from wkc.store.retention import erased


class Accepted(Struct, frozen=True):
    """A client whose dossier stays though they were erased before, and the day of that decision."""

    client: Client
    on: date


def accept(session: Session, client_text: str) -> Accepted:
    """Write down that the beheerder looked and that the dossier stays; errors.NothingToAccept."""
    with act(session, "client.accept") as action:
        client = the_client(action, client_text)
        if not erased.accept(action.store, client, action.today, action.by):
            raise NothingToAccept
        return Accepted(client, action.today)
