"""The start screen and the page of a client, in plain lines that scroll: what is due, who it is, what one may do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wkc.i18n import _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.account import CurrentUser
    from wkc.procedures.dossier.client import Shown
    from wkc.records.agenda import Agenda
    from wkc.records.dossier import Dossier

REACHED_BY = ("telefoon", "e_mail", "adres", "postcode", "woonplaats")
"""The fields by which one reaches a client."""
LATEST = 3
"""Contacts on the page of a client, newest first."""


def start_screen(screen: Screen, me: CurrentUser, seen: Agenda | None, lines: Iterable[str]) -> None:
    """Show who is signed in, how much is due, and the numbered lines."""
    screen.heading(_("{houder}: {name}, {role}").format(houder=me.houder, name=me.user.name, role=me.user.role))
    if seen is not None:
        due = sum(item.on <= seen.today for item in seen.items)
        text = ngettext("{count} thing is due today or late.", "{count} things are due today or late.", due)
        screen.say(text.format(count=due) if due else _("Nothing is due today."))
    numbered(screen, lines)


def numbered(screen: Screen, lines: Iterable[str]) -> None:
    """Show numbered lines, and how to leave."""
    screen.say("")
    for number, line in enumerate(lines, 1):
        screen.say(f"{number:2}  {line}")
    screen.say(" 0  " + _("Back, or leave"))


def client_page(screen: Screen, shown: Shown) -> None:
    """Show a client on at most half a screen: who, with whom, reached how, heard when, kept until when."""
    held = shown.dossier
    screen.heading(f"{held.client.number}  {shown.name}")
    screen.pairs(_facts(shown))
    for contact in sorted(held.contacts, key=lambda one: one.on, reverse=True)[:LATEST]:
        if contact.withdrawn_at is None:
            screen.say("  ".join(filter(None, (str(contact.on), contact.kind, contact.note))))


def _facts(shown: Shown) -> Iterable[tuple[str, object]]:
    held = shown.dossier
    running = [f"{one.party.name}, {one.reference}" for one in held.assignments if one.until_on is None]
    yield _("born"), _current(held, "geboortedatum")
    yield _("reached by"), ", ".join(filter(None, (_current(held, code) for code in REACHED_BY))) or None
    yield _("coach"), held.client.coach
    yield _("assignments"), "; ".join(running) or None
    yield _("kept up to"), shown.term.last_on
    marks = [_("contested")] if any(entry.in_onderzoek for entry in held.entries) else []
    marks += [_("restricted")] if any(entry.beperkt for entry in held.entries) else []
    marks += [_("held")] if any(hold.released_on is None for hold in held.holds) else []
    if marks:
        yield _("mind"), ", ".join(marks)


def _current(held: Dossier, code: str) -> str | None:
    values = (one.value for one in held.entries if one.field.code == code and one.closed_at is None)
    return ", ".join(value for value in values if value) or None
