"""`wkc client supplied`: values of a list that were put aside; the beheerder takes or drops each (art. 4.2 and 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _
from wkc.sentences.supplied import REASONS

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.intake.supplied import PutAsideOfClient

app = group()

TAKE = typer.Option(metavar="NO", help=N_("Record this value in the place of the one on file."))
DROP = typer.Option(metavar="NO", help=N_("Drop this value; the one on file stays."))


@app.command(help=N_("List the values of lists that were put aside, or decide on one."))
def supplied(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    take: Annotated[int | None, TAKE] = None,
    drop: Annotated[int | None, DROP] = None,
) -> None:
    """List what was put aside, or decide on a value of it."""
    from wkc.procedures.intake import supplied as values

    cli = cli_context(ctx)
    if take is not None and drop is not None:
        raise OneOf(one="--take", other="--drop")
    session, client = cli.session(), cli.search_term(who)
    if take is not None:
        put_aside = values.take(session, client, take)
    elif drop is not None:
        put_aside = values.drop(session, client, drop)
    else:
        put_aside = values.list_of_client(session, client)
    cli.show(ctx, put_aside, _listed)


def _listed(screen: Screen, put_aside: PutAsideOfClient) -> None:
    screen.say(put_aside.client.number)
    if not put_aside.values:
        screen.say(_("Nothing of a list waits for a decision."))
        return
    screen.table(
        (_("nr"), _("field"), _("on file"), _("supplied"), _("source"), _("put aside because")),
        (
            (
                one.supplied.number,
                one.supplied.field.label,
                "\n".join(_("(withheld)") if entry.value is None else entry.value for entry in one.current) or None,
                _("(withheld)") if one.supplied.value is None else one.supplied.value,
                f"{one.supplied.party.name}\n{one.supplied.obtained_on}",
                _(REASONS[one.supplied.reason].staff),
            )
            for one in put_aside.values
        ),
    )
    screen.say(_("--take NO records a value in the place of the one on file; --drop NO leaves that as it is."))
