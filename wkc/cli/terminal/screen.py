"""Output for people: sentences, tables that fit the terminal, and values that cannot steer it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from wkc.cli.terminal.aligned import align, is_narrow, keep_commands, share_room
from wkc.cli.terminal.command_hint import repeat_options, show
from wkc.cli.terminal.escape import escape_control_chars
from wkc.cli.terminal.wrap import WIDTH, wrap
from wkc.i18n import _

if TYPE_CHECKING:
    from rich.console import Console

    from wkc.procedures.core.environment import Environment
    from wkc.records.user import Role

_DOSSIER = re.compile(r"(?<![\w/.-])\d{4}-\d{4,9}(?![\w/-]|\.\w)")
_COMMAND = re.compile("(`[^`]*`)")
_NOTHING = "\N{EN DASH}"
_BOLD, _DIM, _RED = "bold", "dim", "red"
_SGR = {_BOLD: 1, _DIM: 2, _RED: 31}
"""The numbers of three styles in ECMA-48 8.3.117, select graphic rendition."""


class Urgent(str):
    """The words of a cell or a sentence that is red on a terminal; they say by themselves that it is urgent."""

    __slots__ = ()


class Screen:
    """stdout for people: bold, dim and red on a terminal, but not on a dumb one, and no red with NO_COLOR."""

    def __init__(
        self,
        environment: Environment,
        names: Mapping[str, str] | None = None,
        role: Role | None = None,
        total: int | None = None,
    ) -> None:
        self._names = names or {}
        self.total = total
        """The length of the list of which a page is shown, where it was counted."""
        self._role = role
        self._environ = environment.environ
        self._typed = environment.typed
        self._stdout = environment.stdout
        dumb = self._environ.get("TERM", "").lower() in ("dumb", "unknown")
        self._has_styles = self._stdout.isatty() and not dumb
        self._has_colours = self._has_styles and not self._environ.get("NO_COLOR")
        self._width = self._columns() if self._has_styles else WIDTH

    def can_do(self, action: str) -> bool:
        """Tell whether who reads this may do an action, so that no line proposes what is refused."""
        from wkc.rules.access.permission import can_role

        return self._role is None or can_role(self._role, action)

    def say(self, sentence: str) -> None:
        """Write a sentence, broken between words on a terminal, each dossier number with the name of its client."""
        self._write(self._mark(sentence, wrap(self._show(self.with_names(sentence)), self._stdout)))

    def command(self, words: str) -> None:
        """Write a command on a line of its own, with the options before it that were typed."""
        self.say(repeat_options(f"`wkc {words}`", self._typed)[1:-1])

    def copyable(self, line: str) -> None:
        """Write a line that is to be copied: as it is, and broken nowhere."""
        self._write(escape_control_chars(line))

    def prose(self, text: str, indent: str = "") -> None:
        """Write running text, broken between words on a terminal; later lines begin with the indent."""
        self._write(self._mark(text, wrap(self._show(text), self._stdout, indent)))

    def day(self, at: datetime) -> str:
        """Give the day in Amsterdam of an instant."""
        from wkc.procedures.core.clock import day

        return day(at).isoformat()

    def minute(self, at: datetime) -> str:
        """Give the day and the minute in Amsterdam of an instant."""
        from wkc.procedures.core.clock import minute

        return minute(at)

    def heading(self, text: str) -> None:
        """Write a heading after a blank line, a dossier number with the name of its client."""
        shown = self._show(self.with_names(text))
        if is_narrow(shown) and len(shown) <= self._width:
            self._write("\n" + self._style(shown, _BOLD))
        else:
            self._console().print("\n" + shown, style=_BOLD)

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[object]], fixed: int = 1) -> None:
        """Write a table; None shows as a dash, long values wrap between words, in the first `fixed` columns last.

        A column of dossier numbers is followed by the names of the clients, unless the table has names itself.
        """
        columns, rows, fixed = self._with_name_column(tuple(columns), [tuple(row) for row in rows], fixed)
        cells = [tuple(map(self._cell, row)) for row in rows]
        if (aligned := align([columns, *cells], self._width)) is not None:
            head, *body = aligned
            self._write("".join(self._style(cell, _DIM) for cell in head))
            for row, (first, *others) in zip(rows, body, strict=True):
                marked = map(self._mark, row[1:], others)
                self._write("".join([self._style(first, _BOLD), *marked]))
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style=_DIM)
        shared = share_room([columns, *cells], fixed, self._width)
        for position, column in enumerate(columns):
            style, width = "" if position else _BOLD, None if shared is None else shared[position]
            kept = shared is None and position < fixed
            table.add_column(column, style=style, overflow="fold", no_wrap=kept, width=width)
        for row, line in zip(rows, cells, strict=True):
            texts = line if shared is None else map(keep_commands, line, shared)
            table.add_row(
                *(Text(text, _RED) if _is_urgent(one) else text for one, text in zip(row, texts, strict=True))
            )
        self._console().print(table)

    def pairs(self, rows: Iterable[tuple[str, object]]) -> None:
        """Write a name and a value on each line."""
        pairs = list(rows)
        cells = [(name, self._cell(self.with_names(one) if isinstance(one, str) else one)) for name, one in pairs]
        if (aligned := align(cells, self._width)) is not None:
            for (name, value), (_name, one) in zip(aligned, pairs, strict=True):
                self._write(self._style(name, _DIM) + self._mark(one, value))
            return
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style=_DIM)
        grid.add_column(overflow="fold")
        for (name, value), (_name, one) in zip(cells, pairs, strict=True):
            grid.add_row(name, Text(value, _RED) if _is_urgent(one) else value)
        self._console().print(grid)

    def _columns(self) -> int:
        """Give the columns of the terminal, or those that COLUMNS asks for."""
        columns = self._environ.get("COLUMNS", "")
        try:
            return (int(columns) if columns.isdigit() else os.get_terminal_size(self._stdout.fileno()).columns) or WIDTH
        except (OSError, ValueError):
            return WIDTH

    def _mark(self, value: object, cell: str) -> str:
        return self._style(cell, _RED) if self._has_colours and _is_urgent(value) else cell

    def _style(self, text: str, style: str) -> str:
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if self._has_styles and text else text

    def _write(self, line: str) -> None:
        self._stdout.write(line + "\n")
        self._stdout.flush()

    def _console(self) -> Console:
        """Give rich's console, for what has to be folded or measured."""
        from rich.console import Console

        return Console(
            file=self._stdout,
            width=self._width,
            force_terminal=self._has_styles,
            highlight=False,
            markup=False,
            emoji=False,
            _environ=self._environ,
        )

    def _show(self, text: str) -> str:
        return show(text, self._typed)

    def _cell(self, value: object) -> str:
        return _NOTHING if value is None else self._show(str(value))

    def with_names(self, text: str) -> str:
        """Put the name of the client behind each dossier number, but not inside a command or a path."""
        if not self._names:
            return text
        parts = _COMMAND.split(text)
        parts[::2] = [_DOSSIER.sub(self._add_name, part) for part in parts[::2]]
        return "".join(parts)

    def _add_name(self, number: re.Match[str]) -> str:
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


def _is_urgent(value: object) -> bool:
    return isinstance(value, Urgent)
