"""`wkc login`: the password once, then commands in this terminal until it is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.login import SessionOpen

app = group()


@app.command()
def login(ctx: typer.Context) -> None:
    """Open a session in this terminal."""
    from wkc.procedures.access import login as sessions

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    cli.show(ctx, sessions.login(cli.session_by_password()), _opened)


def _opened(screen: Screen, session: SessionOpen) -> None:
    text = _("{user} is signed in on this terminal until {idle} if nothing is done, {most} at the latest.")
    idle, most = screen.minute(session.idle_until), screen.minute(session.until)
    screen.say(text.format(user=session.user_id, idle=idle, most=most))
    screen.say(_("`wkc logout` ends it."))
