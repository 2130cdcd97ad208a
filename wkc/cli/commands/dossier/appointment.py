"""`wkc contact plan, kept, missed, move, cancel, planned`: appointments with a client (art. 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.codes import CONTACTS, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT, NOTE
from wkc.i18n import N_, _
from wkc.sentences import appointment as appointment_sentences
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.progress.appointment import Appointments

app = group()

NO = typer.Argument(metavar="NO", help=N_("Its number on `wkc contact planned`."))
ON = typer.Option(metavar="DATE", help=N_("The day of the appointment."))
AT = typer.Option("--at", metavar="TIME", help=N_("The time, such as 09:30."))
KIND = typer.Option(metavar="KIND", help=N_("gesprek, telefoon or bezoek."))
BECAME = typer.Option("--kind", metavar="KIND", help=N_("What it became, where that is another than planned."))


@app.command(help=N_("Plan an appointment; planned, it does not count for the five years."))
def plan(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    on: Annotated[str, ON],
    at: Annotated[str | None, AT] = None,
    kind: Annotated[str, KIND] = "gesprek",
) -> None:
    """Plan an appointment."""
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    cli.show(ctx, appointment.plan(cli.session(), cli.search_term(who), on, at, kind), _listed)


@app.command(help=N_("An appointment was kept: it becomes the contact of its day."))
def kept(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    number: Annotated[int, NO],
    kind: Annotated[str | None, BECAME] = None,
    note: Annotated[bool, NOTE] = False,
) -> None:
    """Write down that an appointment was kept."""
    from wkc.cli.views.contact import listed
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    session = cli.session()
    appointment.check_kept(None, kind)
    client = cli.search_term_beside_stdin(who) if note else cli.search_term(who)
    text = cli.value(N_("Note"), N_("Give it on stdin.")) if note else None
    cli.show(ctx, appointment.keep(session, client, number, text, kind), listed)


@app.command(help=N_("The client did not come: written down as niet_verschenen."))
def missed(
    ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO], note: Annotated[bool, NOTE] = False
) -> None:
    """Write down that the client did not come."""
    from wkc.cli.views.contact import listed
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    session = cli.session()
    client = cli.search_term_beside_stdin(who) if note else cli.search_term(who)
    text = cli.value(N_("Note"), N_("Give it on stdin.")) if note else None
    cli.show(ctx, appointment.miss(session, client, number, text), listed)


@app.command(help=N_("Move an appointment to another day or time."))
def move(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    number: Annotated[int, NO],
    on: Annotated[str, ON],
    at: Annotated[str | None, AT] = None,
) -> None:
    """Move an appointment."""
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    cli.show(ctx, appointment.move(cli.session(), cli.search_term(who), number, on, at), _listed)


@app.command(help=N_("Call an appointment off."))
def cancel(ctx: typer.Context, who: Annotated[str, CLIENT], number: Annotated[int, NO]) -> None:
    """Call an appointment off."""
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    cli.show(ctx, appointment.cancel(cli.session(), cli.search_term(who), number), _listed)


@app.command(help=N_("List the appointments of a client, with what became of each."))
def planned(ctx: typer.Context, who: Annotated[str, CLIENT]) -> None:
    """List the appointments of a client."""
    from wkc.procedures.progress import appointment

    cli = cli_context(ctx)
    cli.show(ctx, appointment.every(cli.session(), cli.search_term(who)), _listed)


OUTCOMES = for_staff(appointment_sentences.OUTCOMES)


def _listed(screen: Screen, appointments: Appointments) -> None:
    screen.say(appointments.client.number)
    if not appointments.appointments:
        screen.say(_("No appointment yet; `wkc contact plan` makes one."))
        return
    screen.table(
        (_("nr"), _("date"), _("time"), _("kind"), _("outcome")),
        (
            (
                one.number,
                one.on,
                one.at,
                in_words(one.kind, CONTACTS),
                _(OUTCOMES[one.outcome]) if one.outcome else _("planned"),
            )
            for one in appointments.appointments
        ),
        fixed=3,
    )
