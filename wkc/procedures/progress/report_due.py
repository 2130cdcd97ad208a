"""Reports that are due, by the agreement with each opdrachtgever (art. 8.1)."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import touch_listed
from wkc.records.report import ReportDue
from wkc.rules.progress.report import LATE, list_due
from wkc.store.disclosure import report as reports


class DueReport(Struct, frozen=True):
    """A report that is due, for which client (by dossier number), to whom, on which assignment."""

    client: str
    party: str
    reference: str
    due: ReportDue


class DueReports(Struct, frozen=True):
    """The reports that are due as seen on a day, soonest first."""

    today: date
    reports: tuple[DueReport, ...]


def due(session: Session) -> DueReports:
    """Give the reports that are due within two weeks or late, of the own caseload or of everybody."""
    with act(session, "report.due") as action:
        listed = sorted(collect(action, action.caseload_filter), key=lambda one: (one.due.due_on, one.client))
        touch_listed(action, (one.client for one in listed))
        return DueReports(action.today, tuple(listed))


def collect(action: Action, coach: str | None) -> Iterator[DueReport]:
    """Give what is due on each assignment of a party that asks for reports."""
    for one in reports.list_asked(action.store, action.today - LATE, coach):
        for report in list_due(one.from_on, one.until_on, one.months, one.sent, action.today):
            yield DueReport(one.client, one.party, one.reference, report)
