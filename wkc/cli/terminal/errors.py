"""Errors on stderr: one sentence for the event, one for the remedy; or the JSON envelope."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from wkc.cli.command_table import COMMANDS, SUBCOMMANDS
from wkc.cli.terminal.command_hint import TAKES_VALUE, show
from wkc.cli.terminal.context import VERSION
from wkc.cli.terminal.wrap import wrap
from wkc.errors.families import Fault, WkcError
from wkc.errors.register import FaultsFound
from wkc.errors.terminal import UsageWrong
from wkc.i18n import N_, _
from wkc.procedures.core.environment import Environment


def report(environment: Environment, argv: Sequence[str], error: WkcError) -> int:
    """Write an error and give its exit code."""
    text, hint = error.text_and_hint
    faults = error.faults if isinstance(error, FaultsFound) else ()
    if "--json" in argv:
        body: dict[str, Any] = {"code": error.code, "name": error.name, "text": text, "hint": hint}
        if faults:
            body["faults"] = [
                {"row": fault.row, "column": fault.column, "name": fault.error.name}
                | dict(zip(("text", "hint"), fault.error.text_and_hint, strict=True))
                for fault in faults
            ]
        envelope = {"wkc": VERSION, "command": _name_command(argv), "error": body}
        environment.stderr.write(json.dumps(envelope) + "\n")
    else:
        lines = (wrap(show(line, environment.typed), environment.stderr) for line in fault_lines(faults))
        environment.stderr.writelines(line + "\n" for line in lines)
        for sentence in (f"wkc: {text}", f"     {hint}"):
            environment.stderr.write(wrap(show(sentence, environment.typed), environment.stderr, " " * 5) + "\n")
    environment.stderr.flush()
    return error.code


def usage_error(error: Any) -> UsageWrong:
    """Give the parser's error in our own words, without what was typed: it may be a name."""
    context = error.ctx
    similar = ", ".join(getattr(error, "possibilities", None) or ())
    facts = {"what": _parameter(error), "almost": similar}
    kind = type(error).__name__
    if kind == "NoSuchOption" and similar:
        kind = "AlmostOption"
    if kind == "UsageError" and context is not None and hasattr(context.command, "commands"):
        kind = "NoSuchCommand" if error.message.startswith("No such command") else "MissingCommand"
        if "Did you mean" in error.message:
            kind = "AlmostCommand"
            facts["almost"] = error.message.rpartition("Did you mean ")[2].rstrip("?")
    message = _(_WORDS.get(kind, _WORDS["UsageError"])).format(**facts)
    return UsageWrong(message=message, command=context.command_path if context is not None else "wkc")


_WORDS = {
    "NoSuchOption": N_("There is no such option."),
    "AlmostOption": N_("There is no such option. Did you mean {almost}?"),
    "MissingParameter": N_("{what} is missing."),
    "BadParameter": N_("What was given for {what} does not fit."),
    "BadOptionUsage": N_("An option is not used as it should."),
    "NoSuchCommand": N_("There is no such command."),
    "AlmostCommand": N_("There is no such command. Did you mean {almost}?"),
    "MissingCommand": N_("A command is missing."),
    "UsageError": N_('This is more than the command takes. Put a name of more words in quotes: "El Amrani".'),
}


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return _(" or ").join((parameter.opts[0], *parameter.secondary_opts))
    return str(parameter.metavar or parameter.name or "").upper()


def _name_command(argv: Sequence[str]) -> str:
    """Give the command's name as far as it can be told from what was typed: known words only."""
    values = {position + 1 for position, word in enumerate(argv) if word in TAKES_VALUE}
    words = [word for position, word in enumerate(argv) if not word.startswith("-") and position not in values]
    for position, word in enumerate(words):
        if word in COMMANDS:
            subcommand = words[position + 1] if position + 1 < len(words) else ""
            return f"{word} {subcommand}".strip() if subcommand in SUBCOMMANDS.get(word, ()) else word
    return ""


def fault_lines(faults: Sequence[Fault]) -> Iterator[str]:
    """Say each fault on a line; what to do about one of its kind is said at the first."""
    hinted = set()
    for fault in faults:
        text, hint = fault.error.text_and_hint
        yield f"{_where(fault)}{text}" if hint in hinted else f"{_where(fault)}{text} {hint}"
        hinted.add(hint)


def _where(fault: Fault) -> str:
    where = []
    if fault.row is not None:
        where.append(_("row {row}").format(row=fault.row))
    if fault.column is not None:
        where.append(_("column {column}").format(column=fault.column))
    return f"{', '.join(where)}: " if where else ""
