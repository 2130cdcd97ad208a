"""`wkc user review`: the yearly look at who has access, one by one (art. 6 and 7)."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import N_

app = group()

FROM = typer.Option("--from", metavar="FILE", help=N_("A word for each as JSON: houden or wijzigen; - for stdin."))


@app.command(help=N_("Review who has access, one by one: keep it, or change it; a signed line says that it was done."))
def review(ctx: typer.Context, from_: Annotated[str | None, FROM] = None) -> None:
    """Review who has access."""
    from wkc.cli.forms.care import ask_access, collect
    from wkc.cli.views.care import access, checked
    from wkc.procedures.operations import care

    cli = cli_context(ctx)
    session = cli.session()
    verdicts = collect(ctx, from_, lambda: care.list_access(session), access, ask_access)
    if verdicts is not None:
        cli.show(ctx, care.review_access(session, verdicts), checked)
