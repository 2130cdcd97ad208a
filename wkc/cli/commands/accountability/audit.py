"""`wkc audit`: the log of every look and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.missing import require
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import FORCE
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _, ngettext
from wkc.procedures.io.user_id import fold_if_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.audit import Anchored, AuditPage, ConfirmedClock, ReviewedLook, Verified
    from wkc.procedures.operations.audit_export import ExportedLog
    from wkc.records.audit import AuditLine, BreakGlass, Head

app = group()

REMOVALS = typer.Option(
    "--removals",
    help=N_("The destruction ledger is right, and what was destroyed after a restored backup is destroyed again."),
)
CLOCK = typer.Option("--clock", help=N_("The clock is right though the log has another day; the reason is asked for."))
PAGE = typer.Option(min=1, max=10**9, help=N_("Which page, newest first."))
WHOLE = typer.Option("--whole", help=N_("Check every signature of the log, also those that you checked before."))
SHAPE = typer.Option(
    "--format",
    metavar="SHAPE",
    help=N_(
        "wkc: all that is verified; ldv: the Logboek Dataverwerkingen of Logius; nen7513 and ldv_lezen: its extensions"
        " for care and for reading."
    ),
)
LINE = typer.Argument(metavar="LINE", min=1, max=10**9, help=N_("Its line on `wkc audit list --break-glass`."))
SAMPLE = typer.Option("--sample", help=N_("Ten looks and changes of the last month by others, drawn at random."))
VERDICTS = typer.Option("--from", metavar="FILE", help=N_("A word for each line as JSON: in_orde or niet_in_orde."))
GLASS = typer.Option("--break-glass", help=N_("Only looks outside a caseload that wait for the beheerder."))
CLIENT = typer.Option(metavar="NUMBER", help=N_("Only what concerns this client."))
BY = typer.Option("--user", metavar="ID", callback=fold_if_typed, help=N_("Only what this user did."))
FIRST = typer.Option("--from", metavar="DATE", help=N_("From this day on."))
LAST = typer.Option("--to", metavar="DATE", help=N_("Up to and with this day."))


@app.command("list", help=N_("Show who did what, when and for which purpose."))
def list_(
    ctx: typer.Context,
    break_glass: Annotated[bool, GLASS] = False,
    client: Annotated[str | None, CLIENT] = None,
    user: Annotated[str | None, BY] = None,
    first: Annotated[str | None, FIRST] = None,
    last: Annotated[str | None, LAST] = None,
    page: Annotated[int, PAGE] = 1,
) -> None:
    """Show a page of the log, or the looks that wait for the beheerder."""
    from wkc.procedures.operations import audit

    cli = cli_context(ctx)
    if break_glass:
        cli.show(ctx, audit.list_looks(cli.session()), _looks)
        return
    session = cli.session()
    query = audit.LogQuery(client, user, first, last)
    cli.show_pages(ctx, lambda number: audit.page(session, number, query), page, _page)


@app.command(
    help=N_("Take a look outside a caseload off the list, once you have seen why; or check a sample of looks.")
)
def review(
    ctx: typer.Context,
    line: Annotated[int | None, LINE] = None,
    sample: Annotated[bool, SAMPLE] = False,
    from_: Annotated[str | None, VERDICTS] = None,
) -> None:
    """Review a look, or a sample of looks."""
    if line is not None and (sample or from_ is not None):
        raise OneOf(one=_("LINE"), other="--sample")
    if sample or from_ is not None:
        _check_sample(ctx, from_)
        return
    from wkc.procedures.operations import audit

    cli = cli_context(ctx)
    session = cli.session()
    number = int(require(ctx, None if line is None else str(line), "LINE"))
    if cli.can_ask:
        cli.show(ctx, (audit.find_look(session, number),), _looks)
        cli.confirm(N_("Is the reason good, and may it go off the list?"))
    cli.show(ctx, audit.review(session, number), _reviewed)


def _check_sample(ctx: typer.Context, from_: str | None) -> None:
    """Draw looks of the last month, ask whether each was in order, and write it down."""
    from wkc.cli.forms.care import ask_looks, collect
    from wkc.cli.views.care import checked, looks
    from wkc.procedures.operations import care

    cli = cli_context(ctx)
    session = cli.session()
    verdicts = collect(ctx, from_, lambda: care.draw_looks(session), looks, ask_looks)
    if verdicts is not None:
        cli.show(ctx, care.review_looks(session, verdicts), checked)


@app.command(help=N_("Check every line of the log: its place, its hash, its signature."))
def verify(ctx: typer.Context, whole: Annotated[bool, WHOLE] = False) -> None:
    """Check the chain."""
    from wkc.procedures.operations import audit

    cli = cli_context(ctx)
    cli.show(ctx, audit.verify(cli.session(), whole=whole, progress=cli.progress(N_("lines of the log"))), _verified)


@app.command(help=N_("Accept a register that is not the one you saw last, after a backup was restored."))
def accept(
    ctx: typer.Context, removals: Annotated[bool, REMOVALS] = False, clock: Annotated[bool, CLOCK] = False
) -> None:
    """Accept the register's head, or the clock."""
    from wkc.procedures.operations import audit

    if clock and removals:
        raise OneOf(one="--clock", other="--removals")
    cli = cli_context(ctx)
    if clock:
        session = cli.session()
        reason = cli.value(N_("Why the log has another day"), N_("Give the reason on stdin."))
        cli.show(ctx, audit.confirm_clock(session, reason), _clock)
        return
    session = cli.session_by_password()
    if not cli.json:
        heads = audit.compare_heads(session)
        if heads.seen is not None:
            cli.say(_("You saw last: {line}").format(line=_line(heads.seen)))
        cli.say(_("The register has: {line}").format(line=_line(heads.now)))
    reason = cli.reason(N_("Why is this the right register"), N_("Give the reason on stdin."))
    cli.show(ctx, audit.accept(session, reason, removals=removals), _verified)


