"""The place of a page in its list, beneath it: the first and the last that it shows, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen

PAGE = 20
"""The lines of a page, of every list that has pages."""


def say_place(screen: Screen, number: int, shown: int, *, more: bool) -> None:
    """Say which part of a list a page is; nothing where it is all of it, or past its end."""
    first = (number - 1) * PAGE + 1
    last = first + shown - 1
    if more:
        screen.say(
            _("{first} to {last}; there are more: --page {next}").format(first=first, last=last, next=number + 1)
        )
    elif number > 1 and shown:
        screen.say(_("{first} to {last} of {last}").format(first=first, last=last))
