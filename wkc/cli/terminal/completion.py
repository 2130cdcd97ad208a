"""The list beneath a question: options that hold what is typed, in their word or in what it means.

Hand-written: the completers of prompt_toolkit look at the word alone, not at what it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wkc.cli.terminal.escape import escape_control_chars

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer


def matching(options: Mapping[str, str], typed: str) -> list[str]:
    """Give the options that hold every word typed so far, those whose own word begins with the first before others."""
    parts = typed.casefold().split()
    found = [word for word, meaning in options.items() if all(part in f"{word} {meaning}".casefold() for part in parts)]
    return sorted(found, key=lambda word: not word.casefold().startswith("".join(parts[:1])))


def completer(options: Mapping[str, str]) -> Completer:
    """Make what narrows a list of options while one types."""
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    class Options(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
            del complete_event
            typed = document.text_before_cursor
            for word in matching(options, typed):
                yield Completion(word, -len(typed), display_meta=escape_control_chars(options[word]))

    return Options()
