"""Reports on progress: drafted in the coach's own words, shown, listed, thrown away (art. 8.1)."""

from datetime import date

from msgspec import Struct

from wkc.errors.disclosure import ConditionWrong
from wkc.errors.report import GroundMixed, PeriodBeforeAssignment, ReportPending, ReportRefused, ReportUnknown
from wkc.errors.rights import PeriodBackwards
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.input import LAW_CODES
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.progress.assignment import find_assignment
from wkc.procedures.progress.report_facts import CONSENT, GOAL, STATUTE, JudgedReport, judge_report
from wkc.records.disclosure import Allowance, Judgement
from wkc.records.dossier import Assignment, Client
from wkc.records.report import Finding, NewReport, Report, ReportKind, SentReport
from wkc.rules.disclosure.judge import find_deciding_step
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.progress.report import is_of_assignment, next_period
from wkc.sentences.disclosure_reason import REASONS
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports

CHANNELS: tuple[str, ...] = ("brief", "e_mail", "portaal")


class ReportInput(Struct, frozen=True):
    """A report as typed: opdrachtgever, period, own words, and the ground if it is another than the goal."""

    party: str
    reference: str | None = None
    first: str | None = None
    last: str | None = None
    is_end: bool = False
    channel: str = "brief"
    consent: bool = False
    law: str | None = None
    citation: str | None = None
    covers_bsn: bool = False
    agreed: str | None = None
    words: str | None = None


class DraftedReport(Struct, frozen=True):
    """A draft with its judgement: `findings` are the values in its text that may not go."""

    client: Client
    report: Report
    judgement: Judgement
    findings: tuple[Finding, ...]


class Reports(Struct, frozen=True):
    """The reports of one client, drafts too, oldest first."""

    client: Client
    reports: tuple[Report, ...]


def draft(session: Session, client_text: str, report_input: ReportInput) -> DraftedReport:
    """Draft a report in place of the draft that there was; refused outright where nothing may go."""
    checked = _check_input(report_input)
    with act(session, "report.draft") as action:
        client = the_client(action, client_text)
        assignment = find_assignment(action, client, checked.party, checked.reference)
        _clear_draft(action, client, assignment)
        new = _new(action, client, assignment, checked)
        reports.add(action.store, client, new, action.now, action.by)
        report = find_draft(action, client, assignment)
        judged = judge_report(action, client, report)
        action.details |= {"assignment": assignment.uuid.hex, "findings": len(judged.findings)}
        refuse_outright(action, judged)
    return DraftedReport(client, report, judged.judgement, judged.findings)


def show(session: Session, client_text: str, party: str, reference: str | None) -> DraftedReport:
    """Give a draft with its judgement of today."""
    with act(session, "report.show") as action:
        client = the_client(action, client_text)
        report = find_draft(action, client, find_assignment(action, client, party, reference))
        judged = judge_report(action, client, report)
    return DraftedReport(client, report, judged.judgement, judged.findings)


def every(session: Session, client_text: str) -> Reports:
    """Give the reports of one client."""
    with act(session, "report.list") as action:
        client = the_client(action, client_text)
        return Reports(client, reports.of_client(action.store, client))


def drop(session: Session, client_text: str, party: str, reference: str | None) -> Reports:
    """Throw a draft away; a disclosure that was logged for it stays in the log."""
    with act(session, "report.drop") as action:
        client = the_client(action, client_text)
        reports.drop(action.store, find_draft(action, client, find_assignment(action, client, party, reference)))
        return Reports(client, reports.of_client(action.store, client))


def find_draft(action: Action, client: Client, assignment: Assignment) -> Report:
    """Find the draft on an assignment; errors.ReportUnknown."""
    draft = _draft(action, client, assignment)
    if draft is None:
        raise ReportUnknown
    return draft


def refuse_outright(action: Action, judged: JudgedReport) -> None:
    """Refuse a report that art. 8 bars as a whole, as to a former opdrachtgever; errors.ReportRefused."""
    if judged.judgement.outcome is Allowance.GEWEIGERD:
        step = find_deciding_step(judged.judgement.steps)
        action.mark_refused(step.reason)
        raise ReportRefused(reason=_(REASONS[step.reason].staff), article=step.article)


def list_sent_on(action: Action, client: Client, assignment: Assignment) -> list[SentReport]:
    """Give the reports that went out on an assignment."""
    return [
        SentReport(one.until_on, one.kind)
        for one in reports.of_client(action.store, client)
        if one.assignment.uuid == assignment.uuid and one.final_at is not None
    ]


def _draft(action: Action, client: Client, assignment: Assignment) -> Report | None:
    listed = reports.of_client(action.store, client)
    return next((one for one in listed if one.assignment.uuid == assignment.uuid and one.final_at is None), None)


def _clear_draft(action: Action, client: Client, assignment: Assignment) -> None:
    """Delete the draft before a new one; one that waits for the beheerder or may go stays as it was judged."""
    before = _draft(action, client, assignment)
    if before is None:
        return
    if before.disclosure is not None:
        made = disclosures.by_number(action.store, client, before.disclosure, BY_CODE)
        if made is not None and (made.is_waiting or made.is_given):
            raise ReportPending
    reports.drop(action.store, before)


def _check_input(report_input: ReportInput) -> ReportInput:
    if (report_input.law is None) != (report_input.citation is None):
        raise ConditionWrong(one="law", other="citation")
    if report_input.consent and report_input.law is not None:
        raise GroundMixed
    return ReportInput(
        report_input.party,
        report_input.reference,
        report_input.first,
        report_input.last,
        report_input.is_end,
        codes.parse_code(report_input.channel, CHANNELS),
        report_input.consent,
        None if report_input.law is None else codes.parse_code(report_input.law, LAW_CODES),
        None if report_input.citation is None else fields.plain_text(report_input.citation),
        report_input.covers_bsn and report_input.law is not None,
        fields.parse_note(report_input.agreed) if report_input.agreed and report_input.agreed.strip() else None,
        fields.parse_note(report_input.words) if report_input.words and report_input.words.strip() else None,
    )


def _new(action: Action, client: Client, assignment: Assignment, report_input: ReportInput) -> NewReport:
    first, last = _period(action, client, assignment, report_input)
    ground = STATUTE if report_input.law is not None else CONSENT if report_input.consent else GOAL
    kind = ReportKind.EIND if report_input.is_end else ReportKind.VOORTGANG
    row = (
        report_input.channel,
        ground,
        report_input.law,
        report_input.citation,
        report_input.covers_bsn,
        report_input.agreed,
        report_input.words,
    )
    return NewReport(assignment, first, last, kind, *row)


def _period(action: Action, client: Client, assignment: Assignment, report_input: ReportInput) -> tuple[date, date]:
    usual = next_period(assignment.from_on, list_sent_on(action, client, assignment), action.today)
    first = usual[0] if report_input.first is None else fields.past_day_or_today(report_input.first, action.today)
    last = usual[1] if report_input.last is None else fields.past_day_or_today(report_input.last, action.today)
    if last < first:
        raise PeriodBackwards
    if not is_of_assignment(first, assignment.from_on):
        action.mark_refused("voor_de_opdracht")
        raise PeriodBeforeAssignment(day=assignment.from_on.isoformat())
    return first, last
