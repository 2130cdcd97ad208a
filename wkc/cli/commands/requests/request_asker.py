"""`wkc request address|void`: who made a request, and one that the office took in by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import REQUEST
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.records.request import Answering

app = group()


@app.command(help=N_("Put the name and address of who made a request on file, where that is not the client."))
def address(ctx: typer.Context, number: Annotated[str, REQUEST]) -> None:
    """Put the name and address of who made a request on file."""
    from wkc.cli.forms.asker import ask_lines
    from wkc.cli.views.request import answering
    from wkc.procedures.requests import asker

    cli = cli_context(ctx)
    session = cli.session()
    cli.show(ctx, asker.put_address(session, number, ask_lines(cli)), answering)


@app.command(help=N_("Say that a request was a mistake of the office, such as for the wrong client."))
def void(ctx: typer.Context, number: Annotated[str, REQUEST]) -> None:
    """Void a request."""
    from wkc.procedures.requests import mistake

    cli = cli_context(ctx)
    session = cli.session()
    mistake.check_void(session, number)
    reason = cli.reason(N_("What went wrong (such as: taken in for the wrong client)"), N_("Give it on stdin."))
    cli.show(ctx, mistake.void(session, number, reason), _voided)


def _voided(screen: Screen, done: Answering) -> None:
    request = done.request
    screen.say(_("Request {request} is void: it was a mistake of the office.").format(request=request.number))
    screen.say(_("What was written down with it is gone, and its letters that were not sent go to nobody."))
