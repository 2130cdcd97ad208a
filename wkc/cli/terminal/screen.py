"""Output for people: sentences, tables that fit the terminal, and values that cannot steer it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from wkc.cli.terminal.escape import escape_control_chars
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.procedures.core.environment import Environment

_DOSSIER = re.compile(r"(?<![\w/.-])\d{4}-\d{4,9}(?![\w/-]|\.\w)")
_COMMAND = re.compile("(`[^`]*`)")
_NOTHING = "\N{EN DASH}"

WIDTH = 80
"""Columns where the output is no terminal."""


class Screen:
    """stdout for people: colour only on a terminal and without NO_COLOR (no-color.org)."""

    def __init__(self, environment: Environment, names: Mapping[str, str] | None = None) -> None:
        self._names = names or {}
        tty = environment.stdout.isatty()
        self._console = Console(
            file=environment.stdout,
            width=None if tty else WIDTH,
            force_terminal=tty,
            no_color=bool(environment.environ.get("NO_COLOR")),
            highlight=False,
            markup=False,
            emoji=False,
            _environ=environment.environ,
        )

    def say(self, sentence: str) -> None:
        """Write a sentence on one line, however long, each dossier number with the name of its client."""
        self._console.print(Text(escape_control_chars(self._with_names(sentence))), soft_wrap=True)

    def day(self, at: datetime) -> str:
        """Give the day in Amsterdam of an instant."""
        from wkc.procedures.core.clock import day

        return day(at).isoformat()

    def minute(self, at: datetime) -> str:
        """Give the day and the minute in Amsterdam of an instant."""
        from wkc.procedures.core.clock import amsterdam

        return at.astimezone(amsterdam()).strftime("%Y-%m-%d %H:%M")

    def heading(self, text: str) -> None:
        """Write a heading after a blank line, a dossier number with the name of its client."""
        self._console.print(Text("\n" + escape_control_chars(self._with_names(text)), style="bold"))

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[object]], fixed: int = 1) -> None:
        """Write a table; None shows as a dash, long values wrap, but not in the first `fixed` columns.

        A column of dossier numbers is followed by the names of the clients, unless the table has names itself.
        """
        columns, rows, fixed = self._with_name_column(tuple(columns), [tuple(row) for row in rows], fixed)
        made = Table(box=None, pad_edge=False, header_style="dim")
        for position, column in enumerate(columns):
            style = "" if position else "bold"
            made.add_column(column, style=style, overflow="fold", no_wrap=position < fixed)
        for row in rows:
            made.add_row(*map(_cell, row))
        self._console.print(made)

    def pairs(self, rows: Iterable[tuple[str, object]]) -> None:
        """Write a name and a value on each line."""
        made = Table.grid(padding=(0, 2))
        made.add_column(style="dim")
        made.add_column(overflow="fold")
        for name, value in rows:
            made.add_row(name, _cell(self._with_names(value) if isinstance(value, str) else value))
        self._console.print(made)

    def _with_names(self, text: str) -> str:
        """Put the name of the client behind each dossier number, but not inside a command or a path."""
        if not self._names:
            return text
        parts = _COMMAND.split(text)
        parts[::2] = [_DOSSIER.sub(self._named, part) for part in parts[::2]]
        return "".join(parts)

    def _named(self, number: re.Match[str]) -> str:
        name = self._names.get(number[0])
        return number[0] if name is None else f"{number[0]} ({name})"

    def _with_name_column(
        self, columns: tuple[str, ...], rows: list[tuple[object, ...]], fixed: int
    ) -> tuple[tuple[str, ...], list[tuple[object, ...]], int]:
        """Add the column of names behind the first column of dossier numbers."""
        place = next((i for i in range(len(columns)) if any(str(row[i]) in self._names for row in rows)), None)
        if place is None or _("name") in columns:
            return columns, rows, fixed
        after = place + 1
        named = [
            (*row[:after], self._names.get(str(row[place]), "").split(",")[0] or None, *row[after:]) for row in rows
        ]
        return (*columns[:after], _("name"), *columns[after:]), named, min(fixed, after)


def _cell(value: object) -> Text:
    return Text(_NOTHING if value is None else escape_control_chars(str(value)))
