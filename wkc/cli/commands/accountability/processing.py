"""`wkc processing`: the register of processing activities (AVG 30)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import FORCE, FORMAT
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.operations.processing import ProcessingExport, ProcessingView

app = group()

OUTPUT = typer.Option(metavar="FILE", help=N_("Where it goes (default: verwerkingsregister.pdf, in this folder)."))


@app.command(help=N_("Show what the register of processing will say in short, and what is not filled in."))
def show(ctx: typer.Context) -> None:
    """Show the register of processing."""
    from wkc.procedures.operations import processing

    cli = cli_context(ctx)
    cli.show(ctx, processing.show(cli.session()), _shown)


@app.command(help=N_("Make the register of processing (AVG 30); refused while a part of it is empty."))
def export(
    ctx: typer.Context,
    form: Annotated[str, FORMAT] = "pdf",
    output: Annotated[str | None, OUTPUT] = None,
    force: Annotated[bool, FORCE] = False,
) -> None:
    """Make the register of processing."""
    from wkc.procedures.operations import processing

    cli = cli_context(ctx)
    place = cli.files.place(output)
    cli.show(ctx, processing.export(cli.session(), form, place, force=force), _exported)


def _shown(screen: Screen, view: ProcessingView) -> None:
    from wkc.cli.terminal.codes import PARTIES, in_words

    known, facts = view.facts.settings, view.facts
    roles = [profile.role for _party, profile in facts.parties]
    houder = (facts.houder.name, known["houder.address"], known["houder.contact"])
    received = [in_words(kind, PARTIES) or kind for kind in facts.received]
    screen.pairs(
        (
            (_("houder"), ", ".join(filter(None, houder))),
            (_("FG"), known["fg.name"] or known["fg.none"] or None),
            (_("DPIA needed"), known["dpia.needed"] or None),
            (_("as processor for"), roles.count("verantwoordelijk")),
            (_("processors of ours"), roles.count("verwerker")),
            (_("kinds of recipient"), ", ".join(received) or None),
        )
    )
    for gap in view.gaps:
        screen.say(_("Not filled in: {part}. {command}").format(part=gap.part, command=gap.command))
    if not view.gaps:
        screen.say(_("All of it is filled in: `wkc processing export` makes it."))


def _exported(screen: Screen, made: ProcessingExport) -> None:
    screen.say(_("{path} holds the register of processing.").format(path=made.path))
    screen.say(f"SHA-256 {made.sha256}")
