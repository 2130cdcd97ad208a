"""A mistake on the screen: what is gone, where it is now, and who hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import MISTAKEN_FOR, MISTAKES, in_words
from wkc.i18n import _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.mistakes.mistake import TakenBack
    from wkc.records.mistake import Mistake


def mistake_table(screen: Screen, mistakes: tuple[Mistake, ...]) -> None:
    """Show the rows that were taken back, without what they said."""
    screen.heading(_("Taken back as a mistake"))
    screen.table(
        (_("date"), _("kind"), _("field"), _("reason"), _("words")),
        (
            (
                screen.day(one.recorded_at),
                in_words(one.noun, MISTAKES),
                one.field.label if one.field else None,
                in_words(one.reason, MISTAKEN_FOR),
                _words(one),
            )
            for one in mistakes
        ),
    )


def _words(mistake: Mistake) -> str:
    return mistake.words if mistake.words is not None else _("(withheld)")


def taken_back(screen: Screen, done: TakenBack) -> None:
    """Say what was taken back, and what that leads to."""
    text = _("Taken back from {client}: {noun} {number} ({reason}).")
    made = done.mistake
    screen.say(
        text.format(
            client=done.client.number,
            noun=in_words(made.noun, MISTAKES),
            number=done.number,
            reason=in_words(made.reason, MISTAKEN_FOR),
        )
    )
    if done.to is not None:
        screen.say(_("It is written down in {client} now.").format(client=done.to))
    if done.waits and done.purged:
        screen.say(_("It is out of the register now."))
        screen.say(_("From the next command of the beheerder or the nightly run on, no backup brings it back."))
    elif done.waits:
        screen.say(_("It shows nowhere; the next command of the beheerder or the nightly run deletes it for good."))
    else:
        screen.say(_("It is gone for good; no backup brings it back."))
    if done.letters:
        text = ngettext(
            "{count} letter tells who had it: {numbers}. It is on the agenda until it is sent.",
            "{count} letters tell who had it: {numbers}. They are on the agenda until they are sent.",
            len(done.letters),
        )
        screen.say(text.format(count=len(done.letters), numbers=", ".join(done.letters)))
