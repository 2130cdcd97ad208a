"""The question about a request that was made before and is still open: the same, or one of its own (AVG 12.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import REQUESTS, in_words
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session


def ask_same(cli: CliContext, session: Session, client: str, kind: str) -> str | None:
    """Ask whether a request is one of those that are open already, and give its number; None for one of its own."""
    from wkc.procedures.requests.join import list_same

    requests = {
        one.number: _("{kind} of {day}").format(kind=in_words(one.kind, REQUESTS), day=one.received_on)
        for one in list_same(session, client, kind)
    }
    if not requests:
        return None
    what = N_("This was asked before and is still open: answer it with that one (Enter: a request of its own)")
    return cli.choose(what, requests, N_("`wkc request join` joins the two.")) or None
