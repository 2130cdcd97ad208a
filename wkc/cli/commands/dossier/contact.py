"""`wkc contact`: contact moments, which restart the five years of art. 10, and appointments."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.commands.dossier import appointment
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.cli.views.contact import listed
from wkc.i18n import N_

app = group()
for name, (command, line) in appointment.COMMANDS.items():
    app.command(name, help=line)(command)

WHO = typer.Argument(metavar="NUMBER", help=N_("A dossier number, a BSN, or the beginning of a name."))
ON = typer.Option(metavar="DATE", help=N_("The day of the contact (default: today)."))
KIND = typer.Option(
    metavar="KIND",
    help=N_(
        "gesprek, telefoon, bezoek, e_mail_ontvangen or brief_ontvangen restart the five years; "
        "poging, niet_verschenen and brief_verzonden do not."
    ),
)
NOTE = typer.Option("--note", help=N_("Ask for a note, or read it from stdin; it is sealed."))


@app.command(help=N_("Write down a contact with a client."))
def log(
    ctx: typer.Context,
    who: Annotated[str, WHO],
    kind: Annotated[str, KIND],
    on: Annotated[str | None, ON] = None,
    note: Annotated[bool, NOTE] = False,
) -> None:
    """Log a contact."""
    from wkc.procedures.retention import contact

    call = of(ctx)
    session = call.session()
    contact.check(on, kind)
    client = call.term_beside_stdin(who) if note else call.term(who)
    text = call.value(N_("Note"), N_("Give it on stdin.")) if note else None
    if text is not None and call.can_ask and not text.strip():
        text = None  # Enter at the question: there is no note.
    call.show(ctx, contact.log(session, client, on, kind, text), listed)


@app.command(help=N_("Withdraw a contact that was a mistake; the reason is asked for, or read from stdin."))
def withdraw(
    ctx: typer.Context,
    who: Annotated[str, WHO],
    contact_number: Annotated[int, typer.Argument(metavar="NO", help=N_("Its number on `wkc contact list`."))],
) -> None:
    """Withdraw a contact."""
    from wkc.procedures.retention import contact

    call = of(ctx)
    session = call.session()
    client = call.term_beside_stdin(who)
    reason = call.reason(N_("Reason"), N_("Give it on stdin."))
    call.show(ctx, contact.withdraw(session, client, contact_number, reason), listed)


@app.command("list", help=N_("List the contacts of a client."))
def list_(ctx: typer.Context, who: Annotated[str, WHO]) -> None:
    """List the contacts of one client."""
    from wkc.procedures.retention import contact

    of(ctx).show(ctx, contact.every(of(ctx).session(), of(ctx).term(who)), listed)
