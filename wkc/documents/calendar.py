"""The agenda as a calendar file (RFC 5545): appointments with their time, duties as whole days."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from wkc.records.agenda import CalendarEntry

LENGTH = timedelta(hours=1)
"""The assumed length of an appointment: its end is not on file."""

_OFFICE_TIME = ZoneInfo("Europe/Amsterdam")
_PRODUCT = "-//wkc//agenda//NL"


def as_ics(entries: Iterable[CalendarEntry], made_at: datetime) -> bytes:
    """Write entries as one iCalendar object; the same entries at the same moment give the same bytes."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", f"{entry.uid}@wkc")
        event.add("dtstamp", made_at.astimezone(ZoneInfo("UTC")).replace(microsecond=0))
        event.add("summary", entry.summary)
        event.add("class", "PRIVATE")
        if entry.at is None:
            event.add("dtstart", entry.on)
            event.add("transp", "TRANSPARENT")
        else:
            start = datetime.combine(entry.on, time.fromisoformat(entry.at), _OFFICE_TIME)
            event.add("dtstart", start.astimezone(ZoneInfo("UTC")))
            event.add("dtend", (start + LENGTH).astimezone(ZoneInfo("UTC")))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
