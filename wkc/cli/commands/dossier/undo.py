"""`wkc undo`: the last thing of one's own that can be taken back as a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import MISTAKE_REASON
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.mistakes.undo import LastChange

app = group()


@app.command()
def undo(ctx: typer.Context, reason: Annotated[str | None, MISTAKE_REASON] = None) -> None:
    """Show the last change of one's own, and take it back."""
    from wkc.cli.forms.mistake import REASONS, ask_and_take_back
    from wkc.cli.views.mistake import taken_back
    from wkc.errors.mistake import UndoReasonMissing
    from wkc.procedures.mistakes import undo as undoing

    cli = cli_context(ctx)
    session = cli.session()
    last = undoing.find(session)
    if reason is None and not cli.can_ask:
        if not cli.yes:
            cli.show(ctx, last, _shown)
        if cli.yes or not cli.json:
            raise UndoReasonMissing
        return
    if reason is None:
        cli.show(ctx, last, _shown)
        if last.registered and _is_whole_registration(cli, last):
            _end_registration(ctx, last)
            return
        meanings = {code: _(meaning) for code, meaning in REASONS.items()}
        reason = cli.choose(N_("Why is it a mistake"), meanings, N_("Add --reason CODE."))
    typed = undoing.name_row(last, reason)
    cli.show(ctx, ask_and_take_back(cli, session, last.client.number, typed), taken_back)


def _is_whole_registration(cli: CliContext, last: LastChange) -> bool:
    """Ask whether the whole registration is the mistake, or the one value alone."""
    from wkc.cli.forms.mistake import describe

    value = describe(last.change.noun, last.change.number, last.client.number, last.summary)
    parts = {_("registration"): _("this client should not be on file at all"), _("one value"): value}
    return cli.choose_one(N_("What is the mistake"), parts, N_("Add --reason CODE.")) == _("registration")


def _end_registration(ctx: typer.Context, last: LastChange) -> None:
    """Destroy the dossier as registered by mistake, or say who does."""
    from wkc.cli.commands.dossier.client_destroy import destroy
    from wkc.errors.mistake import RegistrationStays

    if not last.may_destroy:
        raise RegistrationStays(number=last.client.number)
    cli_context(ctx).say(
        _("This is `wkc {command}`.").format(command=f"client destroy {last.client.number} --vergissing")
    )
    destroy(ctx, last.client.number, vergissing=True)


def _shown(screen: Screen, last: LastChange) -> None:
    from wkc.cli.forms.mistake import describe

    if last.registered:
        text = _("Your last change, of {moment}: the registration of {number}.")
        screen.say(text.format(moment=screen.minute(last.change.recorded_at), number=last.client.number))
        return
    screen.say(
        _("Your last change, of {moment}: {what}").format(
            moment=screen.minute(last.change.recorded_at),
            what=describe(last.change.noun, last.change.number, last.client.number, last.summary),
        )
    )
