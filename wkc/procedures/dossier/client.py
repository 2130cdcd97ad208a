"""Clients: looking one up, a page of them, and the whole dossier (art. 7: each look leaves an audit line)."""

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import first_value, name_of
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import matching_widely, the_client
from wkc.records.death import Death
from wkc.records.dossier import Client, Dossier, Hold, Term
from wkc.records.mistake import Mistake, MistakeNoun
from wkc.records.rights import Mandate
from wkc.rules.dossier.field import BY_CODE, place_of
from wkc.rules.retention.contact import RESTARTS
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import death as deaths
from wkc.store.dossier import entry as entries
from wkc.store.dossier import hold as holds
from wkc.store.dossier import link as links
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier.client import Window
from wkc.store.requests import mistake as mistakes
from wkc.store.store import Store

PAGE = 20
PLAIN = frozenset({MistakeNoun.CONTACT, MistakeNoun.AFSPRAAK})
"""Rows of which every user sees that they were there."""


class Summary(Struct, frozen=True):
    """A client on a page of results: enough to pick the right one, and no more."""

    client: Client
    name: str
    born: str | None
    town: str | None


class Page(Struct, frozen=True):
    """One page of results, at most PAGE of them, and whether there is another."""

    number: int
    clients: tuple[Summary, ...]
    more: bool


class NearPage(Struct, frozen=True):
    """Clients whose name is near the one that nobody has, at most PAGE of them."""

    clients: tuple[Summary, ...]
    near: bool


class Shown(Struct, frozen=True):
    """A whole dossier, with its name as one line, how long it is kept, and who acts for the client today.

    `joined` has the numbers that lead to it.
    """

    dossier: Dossier
    name: str
    term: Term
    death: Death | None = None
    representatives: tuple[Mandate, ...] = ()
    joined: tuple[str, ...] = ()


def show(session: Session, client_text: str) -> Shown:
    """Give the dossier of one client, found by number, BSN or name."""
    with act(session, "client.show") as action:
        client = the_client(action, client_text)
        dossier = load(action, client)
        return Shown(
            dossier,
            name_of(action.store, dossier.client),
            count_term(action.store, dossier.client),
            deaths.of_client(action.store, dossier.client),
            _list_representatives(action, client),
            tuple(one.number for one in links.list_joined(action.store, client)),
        )


def _list_representatives(action: Action, client: Client) -> tuple[Mandate, ...]:
    """Give the mandates in force today; what reads a date of birth is loaded only for a client who has any."""
    if not mandates.of_client(action.store, client):
        return ()
    from wkc.procedures.dossier.mandate import list_in_force, narrow_reach

    return tuple(narrow_reach(action, mandate) for mandate in list_in_force(action, client, action.today))


def find(session: Session, client_text: str, number: int = 1) -> Page | NearPage:
    """Give a page of the clients that a search term fits; a reason to look outside the caseload shows one only.

    When nobody fits, those whose name is near it.
    """
    with act(session, "client.find") as action:
        action.details["page"] = number
        if action.has_reason:  # Others whom the term fits, as by the town they live in, stay out of reach.
            return _page(action, 1, (the_client(action, client_text),))
        exact = matching_widely(action, client_text, PAGE + 1, (number - 1) * PAGE)
        if exact or number > 1:
            return _page(action, number, exact)
        from wkc.procedures.dossier.near_names import near

        page = _page(action, number, near(action, client_text, PAGE))
        return NearPage(page.clients, near=True) if page.clients else page


def every(session: Session, number: int = 1) -> Page:
    """Give a page of all clients, in the order in which they came."""
    with act(session, "client.list") as action:
        action.details["page"] = number
        from wkc.store.operations.listed import count_clients

        action.tell_total(lambda: count_clients(action.store, action.caseload_filter))
        return _page(
            action, number, clients.page(action.store, Window(PAGE + 1, (number - 1) * PAGE, action.caseload_filter))
        )


def load(action: Action, client: Client) -> Dossier:
    """Read all of one client that the acting user may see, and whether anything is withheld beside it."""
    store = action.store
    every = sorted(entries.of_client(store, client, BY_CODE), key=lambda entry: place_of(entry.field))
    seen = tuple(entry for entry in every if action.can_see(entry.field.field_class))
    closed = entries.closed_to(store, client) is not None
    current = closed or any(entry.closed_at is None and not action.can_see(entry.field.field_class) for entry in every)
    return Dossier(
        client,
        seen if action.can_see_all else tuple(replace(entry, number=0) for entry in seen),
        assignments.of_client(store, client),
        contacts.of_client(store, client, RESTARTS),
        bool(seen) and current,
        _list_holds(action, client),
        _list_mistakes(action, client),
    )


def _list_mistakes(action: Action, client: Client) -> tuple[Mistake, ...]:
    """Give the rows that were taken back, without those that reveal what the acting user may not see."""
    listed = mistakes.of_client(action.store, client, BY_CODE)
    if action.can_see_all:
        return listed
    return tuple(one for one in listed if one.noun in PLAIN)


def list_held_categories(store: Store, client: Client) -> frozenset[int]:
    """Give the categories of annex I of a client's current values; for a user who can open all of them."""
    every = entries.of_client(store, client, BY_CODE)
    return frozenset(entry.field.category for entry in every if entry.closed_at is None)


def _list_holds(action: Action, client: Client) -> tuple[Hold, ...]:
    """Give the holds without the categories that the acting user may not see; one that keeps no other is left out."""
    listed = holds.of_client(action.store, client)
    if action.can_see_all:
        return listed
    seen = action.visible_categories
    return tuple(replace(hold, categories=hold.categories & seen) for hold in listed if hold.categories & seen)


def _page(action: Action, number: int, listed: tuple[Client, ...]) -> Page:
    summaries = tuple(
        Summary(
            action.touch_client(client),
            name_of(action.store, client),
            first_value(action.store, client, "geboortedatum"),
            first_value(action.store, client, "woonplaats"),
        )
        for client in listed[:PAGE]
    )
    return Page(number, summaries, len(listed) > PAGE)
