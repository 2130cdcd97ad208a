"""The list beneath a question: options that hold what is typed, in their word or in what it means.

Hand-written: the completers of prompt_toolkit look at the word alone, not at what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wkc.cli.terminal.days import show_days
from wkc.cli.terminal.escape import escape_control_chars

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer

_DAY = re.compile(r"[0-9].*[0-9]{4}$|^[0-9]{4}.*[0-9]$")
"""The look of a whole day, before it is read."""


def matching(options: Mapping[str, str], typed: str) -> list[str]:
    """Give the options that hold every word typed so far, those whose own word begins with the first before others.

    A day fits in any way of writing.
    """
    parts = _in_one_form(typed).casefold().split()
    lines = {word: _as_typed(word, meaning) for word, meaning in options.items()}
    words = [word for word, line in lines.items() if all(part in line for part in parts)]
    return sorted(words, key=lambda word: not word.casefold().startswith("".join(parts[:1])))


def _as_typed(word: str, meaning: str) -> str:
    """Give what an option is looked up in: its word and its meaning, with days as they show and as they are kept."""
    return f"{word} {meaning} {show_days(meaning)}".casefold()


def _in_one_form(typed: str) -> str:
    """Give what is typed, a whole day in the form in which days are kept."""
    from wkc.errors.families import Invalid
    from wkc.procedures.io.dates import parse_day

    if not _DAY.search(typed):
        return typed
    try:
        return parse_day(typed).isoformat()
    except Invalid:
        return typed


def completer(options: Mapping[str, str]) -> Completer:
    """Make what narrows a list of options while one types."""
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    class Options(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
            del complete_event
            typed = document.text_before_cursor
            for word in matching(options, typed):
                yield Completion(word, -len(typed), display_meta=escape_control_chars(show_days(options[word])))

    return Options()


class ListWindow:
    """The part of a list that is seen beneath a question, for the line under it; `height` lines are seen at once."""

    def __init__(self, height: int) -> None:
        self._height = height
        self._above = 0

    def of(self, chosen: int, count: int) -> tuple[int, int]:
        """Give the first and the last line that are seen: the menu of prompt_toolkit scrolls one ahead of `chosen`."""
        most = max(0, count - self._height)
        self._above = min(self._above, max(0, chosen - 1), most)
        self._above = min(max(self._above, chosen + 2 - self._height), most)
        return self._above + 1, min(count, self._above + self._height)
