"""`wkc party person`: people on file at a party, whom one may call back (art. 8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.codes import NUMBERS_FROM, in_words
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import PARTY
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.disclosure.contact_person import ContactPerson
    from wkc.store.dossier.person import NewContactPerson

app = group()

NUMBER = typer.Argument(metavar="NO", help=N_("The number on `wkc party person list`."))
FROM = typer.Option("--from", metavar="FILE", help=N_("A JSON object with name, function and telephone; - for stdin."))
SOURCE = typer.Option(
    metavar="S", help=N_("Where the number was found: website, gids, centrale, brief or persoonlijk.")
)
ON = typer.Option(metavar="DATE", help=N_("When it was verified (default: today)."))


@app.command(help=N_("Put a person on file: asked for, or read from a JSON object."))
def add(ctx: typer.Context, party: Annotated[str, PARTY], from_: Annotated[str | None, FROM] = None) -> None:
    """Put a person on file."""
    from wkc.procedures.disclosure import contact_person

    cli = cli_context(ctx)
    session = cli.session()
    if not from_:
        contact_person.every(session, party)  # Raises where the organisation is not on file, before any question.
    person = contact_person.read(cli.text(from_)) if from_ else _ask_person(cli)
    cli.show(ctx, contact_person.add(session, party, person), _listed)
    if not from_:
        cli.say(_("Look the number up yourself, and write that down with `wkc party person verify`."))


@app.command("list", help=N_("Show the people on file at one organisation, or at all of them."))
def list_(ctx: typer.Context, party: Annotated[str | None, PARTY] = None) -> None:
    """Show people on file."""
    from wkc.procedures.disclosure import contact_person

    cli = cli_context(ctx)
    cli.show(ctx, contact_person.every(cli.session(), party), _listed)


@app.command(help=N_("Write down that a number was verified, from another source than the call."))
def verify(
    ctx: typer.Context,
    party: Annotated[str, PARTY],
    number: Annotated[int, NUMBER],
    source: Annotated[str, SOURCE],
    on: Annotated[str | None, ON] = None,
) -> None:
    """Verify a number."""
    from wkc.procedures.disclosure import contact_person

    cli = cli_context(ctx)
    cli.show(ctx, contact_person.verify(cli.session(), party, number, source, on), _listed)


@app.command(help=N_("Take a person off the file; what was told them stays."))
def remove(ctx: typer.Context, party: Annotated[str, PARTY], number: Annotated[int, NUMBER]) -> None:
    """Take a person off the file."""
    from wkc.procedures.disclosure import contact_person

    cli = cli_context(ctx)
    cli.show(ctx, contact_person.remove(cli.session(), party, number), _listed)


def _ask_person(cli: CliContext) -> NewContactPerson:
    """Ask who it is, each answer until it can be."""
    from wkc.procedures.disclosure import contact_person
    from wkc.procedures.io.fields import plain_text

    how = N_("Add --from FILE with a JSON object.")
    return contact_person.check_person(
        cli.ask_until(N_("Name"), how, plain_text),
        cli.ask_until(N_("Function"), how, plain_text),
        cli.ask_until(N_("Telephone number"), how, contact_person.check_telephone),
    )


def _listed(screen: Screen, people: tuple[ContactPerson, ...]) -> None:
    if not people:
        screen.say(_("Nobody is on file here; `wkc party person add NAME` adds somebody."))
        return
    screen.table(
        (_("party"), _("nr"), _("name"), _("function"), _("telephone"), _("verified")),
        map(_row, people),
        fixed=0,
    )


def _row(known: ContactPerson) -> tuple[object, ...]:
    person = known.person
    return (
        *(person.party.name, person.number, person.name, person.function, person.telephone),
        _name_verification(known),
    )


def _name_verification(known: ContactPerson) -> str:
    person = known.person
    if person.verified_on is None:
        return _("not yet")
    checked = f"{person.verified_on} {in_words(person.verified_from, NUMBERS_FROM)}, {person.verified_by}"
    return checked if known.verified else _("{told}: verify again").format(told=checked)
