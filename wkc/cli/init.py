"""`wkc init`: a new register and its first beheerder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.call import group, of
from wkc.errors import NotAtASeat
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.call import Call
    from wkc.cli.screen import Screen
    from wkc.procedures.founding import Founded

app = group()

ATTEMPTS = 3


@app.command()
def init(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Option(help=N_("The name of the office, the houder."))] = None,
    place: Annotated[str | None, typer.Option(help=N_("Where it is established."))] = None,
    kvk: Annotated[str | None, typer.Option(help=N_("Its number in the trade register."))] = None,
    beheerder: Annotated[str | None, typer.Option(metavar="ID", help=N_("The USER ID of the first beheerder."))] = None,
) -> None:
    """Make a new register."""
    from wkc.procedures import founding
    from wkc.records import Houder

    call = of(ctx)
    if call.entrance.seat is not None:
        raise NotAtASeat
    founding.check_free(call.home)
    houder = Houder(
        name or call.ask(N_("Name of the office"), N_("Add --name.")),
        place or call.ask(N_("Place"), N_("Add --place.")),
        kvk or call.ask(N_("KvK number"), N_("Add --kvk.")),
    )
    first = beheerder or call.ask(N_("USER ID of the first beheerder"), N_("Add --beheerder ID."))
    founding.check(houder, first)
    founded = founding.init(call.world, call.home, houder, first, call.new_password(call.password_named))
    call.show(ctx, founded, _founded)
    if not call.yes and not call.json:
        _prove_written_down(call, founded)


def _prove_written_down(call: Call, founded: Founded) -> None:
    """Have one group of each code typed back: what was not written down is lost for good.

    The register stands by then, so nothing that happens here says otherwise.
    """
    places = (_("for the safe"), _("outside the building"))
    try:
        proved = all(map(partial(_typed_back, call), places, founded.recovery_codes, (2, 4)))
    except KeyboardInterrupt:
        proved = False
    if not proved:
        call.say(_("The register is made, and the codes above are not shown again: write both down now."))


def _typed_back(call: Call, place: str, code: str, which: int) -> bool:
    asked = _("Type group {group} of the code {place}, to prove that it is written down")
    for _attempt in range(ATTEMPTS):
        typed = call.ask(asked.format(group=which, place=place), N_("Add --yes."))
        if typed.strip().upper() == code.split("-")[which - 1]:
            return True
        call.say(_("That is not what it says. Look again at what you wrote down."))
    return False


def _founded(screen: Screen, founded: Founded) -> None:
    screen.say(
        _("The register stands in {home}; its first beheerder is {user}.").format(
            home=founded.home, user=founded.beheerder
        )
    )
    screen.heading(_("Two recovery codes: the only way in when nobody's password is left"))
    for place, code in zip((_("for the safe"), _("outside the building")), founded.recovery_codes, strict=True):
        screen.pairs(((place, code),))
    screen.say(_("They are shown this once. Keep them apart, on paper."))
    screen.heading(_("What next"))
    before = f"wkc --user {founded.beheerder}"
    screen.say(f"{before} party add {_('NAME')} --kind opdrachtgever")
    screen.say(f"{before} client import {_('FILE')} --opdrachtgever {_('NAME')} --assignment REF")
