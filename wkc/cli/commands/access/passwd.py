"""`wkc passwd`: a new password for who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import NEW_PASSWORD_FILE
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.account import PasswordChanged
    from wkc.procedures.access.revoke import KeysReplaced

app = group()

COMPROMISED = typer.Option("--compromised", help=N_("Others may know the old one: new keys for everybody."))


@app.command()
def passwd(
    ctx: typer.Context,
    new_password_file: Annotated[str | None, NEW_PASSWORD_FILE] = None,
    compromised: Annotated[bool, COMPROMISED] = False,
) -> None:
    """Change the own password."""
    from wkc.procedures.access import account, revoke

    cli = cli_context(ctx)
    session = cli.session_by_password()
    if compromised:
        revoke.check_may_replace_keys(session)
        replaced = revoke.replace_own_keys(session, cli.new_password(new_password_file, session.user_id))
        cli.show(ctx, replaced, _replaced)
    else:
        changed = account.change_password(session, cli.new_password(new_password_file, session.user_id))
        cli.show(ctx, changed, _changed)


def _changed(screen: Screen, changed: PasswordChanged) -> None:
    screen.say(_("The password of {user} is changed; the old one signs in no more.").format(user=changed.user_id))
    screen.say(_("A copy made before, such as a backup, still opens with it. If others may know it:"))
    screen.say("wkc passwd --compromised")


def _replaced(screen: Screen, replaced: KeysReplaced) -> None:
    screen.say(
        _("{user} has a new password, and everybody new keys; the old one opens nothing made from now on.").format(
            user=replaced.user_id
        )
    )
    screen.say(_("Make a new backup, and take away the older ones when they are no longer needed."))
