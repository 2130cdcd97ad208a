"""The list beneath a question: options that hold what is typed, in their word or in what it means."""

from collections.abc import Iterator, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from wkc.cli.harmless import harmless


class Options(Completer):
    """Narrows a list of options while one types."""

    def __init__(self, options: Mapping[str, str]) -> None:
        self._options = options

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Give the options that hold every word typed so far, those whose own word begins so first."""
        del complete_event
        typed = document.text_before_cursor.casefold().split()
        found = [
            (word, meaning)
            for word, meaning in self._options.items()
            if all(part in f"{word} {meaning}".casefold() for part in typed)
        ]
        found.sort(key=lambda option: not option[0].casefold().startswith("".join(typed[:1])))
        for word, meaning in found:
            yield Completion(word, -len(document.text_before_cursor), display_meta=harmless(meaning))
