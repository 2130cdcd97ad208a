"""`wkc client end`: the last day of an assignment (art. 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import ASSIGNMENT, CLIENT, OPDRACHTGEVER
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.assignment import Ended

app = group()

SHORT = typer.Option(
    "--short-term/--five-years",
    help=N_("It was for a sick employee: two years after its end are kept, where that is shorter."),
)
ON = typer.Option("--on", metavar="DATE", help=N_("Its last day (default: today)."))


@app.command(help=N_("End an assignment: its opdrachtgever gets no data on progress after that day."))
def end(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    opdrachtgever: Annotated[str, OPDRACHTGEVER],
    assignment: Annotated[str, ASSIGNMENT],
    on: Annotated[str | None, ON] = None,
    short: Annotated[bool | None, SHORT] = None,
) -> None:
    """End an assignment."""
    from wkc.procedures.dossier import assignment as assignments

    cli = cli_context(ctx)
    cli.show(
        ctx, assignments.end(cli.session(), cli.search_term(who), opdrachtgever, assignment, on, short=short), _ended
    )


def _ended(screen: Screen, done: Ended) -> None:
    assignment = done.assignment
    text = _("Assignment {reference} of {party} ends on {day}; after that no progress goes there.")
    screen.say(text.format(reference=assignment.reference, party=assignment.party.name, day=assignment.until_on))
