"""Art. 14.2, AVG 33 and 34: the terms of a breach, the steps in their order, and what is still to be done."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from wkc.records.breach import Breach
from wkc.records.verdict import Verdict

TERM = timedelta(hours=72)
"""The hours within which the AP gets the report (AVG 33.1); days of rest count (Reg. 1182/71 art. 3.4)."""

URGENT = 24
"""The hours that are left of a term when it is shown as urgent."""

KEPT = timedelta(days=3 * 365)
"""The term of a closed breach (AVG 33.5; the limitation of a fine of the AP)."""


class BreachDuty(Struct, frozen=True):
    """A thing to do about a breach: `what` is besluiten, ap, personen, opdrachtgever or sluiten; by when, if at all.

    `party` is the opdrachtgever who is to be notified.
    """

    what: str
    until: datetime | None
    party: str | None = None


def ap_until(breach: Breach) -> datetime:
    """Give the end of the 72 hours, which are counted from the instant at which the office knew."""
    return breach.known_at + TERM


def party_until(known_at: datetime, hours: int | None) -> datetime | None:
    """Give by when an opdrachtgever is notified by its agreement; None without one: then without delay (AVG 33.2)."""
    return None if hours is None else known_at + timedelta(hours=hours)


def list_duties(breach: Breach) -> Iterator[BreachDuty]:
    """Give what is still to be done about a breach, the report to the AP first.

    People, and an opdrachtgever without agreed hours, hear of it without delay (AVG 34.1, 33.2): no later than the AP.
    """
    if breach.closed_at is not None:
        return
    ruling = breach.ruling
    if ruling is None:
        yield BreachDuty("besluiten", ap_until(breach))
    elif ruling.report_ap and breach.ap_reported_at is None:
        yield BreachDuty("ap", ap_until(breach))
    if ruling is not None and ruling.notify_persons and breach.persons_notified_at is None:
        yield BreachDuty("personen", ap_until(breach))
    for party in breach.parties:
        if party.notified_at is None:
            yield BreachDuty("opdrachtgever", party.due_at or ap_until(breach), party.party)
    if ruling is not None and not _is_waiting(breach):
        yield BreachDuty("sluiten", None)


def judge_change(breach: Breach) -> Verdict:
    """Judge whether a breach can still be changed: not when it is closed."""
    allowed = breach.closed_at is None
    return Verdict(allowed=allowed, reason="open" if allowed else "datalek_gesloten", article="AVG 33.5")


def judge_notified(breach: Breach, whom: str) -> Verdict:
    """Judge whether somebody is written down as notified: decided so before, for the AP and the people."""
    if not judge_change(breach).allowed:
        return judge_change(breach)
    ruling = breach.ruling
    due = whom == "opdrachtgever" or (
        ruling is not None and (ruling.report_ap if whom == "ap" else ruling.notify_persons)
    )
    return Verdict(allowed=due, reason=whom if due else "niet_besloten", article="AVG 33, 34")


def judge_closing(breach: Breach) -> Verdict:
    """Judge whether a breach is closed: decided on, and all who were to be notified are (AVG 33.5)."""
    if not judge_change(breach).allowed:
        return judge_change(breach)
    allowed = breach.ruling is not None and not _is_waiting(breach)
    return Verdict(allowed=allowed, reason="afgehandeld" if allowed else "niet_afgehandeld", article="AVG 33.5")


def is_late(breach: Breach) -> bool:
    """Tell whether the AP got the report after the 72 hours: then with the reasons for it (AVG 33.1)."""
    return breach.ap_reported_at is not None and breach.ap_reported_at > ap_until(breach)


def _is_waiting(breach: Breach) -> bool:
    ruling = breach.ruling
    if ruling is None:
        return True
    ap = ruling.report_ap and breach.ap_reported_at is None
    persons = ruling.notify_persons and breach.persons_notified_at is None
    return ap or persons or any(party.notified_at is None for party in breach.parties)
