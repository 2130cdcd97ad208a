"""`wkc request search|link|join`: whose dossier a request is about, and the same request made twice."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, REQUEST
from wkc.i18n import N_

app = group()

EARLIER = typer.Argument(metavar="REQUEST", help=N_("The number of the earlier request for the same."))
ALSO = typer.Option(
    "--also", help=N_("Ask for what else to search by, or read it from stdin: former names, birth date, and so on.")
)


@app.command(help=N_("Search for who asks from outside the register, by all that somebody may be on file under."))
def search(ctx: typer.Context, number: Annotated[str, REQUEST], also: Annotated[bool, ALSO] = False) -> None:
    """Search for who asks."""
    from wkc.cli.views.search import resemblance
    from wkc.procedures.requests import search as searching

    cli = cli_context(ctx)
    session = cli.session()
    more = N_("Former names, birth date, e-mail or telephone")
    lines = cli.value(more, N_("Give them on stdin, one a line.")) if also else None
    cli.show(ctx, searching.search(session, number, lines), resemblance)


@app.command(help=N_("Say which dossier a request from outside the register is about; its days stay as they are."))
def link(ctx: typer.Context, number: Annotated[str, REQUEST], who: Annotated[str, CLIENT]) -> None:
    """Link a request to a dossier."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import search as searching

    cli = cli_context(ctx)
    cli.show(ctx, searching.link(cli.session(), number, cli.search_term(who)), answering)


@app.command(help=N_("Join a request with an earlier one for the same that is open: one answer, by the earlier days."))
def join(ctx: typer.Context, number: Annotated[str, REQUEST], earlier: Annotated[str, EARLIER]) -> None:
    """Join a request with an earlier one."""
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import join as joining

    cli = cli_context(ctx)
    cli.show(ctx, joining.join(cli.session(), number, earlier), answering)
