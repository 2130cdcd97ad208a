"""The start screen and the page of a client, in plain lines that scroll: what is due, who it is, what one may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import CONTACTS, REQUESTS, STATES, in_words
from wkc.cli.terminal.screen import Urgent
from wkc.cli.views.agenda import for_reader, time_left
from wkc.i18n import _, ngettext
from wkc.rules.regulation.breach import URGENT

if TYPE_CHECKING:
    from datetime import date

    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.account import CurrentUser
    from wkc.procedures.operations.client_page import ClientPage
    from wkc.records.agenda import Agenda, Item
    from wkc.records.dossier import Dossier

Lines = Sequence[tuple[str, str]]
"""The lines of a menu, each with its command."""
REACHED_BY = ("telefoon", "e_mail", "adres", "postcode", "woonplaats")
"""The fields by which one reaches a client."""
LATEST = 2
"""Contacts on the page of a client, newest first."""
FIRST = 5
"""Things of the agenda on the start screen."""
COMMAND = 44
"""The column in which a menu shows the command of a line."""


def start_screen(screen: Screen, me: CurrentUser, seen: Agenda | None, lines: Lines, *, can_undo: bool) -> None:
    """Show who is signed in, what is due first, and the menu."""
    screen.heading(_("{houder}: {name}, {role}").format(houder=me.houder, name=me.user.name, role=me.user.role))
    if seen is not None:
        _due(screen, seen)
    numbered(screen, lines)
    screen.say(_("Type a number, the name of a client, or a command."))
    if can_undo:
        screen.say(_("`handboek` explains each task; `undo` takes your own last mistake back."))
    else:
        screen.say(_("`handboek` explains each task."))


def menu_help(screen: Screen) -> None:
    """Say what may be typed at a menu, and which help is longer: less than a screen."""
    screen.heading(_("What you may type here"))
    screen.pairs(
        (
            (_("a number"), _("does what its line says")),
            (_("part of a line"), _("does the same, such as: letters")),
            (_("a client"), _("by name, number, birth date or telephone: opens the page")),
            (_("Enter"), _("shows the menu again")),
            ("0", _("goes back, and at the start screen leaves")),
            ("<", _("in a question: goes a question back")),
            ("Ctrl-C", _("in a question: stops and keeps nothing")),
            ("undo", _("takes your own last mistake back")),
        )
    )
    screen.say(_("`handboek` explains each task, and `handboek NAME` one, such as `handboek telefoon`."))
    screen.say(_("`--help` lists all commands; with `--help` after it a command explains itself."))


def _due(screen: Screen, seen: Agenda) -> None:
    due = [item for item in seen.items if item.on <= seen.today or item.hours is not None]
    text = ngettext("{count} thing is due today or late.", "{count} things are due today or late.", len(due))
    screen.say(text.format(count=len(due)) if due else _("Nothing is due today."))
    for item in due[:FIRST]:
        line = f"  {_how_late(item, seen.today)}: {for_reader(screen, item)}"
        is_late = item.on < seen.today or (item.hours is not None and item.hours <= URGENT)
        screen.prose(Urgent(line) if is_late else line, " " * 4)
    if len(due) > FIRST:
        screen.say("  " + _("and {count} more").format(count=len(due) - FIRST))


def _how_late(item: Item, today: date) -> str:
    """Say how late a thing is where no head says that it is days."""
    days = (today - item.on).days
    if item.hours is not None or days <= 0:
        return time_left(item, today)
    return ngettext("{days} day late", "{days} days late", days).format(days=days)


def numbered(screen: Screen, lines: Lines, *, with_commands: bool = False) -> None:
    """Show numbered lines, and how to leave: the start screen, or a menu that has its commands beside the lines."""
    screen.say("")
    for place, (words, command) in enumerate(lines, 1):
        line = f"{place:2}  {words}"
        screen.say(f"{line:<{COMMAND}}  wkc {command}" if command and with_commands else line)
    screen.say(" 0  " + (_("Back") if with_commands else _("Leave")))


def client_page(screen: Screen, page: ClientPage) -> None:
    """Show a client on at most half a screen: who, with whom, reached how, what waits, the last contacts."""
    dossier = page.shown.dossier
    screen.heading(dossier.client.number)
    screen.pairs(_facts(page))
    for contact in sorted(dossier.contacts, key=lambda one: (one.on, one.number), reverse=True)[:LATEST]:
        if contact.withdrawn_at is None:
            note = " ".join((contact.note or "").split())
            screen.say("  ".join(filter(None, (str(contact.on), in_words(contact.kind, CONTACTS), note))))


def _facts(page: ClientPage) -> Iterable[tuple[str, object]]:
    dossier = page.shown.dossier
    running = [f"{one.party.name}, {one.reference}" for one in dossier.assignments if one.until_on is None]
    yield _("reached by"), ", ".join(filter(None, (_current(dossier, code) for code in REACHED_BY))) or None
    yield _("coach"), dossier.client.coach
    yield _("assignments"), "; ".join(running) or None
    yield _("kept up to"), page.shown.term.last_on
    if waits := ", ".join(_waiting(page)):
        yield _("waits"), waits
    if marks := ", ".join(_marks(page)):
        yield _("mind"), marks


def _waiting(page: ClientPage) -> Iterable[str]:
    for request in page.requests:
        yield f"{request.number} {in_words(request.kind, REQUESTS)} ({in_words(request.state, STATES)})"
    for planned in page.appointments:
        yield _("appointment on {day}").format(day=" ".join(filter(None, (str(planned.on), planned.at))))
    if page.notice_due is not None:
        yield _("to be told of the data by {day}").format(day=page.notice_due)


def _marks(page: ClientPage) -> Iterable[str]:
    dossier = page.shown.dossier
    if page.shown.death is not None:
        yield _("died on {day}").format(day=page.shown.death.on)
    if any(entry.in_onderzoek for entry in dossier.entries):
        yield _("contested")
    if any(entry.beperkt for entry in dossier.entries):
        yield _("restricted")
    if any(hold.released_on is None for hold in dossier.holds):
        yield _("held")


def _current(dossier: Dossier, code: str) -> str | None:
    values = (one.value for one in dossier.entries if one.field.code == code and one.closed_at is None)
    return ", ".join(value for value in values if value) or None
