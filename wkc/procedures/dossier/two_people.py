"""Two dossiers by their own numbers, and that they are of two people (art. 4.2)."""

from msgspec import Struct

from wkc.errors.link import LinkItself
from wkc.errors.register import ClientUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import dossier_number
from wkc.records.dossier import Client
from wkc.store.dossier import link as links
from wkc.store.dossier import two_people


class TwoPeople(Struct, frozen=True):
    """Two dossiers that are of two people."""

    one: Client
    other: Client


def keep_apart(session: Session, one: str, other: str) -> TwoPeople:
    """Write down that two dossiers are of two people: nobody is asked again; errors.LinkItself, ClientUnknown."""
    with act(session, "client.link") as action:
        action.details["step"] = "two_people"
        pair = find_both(action, one, other)
        two_people.add(action.store, *pair, action.now, action.by)
        return TwoPeople(*pair)


def find_both(action: Action, one: str, other: str) -> tuple[Client, Client]:
    """Give two dossiers by their own numbers; errors.LinkItself, ClientUnknown."""
    pair = find_by_number(action, one), find_by_number(action, other)
    if pair[0] == pair[1]:
        raise LinkItself
    for client in pair:
        action.touch_client(client)
    return pair


def find_by_number(action: Action, text: str) -> Client:
    """Give the dossier that has a number, also when it leads to another; errors.ClientUnknown."""
    number = dossier_number(action, text)
    client = links.by_own_number(action.store, number) if number else None
    if client is None:
        raise ClientUnknown
    return client
