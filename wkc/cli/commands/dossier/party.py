"""`wkc party`: the organisations that give us data or get it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.commands.dossier import person
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import PARTY
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.party_columns import PartyColumns
    from wkc.records.party import Party

app = group()
app.add_typer(person.app, name="person", help=N_("People on file at an organisation, whom one may call back."))

KIND = typer.Option(metavar="KIND", help=N_("opdrachtgever, instantie, werkgever or derde."))
BODY = typer.Option(
    metavar="CODE", help=N_("The body of annex III or art. 8.3 that it is: uwv, svb, politie, sociale_dienst, …")
)


@app.command(help=N_("Put an organisation on file."))
def add(
    ctx: typer.Context,
    name: Annotated[str, PARTY],
    kind: Annotated[str, KIND],
    body: Annotated[str | None, BODY] = None,
) -> None:
    """Put a party on file."""
    from wkc.procedures.dossier import party

    cli = cli_context(ctx)
    cli.show(ctx, party.add(cli.session(), name, kind, body), _added)


@app.command(help=N_("Say which body of annex III or art. 8.3 an organisation on file is."))
def body(
    ctx: typer.Context,
    name: Annotated[str, PARTY],
    code: Annotated[str, typer.Argument(metavar="CODE", help=N_("uwv, svb, politie, sociale_dienst, …"))],
) -> None:
    """Say which body a party is."""
    from wkc.procedures.dossier import party

    cli = cli_context(ctx)
    cli.show(ctx, party.set_body(cli.session(), name, code), _added)


@app.command("list", help=N_("Show all organisations on file."))
def list_(ctx: typer.Context) -> None:
    """Show all parties."""
    from wkc.procedures.dossier import party

    cli = cli_context(ctx)
    cli.show(ctx, party.every(cli.session()), _listed)


@app.command(help=N_("Show one organisation and how many clients it supplied."))
def show(ctx: typer.Context, name: Annotated[str, PARTY]) -> None:
    """Show one party."""
    from wkc.cli.views.party import shown
    from wkc.procedures.dossier import party

    cli = cli_context(ctx)
    cli.show(ctx, party.show(cli.session(), name), shown)


@app.command(help=N_("Show which column of an opdrachtgever's lists is which field, or forget it."))
def columns(
    ctx: typer.Context,
    name: Annotated[str, PARTY],
    clear: Annotated[bool, typer.Option("--clear", help=N_("Forget them: the next list asks again."))] = False,
) -> None:
    """Show or forget the columns of a party's lists."""
    from wkc.procedures.dossier import party_columns

    cli = cli_context(ctx)
    session = cli.session()
    done = party_columns.clear(session, name) if clear else party_columns.show(session, name)
    cli.show(ctx, done, _columns)


def _columns(screen: Screen, done: PartyColumns) -> None:
    if not done.columns:
        screen.say(_("No columns are kept for {name}: its next list asks.").format(name=done.party.name))
        return
    screen.table(
        (_("heading"), _("becomes")),
        ((heading, field or _("left out")) for heading, field in done.columns.items()),
        fixed=0,
    )


def _added(screen: Screen, party: Party) -> None:
    from wkc.cli.terminal.codes import describe_party

    screen.say(_("{name} is on file as {kind}.").format(name=party.name, kind=describe_party(party.kind, party.body)))


def _listed(screen: Screen, parties: tuple[Party, ...]) -> None:
    from wkc.cli.terminal.codes import describe_party

    if not parties:
        screen.say(_("No organisation is on file yet; `wkc party add NAME --kind opdrachtgever` adds one."))
        return
    screen.table(
        (_("name"), _("kind")), ((party.name, describe_party(party.kind, party.body)) for party in parties), fixed=0
    )
