"""An organisation that is not on file yet, put there in the middle of the questions about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import describe_party
from wkc.cli.terminal.questions import BACK
from wkc.errors.register import PartyExists
from wkc.i18n import N_, _
from wkc.sentences import party_kind
from wkc.sentences.sentence import for_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session

NEW = N_("new")
"""The answer that puts an organisation on file."""
_HOW = N_("Use `wkc party add`.")


def offer_new(cli: CliContext, known: Mapping[str, str]) -> dict[str, str]:
    """Give the organisations to choose from, and the answer for another one to who may put it on file."""
    from wkc.rules.access.permission import can_role

    may = cli.role is not None and can_role(cli.role, "party.add")
    return {**known, **({_(NEW): _("an organisation that is not on file yet")} if may else {})}


def add_party(cli: CliContext, session: Session, known: Iterable[str]) -> str:
    """Put an organisation on file, by the answers to its name and kind, once these are right; give its name.

    One of the `known` that has this name already is offered in its place. Empty where `<` goes back.
    """
    from wkc.procedures.dossier import party
    from wkc.procedures.io.text import normal_name

    on_file = {normal_name(one): one for one in known}
    while name := cli.ask_until(_("Name of the organisation (< goes back)"), _HOW, _parse_name):
        if same := on_file.get(normal_name(name)):
            if cli.agree(_("{name} is on file already. Enter takes it, n asks again").format(name=same), _HOW):
                return same
            continue
        kind = _ask_kind(cli)
        if kind == BACK:
            continue
        words = describe_party(kind, None)
        if not cli.agree(_("{name}, {kind}: Enter puts it on file, n asks again").format(name=name, kind=words), _HOW):
            continue
        try:
            added = party.add(session, name, kind)
        except PartyExists as error:  # Another put it there meanwhile.
            cli.say(" ".join(error.text_and_hint))
            continue
        cli.say(_("{name} is on file as {kind}.").format(name=added.name, kind=describe_party(added.kind, added.body)))
        return added.name
    return ""


def _parse_name(typed: str) -> str:
    """Read the name of an organisation; empty for `<`."""
    from wkc.procedures.dossier.party import parse_name

    return "" if typed.strip() == BACK else parse_name(typed)


def _ask_kind(cli: CliContext) -> str:
    """Ask for the kind of an organisation, where the role may put more than one on file; `<` goes back."""
    from wkc.rules.access.permission import can_add_party

    kinds = {
        kind: _(words)
        for kind, words in for_question(party_kind.KINDS).items()
        if cli.role is not None and can_add_party(cli.role, kind)
    }
    if len(kinds) == 1:
        return next(iter(kinds))
    return cli.choose_one(N_("Kind of organisation"), kinds | {BACK: _("back to the name")}, _HOW)
