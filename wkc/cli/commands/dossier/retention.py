"""`wkc retention`: five years without contact, and the data are destroyed (art. 10)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import OVERDUE, cli_context
from wkc.cli.terminal.parameters import CLIENT, FORCE, FORMAT, NOTE
from wkc.errors.retention import PurgeWaits
from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.procedures.retention.run import Run

app = group()

PAGE = typer.Option(min=1, max=10**9, help=N_("Which page, the longest past first."))
GROUND = typer.Option(metavar="GROUND", help=N_("wettelijk_voorschrift, or rechtszaak, which holds everything."))
CITATION = typer.Option(metavar="TEXT", help=N_("The statute, as in: AWR art. 52."))
CATEGORIES = typer.Option(metavar="NUMBERS", help=N_("The categories of annex I that it keeps, as in 14,29."))
UNTIL = typer.Option(metavar="DATE", help=N_("The last day on which the duty stands."))
OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: day and run, in this folder)."))


@app.command(help=N_("List what falls due or is past its term, with the last contacts; exit 10 if something is late."))
def due(ctx: typer.Context, page: Annotated[int, PAGE] = 1) -> None:
    """List what falls due."""
    from wkc.cli.views.retention import due_page
    from wkc.procedures.retention import due as dues

    cli = cli_context(ctx)
    if cli.show_pages(ctx, partial(dues.page, cli.session()), page, due_page).late:
        raise typer.Exit(OVERDUE)


_WHY_SO_MANY = N_("Why so many at once (look at the clock first)"), N_("Give it on stdin.")


@app.command(help=N_("For cron: announce what falls due, destroy what is past its term; exit 10 if something is late."))
def run(
    ctx: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Say what a run would do, and do nothing."))] = False,
    confirm: Annotated[
        bool,
        typer.Option(
            "--confirm", help=N_("Destroy more than a share of the register at once; asks why, or reads it from stdin.")
        ),
    ] = False,
) -> None:
    """Announce and destroy."""
    from wkc.cli.views.retention import ran
    from wkc.procedures.retention import run as retention

    cli = cli_context(ctx)
    session = cli.session()
    if dry_run:
        done = retention.dry_run(session, is_confirmed=confirm)
    else:
        done = retention.run(session, cli.reason(*_WHY_SO_MANY) if confirm else None)
        if done.beyond_service and not done.by_service and cli.can_ask:
            cli.show(ctx, done, ran)
            done = retention.run(session, cli.reason(*_WHY_SO_MANY))
    cli.show(ctx, done, ran)
    _end(done)


@app.command(help=N_("Keep categories of a client past the term, because the law says so or a court case runs."))
def hold(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    ground: Annotated[str, GROUND],
    until: Annotated[str, UNTIL],
    citation: Annotated[str | None, CITATION] = None,
    categories: Annotated[str | None, CATEGORIES] = None,
    note: Annotated[bool, NOTE] = False,
) -> None:
    """Put a hold on a client."""
    from wkc.cli.views.retention import client_holds
    from wkc.procedures.retention import hold as holding

    cli = cli_context(ctx)
    session = cli.session()
    client = cli.search_term_beside_stdin(who) if note else cli.search_term(who)
    text = cli.value(N_("Note"), N_("Give it on stdin.")) if note else None
    cli.show(
        ctx, holding.put(session, client, holding.HoldInput(ground, citation, categories, until, text)), client_holds
    )


@app.command(help=N_("Let a hold stand no more; the reason is asked for, or read from stdin."))
def release(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    number: Annotated[int, typer.Argument(metavar="NO", help=N_("Its number on `wkc client show`."))],
) -> None:
    """Release a hold."""
    from wkc.cli.views.retention import client_holds
    from wkc.procedures.retention import hold as holding

    cli = cli_context(ctx)
    session = cli.session()
    client = cli.search_term_beside_stdin(who)
    reason = cli.reason(N_("Reason"), N_("Give it on stdin."))
    cli.show(ctx, holding.release(session, client, number, reason), client_holds)


@app.command(help=N_("Make the statement of what a run destroyed, without personal data; the last run's by default."))
def statement(
    ctx: typer.Context,
    run: Annotated[str | None, typer.Argument(metavar="RUN", help=N_("As `wkc retention run` names it."))] = None,
    form: Annotated[str, FORMAT] = "pdf",
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Make a statement."""
    from wkc.cli.views.retention import statement_written
    from wkc.procedures.retention import statement as statements

    cli = cli_context(ctx)
    place = cli.files.place(output)
    cli.show(ctx, statements.make(cli.session(), run, form, place, force=force), statement_written)


def _end(done: Run) -> None:
    """Give the exit code of a run: what waits for a purge comes before what is late."""
    if done.purged is False:
        raise PurgeWaits
    if done.late or done.beyond_service:
        raise typer.Exit(OVERDUE)
