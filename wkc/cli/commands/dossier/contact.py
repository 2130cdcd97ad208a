"""`wkc contact log, withdraw, list`: contact moments, which restart the five years of art. 10."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, NOTE
from wkc.cli.views.contact import listed
from wkc.i18n import N_

app = group()

ON = typer.Option(metavar="DATE", help=N_("The day of the contact (default: today)."))
KIND = typer.Option(
    metavar="KIND",
    help=N_(
        "gesprek, telefoon, bezoek, e_mail_ontvangen or brief_ontvangen restart the five years; "
        "poging, niet_verschenen and brief_verzonden do not."
    ),
)


@app.command(help=N_("Write down a contact with a client."))
def log(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    kind: Annotated[str, KIND],
    on: Annotated[str | None, ON] = None,
    note: Annotated[bool, NOTE] = False,
) -> None:
    """Log a contact."""
    from wkc.procedures.retention import contact

    cli = cli_context(ctx)
    session = cli.session()
    contact.check(on, kind)
    client = cli.search_term_beside_stdin(who) if note else cli.search_term(who)
    text = cli.value(N_("Note"), N_("Give it on stdin.")) if note else None
    if text is not None and cli.can_ask and not text.strip():
        text = None  # Enter at the question means that there is no note.
    cli.show(ctx, contact.log(session, client, on, kind, text), listed)


@app.command(help=N_("Withdraw a contact that was a mistake; the reason is asked for, or read from stdin."))
def withdraw(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    contact_number: Annotated[int, typer.Argument(metavar="NO", help=N_("Its number on `wkc contact list`."))],
) -> None:
    """Withdraw a contact."""
    from wkc.procedures.retention import contact

    cli = cli_context(ctx)
    session = cli.session()
    client = cli.search_term_beside_stdin(who)
    reason = cli.reason(N_("Reason"), N_("Give it on stdin."))
    cli.show(ctx, contact.withdraw(session, client, contact_number, reason), listed)


@app.command("list", help=N_("List the contacts of a client."))
def list_(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """List the contacts of one client."""
    from wkc.procedures.retention import contact

    cli = cli_context(ctx)
    cli.show(ctx, contact.every(cli.session(), cli.search_term(who)), listed)
