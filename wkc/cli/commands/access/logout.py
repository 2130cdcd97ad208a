"""`wkc logout`: nothing of a session is left in this terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.login import SessionsEnded

app = group()


@app.command()
def logout(ctx: typer.Context) -> None:
    """End the sessions of this terminal, of whoever and with any register; asks for nothing and always ends well."""
    from wkc.procedures.access import login as sessions

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    cli.show(ctx, sessions.logout(cli.environment), _ended)


def _ended(screen: Screen, ended: SessionsEnded) -> None:
    if ended.number:
        screen.say(
            ngettext("The session is closed.", "{count} sessions are closed.", ended.number).format(count=ended.number)
        )
    else:
        screen.say(_("No session was open in this terminal."))
