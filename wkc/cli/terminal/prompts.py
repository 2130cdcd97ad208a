"""A person at a keyboard: prompts go to the terminal itself, never into data that is piped."""

from __future__ import annotations

import select
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from wkc.cli.terminal.wrap import wrap
from wkc.errors.input import ValueTooLong
from wkc.i18n import _
from wkc.procedures.core.environment import IdleTooLong

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.buffer import CompletionState
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.styles import BaseStyle

_TTY = Path("/dev/tty")
MENU = 12
"""Lines of a list that are seen at once."""

FUNCTION_KEYS = 9
"""The function keys that no window manager keeps for itself beside F10 to F12."""

LONGEST = 4095
"""Bytes that a terminal gives of one line (termios(3), canonical mode); it drops the rest without a word."""


class Keyboard:
    """The controlling terminal of this process."""

    def __init__(self, tty: TextIO) -> None:
        self._tty = tty
        self._commands: PromptSession[str] | None = None

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        """Ask for a line, which can be edited and be as long as it likes; Alt-Enter or a paste puts a line end in it.

        Where stdin is no terminal the line is read from the controlling one, as the kernel gives it.
        """
        if not sys.stdin.isatty():
            return self._raw(prompt, idle)
        asking = self._session(reserve_space_for_menu=0, key_bindings=_bind_line_end())
        return _answer(asking, self._wrap(prompt), typed, idle)

    def choose(
        self,
        prompt: str,
        options: Mapping[str, str],
        typed: str = "",
        idle: float | None = None,
        settle: Callable[[str], str] = str,
    ) -> str:
        """Ask for one of the options: a list beneath the line narrows to what is typed, in word or meaning.

        What Enter makes of it stays on the line.
        """
        if not sys.stdin.isatty():
            return self._raw(prompt, idle)
        from wkc.cli.terminal.completion import completer

        asking = self._session(
            completer=completer(options),
            complete_while_typing=True,
            key_bindings=_bind_enter(settle),
            reserve_space_for_menu=min(len(options), MENU) + 1,
            bottom_toolbar=_say_visible(lambda: asking.default_buffer.complete_state) if len(options) > MENU else None,
            style=_quiet_toolbar(),
        )
        return _answer(asking, self._wrap(prompt), typed, idle, asking.default_buffer.start_completion)

    def ask_secret(self, prompt: str, idle: float | None = None) -> str:
        """Ask for a line that is not shown; only one that may not wait for ever needs more than getpass."""
        if idle is not None and sys.stdin.isatty():
            return _answer(self._session(is_password=True), self._wrap(prompt), "", idle)
        import getpass

        try:
            return getpass.getpass(self._wrap(prompt), stream=self._tty)
        except EOFError as error:
            raise KeyboardInterrupt from error

    def ask_user_id(self, prompt: str) -> str:
        """Ask for a line that is taken from the screen again."""
        if not sys.stdin.isatty():
            return self._raw(prompt, None)
        return _answer(self._session(reserve_space_for_menu=0, erase_when_done=True), prompt, "", None)

    def command(
        self, prompt: str, words: Mapping[str, list[str]], lines: int = 0, typed: str = "", idle: float | None = None
    ) -> str | None:
        """Read one command of `wkc shell`: completion, history in memory, no editor, no system prompt.

        Under a menu of so many `lines` F1 is the number of the first, and so on, without Enter: no number of a client
        begins with one.
        """
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import NestedCompleter
        from prompt_toolkit.history import InMemoryHistory

        if self._commands is None:
            self._commands = PromptSession(
                history=InMemoryHistory(),
                completer=NestedCompleter.from_nested_dict({word: dict.fromkeys(words[word]) for word in words}),
                enable_system_prompt=False,
                enable_open_in_editor=False,
                enable_suspend=False,
            )
        try:
            return self._commands.prompt(
                prompt,
                default=typed,
                pre_run=_watch(self._commands, idle),
                key_bindings=_function_keys(lines),
                reserve_space_for_menu=0 if lines else 4,
            )
        except EOFError:
            return None
        except KeyboardInterrupt:
            return ""

    def clear(self) -> None:
        """Take away what the screen and its scroll-back show (ECMA-48 ED; 3 is the scroll-back of xterm)."""
        self._tty.write("\x1b[H\x1b[2J\x1b[3J")
        self._tty.flush()

    def _wrap(self, prompt: str) -> str:
        """Break a question that is longer than a line between its words; the terminal would do it within one."""
        return f"{wrap(prompt, self._tty).rstrip()} "

    def _session(self, **settings: Any) -> PromptSession[str]:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.output import create_output

        output = create_output(stdout=self._tty, always_prefer_tty=True)
        return PromptSession(history=DummyHistory(), output=output, **settings)

    def _raw(self, prompt: str, idle: float | None) -> str:
        self._tty.write(self._wrap(prompt))
        self._tty.flush()
        if idle is not None and not select.select([self._tty], [], [], idle)[0]:
            raise IdleTooLong("")
        line = self._tty.readline()
        if not line:
            raise KeyboardInterrupt
        if len(line.encode()) >= LONGEST:
            raise ValueTooLong(limit=LONGEST - 1)
        return line.rstrip("\n")


