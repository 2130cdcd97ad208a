"""The facts that the figures of a year are counted from: rows, what is left of destroyed ones, lines of the log."""

import json
from collections.abc import Collection
from datetime import date, datetime

from wkc.records.year import DestroyedFact, DisclosureFact, RequestFact
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("year")


def list_requests(store: Store, first: date, last: date) -> tuple[RequestFact, ...]:
    """Give the requests of people that came in between two days, each answered once: none that joined another."""
    return tuple(
        RequestFact(
            row["kind"],
            date.fromisoformat(row["received_on"]),
            day_or_none(row["asked_on"]),
            day_or_none(row["identified_on"]),
            day_or_none(row["extended_on"]),
            day_or_none(row["told_on"]),
            row["decision"],
            row["refusal"],
            row["state"],
        )
        for row in store.all(_Q.requests, first=first.isoformat(), last=last.isoformat())
    )


def list_disclosures(store: Store, first: date, last: date) -> tuple[DisclosureFact, ...]:
    """Give the disclosures between two days, refused ones too."""
    return tuple(
        DisclosureFact(row["ground"], row["recipient"], row["outcome"], bool(row["exceptional"]))
        for row in store.all(_Q.disclosures, first=first.isoformat(), last=last.isoformat())
    )


def list_destroyed(store: Store, last: date) -> tuple[DestroyedFact, ...]:
    """Give the dossiers that were destroyed as a whole up to a day, each once."""
    return tuple(
        DestroyedFact(row["reason"], day_or_none(row["since_on"]), date.fromisoformat(row["on_date"]))
        for row in store.all(_Q.destroyed, last=last.isoformat())
    )


def list_registered(store: Store) -> tuple[datetime, ...]:
    """Give the instant at which each dossier was made that there ever was, destroyed ones too."""
    return tuple(moment(row["at"]) for row in store.all(_Q.registered))


def list_lines(
    store: Store, first: datetime, last: datetime, actions: Collection[str]
) -> tuple[tuple[int, datetime, str, str, dict[str, object]], ...]:
    """Give the lines of these actions between two instants, and all looks outside a caseload.

    Of each the number, the instant, the action, the outcome and the details.
    """
    found = store.all(_Q.lines, first=stamp(first), last=stamp(last), actions=json.dumps(sorted(actions)))
    return tuple(
        (row["seq"], moment(row["at"]), row["action"], row["outcome"], json.loads(row["details"])) for row in found
    )


def list_reviewed(store: Store) -> frozenset[int]:
    """Give the lines of looks outside a caseload that were looked over."""
    return frozenset(row["line"] for row in store.all(_Q.reviewed) if row["line"] is not None)
