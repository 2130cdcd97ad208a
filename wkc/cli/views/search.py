"""The dossiers that resemble who asks from outside the register, on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import SOUGHT, in_words
from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.search import Resemblance


def resemblance(screen: Screen, result: Resemblance) -> None:
    """Show each dossier that resembles, with the kinds of key in which it does."""
    screen.heading(result.number)
    screen.pairs([(_("searched by"), _say_kinds(result.sought))])
    if not result.candidates:
        screen.say(_("Nobody in the register resembles who asks."))
        return
    screen.table(
        (_("client"), _("name"), _("agrees in")),
        ((one.client.number, one.name, _say_kinds(one.agrees)) for one in result.candidates),
        fixed=1,
    )
    screen.say(
        _("Is it one of these? `wkc request link {number} CLIENT` puts the request there.").format(number=result.number)
    )


def _say_kinds(kinds: Iterable[str]) -> str:
    """Name kinds of key in words."""
    return ", ".join(filter(None, (in_words(kind, SOUGHT) for kind in kinds)))
