"""The questions of a mistake: whether this is the row, and the words that stay with the line it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _
from wkc.sentences import mistake as mistake_sentences
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.retention.mistake import MistakeInput, TakenBack

NOUNS = for_staff(mistake_sentences.NOUNS)
"""The kinds of row, as a question names them."""

REASONS = for_staff(mistake_sentences.REASONS)
"""Why a row is a mistake, with what each means."""


def describe(noun: str, number: int, client: str, summary: str) -> str:
    """Name a row: its kind and number, whose it is and what it says."""
    return _("{noun} {number} of {client}: {what}").format(
        noun=_(NOUNS[noun]), number=number, client=client, what=summary
    )


def ask_and_take_back(call: CliContext, session: Session, client: str, typed: MistakeInput) -> TakenBack:
    """Show the row, ask whether it goes and in which words, and take it back."""
    from wkc.procedures.retention import mistake

    found = mistake.check(session, client, typed)
    if call.can_ask:
        call.say(describe(found.noun, found.number, found.client.number, found.summary))
        call.confirm(N_("It goes for good, from every backup too. Take it back?"))
    words = call.reason(N_("What went wrong, in your own words; without the value"), N_("Give it on stdin."))
    return mistake.take_back(session, client, typed, words)
