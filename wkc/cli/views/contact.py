"""The contacts of a client on the screen, and until when the dossier is kept because of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.retention.contact import Contacts


def listed(screen: Screen, page: Contacts) -> None:
    """Show the contacts of a client, and until when the dossier is kept because of them."""
    from wkc.cli.views.dossier import contacts

    screen.say(page.client.number)
    contacts(screen, page.contacts)
    screen.say(_("Kept up to {day}.").format(day=page.term.last_on))
