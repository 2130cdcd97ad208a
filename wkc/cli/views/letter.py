"""Letters on the screen: those that went out, and those that go to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.records.letter import Letter


def sent(screen: Screen, done: tuple[Letter, ...]) -> None:
    """Say to whom letters went out, and when."""
    for letter in done:
        text = _("{number} to {client} was sent on {day}.") if letter.client else _("{number} was sent on {day}.")
        screen.say(text.format(number=letter.number, client=letter.client, day=letter.sent_on))


def voided(screen: Screen, letter: Letter) -> None:
    """Say that a letter goes to nobody."""
    screen.say(_("Letter {number} is void: it goes to nobody.").format(number=letter.number))
