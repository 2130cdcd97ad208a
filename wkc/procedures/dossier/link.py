"""Linking two dossiers of one person, and undoing it: the older number goes on, the other leads to it (art. 4.2)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct

from wkc.errors.link import (
    DossierLinkedAlready,
    LinkBarred,
    LinkGrown,
    LinkReduced,
    LinkUndecided,
    NotLinked,
    SecretEnds,
    TakeWrong,
)
from wkc.i18n import N_, _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import index_name
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.decided_value import refuse_overwrite
from wkc.procedures.dossier.search import own_number
from wkc.procedures.dossier.two_people import find_both, find_by_number
from wkc.procedures.io.codes import find_code
from wkc.procedures.io.same_value import is_same
from wkc.records.dossier import Client, Entry
from wkc.records.field import Field
from wkc.records.link import Link
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.link import is_older, judge_link
from wkc.store.core import user as users
from wkc.store.dossier import client as clients
from wkc.store.dossier import coverage, kept_entry, two_people
from wkc.store.dossier import entry as entries
from wkc.store.dossier import link as links
from wkc.store.retention import retention

_NEVER = date(9999, 12, 31)
"""The day that the five years of a number are counted from while it leads to another: they never end by themselves."""

_WHY = {
    "twee_burgerservicenummers": N_(
        "each has a burgerservicenummer of its own: two people, unless one is wrong (`wkc client mistake`)"
    ),
    "leidt_al": N_("other numbers lead to the younger one (`wkc client unlink`)"),
    "rest": N_("of one of them only what a duty keeps is left"),
    "overleden": N_("by one of them the client died, by the other not (`wkc client deceased`)"),
    "kennisgeving_open": N_("the notice of the younger one was not sent (`wkc letter notify`)"),
    "terugkeer_open": N_("the return of the younger one after an erasure was not looked at (`wkc client accept`)"),
}
_NOUNS = {
    "entry": N_("values"),
    "assignment": N_("assignments"),
    "contact": N_("contacts"),
    "appointment": N_("appointments"),
    "mandate": N_("mandates"),
    "consent": N_("consents"),
    "release": N_("lifted secrets"),
    "disclosure": N_("disclosures"),
    "report": N_("reports"),
    "break_glass": N_("looks for a reason"),
    "request": N_("requests"),
    "letter": N_("letters"),
    "correction": N_("corrections"),
    "dissent": N_("statements"),
    "mistake": N_("mistakes"),
    "hold": N_("holds"),
    "objection": N_("objections"),
    "supplied": N_("supplied values"),
    "document": N_("documents"),
    "form": N_("forms"),
    "review": N_("reviews of a copy"),
    "death": N_("a death"),
}


class Conflict(Struct, frozen=True):
    """A field that takes one value and has one in each dossier: the values by dossier number."""

    field: Field
    values: Mapping[str, str | None]


class LinkPlan(Struct, frozen=True):
    """Two dossiers before they are linked: which goes on, what comes over, what has to be chosen.

    `comes_over` counts the rows by noun; `names` has the name in each, in the order of `into` and `client`;
    `two_people` tells that they were marked as two people.
    """

    into: Client
    client: Client
    names: tuple[str, str]
    comes_over: Mapping[str, int]
    conflicts: tuple[Conflict, ...]
    two_people: bool


class Linked(Struct, frozen=True):
    """A number that leads to another dossier now, or by itself again; `ended` counts the values that were ended.

    `ahead` is what the numbers of its entries come after in the other.
    """

    into: Client
    client: Client
    ended: int = 0
    ahead: int = 0


def describe_nouns(nouns: Iterable[str]) -> str:
    """Give nouns of rows in the words of the user."""
    return ", ".join(_(_NOUNS[noun]) for noun in nouns)


def plan(session: Session, one: str, other: str) -> LinkPlan:
    """Show what a link would do; errors.LinkItself, DossierLinkedAlready, LinkBarred."""
    with act(session, "client.link") as action:
        action.details["step"] = "prepared"
        into, client = _both(action, one, other)
        names = name_of(action.store, into), name_of(action.store, client)
        conflicts = tuple(_conflicts(action, into, client))
        apart = client.id in two_people.of_client(action.store, into)
        return LinkPlan(into, client, names, links.counts(action.store, client), conflicts, apart)


def link(session: Session, one: str, other: str, takes: Mapping[str, str]) -> Linked:
    """Let the younger of two dossiers lead to the older; `takes` has, by field code, the number whose value goes on.

    Raises what `plan` does, errors.LinkUndecided for a field without a choice, ValueContested or ValueRestricted for a
    value that may not be ended.
    """
    with act(session, "client.link") as action:
        store = action.store
        into, client = _both(action, one, other)
        ends = _ends(action, into, client, takes)
        coverage.note_change(store, into)
        coverage.note_change(store, client)
        links.make(store, client, into, action.now, action.by)
        kept_entry.keep_all(store, into, BY_CODE)
        links.end_entries(store, client, ends, action.now, action.by)
        clients.put_name(store, client, clients.NameKeys(()))
        index_name(store, into)
        entries.mark(store, into, BY_CODE)
        retention.count_from(store, client, _NEVER)
        count_anew(action, into)
        action.details["ended"] = len(ends)
        made = links.of_client(store, client)
        return Linked(into, client, len(ends), made.ahead if made else 0)


def unlink(session: Session, number: str) -> Linked:
    """Let a number be a dossier by itself again; errors.NotLinked, LinkGrown, LinkReduced."""
    with act(session, "client.unlink") as action:
        store = action.store
        linked = _link_of(action, number)
        if coverage.is_reduced(store, linked.into.uuid):
            action.mark_refused("rest")
            raise LinkReduced
        if new := links.new_since(store, linked):
            action.mark_refused("sindsdien_gewijzigd")
            raise LinkGrown(what=describe_nouns(new))
        for client in (linked.into, linked.client):
            action.touch_client(client)
            coverage.note_change(store, client)
        links.undo(store, linked)
        for client in (linked.into, linked.client):
            index_name(store, client)
            entries.mark(store, client, BY_CODE)
            count_anew(action, client)
        coach = users.one(store, linked.client.coach) if linked.client.coach else None
        if coach is not None and coach.revoked_at is not None:
            links.put_coach(store, linked.client, linked.into.coach)
        return Linked(linked.into, linked.client)


def parse_takes(typed: Iterable[str]) -> dict[str, str]:
    """Read the choices of `--take FIELD=NUMBER`; errors.TakeWrong."""
    takes = {}
    for one in typed:
        field, _sign, number = one.partition("=")
        code = find_code(field, BY_CODE)
        if code is None or (read := own_number(number)) is None:
            raise TakeWrong(number="2026-0001")
        takes[code] = read
    return takes


def _both(action: Action, one: str, other: str) -> tuple[Client, Client]:
    """Give the dossier that goes on and the one that will lead to it, judged."""
    pair = find_both(action, one, other)
    for client in pair:
        if led := links.of_client(action.store, client):
            raise DossierLinkedAlready(number=client.number, into=led.into.number)
    into, client = pair if is_older(pair[0].number, pair[1].number) else reversed(pair)
    verdict = judge_link(links.facts(action.store, client), links.facts(action.store, into))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise LinkBarred(why=_(_WHY[verdict.reason]), article=verdict.article)
    return into, client


def _link_of(action: Action, text: str) -> Link:
    """Give the link of a number that leads to another, or of the one number that leads to it."""
    client = find_by_number(action, text)
    joined = links.list_joined(action.store, client)
    linked = links.of_client(action.store, joined[0] if len(joined) == 1 else client)
    if linked is None:
        raise NotLinked(number=client.number)
    return linked


def _conflicts(action: Action, into: Client, client: Client) -> Iterable[Conflict]:
    for field, (one, other) in _beside(action, into, client).items():
        if not field.many and not is_same(field, one[-1].value, other[-1].value or ""):
            yield Conflict(field, {into.number: one[-1].value, client.number: other[-1].value})


def _beside(action: Action, into: Client, client: Client) -> dict[Field, tuple[Sequence[Entry], Sequence[Entry]]]:
    """Give the current values of each field that both dossiers have, in the order of annex I."""
    current = []
    for one in (into, client):
        every = entries.of_client(action.store, one, BY_CODE)
        current.append([entry for entry in every if entry.closed_at is None])
    return {
        field: (ours, theirs)
        for field in BY_CODE.values()
        if (ours := [entry for entry in current[0] if entry.field == field])
        and (theirs := [entry for entry in current[1] if entry.field == field])
    }


def _ends(action: Action, into: Client, client: Client, takes: Mapping[str, str]) -> list[UUID]:
    """Give the values that the link ends: doubles, and in a field that takes one those that were not chosen."""
    ends: list[Entry] = []
    undecided: list[str] = []
    for field, (ours, theirs) in _beside(action, into, client).items():
        if field.many:
            ends += (double for double in theirs if any(_is_double(field, one, double) for one in ours))
        elif _is_double(field, ours[-1], theirs[-1]):
            ends += theirs
        elif (chosen := takes.get(field.code)) in (into.number, client.number):
            kept, ended = (ours, theirs) if chosen == into.number else (theirs, ours)
            _refuse_open_secret(action, field, kept, ended)
            ends += ended
        else:
            undecided.append(field.label)
    if undecided:
        raise LinkUndecided(fields=", ".join(undecided))
    refuse_overwrite(action, ends)
    return [entry.uuid for entry in ends]


def _refuse_open_secret(action: Action, field: Field, kept: Sequence[Entry], ended: Sequence[Entry]) -> None:
    """Refuse to let a secret value give way to one that is not: a release ends a secrecy, not a link (art. 8.2)."""
    if any(one.provenance.geheim for one in ended) and not any(one.provenance.geheim for one in kept):
        action.mark_refused("geheim")
        raise SecretEnds(field=field.label, article="art. 8.2")


def _is_double(field: Field, one: Entry, other: Entry) -> bool:
    """Judge whether two values are the same, their duty of secrecy included."""
    return is_same(field, one.value, other.value or "") and one.provenance.geheim == other.provenance.geheim
