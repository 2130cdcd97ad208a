"""Commands that a text names, with the options before the command as they were typed: so they can be typed as shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wkc.cli.terminal.days import show_days
from wkc.cli.terminal.escape import escape_control_chars

REPEATED = ("--home", "--user")
"""The options that the next command needs as well; a password file, a purpose or a reason is for one command."""

TAKES_VALUE = frozenset({*REPEATED, "--password-file", "--purpose", "--break-glass-file"})
OF_SOMEBODY_ELSE = frozenset({"audit", "backup", "init", "recover", "settings", "user"})
"""Commands that are often for somebody else to type: a beheerder."""

STAYING = frozenset({"menu", "shell", "demo"})
"""Commands at whose own prompt the next one is typed, without options before it, or that name them by themselves."""

_COMMAND = "`wkc(?: ([^`]+))?`"


def read_typed(argv: Sequence[str]) -> tuple[str, ...]:
    """Give --home and --user as they were typed before a command, by words for a shell; none where no command was."""
    import shlex

    typed: list[str] = []
    words = iter(argv)
    for word in words:
        name, is_joined, value = word.partition("=")
        if not word.startswith("-"):
            return () if word in STAYING else tuple(typed)
        if name in TAKES_VALUE and not is_joined:
            value = next(words, "")
        if name in REPEATED and value:
            typed.append(f"{name} {shlex.quote(value)}")
    return ()


def repeat_options(text: str, typed: Sequence[str]) -> str:
    """Give a text whose commands have the options that were typed, but for one that they have already."""
    if not typed:
        return text
    return re.sub(_COMMAND, lambda match: f"`{_complete(match[1] or '', typed)}`", text)


def show(text: str, typed: Sequence[str]) -> str:
    """Give a text as a screen shows it: days in its language, commands whole, nothing that steers the terminal."""
    return escape_control_chars(show_days(repeat_options(text, typed)))


def _complete(command: str, typed: Sequence[str]) -> str:
    words = command.split()
    noun = next((word for word in words if not word.startswith("-")), "")
    added = [
        option
        for option in typed
        if option.split()[0] not in words and not (option.startswith("--user") and noun in OF_SOMEBODY_ELSE)
    ]
    return " ".join(filter(None, ("wkc", *added, command)))
