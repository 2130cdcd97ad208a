"""A group of commands: typed alone it shows its help, and a script that asks for JSON gets an error it can read."""

from typing import Any

import typer
from typer.core import TyperGroup

from wkc.cli.command_table import VERBS
from wkc.errors.terminal import MissingCommand

USAGE = 2
"""The exit code of a command that was typed wrong."""


class CommandGroup(TyperGroup):
    """A group whose help is shown on stdout, with exit code 2, where no command follows."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; none at all shows the help, or with --json raises errors.MissingCommand."""
        if args or ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        if getattr(ctx.obj, "json", False):
            raise MissingCommand
        typer.echo(ctx.get_help(), color=ctx.color)
        raise typer.Exit(USAGE)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that was typed, also by another verb for it."""
        if args[0] not in self.commands:
            synonyms = VERBS.get(args[0].casefold(), ())
            args = [next((verb for verb in synonyms if verb in self.commands), args[0]), *args[1:]]
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the commands that help lists: in `wkc shell` what may be typed there and the role may do."""
        from wkc.cli.terminal.command_action import is_offered, role_in_shell

        names = super().list_commands(ctx)
        role = role_in_shell(ctx)
        if role is None:
            return names
        noun = ctx.command_path.removeprefix("wkc").strip()
        return [name for name in names if is_offered(f"{noun} {name}".strip(), role)]


def group() -> typer.Typer:
    """Make a place for commands; completion is installed at the root only."""
    return typer.Typer(cls=CommandGroup, add_completion=False)
