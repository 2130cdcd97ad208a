"""Output for people: sentences, tables that fit the terminal, and values that cannot steer it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from wkc.cli.terminal.escape import escape_control_chars

if TYPE_CHECKING:
    from wkc.procedures.core.environment import Environment

_NOTHING = "\N{EN DASH}"

WIDTH = 80
"""Columns where the output is no terminal."""


class Screen:
    """stdout for people: colour only on a terminal and without NO_COLOR (no-color.org)."""

    def __init__(self, environment: Environment) -> None:
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
        """Write a sentence on one line, however long: the terminal folds it, a script reads it whole."""
        self._console.print(Text(escape_control_chars(sentence)), soft_wrap=True)

    def day(self, at: datetime) -> str:
        """Give the day in Amsterdam of an instant."""
        from wkc.procedures.core.clock import day

        return day(at).isoformat()

    def minute(self, at: datetime) -> str:
        """Give the day and the minute in Amsterdam of an instant."""
        from wkc.procedures.core.clock import amsterdam

        return at.astimezone(amsterdam()).strftime("%Y-%m-%d %H:%M")

    def heading(self, text: str) -> None:
        """Write a heading after a blank line."""
        self._console.print(Text("\n" + escape_control_chars(text), style="bold"))

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[object]], fixed: int = 1) -> None:
        """Write a table; None shows as a dash, long values wrap, but not in the first `fixed` columns."""
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
            made.add_row(name, _cell(value))
        self._console.print(made)


def _cell(value: object) -> Text:
    return Text(_NOTHING if value is None else escape_control_chars(str(value)))
