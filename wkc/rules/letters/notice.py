"""Art. 4.2 and AVG 14: a client whose data another supplied is notified within a month, at contact or disclosure."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from uuid import UUID

from wkc.records.dossier import Contact
from wkc.rules.requests.term import month_after

REACHES: frozenset[str] = frozenset(
    {"gesprek", "telefoon", "bezoek", "e_mail_ontvangen", "brief_ontvangen", "brief_verzonden", "overgenomen"}
)
"""Kinds of contact in which the office and the client spoke or wrote; an attempt is not yet one."""


def count_due(since: date, met: Iterable[date]) -> date:
    """Give the last day: a month after the list came, or the first of `met` since, whichever is first (AVG 14.3).

    `met` are the days of contact, and those on which data went to another than who supplied them.
    """
    return min([month_after(since), *(day for day in met if day >= since)])


def is_due_again(on_file: Collection[int], supplied: Collection[int], heard_of: Collection[UUID], by: UUID) -> bool:
    """Tell whether another notice is due: an opdrachtgever who is new to them supplies new categories (AVG 14.1, 14.2).

    `heard_of` are the opdrachtgevers whom the notices so far were about, `on_file` the categories on file until now.
    """
    return by not in heard_of and not set(supplied) <= set(on_file)


def list_disclosure_days(disclosures: Iterable[tuple[date, UUID]], suppliers: Collection[UUID]) -> Iterator[date]:
    """Give the days on which data went to another than an opdrachtgever who supplied them (AVG 14.3.c)."""
    return (on for on, recipient in disclosures if recipient not in suppliers)


def list_contact_days(contacts: Iterable[Contact]) -> Iterator[date]:
    """Give the days on which a client and the office reached each other."""
    return (contact.on for contact in contacts if contact.kind in REACHES and contact.withdrawn_at is None)
