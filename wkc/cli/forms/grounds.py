"""The questions on grounds at intake: on which ground each sealed column is held, and how the clients consented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wkc.cli.terminal.codes import GRONDSLAGEN, WAYS
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.intake.order import IntakeOrder
    from wkc.procedures.intake.table import Table
    from wkc.records.field import Field

WRITTEN = ("schriftelijk", "e_mail")
"""The ways in which an explicit consent can be shown later."""
_HOW = N_("Add --special-basis or --criminal-basis.")
_CONSENT = N_("Add --consent-how and --consent-on.")


def complete_grounds(cli: CliContext, table: Table, order: IntakeOrder) -> IntakeOrder:
    """Ask the grounds of sealed columns with values for which none was stated, once for those alike."""
    from wkc.rules.disclosure.consent import ON_CONSENT

    for field in _find_without_ground(table, order):
        if order.ground(field) is not None:  # Another column of its kind answered it.
            continue
        ground = _ask(cli, field)
        stated = (*order.grounds.get(field.field_class, ()), ground)
        order = replace(order, grounds={**order.grounds, field.field_class: stated})
    on_consent = any(ON_CONSENT in grounds for grounds in order.grounds.values())
    return _ask_consent(cli, order) if on_consent and order.consent_how is None else order


def _find_without_ground(table: Table, order: IntakeOrder) -> Iterator[Field]:
    from wkc.procedures.intake.table import Row
    from wkc.rules.dossier.field import BY_CODE

    fields = (BY_CODE[code] for code in table.columns if code in BY_CODE)
    sealed = {field.code: field for field in fields if field.field_class.sealed and order.ground(field) is None}
    for row in table.rows() if sealed else ():
        if isinstance(row, Row):
            for code in [code for code in sealed if row.cells.get(code)]:
                yield sealed.pop(code)


def _ask(cli: CliContext, field: Field) -> str:
    from wkc.rules.dossier.source import list_fitting

    grounds = {ground: _(GRONDSLAGEN[ground]) for ground in list_fitting(field.code, field.field_class)}
    what = _("On which ground is “{field}” held").format(field=field.label)
    return cli.choose_one(what, grounds, _HOW)


def _ask_consent(cli: CliContext, order: IntakeOrder) -> IntakeOrder:
    from wkc.procedures.core.clock import day
    from wkc.procedures.io import fields

    how = cli.choose_one(N_("How did they consent"), {way: _(WAYS[way]) for way in WRITTEN}, _CONSENT)
    today = day(cli.environment.now())
    on = cli.ask_until(N_("On which day"), _CONSENT, lambda typed: fields.past_day_or_today(typed, today))
    return replace(order, consent_how=how, consent_on=on)
