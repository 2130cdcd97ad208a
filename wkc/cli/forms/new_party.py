"""An organisation that is not on file yet, put there in the middle of the questions about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import describe_party
from wkc.i18n import N_, _
from wkc.sentences import party_kind
from wkc.sentences.sentence import for_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.core.session import Session

NEW = N_("new")
"""The answer that puts an organisation on file."""


def offer_new(call: CliContext, known: Mapping[str, str]) -> dict[str, str]:
    """Give the organisations to choose from, and the answer for another one to who may put it on file."""
    from wkc.rules.access.permission import can_role

    may = call.role is not None and can_role(call.role, "party.add")
    return {**known, **({_(NEW): _("an organisation that is not on file yet")} if may else {})}


def add_party(call: CliContext, session: Session) -> str:
    """Put an organisation on file, by the answers to its name and kind; give its name."""
    from wkc.procedures.dossier import party
    from wkc.procedures.io.text import plain_text
    from wkc.rules.access.permission import can_add_party

    how = N_("Use `wkc party add`.")
    name = call.ask_until(N_("Name of the organisation"), how, plain_text)
    kinds = {
        kind: _(words)
        for kind, words in for_question(party_kind.KINDS).items()
        if call.role is not None and can_add_party(call.role, kind)
    }
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    while not kind:
        kind = call.choose(N_("Kind of organisation"), kinds, how)
    added = party.add(session, name, kind)
    call.say(_("{name} is on file as {kind}.").format(name=added.name, kind=describe_party(added.kind, added.body)))
    return added.name
