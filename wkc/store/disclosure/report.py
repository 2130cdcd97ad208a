"""Reports to opdrachtgevers (art. 8.1): drafts with sealed words, and what went out."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec import Struct

from wkc.records.disclosure import Disclosure
from wkc.records.dossier import Assignment, Client
from wkc.records.report import NewReport, Report, ReportKind, SentReport
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, moment_or_none, stamp

_Q = queries("disclosure/report")
_AGREED, _WORDS = "report.agreed", "report.words"


class AskedReport(Struct, frozen=True):
    """An assignment on which reports are asked for, every so many months, with those that went out."""

    client: str
    party: str
    reference: str
    from_on: date
    until_on: date | None
    months: int
    sent: tuple[SentReport, ...]


def add(store: Store, client: Client, draft: NewReport, at: datetime, by: str) -> None:
    """Keep a draft, its words sealed."""
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        client=client.id,
        assignment=draft.assignment.uuid.bytes,
        from_on=draft.from_on.isoformat(),
        until_on=draft.until_on.isoformat(),
        kind=draft.kind.value,
        channel=draft.channel,
        ground=draft.ground,
        law=draft.law,
        citation=draft.citation,
        covers_bsn=draft.covers_bsn,
        sealed_agreed=store.seal(draft.agreed, client.uuid, uuid, _AGREED),
        sealed_words=store.seal(draft.words, client.uuid, uuid, _WORDS),
        at=stamp(at),
        by=by,
    )


def of_client(store: Store, client: Client) -> tuple[Report, ...]:
    """Give the reports of one client, drafts too, oldest first."""
    return tuple(_report(store, client, row) for row in store.all(_Q.of_client, client=client.id))


def put_disclosure(store: Store, report: Report, disclosure: Disclosure) -> None:
    """Write down the disclosure by which a draft goes, or waits for the beheerder."""
    store.run(_Q.put_disclosure, id=report.id, disclosure=disclosure.uuid.bytes)


def finish(store: Store, report: Report, sha256: bytes, at: datetime, by: str) -> bool:
    """Write down that a report went out, and take its words away; False when it went already."""
    return store.run(_Q.finish, id=report.id, sha256=sha256, at=stamp(at), by=by) == 1


def finish_printed(store: Store, before: datetime, at: datetime, by: str) -> int:
    """Write down as sent what was printed before a moment, and take its words away; give how many reports."""
    return store.run(_Q.finish_printed, before=stamp(before), at=stamp(at), by=by)


def list_shown(store: Store, disclosure: Disclosure) -> frozenset[UUID] | None:
    """List the contacts that a report showed: each print under a disclosure shows what the first did, or less.

    None before the first print, and of one that an older wkc made, of which the log does not say.
    """
    first = store.one(_Q.first_print, client=disclosure.client.uuid.bytes, disclosure=disclosure.uuid.hex)
    if first is None or first["contacts"] is None:
        return None
    return frozenset(map(UUID, json.loads(first["contacts"])))


def has_shown(store: Store, disclosure: Disclosure, contact: UUID) -> bool:
    """Tell whether a report showed a contact, or may have done so as the log does not say."""
    shown = list_shown(store, disclosure)
    return shown is None or contact in shown


def drop(store: Store, report: Report) -> bool:
    """Throw a draft away; False when it went out meanwhile."""
    return store.run(_Q.drop_draft, id=report.id) == 1


def list_asked(store: Store, since: date, coach: str | None) -> Iterator[AskedReport]:
    """Give the assignments that run, or ended since a day, on which a party asks for reports."""
    for row in list(store.all(_Q.asked, since=since.isoformat(), coach=coach)):
        sent = tuple(
            SentReport(date.fromisoformat(one["until_on"]), ReportKind(one["kind"]))
            for one in store.all(_Q.sent, assignment=row["id"])
        )
        yield AskedReport(
            row["client_number"],
            row["party_name"],
            row["reference"],
            date.fromisoformat(row["from_on"]),
            day_or_none(row["until_on"]),
            row["report_months"],
            sent,
        )


def _report(store: Store, client: Client, row: Any) -> Report:
    uuid = UUID(bytes=row["uuid"])
    assignment = Assignment(
        UUID(bytes=row["assignment_uuid"]),
        parties.of_row(row),
        row["reference"],
        date.fromisoformat(row["assignment_from"]),
        day_or_none(row["assignment_until"]),
        moment(row["assignment_at"]),
        row["assignment_by"],
    )
    return Report(
        assignment,
        date.fromisoformat(row["from_on"]),
        date.fromisoformat(row["until_on"]),
        ReportKind(row["kind"]),
        row["channel"],
        row["ground"],
        row["law"],
        row["citation"],
        bool(row["covers_bsn"]),
        store.open(row["sealed_agreed"], client.uuid, uuid, _AGREED),
        store.open(row["sealed_words"], client.uuid, uuid, _WORDS),
        id=row["id"],
        uuid=uuid,
        has_words=row["sealed_words"] is not None or row["sealed_agreed"] is not None,
        recorded_at=moment(row["recorded_at"]),
        recorded_by=row["recorded_by"],
        disclosure=row["disclosure"],
        final_at=moment_or_none(row["final_at"]),
        final_by=row["final_by"],
        sha256=row["sha256"],
        printed_at=moment_or_none(row["printed_at"]),
    )