def _answer(
    asking: PromptSession[str], prompt: str, typed: str, idle: float | None, begin: Callable[[], None] | None = None
) -> str:
    try:
        return asking.prompt(prompt, default=typed, pre_run=_watch(asking, idle, begin))
    except EOFError as error:
        raise KeyboardInterrupt from error


def _say_visible(state: Callable[[], CompletionState | None]) -> Callable[[], str]:
    """Give the line under a list: which part of it is seen, of how many, and how to see the rest."""
    from wkc.cli.terminal.completion import ListWindow

    window = ListWindow(MENU)

    def say() -> str:
        now = state()
        count = 0 if now is None else len(now.completions)
        if now is None or count <= MENU:
            return ""
        first, last = window.find_visible(now.complete_index or 0, count)
        text = _("{first} to {last} of {count}; the arrows show more, typing narrows")
        return text.format(first=first, last=last, count=count)

    return say


def _quiet_toolbar() -> BaseStyle:
    from prompt_toolkit.styles import Style

    return Style.from_dict({"bottom-toolbar": "noreverse"})


def _bind_enter(settle: Callable[[str], str]) -> KeyBindings:
    """Give the binding by which Enter first writes out what the answer comes to."""
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("enter")
    def press(event: KeyPressEvent) -> None:
        event.current_buffer.text = settle(event.current_buffer.text.strip())
        event.current_buffer.cursor_position = len(event.current_buffer.text)
        event.current_buffer.validate_and_handle()

    return bindings


def _bind_line_end() -> KeyBindings:
    """Give the binding by which Alt-Enter begins a new line; a terminal sends it as Escape and Enter (xterm)."""
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("escape", "enter")
    def press(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return bindings


def _function_keys(lines: int) -> KeyBindings:
    """Give bindings by which a function key answers with its number."""
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    def answer(number: int) -> Callable[[KeyPressEvent], None]:
        def press(event: KeyPressEvent) -> None:
            event.current_buffer.text = str(number)
            event.current_buffer.validate_and_handle()

        return press

    for number in range(1, min(lines, FUNCTION_KEYS) + 1):
        bindings.add(f"f{number}")(answer(number))
    return bindings


def _watch(
    asking: PromptSession[str], idle: float | None, begin: Callable[[], None] | None = None
) -> Callable[[], None]:
    """Give what a question does as it begins: leave with IdleTooLong once no key was pressed for so many seconds."""

    def start() -> None:
        if begin is not None:
            begin()
        if idle is not None:
            asking.app.create_background_task(_leave_when_idle(asking, idle))

    return start


async def _leave_when_idle(asking: PromptSession[str], idle: float) -> None:
    import asyncio

    buffer, loop = asking.default_buffer, asyncio.get_running_loop()
    until = loop.time() + idle

    def key_pressed(_buffer: object) -> None:
        nonlocal until
        until = loop.time() + idle

    for event in (buffer.on_text_changed, buffer.on_cursor_position_changed):
        event += key_pressed  # noqa: PLW2901  (prompt_toolkit adds a handler so)
    while (rest := until - loop.time()) > 0:  # noqa: ASYNC110  (a time is waited for, which each key moves)
        await asyncio.sleep(rest)
    asking.app.exit(exception=IdleTooLong(buffer.text))


def keyboard() -> Keyboard | None:
    """Give the terminal, or None where there is none (cron, CI)."""
    try:
        descriptor = _TTY.open("r+b", buffering=0)
    except OSError:
        return None
    import io

    return Keyboard(io.TextIOWrapper(descriptor, encoding="utf-8", errors="strict", write_through=True))
