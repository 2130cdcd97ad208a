"""The questions on who made a request: the client, somebody from outside, or who acts for the client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from wkc.cli.terminal.codes import REQUESTERS
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext

SELF = "geregistreerde"
_HOW = N_("Give it on stdin.")
_MANDATE = N_("Add --mandate FILE.")


class RequesterAnswers(NamedTuple):
    """The role of who made a request, a mandate as JSON, and the lines of name and address.

    `asker` are the lines of who asks for a client without a mandate yet, `name` those of somebody from outside.
    """

    requester: str
    mandate: str | None = None
    asker: str | None = None
    name: str | None = None


def ask_who(cli: CliContext, requester: str | None, mandate: str | None, *, outside: bool) -> RequesterAnswers:
    """Give who made a request; what no option says is asked where somebody can answer."""
    if outside:
        return RequesterAnswers(requester or SELF, cli.optional_text(mandate), name=ask_lines(cli))
    if mandate is not None:
        return RequesterAnswers(requester or SELF, cli.text(mandate))
    if requester is None and cli.guided:
        requesters = {code: _(meaning) for code, meaning in REQUESTERS.items()}
        requester = cli.choose(N_("Who asks (Enter: the client)"), requesters, N_("Add --requester.")) or SELF
    if requester in {None, SELF} or not cli.can_ask:
        return RequesterAnswers(requester or SELF)
    if cli.choose_yes(N_("Was the mandate or the appointment shown"), _MANDATE):
        return RequesterAnswers(str(requester), ask_mandate(cli, requester))
    return RequesterAnswers(str(requester), asker=ask_lines(cli))


def ask_lines(cli: CliContext) -> str:
    """Ask for a name and an address in parts, and give them as the lines of an envelope; else from stdin."""
    what = N_("Name, as on an envelope")
    if not cli.environment.stdin.isatty():
        return cli.value(what, N_("Give it on stdin."))
    from wkc.procedures.requests.asker import write_lines

    name = _ask_text(cli, what)
    return write_lines(name, _ask_address(cli))


def ask_mandate(cli: CliContext, kind: str | None = None) -> str:
    """Ask the seven questions of a mandate, and give it as its file would: role, name, address, paper, days."""
    from wkc.procedures.core.clock import day
    from wkc.procedures.io.fields import parse_day, past_day_or_today

    today = day(cli.environment.now())
    roles = {code: _(meaning) for code, meaning in REQUESTERS.items() if code != SELF}
    kind = kind or cli.choose_one(N_("In which role"), roles, _MANDATE)
    answers = {"kind": kind, "name": _ask_text(cli, N_("Name, as on an envelope"))}
    answers |= {
        part: text for part, text in zip(("address", "postcode", "place"), _ask_address(cli), strict=True) if text
    }
    answers["document"] = _ask_text(cli, N_("What was shown (a signed letter of …, the decision of the court of …)"))
    seen_on = cli.ask_until(
        N_("On which day was it seen (Enter: today)"),
        _MANDATE,
        lambda typed: past_day_or_today(typed, today) if typed.strip() else today,
    )
    from_on = cli.ask_until(
        N_("From which day is it valid (Enter: the day it was seen)"),
        _MANDATE,
        lambda typed: parse_day(typed) if typed.strip() else seen_on,
    )
    until_on = cli.ask_until(
        N_("Until which day (Enter: no last day)"), _MANDATE, lambda typed: parse_day(typed) if typed.strip() else None
    )
    answers |= {"on": seen_on.isoformat(), "from": from_on.isoformat()} | (
        {"until": until_on.isoformat()} if until_on else {}
    )
    return json.dumps(answers)


def ask_authority(cli: CliContext) -> str:
    """Ask what a mandate to be signed says, and give it as its file would: who may act, where, until when, for what."""
    from wkc.procedures.io.codes import parse_categories
    from wkc.procedures.io.fields import parse_day

    how = N_("Add --from FILE.")
    answers = {"name": _ask_text(cli, N_("Who may act for the client: the name, as on an envelope"))}
    answers |= {
        part: text for part, text in zip(("address", "postcode", "place"), _ask_address(cli), strict=True) if text
    }
    until_on = cli.ask_until(
        N_("Until which day (Enter: no last day)"), how, lambda typed: parse_day(typed) if typed.strip() else None
    )
    categories = cli.ask_until(
        N_("For which data: numbers of annex I, as 1,2,29 (Enter: all)"),
        how,
        lambda typed: typed.strip() if not typed.strip() or parse_categories(typed) else "",
    )
    answers |= {"until": until_on.isoformat()} if until_on else {}
    return json.dumps(answers | ({"categories": categories} if categories else {}))


def _ask_address(cli: CliContext) -> tuple[str, str, str]:
    """Ask for street and number, postcode and town; each may be left out while it is not known."""
    from wkc.procedures.io.address import parse_postcode

    street = cli.ask(N_("Street and number, or post box (Enter: not known)"), _HOW).strip()
    postcode = cli.ask_until(
        N_("Postcode (Enter: not known)"), _HOW, lambda typed: parse_postcode(typed) if typed.strip() else ""
    )
    return street, postcode, cli.ask(N_("Town (Enter: not known)"), _HOW).strip()


def _ask_text(cli: CliContext, what: str) -> str:
    from wkc.procedures.io.fields import plain_text

    return cli.ask_until(what, _HOW, plain_text)
