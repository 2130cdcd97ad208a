"""The question before a letter with values: which words about others it hides (AVG 15.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.disclosure.letter import ChooseWords, SuspectText


def choose_words(call: CliContext, file: str | None) -> ChooseWords:
    """Give the choice of words to hide: the lines of a file, what a person types, or none and a word about it."""
    if file is not None:
        words = tuple(line.strip() for line in call.text(file).splitlines() if line.strip())
        return lambda _suspect: words

    def choose(suspect: tuple[SuspectText, ...]) -> tuple[str, ...]:
        if suspect and call.can_ask:
            return _ask(call, suspect)
        if suspect and not call.json:
            text = ngettext(
                "{count} value in the letter looks as if it names somebody else: --hide FILE hides words.",
                "{count} values in the letter look as if they name somebody else: --hide FILE hides words.",
                len(suspect),
            )
            call.say(text.format(count=len(suspect)))
        return ()

    return choose


def _ask(call: CliContext, suspect: tuple[SuspectText, ...]) -> tuple[str, ...]:
    for one in suspect:
        call.say(f"{one.field}: {one.text}")
        found = dict.fromkeys(one.text[place.start : place.end] for place in one.suspicions)
        call.say(_("  looks like somebody else: {words}").format(words="; ".join(found)))
    typed = call.ask(
        N_("Words that the letter hides, with a semicolon between them (Enter: none)"), N_("Add --hide FILE.")
    )
    return tuple(words.strip() for words in typed.split(";") if words.strip())
