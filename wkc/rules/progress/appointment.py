"""Art. 10: an appointment that is planned is no contact; kept it becomes one, missed it restarts nothing."""

from collections.abc import Mapping
from datetime import date, timedelta

from wkc.records.appointment import Appointment, AppointmentOutcome
from wkc.records.verdict import Verdict

KINDS: tuple[str, ...] = ("gesprek", "telefoon", "bezoek")
"""Kinds of contact that can be planned: a letter or an e-mail comes when it comes."""

NOT_SHOWN_UP = "niet_verschenen"
_ARTICLE = "art. 10"

CONTACT_OF: Mapping[AppointmentOutcome, str | None] = {
    AppointmentOutcome.NAGEKOMEN: None,
    AppointmentOutcome.GEMIST: NOT_SHOWN_UP,
}
"""Outcomes that leave a contact, and its kind; None is the kind that was planned. The other outcomes leave none."""

WEEK = timedelta(days=7)
"""The time ahead for which the agenda shows appointments."""


def may_plan(on: date, today: date) -> Verdict:
    """Judge a day for an appointment: today or later; of what is past the contact itself is logged."""
    if on < today:
        return Verdict(allowed=False, reason="dag_voorbij", article=_ARTICLE)
    return Verdict(allowed=True, reason="gepland", article=_ARTICLE)


def may_end(appointment: Appointment, outcome: AppointmentOutcome, today: date) -> Verdict:
    """Judge whether an appointment may have this outcome: it is still planned, and kept or missed no sooner than it is.

    A contact on a day to come would count for art. 10 before there was any.
    """
    if appointment.outcome is not None:
        return Verdict(allowed=False, reason="al_afgehandeld", article=_ARTICLE)
    if outcome in CONTACT_OF and appointment.on > today:
        return Verdict(allowed=False, reason="nog_niet_geweest", article=_ARTICLE)
    return Verdict(allowed=True, reason=outcome.value, article=_ARTICLE)


def contact_kind(appointment: Appointment, outcome: AppointmentOutcome, kept_as: str | None = None) -> str | None:
    """Give the kind of contact that an outcome leaves, None where it leaves none.

    `kept_as` is the kind it was after all, where another than planned: a visit that became a call.
    """
    if outcome not in CONTACT_OF:
        return None
    return CONTACT_OF[outcome] or kept_as or appointment.kind
