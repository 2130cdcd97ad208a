"""`wkc backup`: a copy of the register that opens only for who may, to be kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.recovery_codes import tell_broken
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import OVERDUE, cli_context
from wkc.i18n import N_, _, decimal, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.backup import BackupVerified, Pruned
    from wkc.procedures.operations.backup_folder import BackupList
    from wkc.procedures.operations.drill import Drilled
    from wkc.procedures.operations.restore import InspectedBackup, Restorable, Restored
    from wkc.records.backup import Backup
    from wkc.vault.keys.identity import Unlocked

app = group()

BACKUP = typer.Argument(metavar="BACKUP", help=N_("The folder of a backup (default: the newest)."))


@app.command(help=N_("Make a backup while others go on working; for cron."))
def create(
    ctx: typer.Context,
    to: Annotated[
        str | None, typer.Option(metavar="DIR", help=N_("Into this folder (default: the setting backup.folder)."))
    ] = None,
) -> None:
    """Make a backup."""
    from wkc.procedures.operations import backup

    cli = cli_context(ctx)
    place = cli.files.to_visit(to) if to else None
    cli.show(ctx, backup.create(cli.session(), place), _created)


@app.command(help=N_("Check a backup: each file, the signature; a beheerder's check opens it and reads it all."))
def verify(ctx: typer.Context, folder: Annotated[str | None, BACKUP] = None) -> None:
    """Check a backup."""
    from wkc.procedures.operations import backup

    cli = cli_context(ctx)
    place = _find_named(cli, folder) if folder else None
    cli.show(ctx, backup.verify(cli.session(), place), _verified)


@app.command(help=N_("Put a backup in the place of the register; what was destroyed since stays destroyed."))
def restore(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="BACKUP", help=N_("The folder of a backup."))],
    ledger: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help=N_("A newer destruction ledger, destroyed.jsonl, to carry out besides.")),
    ] = None,
    code: Annotated[
        bool, typer.Option("--code", help=N_("Come in with a recovery code of that day, where no register is left."))
    ] = False,
    code_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("Read the recovery code of that day from this file."))
    ] = None,
) -> None:
    """Restore a backup, once it was shown what that brings."""
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations import restore as restoring

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    backup = restoring.inspect(cli.home, _find_named(cli, folder))
    inspected, signer, opener = _sign_in(cli, backup, code or code_file is not None, code_file)
    options = restoring.RestoreOptions(
        cli.environment, inspected, signer, opener, tuple(map(cli.files.to_visit, ledger or ()))
    )
    planned = restoring.plan(options)
    if not cli.yes:
        cli.pause_progress()
        _planned(Screen(cli.environment), planned)
        cli.confirm(N_("Restore it?"))
    cli.show(ctx, restoring.carry_out(options, planned), _restored)


@app.command(
    help=N_("Try the newest backup, or one: restore it beside the register, read all of it, time it, wipe the copy.")
)
def drill(ctx: typer.Context, folder: Annotated[str | None, BACKUP] = None) -> None:
    """Try a backup."""
    from wkc.procedures.operations import drill as trial

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    named = _find_named(cli, folder) if folder else None
    cli.show(ctx, trial.run(cli.session_by_password(), named), _drilled)


@app.command(help=N_("Take away the backups that are older than backup.keep_days, never the newest; for cron."))
def prune(ctx: typer.Context) -> None:
    """Take old backups away."""
    from wkc.procedures.operations import backup

    cli = cli_context(ctx)
    pruned = backup.prune(cli.session())
    cli.show(ctx, pruned, _pruned)
    if pruned.overdue:
        raise typer.Exit(OVERDUE)


@app.command("list", help=N_("List the backups: which are there, which are away, which the register does not know."))
def list_(ctx: typer.Context) -> None:
    """List the backups."""
    from wkc.procedures.operations import backup_folder

    cli = cli_context(ctx)
    backups = backup_folder.list_backups(cli.session())
    cli.show(ctx, backups, _listed)
    if backups.set_back:
        raise typer.Exit(OVERDUE)


def _find_named(cli: CliContext, folder: str) -> Path:
    """Give the backup that a folder is; of the folder that backups go to, the one that is chosen at a terminal."""
    from wkc.vault.backup.archive import list_inside

    named = cli.files.to_visit(folder)
    inside = list_inside(named) if cli.can_ask else []
    if not inside:
        return named
    what = _("Which backup (Enter: {newest})").format(newest=inside[0])
    return named / (cli.choose(what, dict.fromkeys(inside, ""), N_("Name the folder of one backup.")) or inside[0])


STATES = {
    "here": N_("there"),
    "absent": N_("not there"),
    "unfinished": N_("cut short"),
    "unknown": N_("not known to the register"),
}


def _listed(screen: Screen, backups: BackupList) -> None:
    if not backups.backups:
        screen.say(_("There is no backup."))
        return
    screen.table(
        (_("made at"), _("state"), _("backup")),
        ((screen.minute(one.at), _(STATES[one.state]), one.path) for one in backups.backups),
        fixed=2,
    )
    if backups.same_disk:
        screen.say(_("Backups go to the same disk as the register: what breaks it takes both."))
    if backups.set_back:
        screen.say(_("The register does not know a backup of its own: was it set back? Restore that one, or look why."))


def _sign_in(
    cli: CliContext, inspected: InspectedBackup, by_code: bool, code_file: str | None
) -> tuple[InspectedBackup, Unlocked, Unlocked]:
    """Sign in as beheerder of the current register, else as of the backup's day; a code may open the backup."""
    from wkc.procedures.operations import restore as restoring

    if inspected.live is not None:
        session = cli.session_by_password()
        inspected = restoring.permit(session, inspected)
        signer = session.unlock()
    elif by_code:
        signer = restoring.open_by_code(inspected, cli.recovery_code(code_file))
    else:
        signer = restoring.open_by_password(inspected, cli.user_id(), cli.password(None))
    if restoring.can_open(inspected, signer):
        return inspected, signer, signer
    return inspected, signer, restoring.open_by_code(inspected, cli.recovery_code(code_file))


