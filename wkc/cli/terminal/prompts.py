"""A person at a keyboard: prompts go to the terminal itself, never into data that is piped."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wkc.errors.input import ValueTooLong

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_TTY = Path("/dev/tty")
MENU = 12
"""Lines of a list that are seen at once."""

LONGEST = 4095
"""Bytes that a terminal gives of one line (termios(3), canonical mode); it drops the rest without a word."""


class Keyboard:
    """The controlling terminal of this process."""

    def __init__(self, tty: TextIO) -> None:
        self._tty = tty
        self._prompts: PromptSession[str] | None = None

    def ask(self, prompt: str) -> str:
        """Ask for a line, which can be edited and be as long as it likes; a pasted line end stays in it.

        Where stdin is no terminal the line is read from the controlling one, as the kernel gives it.
        """
        if not sys.stdin.isatty():
            return self._raw(prompt)
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.output import create_output

        asking: PromptSession[str] = PromptSession(
            history=DummyHistory(),
            output=create_output(stdout=self._tty, always_prefer_tty=True),
            reserve_space_for_menu=0,
        )
        try:
            return asking.prompt(prompt)
        except EOFError as error:
            raise KeyboardInterrupt from error

    def choose(self, prompt: str, options: Mapping[str, str]) -> str:
        """Ask for one of the options: a list beneath the line narrows to what is typed, in word or meaning."""
        if not sys.stdin.isatty():
            return self._raw(prompt)
        if os.environ.get("WKC_PLAIN"):
            return self._choose_plainly(prompt, options)
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.output import create_output

        from wkc.cli.terminal.completion import completer

        asking: PromptSession[str] = PromptSession(
            history=DummyHistory(),
            output=create_output(stdout=self._tty, always_prefer_tty=True),
            completer=completer(options),
            complete_while_typing=True,
            reserve_space_for_menu=min(len(options), MENU) + 1,
        )
        try:
            return asking.prompt(prompt, pre_run=asking.default_buffer.start_completion)
        except EOFError as error:
            raise KeyboardInterrupt from error

    def _choose_plainly(self, prompt: str, options: Mapping[str, str]) -> str:
        """Write the options as lines that scroll, and ask for one: a screen reader reads them in order."""
        from wkc.cli.terminal.escape import escape_control_chars

        for word, meaning in options.items():
            self._tty.write(escape_control_chars(" ".join(filter(None, (word, meaning)))) + "\n")
        self._tty.flush()
        return self.ask(prompt)

    def _raw(self, prompt: str) -> str:
        self._tty.write(prompt)
        self._tty.flush()
        line = self._tty.readline()
        if not line:
            raise KeyboardInterrupt
        if len(line.encode()) >= LONGEST:
            raise ValueTooLong(limit=LONGEST - 1)
        return line.rstrip("\n")

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that is not shown."""
        import getpass

        try:
            return getpass.getpass(prompt, stream=self._tty)
        except EOFError as error:
            raise KeyboardInterrupt from error

    def command(self, prompt: str, words: Mapping[str, list[str]], seconds: float) -> str | None:
        """Read one command of `wkc shell`: completion, history in memory, no editor, no system prompt."""
        import asyncio

        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import NestedCompleter
        from prompt_toolkit.history import InMemoryHistory

        if self._prompts is None:
            self._prompts = PromptSession(
                history=InMemoryHistory(),
                completer=NestedCompleter.from_nested_dict({word: dict.fromkeys(words[word]) for word in words}),
                enable_system_prompt=False,
                enable_open_in_editor=False,
                enable_suspend=False,
                reserve_space_for_menu=4,
            )
        try:
            return asyncio.run(asyncio.wait_for(self._prompts.prompt_async(prompt), seconds))
        except (EOFError, TimeoutError):
            return None
        except KeyboardInterrupt:
            return ""


def keyboard() -> Keyboard | None:
    """Give the terminal, or None where there is none (cron, CI)."""
    try:
        descriptor = _TTY.open("r+b", buffering=0)
    except OSError:
        return None
    import io

    return Keyboard(io.TextIOWrapper(descriptor, encoding="utf-8", errors="strict", write_through=True))
