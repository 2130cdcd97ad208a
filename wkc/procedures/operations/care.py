"""Art. 5.3, 6, 7 and 14.2: what a beheerder looks over from time to time, each done with a signed line."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import SystemRandom

import msgspec
from msgspec import Struct

from wkc.errors.care import NothingToCheck, VerdictsIncomplete, VerdictsUnreadable
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes
from wkc.procedures.operations.upkeep import MONTH
from wkc.records.audit import AuditLine
from wkc.records.user import User
from wkc.rules.regulation.upkeep import ACCESS, HOLIDAYS, KEYS, LOOKS
from wkc.rules.requests.rest_days import name_holiday
from wkc.store.core import audit
from wkc.store.core import user as users
from wkc.store.operations import upkeep

SAMPLE = 10
"""The number of looks in a sample."""

KEEP, CHANGE = ACCESS_VERDICTS = ("houden", "wijzigen")
"""The verdicts on somebody's access at a review."""

IN_ORDER, NOT_IN_ORDER = LOOK_VERDICTS = ("in_orde", "niet_in_orde")
"""The verdicts on a look."""

SLEUTELS, FEESTDAGEN = "sleutels", "feestdagen"
WORKS: Mapping[str, str] = {SLEUTELS: KEYS, FEESTDAGEN: HOLIDAYS}
"""The works that are looked over as a whole."""


class AccessOf(Struct, frozen=True):
    """A user whose access is reviewed, with the moment of the last line that the log has of that user (UTC)."""

    user: User
    last_used: datetime | None


class Checked(Struct, frozen=True):
    """A review that was done: how many were in order, and which were not: USER IDs, or lines of the log."""

    work: str
    in_order: int
    others: tuple[str, ...]


class Belongings(Struct, frozen=True):
    """The things that have to be in place: valid recovery codes, and service accounts with who answers for each."""

    recovery_codes: int
    services: tuple[tuple[str, str | None], ...]


class HolidayTable(Struct, frozen=True):
    """The days of rest of this year and the next, beside weekends, each with its name."""

    days: tuple[tuple[date, str], ...]


def list_access(session: Session) -> tuple[AccessOf, ...]:
    """Give all who have access, service accounts too, with when they used it last."""
    with act(session, "user.review") as action:
        action.details["step"] = "asked"
        last = audit.last_used(action.store)
        return tuple(AccessOf(user, last.get(user.user_id)) for user in _active(action))


def review_access(session: Session, verdicts: Mapping[str, str]) -> Checked:
    """Write down that the access of each was reviewed: kept, or to be changed; errors.VerdictsIncomplete."""
    read = {name: codes.parse_code(verdict, ACCESS_VERDICTS) for name, verdict in verdicts.items()}
    with act(session, "user.review") as action:
        if set(read) != {user.user_id for user in _active(action)}:
            raise VerdictsIncomplete
        return _make_checked(action, ACCESS, read, KEEP)


def draw_looks(session: Session) -> tuple[AuditLine, ...]:
    """Draw looks and changes of the last month by others, at random; errors.NothingToCheck where there are none."""
    with act(session, "audit.sample") as action:
        action.details["step"] = "asked"
        lines = _list_lines_of_others(action)
        if not lines:
            raise NothingToCheck
        drawn = sorted(SystemRandom().sample(lines, min(SAMPLE, len(lines))))
        action.details["drawn"] = drawn
        return audit.by_numbers(action.store, drawn)


def review_looks(session: Session, verdicts: Mapping[str, str]) -> Checked:
    """Write down of the looks that this user drew last, by line, whether they were in order; errors.VerdictsIncomplete.

    A draw is reviewed once.
    """
    read = {line: codes.parse_code(verdict, LOOK_VERDICTS) for line, verdict in verdicts.items()}
    with act(session, "audit.sample") as action:
        drawn = audit.list_drawn(action.store, action.by)
        if not drawn or read.keys() != set(map(str, drawn)):
            raise VerdictsIncomplete
        return _make_checked(action, LOOKS, read, IN_ORDER)


def list_belongings(session: Session) -> Belongings:
    """Give the recovery codes and the service accounts that have to be in place."""
    from wkc.vault.keys.slot import SlotKind

    with act(session, "agenda.done") as action:
        action.details["step"] = "asked"
        services = tuple((user.user_id, user.responsible) for user in _active(action) if user.responsible)
        recovery = [slot for slot in action.register.slots if slot.kind is SlotKind.RECOVERY]
        return Belongings(len(recovery), services)


def list_holidays(session: Session) -> HolidayTable:
    """Give the days of rest that terms are counted with, of this year and the next."""
    with act(session, "agenda.done") as action:
        action.details["step"] = "asked"
        first = action.today.replace(month=1, day=1)
        days = (first + timedelta(days=count) for count in range(731))
        named = ((day, name_holiday(day)) for day in days)
        return HolidayTable(tuple((day, name) for day, name in named if name and day.year <= first.year + 1))


def parse_work(typed: str) -> str:
    """Read the name of a work, before anything of it is shown."""
    return codes.parse_code(typed, tuple(WORKS))


def confirm(session: Session, work: str) -> Checked:
    """Write down that keys and codes, or the days of rest, were looked over and are right."""
    name = WORKS[parse_work(work)]
    with act(session, "agenda.done") as action:
        action.details["work"] = name
        return _make_checked(action, name, {name: IN_ORDER}, IN_ORDER)


def read_verdicts(content: str) -> dict[str, str]:
    """Read verdicts from JSON, one for each name or line; errors.VerdictsUnreadable."""
    try:
        return msgspec.json.decode(content, type=dict[str, str])
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise VerdictsUnreadable from error


def _make_checked(action: Action, work: str, verdicts: Mapping[str, str], good: str) -> Checked:
    others = tuple(sorted(name for name, verdict in verdicts.items() if verdict != good))
    action.details |= {"step": "done", "in_order": len(verdicts) - len(others), "others": list(others)}
    upkeep.put_done(action.store, work, action.now)
    return Checked(work, len(verdicts) - len(others), others)


def _active(action: Action) -> list[User]:
    return [user for user in users.every(action.store) if user.revoked_at is None]


def _list_lines_of_others(action: Action) -> list[int]:
    return audit.list_of_others(action.store, action.by, action.now - MONTH)
