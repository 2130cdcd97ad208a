"""The recovery codes after new keys were made: shown once, and typed back in part; the values that no key opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wkc.errors.terminal import NoTerminal
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen

ATTEMPTS = 3


def show_codes(screen: Screen, codes: tuple[str, str]) -> None:
    """Show both codes with their places."""
    screen.heading(_("Two recovery codes: the only way in when nobody's password is left"))
    screen.pairs(zip(_places(), codes, strict=True))
    screen.say(_("They are shown this once. Keep them apart, on paper."))


def prove_written_down(cli: CliContext, codes: tuple[str, str]) -> None:
    """Have one group of each code typed back, where somebody can, and then take them off the screen.

    The vault that they belong to is there by then, so nothing that happens here says otherwise.
    """
    if cli.yes or cli.json:
        return
    try:
        proved = all(map(partial(_is_typed_back, cli), _places(), codes, (2, 4)))
    except (KeyboardInterrupt, NoTerminal):
        proved = False
    terminal = cli.environment.terminal()
    if proved and terminal is not None:
        terminal.clear()
        cli.say(_("Both codes are written down; they are off the screen now."))
    else:
        cli.say(_("This is done, and the codes above are not shown again: write both down now."))


def tell_broken(screen: Screen, count: int) -> None:
    """Tell of sealed values that could not be sealed anew, if there are any."""
    if count:
        text = ngettext(
            "{count} sealed value was damaged before, opens for nobody, and was left as it is.",
            "{count} sealed values were damaged before, open for nobody, and were left as they are.",
            count,
        )
        screen.say(text.format(count=count))


def _places() -> tuple[str, str]:
    return _("for the safe"), _("outside the building")


def _is_typed_back(cli: CliContext, place: str, code: str, which: int) -> bool:
    question = _("Type group {group} of the code {place}, to prove that it is written down")
    for _attempt in range(ATTEMPTS):
        typed = cli.ask(question.format(group=which, place=place), N_("Add --yes."))
        if typed.strip().upper() == code.split("-")[which - 1]:
            return True
        cli.say(_("That is not what it says. Look again at what you wrote down."))
    return False
