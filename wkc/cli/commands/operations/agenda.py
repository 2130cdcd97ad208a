"""`wkc agenda`: what is to be done by which day (art. 5.3, 11.4 and 12.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.context import OVERDUE, cli_context
from wkc.cli.terminal.parameters import FORCE
from wkc.cli.views.agenda import listed, word_duty
from wkc.i18n import N_, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.calendar import CalendarExport


app = typer.Typer(add_completion=False)

ICS = typer.Option(
    "--ics", metavar="FILE", help=N_("Write it to a calendar file (RFC 5545), with numbers and no names.")
)


DONE = typer.Option(
    "--done", metavar="WORK", help=N_("Say that sleutels or feestdagen were looked over and are right.")
)


@app.command()
def agenda(
    ctx: typer.Context,
    ics: Annotated[str | None, ICS] = None,
    force: Annotated[bool, FORCE] = False,
    done: Annotated[str | None, DONE] = None,
) -> None:
    """Show the agenda, write it to a calendar file, or say that something was looked over."""
    from wkc.procedures.operations import agenda

    if done is not None:
        _look_over(ctx, done)
        return
    cli = cli_context(ctx)
    if ics is not None:
        from wkc.procedures.operations import calendar

        place = cli.files.to_write(ics)
        cli.show(ctx, calendar.export(cli.session(), place, word_duty, force=force), _exported)
        return
    shown = agenda.show(cli.session())
    cli.show(ctx, shown, listed)
    if shown.overdue:
        raise typer.Exit(OVERDUE)


def _look_over(ctx: typer.Context, work: str) -> None:
    """Show what is looked over, have it confirmed by a person, and write it down."""
    from wkc.cli.views.care import belongings, checked, holidays
    from wkc.procedures.operations import care

    cli = cli_context(ctx)
    session = cli.session()
    name = care.parse_work(work)
    if cli.can_ask:
        if name == care.SLEUTELS:
            cli.show(ctx, care.list_belongings(session), belongings)
        else:
            cli.show(ctx, care.list_holidays(session), holidays)
        cli.confirm(N_("Is all of it right?"))
    cli.show(ctx, care.confirm(session, name), checked)


def _exported(screen: Screen, done: CalendarExport) -> None:
    text = ngettext("{path} holds {count} entry.", "{path} holds {count} entries.", done.entries)
    screen.say(text.format(path=done.path, count=done.entries))