def _planned(screen: Screen, planned: Restorable) -> None:
    screen.say(_("The backup is of {at}.").format(at=screen.minute(planned.at)))
    screen.say(_("What was written down since is lost; settings and caseloads will be those of that day."))
    _numbers(screen, planned)
    screen.table((_("will have access"), _("role")), planned.access)
    if planned.out:
        screen.say(_("No access any more: {users}").format(users=", ".join(planned.out)))
    if count := planned.destroyed:
        text = ngettext(
            "{count} thing that was destroyed since is destroyed again.",
            "{count} things that were destroyed since are destroyed again.",
            count,
        )
        screen.say(text.format(count=count))
    if planned.unknown_since:
        screen.say(
            _(
                "No newer destruction ledger is at hand: what was destroyed after {at} comes back. "
                "Name a newer one with --ledger if there is one."
            ).format(at=screen.minute(planned.unknown_since))
        )
    elif planned.unknown_after is not None:
        screen.say(
            _("What was destroyed after line {line} of the newest destruction ledger at hand comes back.").format(
                line=planned.unknown_after
            )
        )


def _numbers(screen: Screen, planned: Restorable) -> None:
    """Name the numbers whose dossiers and letters are lost: what is on paper under them is of those."""
    if planned.numbers is None:
        screen.say(
            _("The numbers given out after that are not known and come again: look for letters of later days on paper.")
        )
    elif planned.numbers:
        lost = (
            first if first == last else _("{first} to {last}").format(first=first, last=last)
            for first, last in planned.numbers
        )
        screen.say(_("Given out after that, and not given out again: {numbers}.").format(numbers=", ".join(lost)))


def _restored(screen: Screen, done: Restored) -> None:
    screen.say(_("The backup is restored: {path}").format(path=done.plan.path))
    _numbers(screen, done.plan)
    tell_broken(screen, done.broken)
    if done.plan.unknown_since:
        screen.say(
            _("What was destroyed after {at} is back: destroy it again.").format(
                at=screen.minute(done.plan.unknown_since)
            )
        )
    if done.plan.unknown_after is not None:
        screen.say(_("`wkc doctor` reminds you until a beheerder has looked it up: `wkc audit accept --removals`."))
    screen.say(_("Next: `wkc doctor`, and `wkc backup create`."))


def _created(screen: Screen, made: Backup) -> None:
    screen.say(_("The backup is made: {path}").format(path=made.path))


def _verified(screen: Screen, verified: BackupVerified) -> None:
    of_when = {"path": verified.path, "at": screen.minute(verified.contents.at)}
    screen.say(_("The backup holds: {path}, of {at}.").format(**of_when))
    if verified.opened:
        screen.say(
            _("It was opened and read through; its log holds up to line {seq}.").format(seq=verified.contents.head.seq)
        )
    else:
        screen.say(_("Its files and its signature were checked; a beheerder's check opens it besides."))
    if not verified.listed:
        screen.say(_("This register has no note of it: it was made after what is here, or the note was pruned."))


def _pruned(screen: Screen, pruned: Pruned) -> None:
    for backup in pruned.removed:
        screen.say(_("Taken away: {path}").format(path=backup.path))
    for backup in pruned.unreached:
        screen.say(_("Too old and not reached, so still there: {path}").format(path=backup.path))
    stay = len(pruned.kept)
    screen.say(ngettext("{count} backup stays.", "{count} backups stay.", stay).format(count=stay))
    if pruned.overdue:
        screen.say(_("There is no backup that is new enough: `wkc backup create`."))


def _drilled(screen: Screen, done: Drilled) -> None:
    text = ngettext(
        "The backup was restored beside the register and read: {count} client, {values} values, in {seconds} s.",
        "The backup was restored beside the register and read: {count} clients, {values} values, in {seconds} s.",
        done.clients,
    )
    screen.say(text.format(count=done.clients, values=done.values, seconds=decimal(done.seconds)))
    if done.closed:
        text = ngettext("{count} value did not open.", "{count} values did not open.", done.closed)
        screen.say(text.format(count=done.closed))
    screen.say(_("The copy is wiped; the register is as it was. It is on the agenda as done."))
