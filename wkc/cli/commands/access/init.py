"""`wkc init`: a new register and its first beheerder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.forms.recovery_codes import prove_written_down, show_codes
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.i18n import N_, _
from wkc.procedures.io.user_id import fold_if_typed

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access.init import Created

app = group()


@app.command()
def init(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Option(help=N_("The name of the office, the houder."))] = None,
    place: Annotated[str | None, typer.Option(help=N_("Where it is established."))] = None,
    kvk: Annotated[str | None, typer.Option(help=N_("Its number in the trade register."))] = None,
    beheerder: Annotated[
        str | None, typer.Option(metavar="ID", callback=fold_if_typed, help=N_("The USER ID of the first beheerder."))
    ] = None,
    person: Annotated[str | None, typer.Option(metavar="NAME", help=N_("The name of the first beheerder."))] = None,
    function: Annotated[str | None, typer.Option(help=N_("The function of the first beheerder (directie)."))] = None,
) -> None:
    """Make a new register."""
    from wkc.cli.forms.init import ask_office
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.access import init as initialising
    from wkc.records.party import Houder

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    initialising.check_free(cli.home)
    options = {"name": name, "place": place, "kvk": kvk, "beheerder": beheerder, "person": person, "function": function}
    office = ask_office(cli, options)
    first = initialising.parse_first_beheerder(
        office["beheerder"], office.get("person", ""), office.get("function", "")
    )
    houder = initialising.check(Houder(office["name"], office["place"], office["kvk"]))
    password = cli.new_password(cli.password_file_named, first.user_id)
    created = initialising.init(cli.environment, cli.home, houder, first, password)
    cli.invocation.kept.append("init")
    cli.show(ctx, created, _created)
    prove_written_down(cli, created.recovery_codes)
    if not cli.json:
        _propose_next(Screen(cli.environment), created, has_kvk=bool(houder.kvk))


def _created(screen: Screen, created: Created) -> None:
    screen.say(
        _("The register stands in {home}; its first beheerder is {user}.").format(
            home=created.home, user=created.beheerder
        )
    )
    if created.synced_by:
        text = _("{program} copies this folder elsewhere, in the middle of a write too: move the register out of it.")
        screen.say(text.format(program=created.synced_by))
    show_codes(screen, created.recovery_codes)


def _propose_next(screen: Screen, created: Created, *, has_kvk: bool) -> None:
    from wkc.procedures.core.settings import SETTINGS

    screen.heading(_("What next"))
    screen.say(_("`wkc` alone opens the start screen, where all is asked for. By command:"))
    screen.command(f"--user {created.beheerder} party add {_('NAME')} --kind opdrachtgever")
    screen.command(f"--user {created.beheerder} client import {_('FILE')} --opdrachtgever {_('NAME')} --assignment REF")
    if not has_kvk:
        screen.say(_("The KvK number is still to come: `wkc settings set houder.kvk NUMBER`."))
    text = _("The court that letters name is {court}; for another: `wkc settings set court …`.")
    screen.say(text.format(court=SETTINGS["court"].default))
