"""`wkc undo`: the last thing of one's own that can be taken back as a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.invocation import of
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.retention.undo import LastChange

app = group()

REASON = typer.Option("--reason", metavar="CODE", help=N_("typefout, verkeerd_dossier or dubbel."))


@app.command()
def undo(ctx: typer.Context, reason: Annotated[str | None, REASON] = None) -> None:
    """Show the last change of one's own, and take it back."""
    from wkc.cli.forms.mistake import REASONS, ask_and_take_back
    from wkc.cli.views.mistake import taken_back
    from wkc.errors.mistake import UndoReasonMissing
    from wkc.procedures.retention import undo as undoing

    call = of(ctx)
    session = call.session()
    last = undoing.find(session)
    if reason is None and not call.can_ask:
        if call.yes:
            raise UndoReasonMissing
        call.show(ctx, last, _shown)
        return
    if reason is None:
        call.show(ctx, last, _shown)
        meanings = {code: _(meaning) for code, meaning in REASONS.items()}
        reason = call.choose(N_("Why is it a mistake"), meanings, N_("Add --reason CODE."))
    typed = undoing.name_row(last, reason)
    call.show(ctx, ask_and_take_back(call, session, last.client.number, typed), taken_back)


def _shown(screen: Screen, last: LastChange) -> None:
    from wkc.cli.forms.mistake import describe

    screen.say(
        _("Your last change, of {moment}: {what}").format(
            moment=screen.minute(last.change.recorded_at),
            what=describe(last.change.noun, last.change.number, last.client.number, last.summary),
        )
    )
