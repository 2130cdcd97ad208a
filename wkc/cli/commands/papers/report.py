"""`wkc report`: what an opdrachtgever hears of an assignment (art. 8.1), drafted, judged, sent; and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import CLIENT, FORCE, OPDRACHTGEVER
from wkc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.progress.report_final import SentPaper

app = group()

REFERENCE = typer.Option(
    "--assignment", metavar="REF", help=N_("The reference of the assignment, where there are several.")
)
FIRST = typer.Option("--from", metavar="DATE", help=N_("The first day (default: after the last report)."))
LAST = typer.Option("--to", metavar="DATE", help=N_("The last day (default: today)."))
END = typer.Option("--end", help=N_("It is the report at the end of the assignment."))
CHANNEL = typer.Option(metavar="HOW", help=N_("brief, e_mail or portaal."))
CONSENT = typer.Option("--consent", help=N_("It goes by a consent on file for this recipient and voortgang."))
LAW = typer.Option("--law", metavar="LAW", help=N_("The law that is cited, a code of annex III or ander."))
CITATION = typer.Option("--citation", metavar="TEXT", help=N_("The place in that law."))
COVERS_BSN = typer.Option("--covers-bsn", help=N_("That law covers the BSN."))
WORDS = typer.Option("--words", metavar="FILE", help=N_("Your own words (default: asked for, or read from stdin)."))
AGREED = typer.Option("--agreed", metavar="FILE", help=N_("What was agreed."))
OUTPUT = typer.Option("--output", metavar="FILE", help=N_("Put the draft on paper too, marked as a draft."))
SENT_TO = typer.Option("--output", metavar="FILE", help=N_("Where the report goes."))
FORMAT = typer.Option("--format", metavar="HOW", help=N_("pdf or json."))
YEAR = typer.Argument(metavar="YEAR", min=2000, max=9999, help=N_("A year, such as 2026."))
YEAR_FORMAT = typer.Option("--format", metavar="pdf|json", help=N_("Put them on paper, or in a file for a computer."))
YEAR_OUTPUT = typer.Option(
    "--output", metavar="FILE", help=N_("Where it goes (default: jaarcijfers-YEAR, in this folder).")
)
DESPITE = typer.Option(
    "--despite", help=N_("The beheerder: what was found is no such value; the reason is asked for, or read from stdin.")
)


class OneAssignment(NamedTuple):
    """The assignment that a command is about: of which client, from whom, under which reference."""

    who: Annotated[str, CLIENT]
    opdrachtgever: Annotated[str, OPDRACHTGEVER]
    assignment: Annotated[str | None, REFERENCE] = None


class ReportPaperOptions(NamedTuple):
    """The place and the form of a report, and whether the beheerder lets it go despite a finding."""

    output: Annotated[str, SENT_TO]
    form: Annotated[str, FORMAT] = "pdf"
    despite: Annotated[bool, DESPITE] = False
    force: Annotated[bool, FORCE] = False


@app.command(help=N_("Draft a report on a period; what may not stand in your words is named."))
def progress(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    opdrachtgever: Annotated[str, OPDRACHTGEVER],
    assignment: Annotated[str | None, REFERENCE] = None,
    first: Annotated[str | None, FIRST] = None,
    last: Annotated[str | None, LAST] = None,
    end: Annotated[bool, END] = False,
    channel: Annotated[str, CHANNEL] = "brief",
    consent: Annotated[bool, CONSENT] = False,
    law: Annotated[str | None, LAW] = None,
    citation: Annotated[str | None, CITATION] = None,
    covers_bsn: Annotated[bool, COVERS_BSN] = False,
    words: Annotated[str | None, WORDS] = None,
    agreed: Annotated[str | None, AGREED] = None,
    output: Annotated[str | None, OUTPUT] = None,
    form: Annotated[str, FORMAT] = "pdf",
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Draft a report."""
    from wkc.cli.views.report import drafted, refuse_barred
    from wkc.procedures.progress import report, report_final
    from wkc.procedures.progress.report import ReportInput

    cli = cli_context(ctx)
    session = cli.session()
    place = cli.files.to_write(output) if output else None
    client = cli.search_term_beside_stdin(who) if words is None or "-" in (words, agreed) else cli.search_term(who)
    agreed_text, own_words = _read_texts(cli, agreed, words)
    report_input = ReportInput(
        opdrachtgever,
        assignment,
        first,
        last,
        is_end=end,
        channel=channel,
        consent=consent,
        law=law,
        citation=citation,
        covers_bsn=covers_bsn,
        agreed=agreed_text,
        words=own_words,
    )
    made = report.draft(session, client, report_input)
    if place is not None and not made.findings:
        report_final.preview(session, made.client.number, opdrachtgever, assignment, place, form, force=force)
    cli.show(ctx, made, drafted)
    refuse_barred(made)


@app.command(help=N_("Show the draft, and what may not stand in it."))
@spread("about", OneAssignment)
def show(ctx: typer.Context, about: OneAssignment) -> None:
    """Show the draft of a report."""
    from wkc.cli.views.report import drafted
    from wkc.procedures.progress import report

    cli = cli_context(ctx)
    cli.show(
        ctx, report.show(cli.session(), cli.search_term(about.who), about.opdrachtgever, about.assignment), drafted
    )


