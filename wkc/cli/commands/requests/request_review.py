"""`wkc request review`: the copy on a request looked through for what is about others (AVG 15.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import REQUEST
from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.procedures.requests.review import Reviewed

app = group()

FROM = typer.Option(
    "--from", metavar="FILE", help=N_("Decisions on texts as JSON, each named as `--json` lists it; - for stdin.")
)
ALL = typer.Option("--all", help=N_("Ask for each text, also those that look like nobody else."))
KEEP = typer.Option("--keep-all", help=N_("What was not decided on is the client's own: it stays as it is."))
AGAIN = typer.Option("--again", help=N_("Read what is hidden once more, and say that it is right."))


@app.command(
    help=N_("Look a copy through for what is about others: keep each text, hide words of it, or leave it out.")
)
def review(
    ctx: typer.Context,
    number: Annotated[str, REQUEST],
    from_: Annotated[str | None, FROM] = None,
    every: Annotated[bool, ALL] = False,
    keep_all: Annotated[bool, KEEP] = False,
    again: Annotated[bool, AGAIN] = False,
) -> None:
    """Review a copy."""
    from wkc.cli.forms.review import decide
    from wkc.cli.views.review import list_lines, read_again, reviewed
    from wkc.procedures.requests import review as reviewing

    cli = cli_context(ctx)
    session = cli.session()
    result: Reviewed
    if from_ is not None:
        result = reviewing.put(session, number, reviewing.read(cli.text(from_)))
    elif keep_all:
        result = reviewing.keep_rest(session, number)
    else:
        result = reviewing.examine(session, number)
    if again:
        if not cli.yes:
            cli.show(ctx, result, reviewed)
            cli.confirm(N_("Is nothing of others left in it, and nothing hidden that is the client's own?"))
        cli.show(ctx, reviewing.read_again(session, number), read_again)
        return
    if from_ is None and cli.can_ask:
        result = decide(cli, session, result, list_lines, every=every)
    cli.show(ctx, result, reviewed)
