"""The help of a command in the language in use: our words, and those of the parser's library."""

from collections.abc import Mapping
from copy import copy
from functools import partial
from importlib import import_module
from typing import Any

from wkc.i18n import N_, _

# The words of the parser's library in its help, by the constant in which `typer.rich_utils` binds them at import.
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
        N_("FORM"),
        N_("RECIPIENT"),
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
        N_("BREACH"),
        N_("MOMENT"),
        N_("WHOM"),
        N_("ROLE"),
        N_("RUN"),
        N_("SETTING"),
        N_("ROW"),
        N_("TASK"),
        N_("TEXT"),
        N_("TIME"),
        N_("VALUE"),
        N_("yes|no"),
        N_("WAY"),
        N_("WHO"),
        N_("WORK"),
        N_("SHAPE"),
        N_("YEAR"),
    ),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)


_plain = False


def use(environ: Mapping[str, str]) -> None:
    """Choose help without drawn boxes where WKC_PLAIN is set, for a screen reader."""
    global _plain  # noqa: PLW0603  (one process has one screen at a time)
    _plain = bool(environ.get("WKC_PLAIN"))


def _panel() -> Any:
    """Give a panel whose border is blank."""
    from rich.box import Box
    from rich.panel import Panel

    return partial(Panel, box=Box("    \n" * 8))


def translate(command: Any, name: str) -> Any:
    """Translate the help of a command and of all beneath it."""
    command.name = name
    command.help = _(command.help) if command.help else None
    command.options_metavar = _(command.options_metavar)
    command.format_help = partial(_write_help, command)
    command.format_usage = partial(_write_usage, command)
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
            translate(child, beneath)
    return command


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the help of a command, the library's own words in the language in use.

    They cannot come from gettext: some are bound when the library is imported, which may have been in the
    other language, and the rest is plain text there. It is imported here because only help needs it.
    """
    library: Any = import_module("typer.rich_utils")
    for constant, word in PANEL_WORDS.items():
        setattr(library, constant, _(word))
    library.Panel = _panel() if _plain else import_module("rich.panel").Panel
    library.highlighter.highlights = [*library.OptionHighlighter.highlights, f"(?P<usage>{_('Usage:')} )"]
    command.get_help_option(ctx).help = _("Show this message and exit.")
    command.epilog = _example(ctx)
    type(command).format_help(command, ctx, formatter)


def _example(ctx: Any) -> str | None:
    """Give an example of the command that the help is of; of a group, that some of its commands are left out."""
    from wkc.cli.terminal.examples import EXAMPLES

    words: list[str] = []
    here = ctx
    while here.parent is not None:
        words.insert(0, here.info_name)
        here = here.parent
    typed = EXAMPLES.get(" ".join(words))
    if typed is None:
        beneath = getattr(ctx.command, "commands", {})
        is_shorter = bool(beneath) and len(ctx.command.list_commands(ctx)) < len(beneath)
        return _("What cannot be done here, or not in your role, is left out.") if is_shorter else None
    program = "wkc " if ctx.command_path.startswith("wkc") else ""
    return _("For example: {line}").format(line=f"{program}{' '.join(words)} {typed}".strip())


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the line that shows how a command is typed, its first word in the language in use."""
    words = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, words, prefix=_("Usage:") + " ")
