"""The questions of a review: text by text what becomes of it in the copy, and which words are hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.requests.review import Reviewed, ReviewedText

TREATMENTS = {
    "houden": N_("it stands in the copy as it is"),
    "verbergen": N_("it stands in the copy without the words of others"),
    "weglaten": N_("it does not stand in the copy"),
}
"""The ways of a text into a copy, with what each means."""

Lines = Callable[["ReviewedText"], Iterable[str]]
"""Gives the lines that show one text."""

_HOW = N_("Add --from FILE.")


def decide(call: CliContext, session: Session, number: str, found: Reviewed, lines: Lines, *, every: bool) -> Reviewed:
    """Ask for each text that looks like somebody else, or for every one, and keep each answer at once.

    `lines` say what a text is and what in it looks like somebody else.
    """
    from wkc.procedures.requests import review as reviewing

    asked = [one for one in found.texts if every or (one.suspicions and one.treatment is None)]
    for place, text in enumerate(asked, 1):
        call.say("")
        call.say(_("Text {place} of {count}: {where}").format(place=place, count=len(asked), where=text.place))
        for line in lines(text):
            call.say(f"  {line}")
        found = _ask_until_kept(call, session, number, text) or reviewing.examine(session, number)
    return found


def _ask_until_kept(call: CliContext, session: Session, number: str, text: ReviewedText) -> Reviewed | None:
    """Ask for one text until the answer can be kept; an empty one leaves the text for later."""
    from wkc.errors.families import Invalid, Refused
    from wkc.procedures.requests import review as reviewing

    while True:
        meanings = {code: _(meaning) for code, meaning in TREATMENTS.items()}
        treatment = call.choose(N_("What becomes of it (Enter: later)"), meanings, _HOW)
        if not treatment:
            return None
        words = _ask_words(call, text) if treatment == "verbergen" else ()
        try:
            return reviewing.put(session, number, [reviewing.TextDecision(text.name, treatment, words)])
        except (Invalid, Refused) as error:
            call.say(" ".join(error.said))


def _ask_words(call: CliContext, text: ReviewedText) -> tuple[str, ...]:
    """Ask which words are hidden; Enter takes what looks like somebody else."""
    offered = tuple(
        dict.fromkeys(text.text[one.start : one.end] for one in text.suspicions if one.clue.value != "naaste")
    )
    if offered:
        call.say(_("Enter hides: {words}").format(words="; ".join(offered)))
    typed = call.ask(N_("Words to hide, with a semicolon between them"), _HOW)
    return tuple(words.strip() for words in typed.split(";") if words.strip()) or offered
