"""`wkc user`: who is designated, as what, and help for who forgot a password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.missing import require
from wkc.cli.forms.recovery_codes import tell_broken
from wkc.cli.terminal.codes import ROLES, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import NEW_PASSWORD_FILE
from wkc.i18n import N_, _, ngettext
from wkc.procedures.io.user_id import fold_if_typed

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.revoke import AccessRevoked, KeysReplaced, RoleChanged
    from wkc.procedures.access.user import Designated, UserShown

app = group()

USER = typer.Argument(metavar="ID", callback=fold_if_typed, help=N_("A USER ID."))
ROLE = typer.Option(metavar="ROLE", help=N_("beheerder, coach, medewerker or management."))


@app.command(help=N_("Designate a user; the person types the first password. Or a service account, for cron."))
def designate(
    ctx: typer.Context,
    user_id: Annotated[str, USER],
    name: Annotated[str | None, typer.Option(help=N_("The name of the person."))] = None,
    role: Annotated[str | None, ROLE] = None,
    function: Annotated[str | None, typer.Option(help=N_("The function of the person."))] = None,
    secrecy_on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=N_("When secrecy was undertaken in writing (default: today).")),
    ] = None,
    new_password_file: Annotated[str | None, NEW_PASSWORD_FILE] = None,
    service: Annotated[bool, typer.Option("--service", help=N_("A service account, for cron."))] = False,
    responsible: Annotated[
        str | None, typer.Option(metavar="ID", callback=fold_if_typed, help=N_("Who answers for the service account."))
    ] = None,
    key_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("Where the secret of the service account goes (0400)."))
    ] = None,
) -> None:
    """Designate a person or a service account."""
    from wkc.procedures.access import user as users

    cli = cli_context(ctx)
    session = cli.session_by_password()
    if service:
        person = require(ctx, responsible, "--responsible")
        place = cli.files.to_write(require(ctx, key_file, "--key-file"))
        cli.show(ctx, users.designate_service(session, user_id, person, place), _designated)
        return
    new_user = users.NewUser(
        user_id,
        require(ctx, name, "--name"),
        require(ctx, role, "--role"),
        require(ctx, function, "--function"),
        secrecy_on,
    )
    users.check(session, new_user)
    cli.show(ctx, users.designate(session, new_user, cli.new_password(new_password_file, user_id)), _designated)


@app.command(help=N_("Give a user who forgot the password a new one, which the person types."))
def reset(
    ctx: typer.Context,
    user_id: Annotated[str, USER],
    new_password_file: Annotated[str | None, NEW_PASSWORD_FILE] = None,
    compromised: Annotated[
        bool, typer.Option("--compromised", help=N_("Others may know the password or the key: new keys for everybody."))
    ] = False,
    key_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("Where the new secret of a service account goes (0400)."))
    ] = None,
) -> None:
    """Reset a forgotten password, or one that others may know."""
    from wkc.procedures.access import revoke as leaving
    from wkc.procedures.access import user as users

    cli = cli_context(ctx)
    session = cli.session_by_password()
    if key_file:
        cli.show(ctx, leaving.rekey_service(session, user_id, cli.files.to_write(key_file)), _secured)
    elif compromised:
        password = cli.new_password(new_password_file, user_id)
        cli.show(ctx, leaving.reset_compromised(session, user_id, password), _secured)
    else:
        cli.show(ctx, users.reset(session, user_id, cli.new_password(new_password_file, user_id)), _reset)


@app.command(help=N_("End a user's access at once; everybody else gets new keys, without a password."))
def revoke(ctx: typer.Context, user_id: Annotated[str, USER]) -> None:
    """Revoke a user."""
    from wkc.cli.forms.confirmation import confirm_leaving
    from wkc.procedures.access import revoke as leaving

    cli = cli_context(ctx)
    session = cli.session_by_password()
    confirm_leaving(cli, session, user_id)
    cli.show(ctx, leaving.revoke(session, user_id), _revoked)


@app.command("role", help=N_("Designate a user for another role; one that sees less makes new keys for everybody."))
def role_(
    ctx: typer.Context,
    user_id: Annotated[str, USER],
    role: Annotated[str, typer.Argument(metavar="ROLE", help=N_("beheerder, coach, medewerker or management."))],
    function: Annotated[str | None, typer.Option(help=N_("The function of the person."))] = None,
) -> None:
    """Change a role."""
    from wkc.procedures.access import revoke as leaving

    cli = cli_context(ctx)
    cli.show(ctx, leaving.change_role(cli.session_by_password(), user_id, role, function), _role_changed)


@app.command(help=N_("Let another person answer for a service account, when who did has left."))
def responsible(
    ctx: typer.Context,
    user_id: Annotated[str, USER],
    person: Annotated[str, USER],
) -> None:
    """Let a person answer for a service account."""
    from wkc.procedures.access import user as users

    cli = cli_context(ctx)
    cli.show(ctx, users.answer_for(cli.session(), user_id, person), _responsible)


@app.command("list", help=N_("List everybody who was ever designated."))
def list_(ctx: typer.Context) -> None:
    """List all users and service accounts."""
    from wkc.procedures.access import user as users

    cli = cli_context(ctx)
    cli.show(ctx, users.every(cli.session()), _listed)


@app.command(help=N_("Show one user."))
def show(ctx: typer.Context, user_id: Annotated[str, USER]) -> None:
    """Show a user."""
    from wkc.procedures.access import user as users

    cli = cli_context(ctx)
    cli.show(ctx, users.show(cli.session(), user_id), _shown)


def _designated(screen: Screen, done: Designated) -> None:
    screen.say(
        _("{user} is designated as {role}.").format(user=done.user.user_id, role=in_words(done.user.role, ROLES))
    )


def _responsible(screen: Screen, done: Designated) -> None:
    text = _("{person} answers for the service account {account} from now on.")
    screen.say(text.format(person=done.user.responsible, account=done.user.user_id))


def _reset(screen: Screen, done: Designated) -> None:
    screen.say(_("{user} has a new password; the old one signs in no more.").format(user=done.user.user_id))


def _secured(screen: Screen, done: KeysReplaced) -> None:
    screen.say(
        _("{user} has a new key, and so has everybody; the old ones open nothing new.").format(user=done.user_id)
    )
    tell_broken(screen, done.broken)


def _revoked(screen: Screen, left: AccessRevoked) -> None:
    screen.say(_("The access of {user} has ended.").format(user=left.user_id))
    _tell_clients_left(screen, left.user_id, left.clients)
    for account in left.answers_for:
        screen.say(
            _("{user} answered for the service account {account}: end it and designate another.").format(
                user=left.user_id, account=account
            )
        )
    _tell_codes_due(screen, left.user_id, due=left.codes_due)
    tell_broken(screen, left.broken)


def _role_changed(screen: Screen, changed: RoleChanged) -> None:
    screen.say(
        _("{user} is designated as {role}.").format(user=changed.user.user_id, role=in_words(changed.user.role, ROLES))
    )
    _tell_clients_left(screen, changed.user.user_id, changed.clients)
    _tell_codes_due(screen, changed.user.user_id, due=changed.codes_due)
    tell_broken(screen, changed.broken)


def _tell_codes_due(screen: Screen, user_id: str, *, due: bool) -> None:
    """Tell that the recovery codes are known to somebody who is no beheerder any more."""
    if due:
        screen.say(_("{user} may know the recovery codes. Make new ones: wkc recover --new-codes").format(user=user_id))


def _tell_clients_left(screen: Screen, user_id: str, clients: int) -> None:
    """Tell how many clients have a coach who is none any more, and how they get another."""
    if clients:
        text = ngettext(
            "{count} client is still with {user}: wkc client assign --all-of {user} --coach {other}",
            "{count} clients are still with {user}: wkc client assign --all-of {user} --coach {other}",
            clients,
        )
        screen.say(text.format(count=clients, user=user_id, other=_("ID")))


def _listed(screen: Screen, listed: tuple[UserShown, ...]) -> None:
    screen.table(
        (_("user"), _("name"), _("role"), _("function"), _("access")),
        (
            (
                shown.user.user_id,
                shown.user.name,
                in_words(shown.user.role, ROLES),
                shown.user.function,
                _access(screen, shown),
            )
            for shown in listed
        ),
    )


def _shown(screen: Screen, shown: UserShown) -> None:
    user = shown.user
    screen.pairs(
        (
            (_("user"), user.user_id),
            (_("name"), user.name),
            (_("role"), in_words(user.role, ROLES)),
            (_("function"), user.function),
            (_("designated on"), screen.day(user.designated_at)),
            (_("designated by"), user.designated_by),
            (_("secrecy undertaken on"), user.secrecy_on),
            (_("responsible"), user.responsible),
            (_("access"), _access(screen, shown)),
        )
    )


def _access(screen: Screen, shown: UserShown) -> str:
    if shown.user.revoked_at is not None:
        return _("ended on {day}").format(day=screen.day(shown.user.revoked_at))
    return _("yes") if shown.has_access else _("none yet: `wkc user reset`")
