"""The questions of a mistake: whether this is the row, and the words that stay with the line it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wkc.cli.forms.doubles import attempt
from wkc.i18n import N_, _
from wkc.sentences import mistake as mistake_sentences
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.dossier.doubles import DoubleAnswer
    from wkc.procedures.mistakes.mistake import CheckedMistake, MistakeInput, TakenBack

NOUNS = for_staff(mistake_sentences.NOUNS)
"""The kinds of row, as a question names them."""

REASONS = for_staff(mistake_sentences.REASONS)
"""The reasons for which a row is a mistake, each with its meaning."""


def describe(noun: str, number: int, client: str, summary: str) -> str:
    """Name a row: its kind and number, whose it is and what it says."""
    return _("{noun} {number} of {client}: {what}").format(
        noun=_(NOUNS[noun]), number=number, client=client, what=summary
    )


def ask_and_take_back(cli: CliContext, session: Session, client: str, typed: MistakeInput) -> TakenBack:
    """Show the row, ask whether it goes and in which words, and take it back."""
    from wkc.procedures.mistakes import mistake

    checked = mistake.check(session, client, typed)
    if cli.can_ask:
        for line in _preview(checked):
            cli.say(line)
        cli.confirm(N_("It goes for good, from every backup too. Take it back?"))
    words = cli.reason(N_("What went wrong, in your own words; without the value"), N_("Give it on stdin."))

    def take_back(answer: DoubleAnswer) -> TakenBack:
        return mistake.take_back(session, client, replace(typed, answer=answer), words)

    return attempt(cli, typed.answer, take_back)


def _preview(checked: CheckedMistake) -> Iterator[str]:
    """Give what would go, and what that leads to."""
    yield describe(checked.noun, checked.number, checked.client.number, checked.summary)
    if checked.to is not None:
        yield _("It is written down in {number} instead, as of today.").format(number=checked.to.number)
    if checked.again is not None:
        yield _("What stood there before holds again: {value}").format(value=checked.again)
    if checked.recipients:
        yield _("A letter about it is drawn up for: {names}.").format(names=", ".join(checked.recipients))
