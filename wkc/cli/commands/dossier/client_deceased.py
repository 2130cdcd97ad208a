"""`wkc client deceased`: a client died, and what ends with it (art. 11.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.requests.death import Deceased

app = group()

ON = typer.Option("--on", metavar="DATE", help=N_("The day of death."))
SOURCE = typer.Option("--source", metavar="WHO", help=N_("The source: familie, opdrachtgever, akte or overig."))
WRONG = typer.Option("--wrong", help=N_("It was a mistake: the client lives."))


@app.command(help=N_("Write down that a client died: rights and mandates end, secrecy and the term stay."))
def deceased(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    on: Annotated[str | None, ON] = None,
    source: Annotated[str, SOURCE] = "familie",
    wrong: Annotated[bool, WRONG] = False,
) -> None:
    """Write down that a client died."""
    from wkc.procedures.requests import death

    cli = cli_context(ctx)
    if wrong == (on is not None):
        raise OneOf(one="--on", other="--wrong")
    session, named = cli.session(), cli.search_term(who)
    cli.show(ctx, death.take_back(session, named) if on is None else death.record(session, named, on, source), _shown)


def _shown(screen: Screen, done: Deceased) -> None:
    if done.death is None:
        screen.say(_("{number} is among the living again.").format(number=done.client.number))
        return
    text = _("{number} died on {day}: no letter goes there any more, and the dossier is kept up to {last}.")
    screen.say(text.format(number=done.client.number, day=done.death.on, last=done.term.last_on))
    if done.mandates:
        text = ngettext("{count} mandate ended.", "{count} mandates ended.", done.mandates)
        screen.say(text.format(count=done.mandates))
    if done.requests:
        text = ngettext("{count} open request stopped.", "{count} open requests stopped.", done.requests)
        screen.say(text.format(count=done.requests))
    if done.contacts:
        text = ngettext(
            "{count} contact after that day was with others and counts no longer.",
            "{count} contacts after that day were with others and count no longer.",
            done.contacts,
        )
        screen.say(text.format(count=done.contacts))
