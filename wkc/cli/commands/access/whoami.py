"""`wkc whoami`: the signed-in user, as the register knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.account import CurrentUser
    from wkc.procedures.access.login import SessionOpen

app = group()


@app.command()
def whoami(ctx: typer.Context) -> None:
    """Say who is signed in."""
    from wkc.procedures.access import account as access

    cli = cli_context(ctx)
    cli.show(ctx, access.whoami(cli.session()), _current_user)


def _current_user(screen: Screen, me: CurrentUser) -> None:
    screen.pairs(
        (
            (_("USER ID"), me.user.user_id),
            (_("name"), me.user.name),
            (_("role"), me.user.role),
            (_("function"), me.user.function),
            (_("designated on"), screen.day(me.user.designated_at)),
            (_("register"), me.home),
            (_("houder"), me.houder),
            (_("session"), _session(screen, me.session)),
        )
    )


def _session(screen: Screen, session: SessionOpen | None) -> str:
    if session is None:
        return _("none open in this terminal: `wkc login`")
    return _("until {idle} if nothing is done, {most} at the latest").format(
        idle=screen.minute(session.idle_until), most=screen.minute(session.until)
    )
