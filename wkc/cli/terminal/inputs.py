"""Inputs of a command: values by prompt or from stdin, texts and lists from files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wkc.cli.terminal.questions import Questions
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.files import Files
    from wkc.cli.terminal.progress_line import ProgressLine
    from wkc.procedures.core.environment import Environment


class Inputs(Questions):
    """The prompts, stdin and the files of a command; `files` is where they are read and written."""

    def __init__(
        self, environment: Environment, files: Files, *, yes: bool, progress_line: ProgressLine | None = None
    ) -> None:
        super().__init__(environment, yes=yes, progress_line=progress_line)
        self.files = files
        self.guided = False
        """True once something was asked that the command lacked: then what is usually left out is asked too."""

    def first_line(self, path: str) -> str:
        """Give the first line of a file, as a password file has it."""
        return next(iter(self.files.text(path).splitlines()), "")

    def stdin_text(self) -> str:
        """Read all of stdin as text, for a value that does not belong on a command line."""
        from wkc.procedures.io import input_file

        try:
            text = self.environment.stdin.read(input_file.TEXT + 1)
        except UnicodeDecodeError as error:
            from wkc.errors.input import FileEncoding

            raise FileEncoding from error
        if len(text) > input_file.TEXT:
            from wkc.errors.input import FileTooLarge

            raise FileTooLarge(path="-", most=input_file.TEXT // input_file.MIB)
        return text

    def stdin_octets(self) -> bytes:
        """Read a list from stdin."""
        from wkc.procedures.io import input_file

        return input_file.read_stream(self.environment.stdin.buffer, input_file.LIST, "-")

    def text(self, named: str) -> str:
        """Read a small file as text, or stdin for `-`."""
        return self.stdin_text() if named == "-" else self.files.text(named)

    def optional_text(self, named: str | None) -> str | None:
        """Read a small file as text where one is named."""
        return None if named is None else self.text(named)

    def value(self, what: str, how: str, check: Callable[[str], object] = str) -> str:
        """Get a value by prompt on a terminal, asked again until it can be checked; else from stdin."""
        if self.environment.stdin.isatty():

            def read(answer: str) -> str:
                check(answer)
                return answer

            return self.ask_until(what, how, read)
        if not (text := self.stdin_text()).strip():
            from wkc.errors.input import ValueEmpty

            raise ValueEmpty(what=_(what), how=_(how))
        return text.rstrip("\r\n")

    def reason(self, what: str, how: str) -> str:
        """Get reasons that somebody else can follow, by prompt or from stdin."""
        from wkc.procedures.io.fields import parse_reason

        return self.value(what, how, parse_reason)

    def search_term(self, typed: str) -> str:
        """Give a search term as typed, or from stdin for `-`."""
        return self.stdin_text().strip() if typed == "-" else typed

    def search_term_beside_stdin(self, typed: str) -> str:
        """Give a search term where stdin brings something else."""
        if typed == "-":
            from wkc.errors.terminal import StdinTaken

            raise StdinTaken
        return typed
