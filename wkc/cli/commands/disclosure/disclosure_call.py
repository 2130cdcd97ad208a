"""`wkc disclosure call`: somebody calls about a client, and one may say something or nothing (art. 8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.parameters import CLIENT
from wkc.errors.terminal import NoTerminal
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.disclosure.disclosure import CheckedDisclosure
    from wkc.records.dossier import Entry

app = group()


@app.command(help=N_("Somebody calls about a client: six questions, what may be said, and then what was said."))
def call(ctx: typer.Context, who: Annotated[str | None, CLIENT] = None) -> None:
    """Answer a call."""
    from wkc.cli.forms.incoming_call import HOW, IncomingCall
    from wkc.cli.views import disclosure as judgement
    from wkc.procedures.disclosure import disclosure

    cli = cli_context(ctx)
    if not cli.can_ask:
        raise NoTerminal(what=_("Who calls"), how=_(HOW))
    session = cli.session()
    incoming = IncomingCall(cli, session, who)
    call_input = incoming.ask()
    checked = disclosure.check(session, incoming.client, call_input)
    if checked.judgement.outcome != "toegestaan":
        made = disclosure.log(session, incoming.client, call_input)
        cli.show(ctx, made, judgement.refused_call)
        judgement.refuse_unless_given(made)
        return
    cli.show(ctx, (checked, incoming.entries), _allowed)
    disclosure_input = incoming.ask_disclosed(call_input, checked)
    if disclosure_input is None:
        cli.say(_("Nothing was given, and nothing is on file as given. The log has that you looked."))
        return
    made = disclosure.log(session, incoming.client, disclosure_input)
    text = _("On file as disclosure {number} of {client}: what you gave, to whom and why.")
    cli.say(text.format(number=made.number, client=made.client.number))


def _allowed(screen: Screen, judged: tuple[CheckedDisclosure, tuple[Entry, ...]]) -> None:
    from wkc.sentences.disclosure_reason import REASONS

    checked, entries = judged
    screen.heading(_("YES, YOU MAY SAY THIS:").upper())
    granted = {one.asked.entry for one in checked.judgement.granted}
    screen.pairs((entry.field.label, entry.value or _("(withheld)")) for entry in entries if entry.uuid in granted)
    if checked.judgement.dropped:
        screen.heading(_("NOT THIS:"))
        screen.pairs(
            (dropped.asked.field.label, _(REASONS[dropped.reason].staff)) for dropped in checked.judgement.dropped
        )
