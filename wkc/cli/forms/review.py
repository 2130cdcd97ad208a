"""The questions of a review: text by text what becomes of it in the copy, and which words are hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.requests.review import Reviewed, ReviewedText

KEEP_ALL = "a"
"""The answer to one text that decides on all that follow."""

TREATMENTS = {
    "houden": N_("it stands in the copy as it is"),
    "verbergen": N_("it stands in the copy without the words of others"),
    "weglaten": N_("it does not stand in the copy"),
    KEEP_ALL: N_("this and all that follow are the client's own: they stand in it as they are"),
}
"""The ways of a text into a copy, with what each means."""

Lines = Callable[["ReviewedText"], Iterable[str]]
"""Gives the lines that show one text."""

Result = TypeVar("Result")
_HOW = N_("Add --keep-all, or --from FILE.")


def attempt(cli: CliContext, session: Session, lines: Lines, run: Callable[[], Result]) -> Result:
    """Do what needs a reviewed copy; at a terminal the review comes first where somebody has to look."""
    from wkc.errors.review import NotReviewed
    from wkc.procedures.requests import review as reviewing

    while True:
        try:
            return run()
        except NotReviewed as error:
            if not cli.can_ask:
                raise
            cli.say(error.text_and_hint[0])
            reviewed = reviewing.examine(session, str(error.facts["request"]))
            if decide(cli, session, reviewed, lines, every=False).unseen:
                raise


def decide(cli: CliContext, session: Session, reviewed: Reviewed, lines: Lines, *, every: bool) -> Reviewed:
    """Ask for each text that looks like somebody else, or for every one, and keep each answer at once.

    `lines` say what a text is and what in it looks like somebody else.
    """
    from wkc.procedures.requests import review as reviewing

    to_decide = [one for one in reviewed.texts if every or (one.suspicions and one.treatment is None)]
    for place, text in enumerate(to_decide, 1):
        cli.say("")
        cli.say(_("Text {place} of {count}: {where}").format(place=place, count=len(to_decide), where=text.place))
        for line in lines(text):
            cli.say(f"  {line}")
        treatment = _ask_until_kept(cli, session, reviewed.request, text)
        if treatment == KEEP_ALL:
            return reviewing.keep_rest(session, reviewed.request)
    return reviewing.examine(session, reviewed.request) if to_decide else reviewed


def _ask_until_kept(cli: CliContext, session: Session, number: str, text: ReviewedText) -> str:
    """Ask for one text until the answer can be kept, and give it; an empty one leaves the text for later."""
    from wkc.errors.families import Invalid, Refused
    from wkc.procedures.requests import review as reviewing

    while True:
        meanings = {code: _(meaning) for code, meaning in TREATMENTS.items()}
        treatment = cli.choose(N_("What becomes of it (Enter: later)"), meanings, _HOW)
        if treatment in {"", KEEP_ALL}:
            return treatment
        words = _ask_words(cli, text) if treatment == "verbergen" else ()
        try:
            reviewing.put(session, number, [reviewing.TextDecision(text.name, treatment, words)])
        except (Invalid, Refused) as error:
            cli.say(" ".join(error.text_and_hint))
        else:
            return treatment


def _ask_words(cli: CliContext, text: ReviewedText) -> tuple[str, ...]:
    """Ask which words are hidden; Enter takes what looks like somebody else."""
    offered = tuple(
        dict.fromkeys(text.text[one.start : one.end] for one in text.suspicions if one.clue.value != "naaste")
    )
    if offered:
        cli.say(_("Enter hides: {words}").format(words="; ".join(offered)))
    typed = cli.ask(N_("Words to hide, with a semicolon between them"), _HOW)
    return tuple(words.strip() for words in typed.split(";") if words.strip()) or offered
