"""What one types. Each command: parse, call one procedure, show one result.

`COMMANDS` is the table of contents; a command's module is imported when it is the one that was typed.
"""

from copy import copy
from functools import partial
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

from wkc import __version__
from wkc.i18n import N_, _


class Place(NamedTuple):
    """Where a command stands in the help, and its one line there."""

    panel: str
    help: str


DAILY, PAPER, OFFICE = N_("Clients, day by day"), N_("Rights and papers"), N_("The register itself")

COMMANDS: dict[str, Place] = {
    "client": Place(DAILY, N_("Register, import, find, show and keep clients.")),
    "contact": Place(DAILY, N_("Write down contact with a client; most kinds restart the five years.")),
    "party": Place(DAILY, N_("Opdrachtgevers and others that give us data or get it.")),
    "agenda": Place(DAILY, N_("What is to be done by which day; exit code 10 when something is overdue.")),
    "letter": Place(PAPER, N_("Letters: list them, print them, tell clients that we hold data on them.")),
    "consent": Place(PAPER, N_("What a client lets others have, and which secrets are lifted.")),
    "disclosure": Place(PAPER, N_("What others ask of us: judged by art. 8 before anything is given, and logged.")),
    "request": Place(PAPER, N_("What clients ask about their own data, the terms, and the answers.")),
    "correction": Place(PAPER, N_("What clients ask to be changed, carrying it out, and who hears of it.")),
    "inzage": Place(PAPER, N_("The copy of all that is held on one client, as PDF or JSON.")),
    "reglement": Place(PAPER, N_("The regulation, article by article, beside the program and today's law.")),
    "retention": Place(PAPER, N_("What falls due after five years without contact, and destroying it.")),
    "init": Place(OFFICE, N_("Make a new register and its first beheerder.")),
    "demo": Place(OFFICE, N_("Try everything on a throw-away register with made-up clients.")),
    "login": Place(OFFICE, N_("Open a session in this terminal: commands ask for no password.")),
    "logout": Place(OFFICE, N_("End the sessions of this terminal.")),
    "whoami": Place(OFFICE, N_("Say who you are and what you may do.")),
    "passwd": Place(OFFICE, N_("Change your own password.")),
    "recover": Place(OFFICE, N_("Get back in with a recovery code, when nobody's password is left.")),
    "audit": Place(OFFICE, N_("Read and check the log of every look and change.")),
    "backup": Place(OFFICE, N_("Make and check backups, restore one, take old ones away.")),
    "doctor": Place(OFFICE, N_("Look the register over: what is well, and what to do about the rest.")),
    "user": Place(OFFICE, N_("Designate users, say what they may do, help who forgot a password.")),
    "settings": Place(OFFICE, N_("The office, the court, the time-outs.")),
    "shell": Place(OFFICE, N_("Sign in once, then type commands without `wkc` before them.")),
}

# What the parser's library says in its help, by the constant in which `typer.rich_utils` binds it at import.
PANEL_WORDS = {
    "ARGUMENTS_PANEL_TITLE": N_("Arguments"),
    "OPTIONS_PANEL_TITLE": N_("Options"),
    "COMMANDS_PANEL_TITLE": N_("Commands"),
    "DEFAULT_STRING": N_("[default: {}]"),
    "REQUIRED_LONG_STRING": N_("[required]"),
}

# The library's other words, and those that stand for a value; marked here so that the catalogue has them.
VALUE_WORDS = (
    *(N_("[OPTIONS]"), N_("COMMAND [ARGS]..."), N_("str"), N_("int"), N_("int range")),
    *(
        N_("BACKUP"),
        N_("CODE"),
        N_("COUNT"),
        N_("DATE"),
        N_("DECISION"),
        N_("DIR"),
        N_("FIELD"),
        N_("FILE"),
        N_("GROUND"),
        N_("KIND"),
        N_("LETTER"),
        N_("ENTRY"),
        N_("HOW"),
        N_("LAW"),
        N_("LINE"),
        N_("LIST"),
        N_("NAME"),
        N_("NO"),
        N_("NUMBER"),
        N_("NUMBERS"),
        N_("PART"),
        N_("REQUEST"),
        N_("ROLE"),
        N_("RUN"),
        N_("SETTING"),
        N_("ROW"),
        N_("TEXT"),
        N_("TIME"),
        N_("VALUE"),
        N_("yes|no"),
        N_("WAY"),
        N_("WHO"),
    ),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)


