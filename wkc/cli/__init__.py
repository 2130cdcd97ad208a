"""The command `wkc`. Each command parses, calls one procedure and shows one result.

A command's module is imported when it is the one that was typed; `command_table` knows them all without that.
"""

from collections.abc import Callable
from copy import copy
from functools import cache, partial
from importlib import import_module
from typing import Annotated, Any

import typer

from wkc import __version__
from wkc.cli.command_table import ALIASES, COMMANDS, SUBCOMMANDS, find_modules
from wkc.cli.forms.missing import ask_missing
from wkc.cli.terminal.command_group import CommandGroup
from wkc.cli.terminal.help_text import translate
from wkc.i18n import N_, _, language

REGISTER_OPTIONS = ("--home", "--user")
"""The options that say whose start screen `wkc` opens, and of which register."""


class LazyGroup(CommandGroup):
    """The command `wkc`: knows the line of each command, and loads the one that is typed."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, line in COMMANDS.items():
            self.add_command(typer.core.TyperCommand(name, help=_(line.help), rich_help_panel=_(line.panel)), name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; no command among them opens the start screen on a terminal, and elsewhere shows the help."""
        if _names_no_command(args) and not ctx.resilient_parsing and ctx.obj.environment.is_interactive:
            args = [*args, "menu"]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that was typed and load it, with the subcommand that was typed."""
        args = [*ALIASES.get(args[0].casefold(), (args[0],)), *args[1:]]
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name, rest[0] if rest else "") if name else command, rest


def _names_no_command(args: list[str]) -> bool:
    """Tell whether there are no words but the options of the start screen: of which register, of whom, plain."""
    rest = list(args)
    while rest:
        word = rest.pop(0)
        if word in REGISTER_OPTIONS and rest:
            del rest[0]
        elif word != "--plain" and not word.startswith(tuple(f"{option}=" for option in REGISTER_OPTIONS)):
            return False
    return True


def load(name: str, subcommand: str = "") -> Any:
    """Give a command in the language in use: with the one subcommand, or with all where there is none of that name."""
    return _load(name, subcommand if subcommand in SUBCOMMANDS.get(name, ()) else "", language())


@cache
def _load(name: str, subcommand: str, language: str) -> Any:
    """Make a command in the language in use: once in a process, also where a shell or a test runs many."""
    del language  # The key tells one made command from another.
    app, is_chosen = _choose_commands(name, subcommand)
    if is_chosen:
        command: Any = typer.main.get_group(app)
    else:
        command = typer.main.get_command(app)
    command.help = _(COMMANDS[name].help)
    return _ask_for_missing(translate(command, name))


def _choose_commands(name: str, subcommand: str) -> tuple[typer.Typer, bool]:
    """Give the app of a noun, and whether it was made of chosen commands: the typed one, or those of all its files."""
    names = (subcommand,) if subcommand in SUBCOMMANDS.get(name, ()) else SUBCOMMANDS.get(name, ())
    apps: list[typer.Typer] = [import_module(module).app for module in find_modules(name, names)]
    commands = {_name(command): command for app in apps for command in app.registered_commands}
    if len(apps) == 1 and subcommand not in commands:
        return apps[0], False
    app = copy(apps[0])
    app.registered_commands = [commands[one] for one in names if one in commands]
    return app, True


def _ask_for_missing(command: Any) -> Any:
    """Make a command, and all its subcommands, ask for the words that are missing."""
    for child in getattr(command, "commands", {}).values():
        _ask_for_missing(child)
    if not hasattr(command, "commands"):
        command.parse_args = partial(_read_words, command.parse_args)
    return command


def _read_words(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Read the words of a command that is about to run: where its help was asked for, that has ended it by then."""
    words = ask_missing(parse, ctx, args)
    import_module("wkc.records")  # Before any module that makes records.
    return words


def _name(command: Any) -> str:
    """Give the name of a command: its own, else that of the function beneath it."""
    return command.name or str(command.callback.__name__).replace("_", "-")


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("An encrypted register of personal data, kept by the letter of its privacy regulation."),
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wkc {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    home: Annotated[str | None, typer.Option(metavar="DIR", help=N_("The folder of the register (WKC_HOME)."))] = None,
    user: Annotated[str | None, typer.Option(metavar="ID", help=N_("Your USER ID (WKC_USER)."))] = None,
    password_file: Annotated[
        str | None,
        typer.Option(metavar="FILE", help=N_("Read the password from this file (WKC_PASSWORD_FILE).")),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=N_("Give the result as JSON, for scripts."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Ask nothing."))] = False,
    purpose: Annotated[
        str | None, typer.Option(metavar="CODE", help=N_("The purpose of this look or change (art. 2)."))
    ] = None,
    break_glass: Annotated[
        bool,
        typer.Option(
            "--break-glass", "--noodinzage", help=N_("Look outside your caseload, for a reason that is asked for.")
        ),
    ] = False,
    break_glass_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("The same, with the reason in a file; - for stdin."))
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help=N_("Draw no boxes, and lists as lines: for a screen reader (WKC_PLAIN)."))
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help=N_("Say which version this is."))
    ] = False,
) -> None:
    """Keep the options before the command."""
    del version, plain  # __main__ sets WKC_PLAIN for it, before any help is written.
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.invocation import GlobalOptions

    options = GlobalOptions(home, user, password_file, json, yes, purpose, break_glass, break_glass_file)
    ctx.obj = CliContext(ctx.obj, options)


def command(*, in_shell: bool) -> Any:
    """Give the whole program as one command, its help in the language in use; completion is for a Unix shell."""
    return _command(in_shell, language())


@cache
def _command(in_shell: bool, language: str) -> Any:
    """Make the whole program once in a process and language."""
    del language
    made = translate(typer.main.get_command(app), "wkc")
    if in_shell:
        made.params = [parameter for parameter in made.params if not parameter.name.endswith("_completion")]
    return made
