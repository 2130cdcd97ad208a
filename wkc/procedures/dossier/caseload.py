"""Caseloads: which coach keeps which dossiers (art. 14.1)."""

from dataclasses import dataclass

from wkc.errors.register import CoachUnknown
from wkc.procedures.core.act import Deed, act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.records.user import Role
from wkc.store import client as clients
from wkc.store import user as users


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who now keeps these dossiers, by number."""

    coach: str
    numbers: tuple[str, ...]


def assign(session: Session, text: str, coach: str) -> Assigned:
    """Give one client to a coach."""
    with act(session, "client.assign") as deed:
        _check(deed, coach)
        client = the_client(deed, text)
        clients.assign(deed.store, client, coach)
    return Assigned(coach, (client.number,))


def assign_all(session: Session, of: str, coach: str) -> Assigned:
    """Give the whole caseload of one user to a coach, also when that user has left."""
    with act(session, "client.assign") as deed:
        _check(deed, coach)
        moved = clients.caseload(deed.store, of)
        for client in moved:
            clients.assign(deed.store, deed.about(client), coach)
    return Assigned(coach, tuple(client.number for client in moved))


def _check(deed: Deed, coach: str) -> None:
    user = users.one(deed.store, coach)
    if user is None or user.role is not Role.COACH or user.revoked_at is not None:
        raise CoachUnknown
    deed.details["coach"] = coach
