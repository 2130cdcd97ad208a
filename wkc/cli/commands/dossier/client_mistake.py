"""`wkc client mistake`: a row that the office wrote down by mistake is taken back, or moved to its own dossier."""

from __future__ import annotations

from typing import Annotated

import typer

from wkc.cli.forms.row_options import RowOptions
from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.option_list import spread
from wkc.cli.terminal.parameters import CLIENT, MISTAKE_REASON, NOT_SAME, SAME_AS
from wkc.i18n import N_

app = group()

ENTRY = typer.Argument(metavar="ENTRY", min=1, help=N_("The number of an entry on `wkc client show`."))
DOCUMENT = typer.Option(metavar="NO", min=1, help=N_("A document, by its number on `wkc document list`."))
TO = typer.Option("--to", metavar="NUMBER", help=N_("The right dossier, in which it is written down today."))


@app.command(help=N_("Take back what was a mistake: within a day by who wrote it down, then by the beheerder."))
@spread("rows", RowOptions)
def mistake(
    ctx: typer.Context,
    who: Annotated[str, CLIENT],
    reason: Annotated[str, MISTAKE_REASON],
    entry: Annotated[int | None, ENTRY] = None,
    rows: RowOptions = RowOptions(),
    document: Annotated[int | None, DOCUMENT] = None,
    to: Annotated[str | None, TO] = None,
    same_as: Annotated[list[str] | None, SAME_AS] = None,
    not_same: Annotated[bool, NOT_SAME] = False,
) -> None:
    """Take back a mistake."""
    from wkc.cli.forms.doubles import parse_answer
    from wkc.cli.forms.mistake import ask_and_take_back
    from wkc.cli.views.mistake import taken_back
    from wkc.errors.mistake import MistakeKindMissing
    from wkc.procedures.mistakes.mistake import MistakeInput
    from wkc.records.mistake import MistakeNoun

    numbers = {
        MistakeNoun.GEGEVEN: entry,
        MistakeNoun.CONTACT: rows.contact,
        MistakeNoun.AFSPRAAK: rows.appointment,
        MistakeNoun.TOESTEMMING: rows.consent,
        MistakeNoun.MACHTIGING: rows.mandate,
        MistakeNoun.OPSCHORTING: rows.hold,
        MistakeNoun.VERSTREKKING: rows.disclosure,
        MistakeNoun.DOCUMENT: document,
    }
    chosen = [(noun, number) for noun, number in numbers.items() if number is not None]
    if len(chosen) != 1:
        raise MistakeKindMissing
    noun, number = chosen[0]
    cli = cli_context(ctx)
    session = cli.session()
    mistake_input = MistakeInput(noun, number, reason, to, parse_answer(same_as, not_same=not_same))
    cli.show(ctx, ask_and_take_back(cli, session, cli.search_term_beside_stdin(who), mistake_input), taken_back)