@app.command("print", help=N_("Put the draft on paper to be sent; it can be made again until it is said to be sent."))
@spread("paper", ReportPaperOptions)
@spread("about", OneAssignment)
def print_(ctx: typer.Context, about: OneAssignment, paper: ReportPaperOptions) -> None:
    """Print a report."""
    from wkc.cli.views.report import printed

    _put_on_paper(ctx, about, paper, printed, keeps_words=True)


@app.command(help=N_("Write down that a printed report is in the post: its words leave the register."))
@spread("about", OneAssignment)
def sent(ctx: typer.Context, about: OneAssignment) -> None:
    """Say that a report is sent."""
    from wkc.cli.views.report import marked_sent
    from wkc.procedures.progress import report_final

    cli = cli_context(ctx)
    made = report_final.mark_sent(cli.session(), cli.search_term(about.who), about.opdrachtgever, about.assignment)
    cli.show(ctx, made, marked_sent)


@app.command(help=N_("Put the draft on paper and let its words go at once: judged anew, logged as a disclosure."))
@spread("paper", ReportPaperOptions)
@spread("about", OneAssignment)
def final(ctx: typer.Context, about: OneAssignment, paper: ReportPaperOptions) -> None:
    """Send a report."""
    from wkc.cli.views.report import sent as shown

    _put_on_paper(ctx, about, paper, shown, keeps_words=False)


def _put_on_paper(
    ctx: typer.Context,
    about: OneAssignment,
    paper: ReportPaperOptions,
    text: Callable[[Screen, SentPaper], None],
    *,
    keeps_words: bool,
) -> None:
    """Put a report on paper, and show it, or the disclosure that waits for the beheerder."""
    from wkc.cli.views.disclosure import refuse_unless_given, shown
    from wkc.procedures.progress import report_final
    from wkc.procedures.progress.report_final import SentPaper as Paper

    cli = cli_context(ctx)
    place = cli.files.to_write(paper.output)
    session = cli.session()
    client = cli.search_term_beside_stdin(about.who) if paper.despite else cli.search_term(about.who)
    reason = cli.value(N_("Reason"), N_("Give it on stdin.")) if paper.despite else None
    order = report_final.PaperOrder(place, paper.form, reason, paper.force, keeps_words)
    made = report_final.finish(session, client, about.opdrachtgever, about.assignment, order)
    if isinstance(made, Paper):
        cli.show(ctx, made, text)
        return
    cli.show(ctx, made, shown)
    refuse_unless_given(made)


@app.command("list", help=N_("List the reports on a client, drafts too."))
def list_(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """List the reports on a client."""
    from wkc.cli.views.report import listed
    from wkc.procedures.progress import report

    cli = cli_context(ctx)
    cli.show(ctx, report.every(cli.session(), cli.search_term(who)), listed)


@app.command(help=N_("Throw the draft away."))
@spread("about", OneAssignment)
def drop(ctx: typer.Context, about: OneAssignment) -> None:
    """Throw a draft away."""
    from wkc.cli.views.report import listed
    from wkc.procedures.progress import report

    cli = cli_context(ctx)
    cli.show(ctx, report.drop(cli.session(), cli.search_term(about.who), about.opdrachtgever, about.assignment), listed)


@app.command(help=N_("List the reports that are due, by the agreement with each opdrachtgever."))
def due(ctx: typer.Context) -> None:
    """List the reports that are due."""
    from wkc.cli.views.report import due as shown
    from wkc.procedures.progress import report_due

    cli = cli_context(ctx)
    cli.show(ctx, report_due.due(cli.session()), shown)


@app.command(help=N_("Go through the end of an assignment: what is done, and what is still open."))
@spread("about", OneAssignment)
def checklist(ctx: typer.Context, about: OneAssignment) -> None:
    """Show the list at the end of an assignment."""
    from wkc.cli.views.report import checklist as shown
    from wkc.procedures.progress import checklist

    cli = cli_context(ctx)
    cli.show(
        ctx, checklist.check(cli.session(), cli.search_term(about.who), about.opdrachtgever, about.assignment), shown
    )


def _read_texts(cli: CliContext, agreed: str | None, words: str | None) -> tuple[str | None, str | None]:
    """Read what was agreed and the own words: from files, by prompt, or the words from stdin."""
    agreed_text = None if agreed is None else cli.text(agreed)
    if words is not None:
        return agreed_text, cli.text(words)
    if agreed is None and cli.environment.stdin.isatty():
        agreed_text = cli.ask(N_("What was agreed (Enter for nothing)"), N_("Add --agreed FILE."))
    return agreed_text, cli.value(
        N_("In your own words, how is it going"), N_("Give it on stdin, or add --words FILE.")
    )


@app.command(help=N_("Show the figures of a year, or put them on paper; nothing in them tells of one person."))
def year(
    ctx: typer.Context,
    of_year: Annotated[int, YEAR],
    form: Annotated[str | None, YEAR_FORMAT] = None,
    output: Annotated[str | None, YEAR_OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Show the figures of a year, or put them on paper."""
    from wkc.cli.views.year import exported, shown
    from wkc.procedures.operations import year as figures

    cli = cli_context(ctx)
    if form is None and output is None:
        cli.show(ctx, figures.show(cli.session(), of_year), shown)
        return
    place = cli.files.place(output)
    session = cli.session()
    if not cli.yes and not figures.is_made(session, of_year):
        cli.confirm(N_("The figures are made once and stay so. Are all requests of that year answered?"))
    cli.show(ctx, figures.export(session, of_year, form or "pdf", place, force=force), exported)
