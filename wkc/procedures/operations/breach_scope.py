"""Art. 14.2, AVG 33.3.a: the people whom a breach reached, by number, from the log, or all in a lost copy of a day."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from msgspec import Struct

from wkc.errors.breach import ScopeMissing
from wkc.errors.register import UserUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import list_held_categories
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.procedures.operations.breach_view import BreachView, find_open, view
from wkc.procedures.operations.moments import parse_past_moment
from wkc.records.breach import Breach
from wkc.records.dossier import Client
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.regulation import breach as rules
from wkc.store.core import user as users
from wkc.store.document import document as documents
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import party_profile as profiles
from wkc.store.dossier.client import Window
from wkc.store.operations import breach as breaches
from wkc.store.retention import destruction
from wkc.store.store import Store


class ScopeInput(Struct, frozen=True):
    """The people whom a breach reached: named dossiers, all that a user saw since a moment, or a copy of a day."""

    clients: Sequence[str] = ()
    user: str | None = None
    since: str | None = None
    copy_of: str | None = None


class _Reached(NamedTuple):
    """The people whom a breach reached: those on file, and those whose dossier is destroyed, by uuid."""

    clients: Collection[Client]
    gone: Collection[UUID] = ()


def scope(session: Session, number: str, typed: ScopeInput) -> BreachView:
    """Add whom a breach reached, in the categories that were there to see, and the opdrachtgevers to notify.

    errors.ScopeMissing, UserUnknown, ClientUnknown, BreachUnknown, BreachClosed.
    """
    with act(session, "breach.scope") as action:
        breach = find_open(action, number)
        people, gone = _reach(action, breach, typed)
        for client in people:
            action.touch_client(client)
            breaches.add_person(action.store, breach, client, _list_categories(action.store, client) or {1})
            for assignment in assignments.of_client(action.store, client):
                hours = profiles.one(action.store, assignment.party).breach_hours
                breaches.add_party(action.store, breach, assignment.party, rules.party_until(breach.known_at, hours))
        breaches.add_gone(action.store, breach, gone)
        action.details |= {"count": len(people), "gone": len(gone), **_explain(action, typed)}
        return view(action, breach.number)


def _explain(action: Action, typed: ScopeInput) -> dict[str, str]:
    """Give what the log keeps of how a scope was made (AVG 33.5): whose looks since when, or the day of a copy."""
    if typed.user is not None and typed.since is not None:
        return {"user": _find_user(action, typed.user), "since": parse_past_moment(typed.since, action.now).isoformat()}
    if typed.copy_of is not None:
        return {"copy_of": fields.past_day_or_today(typed.copy_of, action.today).isoformat()}
    return {}


def _list_categories(store: Store, client: Client) -> frozenset[int]:
    """Give the categories of annex I of all that a dossier has: values, papers, words on the guidance."""
    papers = (one.field.category for one in documents.of_client(store, client, BY_CODE) if one.field is not None)
    words = {BY_CODE["begeleiding"].category} if breaches.has_words(store, client) else frozenset()
    return list_held_categories(store, client).union(papers, words)


def _reach(action: Action, breach: Breach, typed: ScopeInput) -> _Reached:
    """Give the people whom a breach reached, by the one way that was typed."""
    if [bool(typed.clients), typed.user is not None, typed.copy_of is not None].count(True) != 1:
        raise ScopeMissing
    if typed.clients:
        return _Reached([the_client(action, text) for text in typed.clients])
    if typed.user is not None:
        if typed.since is None:
            raise ScopeMissing
        first = parse_past_moment(typed.since, action.now)
        last = breach.until_at or action.now
        subjects = breaches.seen_since(action.store, _find_user(action, typed.user), first, last)
        by_uuid = {uuid: destruction.by_uuid(action.store, uuid) for uuid in subjects}
        on_file = [client for client in by_uuid.values() if client is not None]
        return _Reached(on_file, [uuid for uuid, client in by_uuid.items() if client is None])
    day = fields.past_day_or_today(typed.copy_of or "", action.today)
    on_file = [one for one in clients.page(action.store, Window(-1, 0, None)) if one.registered_on <= day]
    return _Reached(on_file, breaches.list_gone(action.store, _last_second(day), day))


def _find_user(action: Action, typed: str) -> str:
    """Give the USER ID of somebody who was ever designated, as it is on file; errors.UserUnknown."""
    user = users.one(action.store, typed.strip().lower())
    if user is None:
        raise UserUnknown
    return user.user_id


def _last_second(day: date) -> datetime:
    """Give the last second of a day in the Netherlands: a copy may be of any hour of it."""
    return datetime.combine(day + timedelta(days=1), time(), amsterdam()).astimezone(UTC) - timedelta(seconds=1)
