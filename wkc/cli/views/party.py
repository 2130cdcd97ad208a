"""A party on the screen: name, kind, how it is reached, its role, the agreement with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import PARTY_GROUNDS, PARTY_ROLES, describe_party, in_words
from wkc.i18n import _, ngettext
from wkc.sentences.party import PARTS

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.dossier.party import PartyShown

LISTED = ("e_mail", "contact", "kenmerk", "role", "basis", "agreement", "agreed_on", "agreed_until", "agreement_at")
"""The parts of a profile that have a line as they are, in their order."""


def shown(screen: Screen, party: PartyShown) -> None:
    """Show one party."""
    profile = party.profile
    rows: list[tuple[str, object]] = [
        (_("name"), party.party.name),
        (_("kind"), describe_party(party.party.kind, party.party.body)),
        (_("on file since"), screen.day(party.party.recorded_at)),
        (_("clients"), party.clients),
    ]
    if profile.lines:
        rows.append((_("address"), ", ".join(profile.lines)))
    codes = {"role": PARTY_ROLES, "basis": PARTY_GROUNDS}
    rows += [
        (_(PARTS[key]), in_words(value, codes[key]) if key in codes else value)
        for key in LISTED
        if (value := getattr(profile, key)) is not None
    ]
    if profile.report_months is not None:
        text = ngettext("every month", "every {count} months", profile.report_months)
        rows.append((_("report due"), text.format(count=profile.report_months)))
    if profile.breach_hours is not None:
        text = ngettext("within {count} hour", "within {count} hours", profile.breach_hours)
        rows.append((_("data breach reported"), text.format(count=profile.breach_hours)))
    screen.pairs(rows)
