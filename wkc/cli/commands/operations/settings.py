"""`wkc settings`: the office, the court, the time-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.core.set_settings import Setting

app = group()


@app.command(help=N_("Show all settings as they hold now."))
def show(ctx: typer.Context) -> None:
    """Show the settings."""
    from wkc.procedures.core import set_settings as settings

    cli = cli_context(ctx)
    cli.show(ctx, settings.show(cli.session()), _shown)


@app.command("set", help=N_("Change one setting."))
def set_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SETTING", help=N_("Its name in `wkc settings show`."))],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=N_("What it shall be."))],
) -> None:
    """Change a setting."""
    from wkc.procedures.core import set_settings as settings
    from wkc.procedures.core.settings import BACKUP_FOLDER

    cli = cli_context(ctx)
    if name == BACKUP_FOLDER and cli.files.only is not None:
        value = str(cli.files.to_visit(value))
    cli.show(ctx, settings.put(cli.session(), name, value), _set)


def _shown(screen: Screen, shown: tuple[Setting, ...]) -> None:
    screen.table((_("setting"), _("value")), ((setting.name, setting.value or None) for setting in shown))


def _set(screen: Screen, setting: Setting) -> None:
    from wkc.errors.backup import BackupFolderMissing
    from wkc.procedures.core.set_settings import is_folder_missing

    screen.say(_("{name} is now: {value}").format(name=setting.name, value=setting.value))
    if is_folder_missing(setting):
        screen.say(" ".join(BackupFolderMissing(folder=setting.value).text_and_hint))
