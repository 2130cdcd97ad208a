"""`wkc client destroy`: one dossier goes before its term, on request or because it should never have been there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.errors.retention import CauseMissing, NumberDiffers, PurgeWaits
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.retention.erase_dossier import ErasureRequest

app = group()

REQUEST = typer.Option(metavar="REQUEST", help=N_("The request for removal that was granted and told."))


@app.command(help=N_("Destroy one dossier before its term: on request, or registered by mistake."))
def destroy(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="NUMBER", help=N_("A dossier number."))],
    request: Annotated[str | None, REQUEST] = None,
    vergissing: Annotated[
        bool, typer.Option("--vergissing", help=N_("It should not have been registered at all."))
    ] = False,
) -> None:
    """Destroy a dossier at once."""
    from wkc.cli.views.retention import erased
    from wkc.procedures.retention import erase_dossier

    call = of(ctx)
    if (request is None) != vergissing:
        raise CauseMissing
    session = call.session()
    asked = erase_dossier.check_erasure(session, call.term(who), request)
    _sure(call, asked)
    done = erase_dossier.erase(session, asked.client.number, request)
    call.show(ctx, done, erased)
    if not done.purged:
        raise PurgeWaits


def _sure(call: CliContext, asked: ErasureRequest) -> None:
    """Have the number typed again, unless nothing is to be asked."""
    if call.yes:
        return
    if not call.json:
        text = _("{number} {name} is destroyed for good; no backup brings it back.")
        call.say(text.format(number=asked.client.number, name=asked.name))
    if call.ask(N_("Type the number again"), N_("Add --yes before the command.")).strip() != asked.client.number:
        raise NumberDiffers
