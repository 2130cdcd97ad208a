"""A person at a keyboard: prompts go to the terminal itself, never into data that is piped."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_TTY = Path("/dev/tty")


class Keyboard:
    """The controlling terminal of this process."""

    def __init__(self, tty: TextIO) -> None:
        self._tty = tty
        self._prompts: PromptSession[str] | None = None

    def ask(self, prompt: str) -> str:
        """Ask for a line; end of input counts as interrupted."""
        self._tty.write(prompt)
        self._tty.flush()
        line = self._tty.readline()
        if not line:
            raise KeyboardInterrupt
        return line.rstrip("\n")

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that is not shown."""
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
