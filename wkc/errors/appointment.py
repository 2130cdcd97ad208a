"""Appointments: what cannot be planned or has been dealt with."""

from wkc.errors.families import Invalid, NotFound
from wkc.i18n import N_


class AppointmentUnknown(NotFound):
    """The client has no appointment of this number."""

    text = N_("There is no appointment of that number with this client.")
    hint = N_("`wkc contact planned NUMBER` shows them with their numbers.")


class AppointmentOver(Invalid):
    """An appointment has one outcome: it was kept, missed, moved or called off already."""

    text = N_("This appointment was dealt with already: {outcome}.")
    hint = N_("`wkc contact planned NUMBER` shows what is still planned; `wkc contact withdraw` takes a contact back.")


class AppointmentAhead(Invalid):
    """Art. 10: what is still to come is no contact."""

    text = N_("This appointment is still to come, on {day}.")
    hint = N_("Write it down when it has been; `wkc contact move` gives it another day.")


class DayPast(Invalid):
    """A day that is over takes no new appointment."""

    text = N_("This day is over: nothing is planned on it.")
    hint = N_("`wkc contact log` writes down a contact that has been.")


class BadTime(Invalid):
    """The text is no time of day."""

    text = N_("This is not a time of the day.")
    hint = N_("Write it as 09:30.")
