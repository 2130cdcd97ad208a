"""`wkc recover`: back in with a recovery code, when nobody's password is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.recovery_codes import prove_written_down, show_codes, tell_broken
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import NEW_PASSWORD_FILE
from wkc.i18n import N_, _
from wkc.procedures.io.user_id import fold_if_typed, fold_user_id

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.recovery import Recovered

app = group()


@app.command()
def recover(
    ctx: typer.Context,
    beheerder: Annotated[
        str | None,
        typer.Option(metavar="ID", callback=fold_if_typed, help=N_("The USER ID of the beheerder, known or new.")),
    ] = None,
    name: Annotated[str | None, typer.Option(help=N_("The name of the person, for a new USER ID."))] = None,
    function: Annotated[str | None, typer.Option(help=N_("The function of the person, for a new USER ID."))] = None,
    code_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("Read the recovery code from this file."))
    ] = None,
    new_password_file: Annotated[str | None, NEW_PASSWORD_FILE] = None,
    new_codes: Annotated[
        bool, typer.Option("--new-codes", help=N_("Only make new codes, with your own password as beheerder."))
    ] = False,
) -> None:
    """Make a beheerder with a recovery code, or new codes as a beheerder."""
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access import recovery

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    if new_codes:
        made = recovery.new_codes(cli.session())
        cli.show(ctx, made, _new_codes)
        prove_written_down(cli, made.recovery_codes)
        return
    session = cli.recovery_session(code_file)
    user_id = beheerder or fold_user_id(cli.ask(N_("USER ID of the beheerder"), N_("Add --beheerder ID.")))
    user = recovery.find_known(session, user_id) or recovery.newcomer(
        session,
        user_id,
        name or cli.ask(N_("Name"), N_("Add --name.")),
        function or cli.ask(N_("Function"), N_("Add --function.")),
    )
    recovered = recovery.recover(session, user, cli.new_password(new_password_file, user.user_id))
    cli.show(ctx, recovered, _recovered)
    prove_written_down(cli, recovered.recovery_codes)
    if not cli.json:
        _propose_next(Screen(cli.environment))


def _new_codes(screen: Screen, made: Recovered) -> None:
    screen.say(_("The old recovery codes open nothing any more."))
    tell_broken(screen, made.broken)
    show_codes(screen, made.recovery_codes)


def _recovered(screen: Screen, recovered: Recovered) -> None:
    screen.say(
        _("{user} is beheerder, with a new password; the old recovery codes open nothing any more.").format(
            user=recovered.beheerder
        )
    )
    tell_broken(screen, recovered.broken)
    show_codes(screen, recovered.recovery_codes)


def _propose_next(screen: Screen) -> None:
    screen.heading(_("What next"))
    screen.say(_("End the access of whoever has left: `wkc user revoke ID`; `wkc user list` shows who there are."))
