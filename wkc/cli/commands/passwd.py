"""`wkc passwd`: a new password for who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.account import PasswordChanged

app = group()

NEW_FILE = typer.Option(metavar="FILE", help=N_("Read the new password from this file."))


@app.command()
def passwd(ctx: typer.Context, new_password_file: Annotated[str | None, NEW_FILE] = None) -> None:
    """Change the own password."""
    from wkc.procedures.access import account as access

    call = of(ctx)
    session = call.session_by_password()
    changed = access.change_password(session, call.new_password(new_password_file))
    call.show(ctx, changed, _changed)


def _changed(screen: Screen, changed: PasswordChanged) -> None:
    screen.say(_("The password of {user} is changed; the old one opens nothing any more.").format(user=changed.user_id))
