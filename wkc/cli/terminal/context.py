"""The context of one command: who signs in, what is read and how the result is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from wkc.cli.terminal.sign_in import Credentials
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen

Result = TypeVar("Result")

VERSION = 1
"""The version of the JSON envelope."""

OVERDUE = 10
"""The exit code when all was done and something is overdue."""


class CliContext(Credentials):
    """One run of a command: the options before it, its session, prompts and files, and how its result is shown."""

    def progress(self, what: str) -> Callable[[int], None]:
        """Count on stderr where a person looks on, until the result or a question shows; nothing elsewhere."""
        progress_line = self._progress_line
        if progress_line is None or self.json or not self.environment.stderr.isatty():
            return lambda _done: None
        return lambda done: progress_line.show(f"{_(what)}: {done}")

    def show(self, ctx: typer.Context, result: Result, text: Callable[[Screen, Result], None]) -> None:
        """Show a result: as data on stdout in the JSON envelope, or as text for people."""
        self.pause_progress()
        if self.json:
            self._put({"wkc": VERSION, "command": ctx.command_path.removeprefix("wkc "), "data": result})
            return
        from wkc.cli.terminal.screen import Screen

        text(Screen(self.environment, self.names, self.role, self.total), result)

    def show_pages(
        self, ctx: typer.Context, load: Callable[[int], Result], number: int, text: Callable[[Screen, Result], None]
    ) -> Result:
        """Show a page of a list; to a person who reads it on a terminal, the next ones as long as they are asked for.

        Gives the page that was shown last.
        """
        while True:
            page = load(number)
            self.show(ctx, page, text)
            if not getattr(page, "more", False) or not self.can_ask or not self.environment.stdout.isatty():
                return page
            try:
                typed = self.ask(N_("Enter shows the next page, q stops"), N_("Add --page NO."))
            except KeyboardInterrupt:
                return page
            if typed.strip():
                return page
            number += 1

    def _put(self, envelope: dict[str, object]) -> None:
        from wkc.cli.terminal.json_envelope import write

        ascii_only = (self.environment.stdout.encoding or "").lower() not in ("utf-8", "utf8")
        self.environment.stdout.write(write(envelope, ascii_only=ascii_only) + "\n")
        self.environment.stdout.flush()


def cli_context(ctx: typer.Context) -> CliContext:
    """Give the context of the command that runs, which the parser keeps at its root."""
    cli: CliContext = ctx.find_root().obj
    return cli
