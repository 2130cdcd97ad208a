"""Parties on file: opdrachtgevers, instanties, werkgevers and derden."""

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.disclosure import BodyWrong
from wkc.errors.party import PartyNameWrong
from wkc.errors.register import (
    PartyAmbiguous,
    PartyExists,
    PartyKindNotPermitted,
    PartyUnknown,
    PartyWrong,
)
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes
from wkc.procedures.io.text import normal_name, plain_text
from wkc.records.party import Party, PartyProfile
from wkc.rules.access.permission import can_add_party
from wkc.rules.disclosure.annex import BODIES
from wkc.store.dossier import party as parties
from wkc.store.dossier import party_profile as profiles

KINDS = ("opdrachtgever", "instantie", "werkgever", "derde")

BODY_KINDS = ("instantie", "opdrachtgever")
"""Kinds that a body of annex III or art. 8.3 may have: a Sociale Dienst is often the opdrachtgever besides."""


class PartyShown(Struct, frozen=True):
    """A party with the number of clients it supplied, and its profile."""

    party: Party
    clients: int
    profile: PartyProfile


def parse_name(typed: str) -> str:
    """Check the name of a party: a line with a letter or a digit in it; errors.PartyNameWrong."""
    name = plain_text(typed)
    if not any(map(str.isalnum, name)):
        raise PartyNameWrong
    return name


def add(session: Session, name: str, kind: str, body: str | None = None) -> Party:
    """Put a party on file; its name, without accents and case, is its own. `body` is the one of art. 8 that it is."""
    kind = codes.parse_code(kind, KINDS)
    body = None if body is None else _body_of(kind, body)
    name_as_typed = parse_name(name)
    key = normal_name(name_as_typed)
    with act(session, "party.add") as action:
        if not can_add_party(action.user.role, kind):
            action.refuse("niet_opgedragen", PartyKindNotPermitted)
        if any(normal_name(party.name) == key for party in parties.by_prefix(action.store, key)):
            raise PartyExists
        party = parties.add(action.store, name_as_typed, key, kind, body, action.now, action.by)
        action.details |= {"party": party.uuid.hex, "kind": kind} | ({"body": body} if body else {})
    return party


def set_body(session: Session, name: str, body: str) -> Party:
    """Set the body of annex III or art. 8.3 that a party on file is."""
    with act(session, "party.body") as action:
        party = by_name(action, name)
        body = _body_of(party.kind, body)
        parties.set_body(action.store, party, body)
        action.details |= {"party": party.uuid.hex, "body": body}
    return replace(party, body=body)


def _body_of(kind: str, typed: str) -> str:
    """Give the body of art. 8 that a party of this kind is; errors.KindUnknown, BodyWrong."""
    body = codes.parse_code(typed, BODIES)
    if kind not in BODY_KINDS:
        raise BodyWrong
    return body


def every(session: Session) -> tuple[Party, ...]:
    """Give all parties, by name."""
    with act(session, "party.list") as action:
        return parties.every(action.store)


def show(session: Session, name: str) -> PartyShown:
    """Give one party by its name or the beginning of it."""
    with act(session, "party.show") as action:
        party = by_name(action, name)
        return PartyShown(party, parties.count_clients(action.store, party), profiles.one(action.store, party))


def by_name(action: Action, name: str) -> Party:
    """Find the one party with this name, or the only one whose name begins so."""
    key = normal_name(name)
    matches = parties.by_prefix(action.store, key)
    exact = [party for party in matches if normal_name(party.name) == key]
    if not matches or not key:
        raise PartyUnknown
    if len(matches) > 1 and not exact:
        raise PartyAmbiguous(count=len(matches))
    return (exact or list(matches))[0]


def find_opdrachtgever(action: Action, name: str) -> Party:
    """Find the opdrachtgever of this name: only they supply clients (art. 3)."""
    party = by_name(action, name)
    if party.kind != "opdrachtgever":
        raise PartyWrong
    return party