class Lazy(TyperGroup):
    """The command `wkc`: it knows the line of each command, and loads the one that is typed."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, place in COMMANDS.items():
            self.add_command(typer.core.TyperCommand(name, help=_(place.help), rich_help_panel=_(place.panel)), name)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that was typed and load it, with the one beneath it that was typed."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name, rest[0] if rest else "") if name else command, rest


def load(name: str, beneath: str = "") -> Any:
    """Give a command, its help in the language in use, with one beneath it, or all where there is none of that name."""
    app: typer.Typer = import_module(f"wkc.cli.commands.{name}").app
    one = [known for known in app.registered_commands if beneath == (known.name or _called(known))]
    if one and one != app.registered_commands:
        app = copy(app)
        app.registered_commands = one
        command: Any = typer.main.get_group(app)
    else:
        command = typer.main.get_command(app)
    command.help = _(COMMANDS[name].help)
    return _spoken(command, name)


def _called(command: Any) -> str:
    """Give the name that a command has from its function."""
    return str(command.callback.__name__)


def _spoken(command: Any, name: str) -> Any:
    """Translate the help of a command and of all beneath it."""
    command.name = name
    command.help = _(command.help) if command.help else None
    command.options_metavar = _(command.options_metavar)
    command.format_help = partial(_write_help, command)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
        if parameter.metavar:
            parameter.metavar = _(parameter.metavar)
        parameter.type = copy(parameter.type)  # one object for all of a kind, in every language
        parameter.type.name = _(parameter.type.name)
    if hasattr(command, "commands"):
        command.subcommand_metavar = _(command.subcommand_metavar)
        for beneath, child in command.commands.items():
            _spoken(child, beneath)
    return command


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the help of a command, the library's own words in the language in use.

    They cannot come from gettext: some are bound when the library is imported, which may have been in the
    other language, and the rest is plain text there. It is imported here because only help needs it.
    """
    library: Any = import_module("typer.rich_utils")
    for constant, word in PANEL_WORDS.items():
        setattr(library, constant, _(word))
    library.highlighter.highlights = [*library.OptionHighlighter.highlights, f"(?P<usage>{_('Usage:')} )"]
    ctx.formatter_class = Formatter
    command.get_help_option(ctx).help = _("Show this message and exit.")
    type(command).format_help(command, ctx, formatter)


class Formatter(HelpFormatter):
    """The line that shows how a command is typed."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write it with its first word in the language in use."""
        super().write_usage(prog, args, prefix or _("Usage:") + " ")


app = typer.Typer(
    cls=Lazy,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("An encrypted register of personal data, kept by the letter of its privacy regulation."),
)


def _tell_version(wanted: bool) -> None:
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
        bool, typer.Option("--break-glass", help=N_("Look outside your caseload, for a reason that is asked for."))
    ] = False,
    break_glass_file: Annotated[
        str | None, typer.Option(metavar="FILE", help=N_("The same, with the reason in a file; - for stdin."))
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help=N_("Say which version this is."))
    ] = False,
) -> None:
    """Keep what was said before the command."""
    del version
    from wkc.cli.terminal.invocation import CliContext, GlobalOptions

    said = GlobalOptions(home, user, password_file, json, yes, purpose, break_glass, break_glass_file)
    ctx.obj = CliContext(ctx.obj, said)


def command(*, at_a_seat: bool) -> Any:
    """Give the whole program as one command, its help in the language in use; completion is for a Unix shell."""
    made = _spoken(typer.main.get_command(app), "wkc")
    if at_a_seat:
        made.params = [parameter for parameter in made.params if not parameter.name.endswith("_completion")]
    return made