def _line(head: Head) -> str:
    return _("line {seq}, hash {digest}").format(seq=head.seq, digest=head.hash.hex()[:16])


@app.command(help=N_("Show where the log ends, to be kept on paper: later it proves that nothing was changed."))
def anchor(ctx: typer.Context) -> None:
    """Show the head of the log."""
    from wkc.procedures.operations import audit

    cli = cli_context(ctx)
    cli.show(ctx, audit.anchor(cli.session()), _anchored)


@app.command(help=N_("Write the whole log to a file, a JSON object on each line; for others with pseudonyms."))
def export(
    ctx: typer.Context,
    output: Annotated[str, typer.Option(metavar="FILE", help=N_("Where it goes."))],
    form: Annotated[str, SHAPE] = "wkc",
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Export the log."""
    from wkc.procedures.operations import audit_export

    cli = cli_context(ctx)
    place = cli.files.to_write(output)
    cli.show(ctx, audit_export.export(cli.session(), place, form, force=force), _exported)


def _page(screen: Screen, page: AuditPage) -> None:
    from wkc.cli.views.page import say_place

    columns = (_("line"), _("at"), _("user"), _("outcome"), _("action, purpose, details"))
    screen.table(columns, _join_lines(screen, page.lines), fixed=4)
    say_place(screen, page.number, len(page.lines), more=page.more)


def _join_lines(screen: Screen, lines: Iterable[AuditLine]) -> Iterator[tuple[object, ...]]:
    """Give a row for each action: lines of one moment that differ in their client alone are one, with their count."""
    from itertools import groupby

    from wkc.cli.terminal import log_line

    def describe(line: AuditLine) -> tuple[datetime, str, str | None, str]:
        return line.at, line.user_id, log_line.outcome(line), _what(screen, line)

    for (at, user, outcome, what), joined in groupby(lines, describe):
        alike = tuple(joined)
        clients = {line.subject for line in alike}
        if len(alike) == 1 or None in clients or len(clients) < len(alike):
            yield from ((line.seq, screen.minute(at), user, outcome, what) for line in alike)
            continue
        count = ngettext("{count} client", "{count} clients", len(alike)).format(count=len(alike))
        yield f"{alike[-1].seq}-{alike[0].seq}", screen.minute(at), user, outcome, f"{what}; {count}"


def _looks(screen: Screen, looks: tuple[BreakGlass, ...]) -> None:
    if not looks:
        screen.say(_("No look outside a caseload waits for you."))
        return
    screen.table(
        (_("line"), _("at"), _("user"), _("number"), _("reason")),
        ((look.line, screen.minute(look.at), look.by, look.number, look.reason) for look in looks),
        fixed=4,
    )


def _reviewed(screen: Screen, done: ReviewedLook) -> None:
    screen.say(_("Line {line} is reviewed.").format(line=done.line))


def _what(screen: Screen, line: AuditLine) -> str:
    from wkc.cli.terminal import log_line

    words = f"{log_line.action(line)} ({log_line.purpose(line.purpose)})"
    return "; ".join((words, *log_line.details(screen, line)))


def _verified(screen: Screen, verified: Verified) -> None:
    screen.say(_("The log holds up to line {seq}.").format(seq=verified.head.seq))
    screen.say(_grouped(verified.head.hash))
    if verified.before:
        text = _("You checked the signatures up to line {seq} before; `--whole` checks them again.")
        screen.say(text.format(seq=verified.before))


def _clock(screen: Screen, confirmed: ConfirmedClock) -> None:
    screen.say(
        _("The clock is right: it is {at}, and the log goes on from here.").format(at=screen.minute(confirmed.at))
    )


def _anchored(screen: Screen, anchored: Anchored) -> None:
    text = _("At {at} the log ended at line {seq}:")
    screen.say(text.format(at=screen.minute(anchored.at), seq=anchored.head.seq))
    screen.say(_grouped(anchored.head.hash))


def _exported(screen: Screen, exported: ExportedLog) -> None:
    screen.say(_("{path} has the log up to line {seq}.").format(path=exported.path, seq=exported.head.seq))


def _grouped(digest: bytes) -> str:
    digits = digest.hex()
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
