"""Profiles of parties: postal address, role beside the office, agreement (art. 3; AVG 26 and 28)."""

from datetime import date, datetime
from typing import Any

from wkc.records.party import Party, PartyProfile
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, stamp

_Q = queries("dossier/party_profile")
_COLUMNS: tuple[str, ...] = PartyProfile.__struct_fields__
_DAYS = ("agreed_on", "agreed_until")


def put(store: Store, party: Party, profile: PartyProfile, at: datetime, by: str) -> None:
    """Keep the profile of a party in place of the one before."""
    known: dict[str, Any] = {name: getattr(profile, name) for name in _COLUMNS}
    known |= {name: known[name] and known[name].isoformat() for name in _DAYS}
    store.run(_Q.put, party=party.id, at=stamp(at), by=by, **known)


def one(store: Store, party: Party) -> PartyProfile:
    """Give the profile of a party, an empty one where none is on file."""
    row = store.one(_Q.one, party=party.id)
    if row is None:
        return PartyProfile()
    known: dict[str, Any] = {name: row[name] for name in _COLUMNS}
    return PartyProfile(**known | {name: day_or_none(row[name]) for name in _DAYS})


def ending(store: Store, first: date, last: date) -> tuple[tuple[str, date], ...]:
    """Give the parties whose agreement ends between two days, by name and day, soonest first."""
    rows = store.all(_Q.ending, first=first.isoformat(), last=last.isoformat())
    return tuple((row["name"], date.fromisoformat(row["agreed_until"])) for row in rows)
