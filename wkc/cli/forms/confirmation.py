"""Steps without a way back: each is said in words, with the name, and confirmed by a person before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import DECISIONS, REFUSALS, REQUESTS, describe_proposal, in_words
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.session import Session
    from wkc.procedures.requests.decision_input import DecisionInput
    from wkc.records.correction import Proposal
    from wkc.records.request import Answering, Request


def confirm_decision(cli: CliContext, session: Session, number: str, typed: DecisionInput) -> None:
    """Say what is about to be decided for whom, and have it confirmed."""
    if _is_asked(cli):
        cli.say(describe_decision(session, number, typed))
        cli.confirm(N_("Decide so?"))


def describe_decision(session: Session, number: str, typed: DecisionInput) -> str:
    """Say a decision with the name, which data are changed, which are not, and which a copy is without."""
    from wkc.procedures.requests import request

    shown = request.show(session, number)
    ground = f" ({in_words(typed.code, REFUSALS)})" if typed.code else ""
    text = _("{request}: {decision}{ground}. The letter is drawn up with it, and cannot be void by itself.")
    sentences = [
        text.format(
            request=_name_request(session, shown.request), decision=in_words(typed.decision, DECISIONS), ground=ground
        )
    ]
    granted = _list_granted(shown, typed)
    parts = (
        (_("This changes: {fields}."), [_name_proposal(one) for one in granted]),
        (_("This stays as it is: {fields}."), [_name_proposal(one) for one in shown.proposals if one not in granted]),
        (_("The copy is without: {fields}."), _list_left_out(typed)),
    )
    sentences += [part.format(fields=", ".join(fields)) for part, fields in parts if fields]
    sentences += _say_secrets(session, shown.request, typed)
    return " ".join(sentences)


def confirm_dropping(cli: CliContext, session: Session, number: str, proposal: int) -> None:
    """Say which proposed change is about to be taken back, and have it confirmed."""
    from wkc.procedures.requests import request

    if not _is_asked(cli):
        return
    shown = request.show(session, number)
    for one in shown.proposals:
        if one.number == proposal:
            cli.say(
                _("{request}: {change}.").format(
                    request=_name_request(session, shown.request), change=_name_proposal(one)
                )
            )
            cli.confirm(N_("Take it back?"))


def confirm_sending(cli: CliContext, session: Session, number: str, on: str | None) -> None:
    """Say that a decision counts as told, and have it confirmed."""
    if _is_asked(cli):
        cli.say(describe_sending(session, number, on))
        cli.confirm(N_("Is it in the post?"))


def describe_sending(session: Session, number: str, on: str | None) -> str:
    """Say whose answer counts as sent on which day, and what that begins."""
    from wkc.procedures.requests import request

    text = _("{request}: sent on {day}. The days to go to court count from then.")
    return text.format(request=_name_request(session, request.show(session, number).request), day=on or _("today"))


def confirm_notices(cli: CliContext, session: Session) -> None:
    """Say how many letters are about to be drawn up, and have it confirmed."""
    if _is_asked(cli):
        cli.say(describe_notices(session))
        cli.confirm(N_("Draw them up?"))


def describe_notices(session: Session) -> str:
    """Say how many letters are about to be drawn up."""
    from wkc.procedures.letters import notice

    count = notice.count_waiting(session)
    text = ngettext("{count} letter is about to be drawn up.", "{count} letters are about to be drawn up.", count)
    return text.format(count=count)


def confirm_leaving(cli: CliContext, session: Session, user_id: str) -> None:
    """Say whose access ends and how many clients stay without a coach, and have it confirmed."""
    if _is_asked(cli):
        cli.say(describe_leaving(session, user_id))
        cli.confirm(N_("End it?"))


def describe_leaving(session: Session, user_id: str) -> str:
    """Say whose access ends, and how many clients stay with nobody."""
    from wkc.procedures.access import user

    leaver = user.show(session, user_id).user
    text = _("The access of {name} ({user}, {role}) ends, and everybody else gets new keys.")
    words = text.format(name=leaver.name, user=leaver.user_id, role=leaver.role)
    count = user.count_clients(session, user_id)
    text = ngettext("{count} client is to go to another coach.", "{count} clients are to go to another coach.", count)
    return f"{words} {text.format(count=count)}" if count else words


def describe_restoring(path: str) -> str:
    """Say what a backup takes the place of; the command shows its day and who gets access, and asks once more."""
    return _("{path} takes the place of the register. What was written down since is lost.").format(path=path)


def _is_asked(cli: CliContext) -> bool:
    """Tell whether a person is asked: not in a script, nor by a form whose summary was confirmed."""
    return cli.can_ask and not getattr(cli.environment.terminal(), "is_confirmed", False)


def _name_request(session: Session, request: Request) -> str:
    """Give a request with its kind and whose it is, by name for who may see it."""
    client = request.client.number if request.client else ""
    name = session.names.get(client, "") or (request.name or "").split("\n")[0]
    kind = in_words(request.kind, REQUESTS)
    return " ".join(filter(None, (request.number, kind, client, f"({name})" if name else "")))


def _list_granted(shown: Answering, typed: DecisionInput) -> list[Proposal]:
    return [
        one
        for one in shown.proposals
        if typed.decision == "toegewezen" or (typed.decision == "deels" and one.number in typed.grant)
    ]


def _name_proposal(proposal: Proposal) -> str:
    """Name what a proposal is about, with the value that is to come."""
    about = describe_proposal(proposal)
    return f"{about} → {proposal.value.rstrip('.')}" if proposal.value else about


def _say_secrets(session: Session, request: Request, typed: DecisionInput) -> list[str]:
    """Say which secret values go along under a mandate by this decision, and which do not."""
    if request.mandate is None or typed.decision not in {"toegewezen", "deels"}:
        return []
    from wkc.cli.terminal.secret_part import say_secrets
    from wkc.procedures.requests import secret_reach

    every = secret_reach.examine(session, request.number)
    left = [
        one
        for one in every
        if one.category not in typed.omit
        and one.number not in (typed.omit_documents if one.is_document else typed.omit_entries)
    ]
    return list(say_secrets(request.number, left))


def _list_left_out(typed: DecisionInput) -> list[str]:
    from wkc.rules.dossier.field import CATEGORIES

    single = [*map(str, typed.omit_entries), *map(str, typed.omit_documents)]
    return [*(CATEGORIES.get(number, str(number)) for number in sorted(typed.omit)), *single]
