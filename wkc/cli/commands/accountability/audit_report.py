"""`wkc audit report`: what was done with one dossier, in words that its client understands (art. 11.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.audit_report import DossierReport

app = group()

FIRST = typer.Option("--from", metavar="DATE", help=N_("The first day (default: of the registration)."))
LAST = typer.Option("--to", metavar="DATE", help=N_("The last day (default: today)."))


@app.command(help=N_("Show who did what with one dossier, in words that its client understands."))
def report(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    first: Annotated[str | None, FIRST] = None,
    last: Annotated[str | None, LAST] = None,
) -> None:
    """Report on one dossier."""
    from wkc.procedures.operations import audit_report

    cli = cli_context(ctx)
    cli.show(ctx, audit_report.report(cli.session(), cli.search_term(who), first, last), _shown)


def _shown(screen: Screen, view: DossierReport) -> None:
    text = _("Looks and changes of {client}, {first} to {last}")
    screen.heading(text.format(client=view.client.number, first=view.first, last=view.last))
    if not view.looks:
        screen.say(_("None."))
        return
    screen.table(
        (_("when"), _("who"), _("what"), _("what for"), _("reason")),
        ((screen.minute(one.at), one.by, one.action, one.purpose, one.reason) for one in view.looks),
        fixed=1,
    )
