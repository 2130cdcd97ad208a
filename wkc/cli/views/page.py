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
        from wkc.store.operations.listed import MOST

        screen.say(
            _how_many(screen.total).format(first=first, last=last, total=screen.total, next=number + 1, most=MOST)
        )
    elif number > 1 and shown:
        screen.say(_("{first} to {last} of {last}").format(first=first, last=last))


def _how_many(total: int | None) -> str:
    """Give the sentence of a page that others follow: with how many there are in all, as far as they were counted."""
    from wkc.store.operations.listed import MOST

    if total is None:
        return _("{first} to {last}; there are more: --page {next}")
    if total > MOST:
        return _("{first} to {last} of more than {most}: --page {next}")
    return _("{first} to {last} of {total}: --page {next}")
