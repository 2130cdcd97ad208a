"""`wkc client link` and `unlink`: one person in two dossiers becomes one, and two again (art. 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.errors.terminal import OneOf
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.link import Linked, LinkPlan
    from wkc.procedures.dossier.two_people import TwoPeople

app = group()

NUMBER = typer.Argument(metavar="NUMBER", help=N_("A dossier number."))
OTHER = typer.Argument(metavar="NUMBER", help=N_("The other dossier number."))
TAKE = typer.Option(
    metavar=N_("FIELD=NUMBER"), help=N_("Whose value goes on in a field that both have; again for more.")
)
NOT_SAME = typer.Option("--not-same", help=N_("They are two people: nothing is linked, and nobody is asked again."))

_HOW = N_("Add --yes before the command, and --take FIELD=NUMBER for each field that differs.")


@app.command(help=N_("Make one dossier of two of the same person: shows first what that does, then asks."))
def link(
    ctx: typer.Context,
    number: Annotated[str, NUMBER],
    other: Annotated[str, OTHER],
    take: Annotated[list[str] | None, TAKE] = None,
    not_same: Annotated[bool, NOT_SAME] = False,
) -> None:
    """Link two dossiers."""
    from wkc.procedures.dossier import link as links
    from wkc.procedures.dossier.two_people import keep_apart

    cli = cli_context(ctx)
    takes = links.parse_takes(take or ())
    session, one, two = cli.session(), cli.search_term(number), cli.search_term(other)
    if not_same and takes:
        raise OneOf(one="--not-same", other="--take")
    if not_same:
        cli.show(ctx, keep_apart(session, one, two), _kept_apart)
        return
    if not cli.yes:
        plan = links.plan(session, one, two)
        takes = _decide(cli, plan, takes)
    cli.show(ctx, links.link(session, one, two, takes), _linked)


@app.command(help=N_("Undo a link: the number is a dossier by itself again, with all that was in it."))
def unlink(ctx: typer.Context, number: Annotated[str, NUMBER]) -> None:
    """Undo a link."""
    from wkc.procedures.dossier import link as links

    cli = cli_context(ctx)
    if not cli.yes:
        cli.confirm(N_("Take the two dossiers apart?"))
    cli.show(ctx, links.unlink(cli.session(), cli.search_term(number)), _unlinked)


def _decide(cli: CliContext, plan: LinkPlan, takes: dict[str, str]) -> dict[str, str]:
    """Show what a link would do, ask whose value goes on where they differ, and have it confirmed."""
    from wkc.cli.terminal.screen import Screen
    from wkc.errors.terminal import Interrupted

    _planned(Screen(cli.environment), plan)
    for conflict in plan.conflicts:
        if conflict.field.code not in takes:
            options = {number: value or "" for number, value in conflict.values.items()}
            text = _("{field}: whose value goes on").format(field=conflict.field.label)
            takes = takes | {conflict.field.code: cli.choose(text, options, _HOW)}
    text = _("Enter links them; anything else stops")
    if cli.ask(text, _HOW).strip():
        raise Interrupted
    return takes


def _planned(screen: Screen, plan: LinkPlan) -> None:
    from wkc.procedures.dossier.link import describe_nouns

    screen.say(
        _("{into} ({name}) goes on; {number} ({other}) will lead to it.").format(
            into=plan.into.number, name=plan.names[0], number=plan.client.number, other=plan.names[1]
        )
    )
    if plan.two_people:
        screen.say(_("Somebody wrote down that these are two people; a link says that they are one."))
    screen.heading(_("What comes over"))
    rows = [(describe_nouns([noun]), count) for noun, count in plan.comes_over.items()]
    screen.table((_("what"), _("how many")), rows)
    if plan.into.coach != plan.client.coach:
        text = _("The coach is {coach} from then on, and was {other} of {number}.")
        screen.say(
            text.format(
                coach=plan.into.coach or _("nobody"),
                other=plan.client.coach or _("nobody"),
                number=plan.client.number,
            )
        )


def _linked(screen: Screen, done: Linked) -> None:
    text = _("{number} leads to {into} now; values that were ended: {ended}.")
    screen.say(text.format(number=done.client.number, into=done.into.number, ended=done.ended))
    text = _("Its entries are numbered from {first} on there; all other numbers stay.")
    screen.say(text.format(first=done.ahead + 1))


def _kept_apart(screen: Screen, pair: TwoPeople) -> None:
    text = _("{one} and {other} are of two people; nobody is asked about them again.")
    screen.say(text.format(one=pair.one.number, other=pair.other.number))


def _unlinked(screen: Screen, done: Linked) -> None:
    text = _("{number} is a dossier by itself again, beside {into}.")
    screen.say(text.format(number=done.client.number, into=done.into.number))
