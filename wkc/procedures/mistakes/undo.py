"""Art. 12.1 and 14.2: the last change of a user that can be taken back as a mistake."""

from msgspec import Struct

from wkc.errors.mistake import NothingToUndo
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.mistakes.mistake import MistakeInput, gather_facts
from wkc.procedures.requests.dossier_row import DossierRow, list_rows
from wkc.records.dossier import Client
from wkc.records.mistake import RowChange
from wkc.rules.access.permission import may
from wkc.rules.dossier.mistake import TAKEN_BACK, WITHIN, can_undo, judge_mistake
from wkc.store.core import audit
from wkc.store.retention import destruction

MOST = 50
"""The most dossiers, of those that a user worked in last, that are searched: an import touches thousands."""


class LastChange(Struct, frozen=True):
    """The last change of a user that can be taken back: whose dossier it is in, and what it says, in words.

    `registered` tells that it came with the registration of the client; `may_destroy` that this user may end that.
    """

    client: Client
    change: RowChange
    summary: str
    registered: bool = False
    may_destroy: bool = False


def find(session: Session) -> LastChange:
    """Give the last change of the acting user that can be taken back; errors.NothingToUndo."""
    with act(session, "client.mistake") as action:
        action.details["step"] = "sought"
        rows = [(client, row) for client in _clients(action) for row in _rows(action, client)]
        if not rows:
            raise NothingToUndo
        client, row = max(rows, key=lambda one: (one[1].change.recorded_at, one[1].change.number))
        action.touch_client(client)
        at = audit.registered_at(action.store, client, action.by, action.now - WITHIN)
        registered = at is not None and row.change.recorded_at <= at
        return LastChange(
            client, row.change, row.summary, registered, may(action.user, "client.destroy", client).allowed
        )


def name_row(last: LastChange, reason: str) -> MistakeInput:
    """Name the row of a last change, to be taken back for a reason."""
    return MistakeInput(last.change.noun, last.change.uuid, reason)


def _clients(action: Action) -> list[Client]:
    """Give the clients that the acting user did something with within a day, and may still see."""
    subjects = audit.subjects_since(action.store, action.by, action.now - WITHIN, MOST)
    clients = (destruction.by_uuid(action.store, uuid) for uuid in subjects)
    return [client for client in clients if client is not None and action.caseload_filter in {None, client.coach}]


def _rows(action: Action, client: Client) -> list[DossierRow]:
    """Give the rows of a client that the acting user may take back."""
    own = [
        row
        for noun in TAKEN_BACK
        for row in list_rows(action, client, noun)
        if can_undo(row.change, action.by, action.now)
    ]
    return [row for row in own if judge_mistake(gather_facts(action, client, row)).allowed]
