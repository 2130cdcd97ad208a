"""`wkc client accept`: who was erased at the own request is on file again, and that is right (art. 12.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.relisted import Accepted

app = group()


@app.command(help=N_("Keep a client on file who was erased at the own request before: the beheerder looked."))
def accept(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """Accept a client who was erased before."""
    from wkc.procedures.dossier import relisted

    cli = cli_context(ctx)
    cli.show(ctx, relisted.accept(cli.session(), cli.search_term(who)), _accepted)


def _accepted(screen: Screen, done: Accepted) -> None:
    screen.say(_("Dossier {number} stays, though the client was erased before.").format(number=done.client.number))
