"""`wkc shell`: one sign-in, then commands; no way out to another program, fit to be an ssh forced command."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from wkc.cli.command_table import COMMANDS, NOT_IN_SHELL, SUBCOMMANDS
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import CliContext, cli_context
from wkc.cli.terminal.invocation import ShellContext
from wkc.errors.terminal import NotInsideShell, QuotesOpen
from wkc.i18n import N_, _

app = group()

FILES = typer.Option(metavar="DIR", help=N_("The only folder in which files are read and written, by plain names."))
LEAVE = ("exit", "quit")


@app.command()
def shell(ctx: typer.Context, files: Annotated[str | None, FILES] = None) -> None:
    """Sign in once and read commands until `exit` or the end of input."""
    from wkc.procedures.access import account as access

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    folder = check_only_folder(files)
    cli.terminal(N_("A terminal"), N_("`wkc shell` is for people; scripts call each command."))
    session = cli.session_by_password()
    access.whoami(session)
    inside = ShellContext(session, folder)
    cli.say(_("Type commands without `wkc`; `--help` lists them, `exit` leaves."))
    while (line := cli.command(f"{session.user_id}> ", shell_words())) is not None:
        if line.strip() in LEAVE:
            return
        run_line(cli, line, inside)
    cli.say(_("You are signed out. `wkc shell` begins again."))


def check_only_folder(files: str | None) -> Path | None:
    """Give the only folder for files, if one is named; errors.FileUnreadable."""
    from wkc.procedures.io import input_file

    return input_file.check_folder(Path(files).expanduser().absolute()) if files else None


def run_line(cli: CliContext, line: str, inside: ShellContext) -> None:
    """Run one line as a command: also with `wkc` before it, and `help` or `?` for the list of commands."""
    try:
        words = shlex.split(line)
    except ValueError:
        cli.say(" ".join(QuotesOpen().text_and_hint))
        return
    if words[:1] == ["wkc"]:
        words = words[1:]
    if words in (["help"], ["?"]):
        words = ["--help"]
    if not words:
        return
    if words[0] in NOT_IN_SHELL:
        cli.say(" ".join(NotInsideShell().text_and_hint))
    else:
        cli.pause_progress()
        cli.invocation.run(words, cli.environment, inside)


def shell_words() -> dict[str, list[str]]:
    """Give the commands to complete, each with those beneath it."""
    return {name: list(SUBCOMMANDS.get(name, ())) for name in COMMANDS if name not in NOT_IN_SHELL} | {"exit": []}
