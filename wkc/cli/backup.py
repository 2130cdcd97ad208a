"""`wkc backup`: a copy of the register that opens only for who may, to be kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.call import OVERDUE, group, of
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.screen import Screen
    from wkc.procedures.backup import BackupVerified, Pruned
    from wkc.records import Backup

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
    from wkc.procedures import backup

    call = of(ctx)
    place = call.files.to_write(to) if to else None
    call.show(ctx, backup.create(call.session(), place), _created)


@app.command(help=N_("Check a backup: each file, the signature; a beheerder's check opens it and reads it all."))
def verify(ctx: typer.Context, folder: Annotated[str | None, BACKUP] = None) -> None:
    """Check a backup."""
    from wkc.procedures import backup

    call = of(ctx)
    call.show(ctx, backup.verify(call.session(), Path(folder) if folder else None), _verified)


@app.command(help=N_("Take away the backups that are older than backup.keep_days, never the newest; for cron."))
def prune(ctx: typer.Context) -> None:
    """Take old backups away."""
    from wkc.procedures import backup

    call = of(ctx)
    pruned = backup.prune(call.session())
    call.show(ctx, pruned, _pruned)
    if pruned.overdue:
        raise typer.Exit(OVERDUE)


def _created(screen: Screen, made: Backup) -> None:
    screen.say(_("The backup is made: {path}").format(path=made.path))


def _verified(screen: Screen, found: BackupVerified) -> None:
    of_when = {"path": found.path, "at": f"{found.contents.at:%Y-%m-%d %H:%M}"}
    screen.say(_("The backup holds: {path}, of {at} (UTC).").format(**of_when))
    if found.opened:
        screen.say(
            _("It was opened and read through; its log holds up to line {seq}.").format(seq=found.contents.head.seq)
        )
    else:
        screen.say(_("Its files and its signature were checked; a beheerder's check opens it besides."))
    if not found.listed:
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
