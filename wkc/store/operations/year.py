"""The facts that the figures of a year are counted from: rows, what is left of destroyed ones, lines of the log."""

import json
from collections.abc import Collection
from datetime import date, datetime

import msgspec

from wkc.records.year import CALLER, DestroyedFact, DisclosureFact, MadeYear, RequestFact, YearReport
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("operations/year")


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


def list_refused_callers(store: Store, first: datetime, last: datetime) -> tuple[DisclosureFact, ...]:
    """Give the calls between two instants of callers who are not on file and heard nothing, as refusals."""
    rows = store.all(_Q.callers, first=stamp(first), last=stamp(last))
    return tuple(DisclosureFact(CALLER, row["recipient"], "geweigerd", exceptional=False) for row in rows)


def find_made(store: Store, year: int) -> YearReport | None:
    """Give the figures of a year as they were made, if they were."""
    reports = [msgspec.json.decode(row["report"], type=YearReport) for row in store.all(_Q.made, year=year)]
    return reports[0] if reports else None


def make(store: Store, report: YearReport, by: str) -> None:
    """Keep the figures of a year: they are made."""
    made = msgspec.json.encode(report).decode()
    store.run(_Q.make, year=report.year, report=made, made_at=stamp(report.made_at), made_by=by)


def list_made(store: Store) -> tuple[MadeYear, ...]:
    """Give the figures of every year that was made, as they are kept."""
    return tuple(
        MadeYear(row["year"], row["report"], row["made_at"], row["made_by"]) for row in store.all(_Q.every_made)
    )


def put_back(store: Store, made: MadeYear) -> None:
    """Keep the figures of a year as another register has them."""
    store.run(_Q.put_back, year=made.year, report=made.report, made_at=made.made_at, made_by=made.made_by)


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
    rows = store.all(_Q.lines, first=stamp(first), last=stamp(last), actions=json.dumps(sorted(actions)))
    return tuple(
        (row["seq"], moment(row["at"]), row["action"], row["outcome"], json.loads(row["details"])) for row in rows
    )


def list_reviewed(store: Store) -> frozenset[int]:
    """Give the lines of looks outside a caseload that were looked over."""
    return frozenset(row["line"] for row in store.all(_Q.reviewed) if row["line"] is not None)
