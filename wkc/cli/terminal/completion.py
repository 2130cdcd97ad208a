"""The list beneath a question: options that hold what is typed, in their word or in what it means.

Hand-written: the completers of prompt_toolkit look at the word alone, not at what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wkc.cli.terminal.days import show_days
from wkc.cli.terminal.escape import escape_control_chars
from wkc.rules.dossier.office_word import list_names

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer

_DAY = re.compile(r"[0-9].*[0-9]{4}$|^[0-9]{4}.*[0-9]$")
"""The look of a whole day, before it is read."""


def matching(options: Mapping[str, str], typed: str) -> list[str]:
    """Give the options that hold every word typed so far, those whose own word begins with the first before others.

    A day fits in any way of writing.
    """
    if typed.isdecimal() and (chosen := [word for word, place in number(options).items() if place == typed]):
        return chosen
    parts = [(part, *list_names(part)) for part in _in_one_form(typed).casefold().split()]
    lines = {word: _as_typed(word, meaning) for word, meaning in options.items()}
    words = [word for word, line in lines.items() if all(any(name in line for name in part) for part in parts)]
    begun = "".join(part[0] for part in parts[:1])
    return sorted(words, key=lambda word: not word.casefold().startswith(begun))


def number(options: Mapping[str, str]) -> dict[str, str]:
    """Give each option its number on the list; none of them where an option begins with a digit itself.

    A sign, such as that for a question back, has no number.
    """
    if any(word[:1].isdigit() for word in options):
        return {}
    return {word: str(place) for place, word in enumerate((one for one in options if one[:1].isalnum()), 1)}


def settle(options: Mapping[str, str], typed: str) -> str:
    """Give the option that an answer comes to: by its number, the only one that it begins, or fits; else the answer."""
    if not typed or typed in options:
        return typed
    fitting = matching(options, typed)
    begun = [word for word in fitting if word.casefold().startswith(typed.casefold())]
    return next((words[0] for words in (begun, fitting) if len(words) == 1), typed)


def settle_open(options: Mapping[str, str], typed: str) -> str:
    """Give the same where anything else is an answer too: only what fits one option alone is that one."""
    fitting = matching(options, typed) if typed and typed not in options else []
    return fitting[0] if len(fitting) == 1 else typed


def settle_file(options: Mapping[str, str], typed: str) -> str:
    """Give the same of files: only what begins the name of one, or is its number, is that one."""
    if not typed or typed in options:
        return typed
    numbered = {place: name for name, place in number(options).items()}
    begun = [name for name in options if name.casefold().startswith(typed.casefold())]
    return begun[0] if len(begun) == 1 else numbered.get(typed, typed)


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
                shown = f"{numbers[word]:>{width}}  {word}" if word in numbers else f"{'':{indent}}{word}"
                meaning = escape_control_chars(show_days(options[word]))
                yield Completion(word, -len(typed), display=shown, display_meta=meaning)

    numbers = number(options)
    width = max(map(len, numbers.values()), default=0)
    indent = width + 2 if numbers else 0

    return Options()


class ListWindow:
    """The part of a list that is seen beneath a question, for the line under it; `height` lines are seen at once."""

    def __init__(self, height: int) -> None:
        self._height = height
        self._above = 0

    def find_visible(self, chosen: int, count: int) -> tuple[int, int]:
        """Give the first and the last line that are seen: the menu of prompt_toolkit scrolls one ahead of `chosen`."""
        most = max(0, count - self._height)
        self._above = min(self._above, max(0, chosen - 1), most)
        self._above = min(max(self._above, chosen + 2 - self._height), most)
        return self._above + 1, min(count, self._above + self._height)
