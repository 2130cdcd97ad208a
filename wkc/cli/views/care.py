"""Reviews on the screen: what was looked over, and what is left to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal import log_line
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.care import AccessOf, Belongings, Checked, HolidayTable
    from wkc.records.audit import AuditLine

TO_DO = {
    "access": N_("{others}: change or end it with `wkc user role` or `wkc user revoke`."),
    "looks": N_("Lines {others}: ask who looked; a look without a reason is a breach (`wkc breach open`)."),
}
"""The sentence on what was not in order, and what to do about it."""


def checked(screen: Screen, done: Checked) -> None:
    """Say that a review was written down, and what follows from it."""
    text = _("{count} in order; it is written down.")
    screen.say(text.format(count=done.in_order))
    if done.others:
        screen.say(_(TO_DO[done.work]).format(others=", ".join(done.others)))


def access(screen: Screen, users: tuple[AccessOf, ...]) -> None:
    """List who has access, with when it was used last."""
    screen.table(
        (_("user"), _("name"), _("role"), _("function"), _("designated on"), _("used last")),
        (
            (
                one.user.user_id,
                one.user.name,
                one.user.role,
                one.user.function,
                screen.day(one.user.designated_at),
                screen.minute(one.last_used) if one.last_used else None,
            )
            for one in users
        ),
    )


def looks(screen: Screen, lines: tuple[AuditLine, ...]) -> None:
    """List the looks that were drawn."""
    screen.table(
        (_("line"), _("at"), _("user"), _("action"), _("purpose")),
        (
            (line.seq, screen.minute(line.at), line.user_id, log_line.action(line), log_line.purpose(line.purpose))
            for line in lines
        ),
    )


def belongings(screen: Screen, left: Belongings) -> None:
    """Say what has to be in its place."""
    screen.say(
        _("Recovery codes that are valid: {count}; on paper, each in its own place.").format(count=left.recovery_codes)
    )
    for name, responsible in left.services:
        screen.say(
            _("The key file of {name}; {responsible} answers for it.").format(name=name, responsible=responsible)
        )


def holidays(screen: Screen, table: HolidayTable) -> None:
    """List the days of rest."""
    screen.table((_("day"), _("name")), ((day, name.replace("_", " ")) for day, name in table.days))
