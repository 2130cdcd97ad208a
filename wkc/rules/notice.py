"""Art. 4.2 and AVG 14: who was supplied by somebody else is told so, within a month or at first contact."""

from collections.abc import Iterable
from datetime import date

from wkc.records import Contact
from wkc.rules.term import month_after

REACHES: frozenset[str] = frozenset(
    {"gesprek", "telefoon", "bezoek", "e_mail_ontvangen", "brief_ontvangen", "brief_verzonden", "overgenomen"}
)
"""Kinds of contact in which the office and the client spoke or wrote; an attempt is not yet one."""


def due(since: date, contacts: Iterable[Contact]) -> date:
    """Give the last day: a month after the list came, or the first contact since, whichever is first (AVG 14.3)."""
    met = (c.on for c in contacts if c.kind in REACHES and c.withdrawn_at is None and c.on >= since)
    return min(month_after(since), *met, month_after(since))
