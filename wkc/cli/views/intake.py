"""Results of taking clients in, as people read them: receipts, changes on file, rows that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.intake.differences import ValueChange
    from wkc.procedures.intake.enrolment import Enrolled
    from wkc.procedures.intake.registration import Imported
    from wkc.procedures.intake.table import LeftOut, Table

_MOST_NUMBERS = 12
"""The most row numbers that are listed one by one."""


NO_CLIENTS = frozenset({"boven_de_koppen", "koppen", "voorbeeld"})
"""The reasons of rows that are about nobody: lines above the headings, headings once more, the example."""


def registered(screen: Screen, enrolled: Enrolled) -> None:
    """Show one client who was registered."""
    if enrolled.again:
        text = _("{number} was on file already and has a new assignment; values that differed: {changed}.")
    else:
        text = _("Registered as {number}.")
    screen.say(text.format(number=enrolled.client.number, changed=enrolled.changed))
    changes(screen, [enrolled])


def imported(screen: Screen, done: Imported) -> None:
    """Show the receipt of a list: rows that are right, new clients, clients on file, rows left out."""
    new = done.rows - len(done.again)
    screen.say(ngettext("{count} row is right.", "{count} rows are right.", done.rows).format(count=done.rows))
    if new:
        text = ngettext("{count} new client: {first}.", "{count} new clients: {first} to {last}.", new)
        if done.first and done.last and done.first[:5] != done.last[:5]:
            text = _("{count} new clients: the first row is {first}, the last {last}.")
        screen.say(text.format(count=new, first=done.first, last=done.last))
    if done.again:
        screen.heading(_("On file already, with a new assignment now"))
        rows = ((enrolled.row, enrolled.client.number, enrolled.changed) for enrolled in done.again)
        screen.table((_("row"), _("number"), _("values that differed")), rows)
        changes(screen, done.again)
    left_out(screen, done.left_out)
    if done.columns_left_out:
        screen.say(_("Columns that are left out: {columns}.").format(columns=", ".join(done.columns_left_out)))
    if done.dry_run:
        screen.say(_("This was a dry run: nothing was taken in."))


def propose_next(screen: Screen) -> None:
    """Say what comes after a list: a coach for each client, and the notices, as far as the reader may."""
    screen.heading(_("What next"))
    if screen.can_do("client.assign"):
        screen.say(_("`wkc client assign --unassigned --coach ID` gives them a coach."))
    screen.say(_("`wkc letter notify --all` draws up the notices that they have a right to (AVG 14)."))


def preview(screen: Screen, table: Table, examples: Sequence[Sequence[str]]) -> None:
    """Show how a file was read, and each column with the field that it is and what its first rows have."""
    reading = table.sheet.reading
    facts = (
        (_("format"), reading.format),
        (_("sheet"), reading.sheet),
        (_("sheets not read"), ", ".join(reading.unread)),
        (_("encoding"), reading.encoding),
        (_("separator"), _separator(reading.separator)),
        (_("headings in row"), table.heading_row),
    )
    screen.pairs([(name, value) for name, value in facts if value])
    screen.heading(_("Columns"))
    screen.table(
        (_("heading"), _("becomes"), _("first rows")),
        (
            (column.heading, column.code or _("left out"), " | ".join(filter(None, shown)))
            for column, shown in zip(table.headings, examples, strict=True)
        ),
    )


def summary(screen: Screen, trial: Imported) -> None:
    """Show what an import would do, before it is done."""
    screen.heading(_("What this list brings"))
    screen.pairs(
        (
            (_("rows to take in"), trial.rows),
            (_("new clients"), trial.rows - len(trial.again)),
            (_("on file already"), len(trial.again)),
            (_("left out"), sum(row.why not in NO_CLIENTS for row in trial.left_out)),
        )
    )
    left_out(screen, trial.left_out)
    changes(screen, trial.again)


def _separator(sign: str | None) -> str | None:
    return _("tab") if sign == "\t" else sign


def left_out(screen: Screen, rows: Sequence[LeftOut]) -> None:
    """Show which rows were left out, and why."""
    reasons = {
        "gekozen": _("chosen"),
        "verborgen": _("hidden in the file"),
        "boven_de_koppen": _("above the headings"),
        "koppen": _("the headings once more"),
        "voorbeeld": _("the example of the template"),
    }
    for why in dict.fromkeys(row.why for row in rows):
        numbers = [str(row.row) for row in rows if row.why == why]
        shown = ", ".join(numbers[:_MOST_NUMBERS]) + (", …" if len(numbers) > _MOST_NUMBERS else "")
        text = ngettext(
            "{count} row is left out ({why}): {rows}.", "{count} rows are left out ({why}): {rows}.", len(numbers)
        )
        screen.say(text.format(count=len(numbers), why=reasons[why], rows=shown))


def changes(screen: Screen, rows: Iterable[Enrolled]) -> None:
    """Show which values of clients on file a list changes, and which it leaves as they are."""
    lines = [(enrolled, change) for enrolled in rows for change in enrolled.changes]
    if not lines:
        return
    screen.heading(_("Values that differ from those on file"))
    screen.table(
        (_("row"), _("number"), _("field"), _("on file"), _("in the list"), _("outcome")),
        (
            (enrolled.row, enrolled.client.number, change.field, change.before, change.after, _outcome(change))
            for enrolled, change in lines
        ),
        fixed=2,
    )
    if any(change.outcome == "kept" for _enrolled, change in lines):
        screen.say(_("Values from the client stay; `--replace` lets the list win, `--keep` keeps all that is on file."))


def _outcome(change: ValueChange) -> str:
    words = {"replaced": _("replaced"), "added": _("added"), "kept": _("stays as on file")}
    return words[change.outcome]
