"""The question before a letter with values: which words about others it hides (AVG 15.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.disclosure.letter import ChooseWords, SuspectText


def choose_words(cli: CliContext, file: str | None, *, keep_all: bool) -> ChooseWords | None:
    """Give the choice of words to hide: the lines of a file, none, or what a person types; None where nobody can."""
    if file is not None:
        words = tuple(line.strip() for line in cli.text(file).splitlines() if line.strip())
        return lambda _suspect: words
    if keep_all or not cli.can_ask:
        return (lambda _suspect: ()) if keep_all else None
    return lambda suspect: _ask(cli, suspect) if suspect else ()


def _ask(cli: CliContext, suspect: tuple[SuspectText, ...]) -> tuple[str, ...]:
    for one in suspect:
        cli.say(f"{one.field}: {one.text}")
        others = dict.fromkeys(one.text[place.start : place.end] for place in one.suspicions)
        cli.say(_("  looks like somebody else: {words}").format(words="; ".join(others)))
    typed = cli.ask(
        N_("Words that the letter hides, with a semicolon between them (Enter: none)"),
        N_("Add --hide FILE or --keep-all."),
    )
    return tuple(words.strip() for words in typed.split(";") if words.strip())
