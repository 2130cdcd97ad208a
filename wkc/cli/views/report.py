"""Reports on the screen: a draft with what may not stand in it, what went, what is due, the list at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import DISCLOSED_FOR, in_words
from wkc.errors.report import ReportHoldsBarred
from wkc.i18n import N_, _, ngettext
from wkc.rules.letters.again import AGAIN
from wkc.sentences.disclosure_reason import REASONS

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.progress.checklist import Checklist
    from wkc.procedures.progress.report import DraftedReport, Reports
    from wkc.procedures.progress.report_due import DueReports
    from wkc.procedures.progress.report_final import ReportSent, SentPaper
    from wkc.records.report import Report

KINDS = {"voortgang": N_("report on progress"), "eind": N_("end report")}
PARTS = {"afspraken": N_("what was agreed"), "woorden": N_("own words")}
STATES = {"gedaan": N_("done"), "open": N_("open"), "niet_nodig": N_("not asked"), "zelf": N_("see to it yourself")}
POINTS = {
    "eindrapportage": N_("the end report went (`wkc report progress --end`)"),
    "concept": N_("no draft is left (`wkc report final`, `wkc report drop`)"),
    "opdracht": N_("the last day is on file (`wkc client end`)"),
    "afspraken": N_("no appointment is planned (`wkc contact cancel`)"),
    "verzoeken": N_("no request is open (`wkc request list`)"),
    "verstrekkingen": N_("no disclosure waits (`wkc disclosure list`)"),
    "toestemmingen": N_("no consent to this recipient is left (ask the client; `wkc consent withdraw`)"),
    "caseload": N_("who keeps the dossier (`wkc client assign`)"),
    "papieren": N_("papers are in the dossier, and what was borrowed is back"),
}


def drafted(screen: Screen, made: DraftedReport) -> None:
    """Show a draft, and each place of a value that may not go."""
    report = made.report
    screen.heading(made.client.number)
    screen.pairs(
        (
            (_("recipient"), report.assignment.party.name),
            (_("assignment"), report.assignment.reference),
            (_("kind"), _(KINDS[report.kind])),
            (_("period"), _("{first} up to {last}").format(first=report.from_on, last=report.until_on)),
            (_("ground"), in_words(report.ground, DISCLOSED_FOR)),
            (_("what was agreed"), report.agreed),
            (_("own words"), report.words),
        )
    )
    if not made.findings:
        screen.say(_("This may go: `wkc report print` puts it on paper, `wkc report sent` once it is in the post."))
        return
    screen.heading(_("May not go"))
    screen.table(
        (_("where"), _("line"), _("field"), _("what"), _("why"), _("article")),
        (
            (
                _(PARTS[one.part]),
                one.line,
                one.field.label,
                _("the value") if one.whole else _("a word of it"),
                _(REASONS[one.reason].staff if one.reason in REASONS else one.reason),
                one.article,
            )
            for one in made.findings
        ),
        fixed=2,
    )


def refuse_barred(made: DraftedReport) -> None:
    """End with what may not go, if there is any: errors.ReportHoldsBarred."""
    if made.findings:
        raise ReportHoldsBarred(fields=", ".join(dict.fromkeys(one.field.label for one in made.findings)))


def sent(screen: Screen, made: SentPaper) -> None:
    """Show the path of a report, and what comes next when it was the last."""
    text = _("{path} holds report {number} to {party}; it is disclosure {disclosure} of {client}.")
    report = made.report
    party, client = report.assignment.party.name, made.client.number
    screen.say(text.format(path=made.path, number=made.number, party=party, disclosure=made.disclosure, client=client))
    screen.say(_("Keep that file until the report is in the post: its words stand nowhere else from here on."))
    _propose_end(screen, client, report)


def printed(screen: Screen, made: SentPaper) -> None:
    """Show the path of a report that is still to be sent, and how it is made again."""
    text = _("{path} holds report {number} to {party}; it is disclosure {disclosure} of {client}.")
    report, client = made.report, made.client.number
    party = report.assignment.party.name
    screen.say(text.format(path=made.path, number=made.number, party=party, disclosure=made.disclosure, client=client))
    named = f'{client} --opdrachtgever "{party}" --assignment "{report.assignment.reference}"'
    text = _("Is it in the post? `{command}` lets its words go; until then `wkc report print` makes it again.")
    screen.say(text.format(command=f"wkc report sent {named}"))
    text = _("Without that it counts as sent after {days} days.")
    screen.say(text.format(days=AGAIN.days))


def marked_sent(screen: Screen, made: ReportSent) -> None:
    """Say that a report is sent and its words are gone, and what comes next when it was the last."""
    text = _("Report {number} to {party} is sent; its words are no longer in the register.")
    screen.say(text.format(number=made.number, party=made.report.assignment.party.name))
    _propose_end(screen, made.client.number, made.report)


def _propose_end(screen: Screen, client: str, report: Report) -> None:
    """Propose what comes after the last report of an assignment."""
    party = report.assignment.party.name
    if report.kind == "eind" and report.assignment.until_on is None:
        command = f'wkc client end {client} --opdrachtgever "{party}" --assignment "{report.assignment.reference}"'
        screen.say(_("Its last day is not on file yet: `{command}` ends the assignment.").format(command=command))
    if report.kind == "eind":
        screen.say(_("`wkc report checklist` goes through what is left."))


def listed(screen: Screen, page: Reports) -> None:
    """Show the reports on a client."""
    screen.say(page.client.number)
    if not page.reports:
        screen.say(_("No report yet; `wkc report progress` drafts one."))
        return
    screen.table(
        (_("from"), _("up to"), _("kind"), _("recipient"), _("state")),
        (
            (
                report.from_on,
                report.until_on,
                _(KINDS[report.kind]),
                report.assignment.party.name,
                _state(screen, report),
            )
            for report in page.reports
        ),
        fixed=2,
    )


def due(screen: Screen, page: DueReports) -> None:
    """Show the reports that are due."""
    if not page.reports:
        screen.say(_("No report is due."))
        return
    screen.table(
        (_("by"), _("client"), _("kind"), _("assignment"), _("period")),
        (
            (
                one.due.due_on,
                one.client,
                _(KINDS[one.due.kind]),
                f"{one.party}, {one.reference}",
                _("{first} up to {last}").format(first=one.due.from_on, last=one.due.until_on),
            )
            for one in page.reports
        ),
        fixed=2,
    )
    late = sum(one.due.due_on < page.today for one in page.reports)
    if late:
        text = ngettext("{count} report is late.", "{count} reports are late.", late)
        screen.say(text.format(count=late))


def checklist(screen: Screen, points: Checklist) -> None:
    """Show the list at the end of an assignment."""
    screen.heading(f"{points.client.number}, {points.assignment.party.name}, {points.assignment.reference}")
    screen.table(
        (_("state"), _("what"), _("which")),
        ((_(STATES[item.state]), _(POINTS[item.code]), ", ".join(item.details) or None) for item in points.items),
        fixed=1,
    )


def _state(screen: Screen, report: Report) -> str:
    if report.final_at is not None:
        text = _("sent on {day}, disclosure {disclosure}")
        return text.format(day=screen.day(report.final_at), disclosure=report.disclosure)
    if report.disclosure is None:
        return _("draft")
    if report.printed_at is not None:
        return _("printed, not sent yet, disclosure {n}").format(n=report.disclosure)
    return _("draft, judged as disclosure {n}").format(n=report.disclosure)
