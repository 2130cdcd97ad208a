"""`wkc backup plan`: the crontab lines of the nightly work for this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.guided.backup_forms import USUAL_KEY
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import N_, _
from wkc.procedures.io.user_id import fold_if_typed

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.core.session import Session
    from wkc.procedures.operations.crontab import NightPlan

app = group()

ACCOUNT = typer.Option(metavar="ID", callback=fold_if_typed, help=N_("The service account (default: the only one)."))
KEY_FILE = typer.Option(metavar="FILE", help=N_("The key file of the service account (default: wkc.key, at home)."))
AT = typer.Option("--at", metavar="TIME", help=N_("The time of the retention run (default: 02:15)."))
MAIL = typer.Option("--mail-to", metavar="TEXT", help=N_("The address to which cron mails what a line says."))
TO = typer.Option(metavar="DIR", help=N_("The folder for backups: it becomes the setting backup.folder."))


@app.command("plan", help=N_("Give the crontab lines for this machine: backups, retention, agenda and a look over."))
def plan(
    ctx: typer.Context,
    account: Annotated[str | None, ACCOUNT] = None,
    key_file: Annotated[str | None, KEY_FILE] = None,
    at: Annotated[str | None, AT] = None,
    mail_to: Annotated[str | None, MAIL] = None,
    to: Annotated[str | None, TO] = None,
) -> None:
    """Give the crontab lines."""
    from wkc.cli.terminal.machine import find_locale, find_program
    from wkc.procedures.core import set_settings
    from wkc.procedures.core.settings import BACKUP_FOLDER
    from wkc.procedures.operations import crontab

    cli = cli_context(ctx)
    session = cli.session()
    folder = None if to is None else _check_folder(cli, session, to)
    accounts = dict.fromkeys(crontab.list_accounts(session), "")
    if account is None and len(accounts) > 1 and cli.can_ask:
        account = cli.choose(N_("Service account"), accounts, N_("Add --account ID.")) or None
    night_input = crontab.NightInput(account, _find_key(cli, key_file), at or _ask_time(cli), mail_to, folder)
    machine = crontab.Machine(find_program(), find_locale(cli.environment.environ))
    planned = crontab.plan(session, night_input, machine)
    if folder is not None:
        set_settings.put(session, BACKUP_FOLDER, str(folder))
    cli.show(ctx, planned, _planned)


def _check_folder(cli: CliContext, session: Session, to: str) -> Path:
    """Give the folder that is named, once it can be one for backups; it is set when the plan is there."""
    from wkc.procedures.core import backup_place

    return backup_place.check_folder(str(cli.files.to_visit(to).absolute()), session.home.path)


def _find_key(cli: CliContext, named: str | None) -> Path:
    """Give the key file: as named, the usual one where it is, or the one that is typed."""
    if named is None:
        usual = Path.home() / USUAL_KEY
        if cli.files.only is None and (usual.is_file() or not cli.can_ask):
            return usual
        named = cli.ask(N_("Key file of the service account"), N_("Add --key-file FILE.")).strip()
    return cli.files.to_visit(named).absolute()


def _ask_time(cli: CliContext) -> str:
    """Ask for the time of the retention run at a terminal; a script takes the usual one."""
    from wkc.procedures.operations.crontab import AT as USUAL
    from wkc.procedures.progress.appointment import parse_time

    if not cli.can_ask:
        return USUAL
    what = _("At what time of the night (Enter: {usual})").format(usual=USUAL)
    return cli.ask_until(what, N_("Add --at TIME."), lambda typed: parse_time(typed.strip() or USUAL))


def _planned(screen: Screen, planned: NightPlan) -> None:
    """Write the lines, and what to do with them as comments: all of it is a crontab."""
    from wkc.cli.terminal.wrap import WIDTH, fill

    first = _("wkc: for the crontab of the account that owns the register (crontab -e); nothing runs until then.")
    text = _("Backups go to {folder}; {account} makes them. A line that has nothing to say mails nothing.")
    for comment in (first, text.format(folder=planned.folder, account=planned.account)):
        screen.copyable(fill(f"# {comment}", WIDTH - 1, "# "))
    for line in planned.lines:
        screen.copyable(line)
