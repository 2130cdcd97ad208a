"""`wkc client destroy`: one dossier goes before its term: on request, as a mistake, or because it is not needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.errors.retention import CauseMissing, NumberDiffers, PurgeWaits, RecipientsFirst
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.retention.erase_dossier import ErasurePreview

app = group()

REQUEST = typer.Option(
    metavar="REQUEST", help=N_("The request for removal that was granted and told, or the number that --early gave.")
)
VERGISSING = typer.Option("--vergissing", help=N_("It should not have been registered at all."))
EARLY = typer.Option(
    "--early",
    help=N_("Decide that it is not needed, wrong or unlawful; asks why, and takes a second look."),
)


@app.command(help=N_("Destroy one dossier before its term: on request, by mistake, or as not needed."))
def destroy(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="NUMBER", help=N_("A dossier number."))],
    request: Annotated[str | None, REQUEST] = None,
    vergissing: Annotated[bool, VERGISSING] = False,
    early: Annotated[bool, EARLY] = False,
) -> None:
    """Destroy a dossier at once."""
    from wkc.cli.views.retention import decided_early, erased
    from wkc.procedures.retention import erase_dossier

    cli = cli_context(ctx)
    if [request is not None, vergissing, early].count(True) != 1:
        raise CauseMissing
    session = cli.session()
    if early:
        number = cli.search_term(who)
        erase_dossier.check_early(session, number)
        reasons = cli.reason(N_("Why it goes before its term"), N_("Give it on stdin."))
        cli.show(ctx, erase_dossier.decide_early(session, number, reasons), decided_early)
        return
    preview = erase_dossier.prepare_erasure(session, cli.search_term(who), request)
    if preview.letters:
        raise RecipientsFirst(letters=", ".join(preview.letters), request=preview.request)
    _confirm_number(cli, preview)
    done = erase_dossier.erase(session, preview.client.number, request)
    cli.show(ctx, done, erased)
    if not done.purged:
        raise PurgeWaits


def _confirm_number(cli: CliContext, preview: ErasurePreview) -> None:
    """Have the number typed again, unless nothing is to be asked."""
    if cli.yes:
        return
    if not cli.json:
        text = _("{number} {name} is destroyed for good; no backup brings it back.")
        if preview.kept:
            text = _("{number} {name} is destroyed for good but for category {kept}, which a hold keeps.")
        kept = ", ".join(map(str, sorted(preview.kept)))
        cli.say(text.format(number=preview.client.number, name=preview.name, kept=kept))
    if cli.ask(N_("Type the number again"), N_("Add --yes before the command.")).strip() != preview.client.number:
        raise NumberDiffers
