"""Caseloads: which coach keeps which dossiers (art. 14.1)."""

from collections.abc import Sequence

from msgspec import Struct

from wkc.errors.register import ClientAmbiguous, ClientUnknown, CoachUnknown, UserUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.records.dossier import Client
from wkc.records.user import Role
from wkc.store.core import user as users
from wkc.store.dossier import client as clients


class Assigned(Struct, frozen=True):
    """The coach who keeps these dossiers from now on, by number."""

    coach: str
    numbers: tuple[str, ...]


def assign(session: Session, client_texts: Sequence[str], coach: str) -> Assigned:
    """Give clients to a coach, all of them or none; errors.ClientUnknown and ClientAmbiguous name the place of one."""
    with act(session, "client.assign") as action:
        _check(action, coach)
        listed = (_find_in_place(action, client_texts, place) for place in range(len(client_texts)))
        moved = {client.number: client for client in listed}
        for client in moved.values():
            clients.assign(action.store, client, coach)
    return Assigned(coach, tuple(moved))


def assign_all(session: Session, of: str | None, coach: str) -> Assigned:
    """Give the whole caseload of one user to a coach, also when that user has left; of None, who have no coach yet.

    errors.UserUnknown, CoachUnknown.
    """
    with act(session, "client.assign") as action:
        _check(action, coach)
        if of is not None and users.one(action.store, of) is None:
            raise UserUnknown
        moved = clients.list_without_coach(action.store) if of is None else clients.caseload(action.store, of)
        for client in moved:
            clients.assign(action.store, action.touch_client(client), coach)
    return Assigned(coach, tuple(client.number for client in moved))


def _find_in_place(action: Action, client_texts: Sequence[str], place: int) -> Client:
    try:
        return the_client(action, client_texts[place])
    except (ClientUnknown, ClientAmbiguous) as error:
        if len(client_texts) > 1:
            error.facts["place"] = place + 1
        raise


def _check(action: Action, coach: str) -> None:
    user = users.one(action.store, coach)
    if user is None or user.role is not Role.COACH or user.revoked_at is not None:
        raise CoachUnknown
    action.details["coach"] = coach
