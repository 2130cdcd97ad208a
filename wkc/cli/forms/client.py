"""Registering by hand: the usual fields, asked one by one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wkc.errors.decided_value import DecidedValue
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.dossier.record import Instead, Recorded
    from wkc.procedures.intake.table import Table
    from wkc.records.field import Field

ASKED = (
    "geslachtsnaam",
    "voorvoegsel",
    "voornamen",
    "geboortedatum",
    "geslacht",
    "burgerservicenummer",
    "adres",
    "postcode",
    "woonplaats",
    "telefoon",
    "e_mail",
)
"""The fields that are asked for; `wkc client record` adds the rest."""


def ask_answers(cli: CliContext) -> Table:
    """Ask, and give the answers as a table of one row, as if a file had been offered."""
    from wkc.procedures.intake.table import open_table

    if not getattr(cli.environment.terminal(), "is_confirmed", False):
        cli.say(_("Enter leaves a field out; Ctrl-C stops and keeps nothing."))
    answers = {code: answer for code in ASKED if (answer := _answer(cli, code))}
    return open_table(json.dumps([answers]).encode())


def ask_place(cli: CliContext, session: Session, client: str, field: Field, instead: Instead) -> Instead:
    """Give what a value of a field of many replaces: asked where others stand and nobody said it."""
    if not field.many or instead == "only" or isinstance(instead, int) or not cli.can_ask:
        return instead
    from wkc.procedures.dossier import record

    current = record.list_current(session, client, field)
    if not current:
        return None
    options = {_("beside"): _("the new value stands beside them")}
    options |= {str(entry.number): entry.value or "" for entry in current}
    chosen = cli.choose(N_("In the place of (Enter: beside them)"), options, N_("Add --instead or --replaces NO."))
    return int(chosen) if chosen.isdigit() else None


def confirm_overruling(cli: CliContext, run: Callable[[bool], Recorded]) -> Recorded:
    """Do what may take the place of a value that the client supplied or had corrected, asking at a terminal first."""
    try:
        return run(False)
    except DecidedValue as error:
        if not cli.can_ask:
            raise
        cli.say(error.text_and_hint[0])
        cli.confirm(N_("Record it all the same?"))
        return run(True)


def _answer(cli: CliContext, code: str) -> str | None:
    """Ask for one field until the answer can be, or is left out."""
    from wkc.procedures.core.clock import day
    from wkc.procedures.dossier import record
    from wkc.procedures.io import fields

    field = record.find_field(code)
    hint = f" ({', '.join(field.choices)})" if field.choices else ""

    def read(answer: str) -> str | None:
        if not answer.strip() and not field.required:
            return None
        return fields.parse_new(field, answer, day(cli.environment.now())).text

    return cli.ask_until(field.label + hint, N_("Use --from FILE with a JSON object."), read)
