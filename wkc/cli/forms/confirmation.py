"""Steps without a way back: each is said in words, with the name, and confirmed by a person before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import DECISIONS, REFUSALS, REQUESTS, in_words
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session


def confirm_decision(call: CliContext, session: Session, number: str, decision: str, code: str | None) -> None:
    """Say what is about to be decided for whom, and have it confirmed."""
    if not _is_asked(call):
        return
    request = _whose(session, number)
    ground = f" ({in_words(code, REFUSALS)})" if code else ""
    text = _("{request}: {decision}{ground}. The letter is drawn up with it, and cannot be void by itself.")
    call.say(text.format(request=request, decision=in_words(decision, DECISIONS), ground=ground))
    call.confirm(N_("Decide so?"))


def confirm_sending(call: CliContext, session: Session, number: str, on: str | None) -> None:
    """Say that a decision counts as told, and have it confirmed."""
    if not _is_asked(call):
        return
    text = _("{request}: sent on {day}. The days to go to court count from then.")
    call.say(text.format(request=_whose(session, number), day=on or _("today")))
    call.confirm(N_("Is it in the post?"))


def confirm_notices(call: CliContext, session: Session) -> None:
    """Say how many letters are about to be drawn up, and have it confirmed."""
    from wkc.procedures.letters import notice

    if not _is_asked(call):
        return
    count = notice.count_waiting(session)
    text = ngettext("{count} letter is about to be drawn up.", "{count} letters are about to be drawn up.", count)
    call.say(text.format(count=count))
    call.confirm(N_("Draw them up?"))


def confirm_leaving(call: CliContext, session: Session, user_id: str) -> None:
    """Say whose access ends and how many clients stay without a coach, and have it confirmed."""
    from wkc.procedures.access import user

    if not _is_asked(call):
        return
    known = user.show(session, user_id).user
    text = _("The access of {name} ({user}, {role}) ends, and everybody else gets new keys.")
    call.say(text.format(name=known.name, user=known.user_id, role=known.role))
    call.confirm(N_("End it?"))


def _is_asked(call: CliContext) -> bool:
    """Tell whether a person is asked: not in a script, nor by a form whose summary was confirmed."""
    return call.can_ask and not getattr(call.environment.terminal(), "is_confirmed", False)


def _whose(session: Session, number: str) -> str:
    """Give a request with its kind and whose it is, by name for who may see it."""
    from wkc.procedures.requests import request

    shown = request.show(session, number).request
    client = shown.client.number if shown.client else ""
    name = session.names.get(client, "") or (shown.name or "").split("\n")[0]
    return " ".join(filter(None, (shown.number, in_words(shown.kind, REQUESTS), client, f"({name})" if name else "")))
