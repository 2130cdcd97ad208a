"""The agenda in a calendar: what RFC 5545 asks, with numbers and no names."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prepared import prepared
from tests.stage import Stage
from wkc.documents.calendar import as_ics
from wkc.records.agenda import CalendarEntry

MADE_AT = datetime(2026, 11, 23, 9, 0, 5, 123456, tzinfo=UTC)
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def entry(at: str | None = "09:30", on: str = "2026-11-30", summary: str = "afspraak 1 met 2026-0001") -> CalendarEntry:
    return CalendarEntry(UUID(int=7), date.fromisoformat(on), at, summary)


def events(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_an_appointment_has_its_time_in_utc_and_lasts_an_hour() -> None:
    (event,) = events(as_ics([entry()], MADE_AT))
    assert event.decoded("dtstart") == datetime(2026, 11, 30, 8, 30, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
    (summer,) = events(as_ics([entry(on="2026-06-30")], MADE_AT))
    assert summer.decoded("dtstart") == datetime(2026, 6, 30, 7, 30, tzinfo=UTC)


def test_a_duty_is_a_whole_day_that_keeps_nobody_busy() -> None:
    (event,) = events(as_ics([entry(at=None)], MADE_AT))
    assert event.decoded("dtstart") == date(2026, 11, 30)
    assert event["transp"] == "TRANSPARENT"


def test_the_file_has_what_rfc_5545_asks_for() -> None:
    content = as_ics([entry(summary="punt; komma, \\ en regel " + "é" * 90)], MADE_AT)
    lines = content.split(b"\r\n")
    assert (lines[0], lines[-2], lines[-1]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    calendar = icalendar.Calendar.from_ical(content)
    assert (calendar["version"], calendar["prodid"], calendar["method"]) == ("2.0", "-//wkc//agenda//NL", "PUBLISH")
    (event,) = calendar.walk("VEVENT")
    assert event["uid"] == "00000000-0000-0000-0000-000000000007@wkc"
    assert event.decoded("dtstamp") == datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC)
    assert event["summary"] == "punt; komma, \\ en regel " + "é" * 90


@settings(deadline=None)
@given(st.dates(date(2012, 1, 1), date(2060, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_every_day_reads_back_as_it_was_planned(on: date, hour: int, minute: int) -> None:
    from zoneinfo import ZoneInfo

    (event,) = events(as_ics([entry(f"{hour:02d}:{minute:02d}", on.isoformat())], MADE_AT))
    local = datetime(on.year, on.month, on.day, hour, minute, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert event.decoded("dtstart").timestamp() == local.timestamp()


@prepared
def office(stage: Stage) -> Stage:
    people = [{"geslachtsnaam": "Bergmans", "verblijfsvergunning_tot": "2026-12-31"}, {"geslachtsnaam": "Dalstra"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("party", "set", "Gemeente", "--agreed-until", "2026-12-31")
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.must("contact", "plan", "2026-1", "--on", "2027-02-01", "--at", "13:00")
    stage.must("contact", "plan", "2026-2", "--on", "2026-11-24")
    return stage


def test_a_coach_gets_the_own_caseload_however_far_ahead_and_no_name(office: Stage) -> None:
    office.user = "bram"
    place = office.folder / "agenda.ics"
    made = office.json("agenda", "--ics", str(place))
    content = place.read_bytes()
    found = [(event["summary"], event.decoded("dtstart")) for event in events(content)]
    assert found == [
        ("appointment 1 with 2026-0001", datetime(2027, 2, 1, 12, 0, tzinfo=UTC)),
        ("tell 2026-0001 that we hold data (`wkc letter notify`)", date(2026, 12, 23)),
        ("residence permit of 2026-0001 ends", date(2026, 12, 31)),
    ]
    assert made["entries"] == 3
    assert oct(place.stat().st_mode)[-3:] == "600"
    for name in ("Bergmans", "Dalstra", "Gemeente", "bram"):
        assert name.encode() not in content


def test_an_entry_keeps_its_uid_so_that_a_calendar_replaces_it(office: Stage) -> None:
    office.user = "bram"
    places = [office.folder / name for name in ("one.ics", "two.ics")]
    for place in places:
        office.must("agenda", "--ics", str(place))
    first, second = ({event["uid"] for event in events(place.read_bytes())} for place in places)
    assert first == second
    assert len(first) == 3


def test_a_file_that_is_there_is_not_replaced_unasked(office: Stage) -> None:
    place = office.file("agenda.ics", "mine")
    ran = office.wkc("--json", "agenda", "--ics", str(place))
    assert (ran.code, ran.error["name"]) == (6, "output_exists")
    assert place.read_text(encoding="utf-8") == "mine"
    office.must("agenda", "--ics", str(place), "--force")
    assert place.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_in_dutch_the_entries_are_dutch(office: Stage) -> None:
    office.user = "bram"
    office.environ["LC_ALL"] = "nl_NL.UTF-8"
    place = office.folder / "agenda.ics"
    office.must("agenda", "--ics", str(place))
    assert next(event["summary"] for event in events(place.read_bytes())) == "afspraak 1 met 2026-0001"
