"""A whole dossier on the screen: who, since when, what is held by category, the contacts, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import CAPACITIES, CONTACTS, DEATHS, SOURCES, in_words
from wkc.cli.views.mark import marked, with_statement
from wkc.i18n import _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.client import Shown
    from wkc.records.dossier import Contact, Entry, Term
    from wkc.records.rights import Mandate

LAST = 5
"""Contacts that `show` gives; `wkc contact list` gives all."""


def dossier(screen: Screen, shown: Shown) -> None:
    """Show a dossier."""
    content = shown.dossier
    screen.heading(content.client.number)
    screen.pairs(
        (
            (_("name"), shown.name),
            *([(_("also under"), ", ".join(shown.joined))] if shown.joined else []),
            (_("registered on"), content.client.registered_on),
            (_("coach"), content.client.coach),
            (_("kept up to"), _until(shown.term)),
            *((in_words(one.kind, CAPACITIES) or "", _mandate(one)) for one in shown.representatives),
            *([(_("died on"), f"{shown.death.on} ({in_words(shown.death.source, DEATHS)})")] if shown.death else []),
        )
    )
    screen.heading(_("Assignments"))
    screen.table(
        (_("opdrachtgever"), _("reference"), _("from"), _("until")),
        (
            (assignment.party.name, assignment.reference, assignment.from_on, assignment.until_on)
            for assignment in content.assignments
        ),
        fixed=0,
    )
    current = [entry for entry in content.entries if entry.closed_at is None]
    screen.heading(_("What is held"))
    _show_entries(screen, current)
    if content.withheld:
        screen.say(_("There are withheld data besides."))
    if closed := len(content.entries) - len(current):
        text = ngettext(
            "{count} earlier value is in the history.", "{count} earlier values are in the history.", closed
        )
        screen.say(text.format(count=closed))
    contacts(screen, content.contacts[-LAST:])
    if content.holds:
        from wkc.cli.views.retention import hold_table

        hold_table(screen, content.holds)
    if content.mistakes:
        from wkc.cli.views.mistake import mistake_table

        mistake_table(screen, content.mistakes)


def contacts(screen: Screen, listed: tuple[Contact, ...]) -> None:
    """Show contacts, oldest first, each with its number."""
    screen.heading(_("Contacts"))
    if not listed:
        screen.say(_("None yet."))
        return
    screen.table(
        (_("nr"), _("date"), _("kind"), _("restarts"), _("note")),
        (
            (
                contact.number,
                contact.on,
                in_words(contact.kind, CONTACTS),
                _("yes") if contact.restarts and contact.withdrawn_at is None else _("no"),
                _note(contact),
            )
            for contact in listed
        ),
    )


def _mandate(mandate: Mandate) -> str:
    """Name who acts for the client, from when and until when."""
    if mandate.until_on is None:
        return _("{name}, from {day}").format(name=mandate.name, day=mandate.from_on)
    return _("{name}, from {day} to {last}").format(name=mandate.name, day=mandate.from_on, last=mandate.until_on)


def _until(term: Term) -> str:
    if term.reason == "laatste_contact":
        return _("{day} (five years after the last contact, {start})").format(day=term.last_on, start=term.from_on)
    if term.reason == "verwijdering_toegewezen":
        return _("erased on {day} at the client's request, but for what a hold keeps").format(day=term.last_on)
    if term.reason == "rest_vernietigd":
        return _("{day}; the rest is destroyed").format(day=term.last_on)
    if term.reason == "einde_opdracht":
        return _("{day} (two years after the assignment ended, {start})").format(day=term.last_on, start=term.from_on)
    return _("{day} (five years after the assignment began, {start})").format(day=term.last_on, start=term.from_on)


def _show_entries(screen: Screen, current: list[Entry]) -> None:
    """Show what is held, with the numbers that people name an entry by where this user has them."""
    titles = (_("nr"), _("cat"), _("field"), _("value"), _("source"), _("date"))
    rows = [
        (
            entry.number,
            entry.field.category,
            entry.field.label,
            _value(entry),
            in_words(entry.provenance.source, SOURCES),
            entry.provenance.obtained_on,
        )
        for entry in current
    ]
    numbered = any(number for number, *_others in rows)
    screen.table(titles if numbered else titles[1:], rows if numbered else [row[1:] for row in rows])


def _value(entry: Entry) -> str:
    shown = marked(entry.value, entry)
    if entry.field.field_class.sealed and entry.value is not None:
        shown = f"{shown} [{entry.field.field_class}]"
    return with_statement(shown, entry.dissent) if entry.has_dissent else shown


def _note(contact: Contact) -> str | None:
    if contact.withdrawn_at is not None:
        return _("withdrawn: {reason}").format(reason=contact.reason or _("(withheld)"))
    if contact.has_note and contact.note is None:
        return _("(withheld)")
    return contact.note
