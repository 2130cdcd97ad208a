"""The questions on what the AP and the people read of a breach (AVG 33.3 and 34.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _
from wkc.procedures.io.text import parse_reason
from wkc.records.breach import BreachAccount, BreachAspect, Severity, Unreadable

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext

_HOW = N_("Add --from FILE.")
ASPECTS = {
    "vertrouwelijkheid": N_("somebody may have seen it who should not"),
    "integriteit": N_("data may have been changed"),
    "beschikbaarheid": N_("data are gone, or were for a while"),
}
UNREADABLE = {
    "ja": N_("encrypted, and the key is safe"),
    "deels": N_("a part of it"),
    "nee": N_("whoever has it can read it"),
}
SEVERITIES = {
    "verwaarloosbaar": N_("hardly noticed"),
    "beperkt": N_("a nuisance that passes"),
    "aanzienlijk": N_("serious, and hard to get over"),
    "groot": N_("lasting harm"),
}
"""The meaning of each code, as the question lists it."""


def ask_account(cli: CliContext) -> BreachAccount:
    """Ask for the four texts that people read, then for three codes and whether it goes over the border."""
    nature = cli.ask_until(N_("What happened, in words for the people themselves"), _HOW, parse_reason)
    consequences = cli.ask_until(N_("What may come of it for them"), _HOW, parse_reason)
    measures = cli.ask_until(N_("What the office did about it, and does"), _HOW, parse_reason)
    advice = cli.ask_until(N_("What people can do themselves"), _HOW, parse_reason)
    aspect = _choose(cli, N_("What was breached"), ASPECTS)
    unreadable = _choose(cli, N_("Were the data unreadable for who got them"), UNREADABLE)
    severity = _choose(cli, N_("How serious is what may come of it"), SEVERITIES)
    abroad = cli.choose_yes(N_("Do people in other EU countries belong to it"), _HOW)
    late = cli.ask(N_("Why the AP hears of it after 72 hours (Enter: it does not)"), _HOW).strip()
    return BreachAccount(
        nature,
        consequences,
        measures,
        advice,
        (BreachAspect(aspect),),
        Unreadable(unreadable),
        Severity(severity),
        abroad,
        late or None,
    )


def _choose(cli: CliContext, what: str, meanings: dict[str, str]) -> str:
    return cli.choose_one(what, {code: _(meaning) for code, meaning in meanings.items()}, _HOW)
