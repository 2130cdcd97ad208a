"""Art. 10: five years without contact, and the data are destroyed; blocks keep them, an announcement comes before."""

from datetime import date, timedelta

from wkc.records.dossier import Term
from wkc.records.retention import Announce, Assessment, Destroy, Held, Keep, RetentionBlock, RetentionFacts, TermFacts
from wkc.rules.retention.contact import RESTARTS

YEARS = 5
"""The term of a dossier after the last contact."""

SHORT_YEARS = 2
"""The term of the dossier of a sick employee after its assignment, where that is set (AP, "De zieke werknemer")."""

SHORT = "einde_opdracht"
"""The reason of a term that is counted from the end of assignments of that kind."""

VERSION = 1
"""The number of these rules; each destruction names the one it was decided by."""

LEAST_NOTICE = timedelta(days=7)
"""The least time between announcing and destroying."""

NAME = 1
"""The category of annex I that stays with whatever is kept: without it nobody knows whose it is."""

ALL_CATEGORIES = frozenset(range(1, 31))
"""Annex I as a whole."""

EVERYTHING = ALL_CATEGORIES | {0}
"""The 30 categories of annex I, and 0 for all that is held besides."""

GROUNDS: tuple[str, ...] = ("wettelijk_voorschrift", "rechtszaak")
"""The grounds of a hold: a statute that is cited and keeps what it names, or a court case, which keeps everything."""

_DAY = timedelta(days=1)


def count_term_of_dossier(facts: TermFacts) -> Term:
    """Give the term of a dossier: from contact or assignment, else of what is left of it.

    Where every assignment is for a sick employee and over, two years after the last one ended come first, if they do.

    What a duty keeps after a granted erasure is over, so the end of the duty ends it. What a hold keeps after its term
    is counted from the day that was written down, or from a contact since.
    """
    contact = next((day for day, kind in facts.contacts if RESTARTS[kind]), None)
    if facts.assigned_on is not None:
        usual = count_term(contact, facts.assigned_on)
        return usual if facts.short_from is None else min(_count_short(facts.short_from), usual, key=_last_on)
    if facts.erased_on is not None:
        return Term(facts.erased_on, "verwijdering_toegewezen", facts.erased_on)
    if contact is not None and contact >= facts.counted_on:
        return count_term(contact, facts.counted_on)
    return Term(facts.counted_on, "rest_vernietigd", _years_after(facts.counted_on))


def _count_short(ended_on: date) -> Term:
    return Term(ended_on, SHORT, _years_after(ended_on, SHORT_YEARS))


def _last_on(term: Term) -> date:
    return term.last_on


def counted_for(last_on: date) -> date:
    """Give the day that five years are counted from to end on a day, the 28th of February for a leap day."""
    try:
        return last_on.replace(year=last_on.year - YEARS)
    except ValueError:
        return last_on.replace(year=last_on.year - YEARS, day=28)


def count_term(from_contact: date | None, from_assignment: date) -> Term:
    """Count five years from the last contact or the start of the last assignment, whichever is later.

    The term is complete at the end of its last day and never rolls: a 29 February ends on a 28th.
    """
    if from_contact is not None and from_contact >= from_assignment:
        return Term(from_contact, "laatste_contact", _years_after(from_contact))
    return Term(from_assignment, "begin_opdracht", _years_after(from_assignment))


def counted_before(day: date) -> date:
    """Give the day before which a term must be counted from to have its last day on or before `day`."""
    following = day + _DAY
    try:
        return following.replace(year=following.year - YEARS)
    except ValueError:
        return date(following.year - YEARS, 3, 1)


def assess(facts: RetentionFacts, today: date) -> Assessment:
    """Judge one dossier on a day: it stays, is to be announced, is held or is destroyed, with the reason."""
    due = facts.term.last_on + _DAY
    notice = timedelta(days=facts.notice_days)
    if today < due - notice:
        return Keep(facts.term.reason, facts.term.last_on)
    kept = list_kept(facts.blocks, today)
    goes = facts.present - kept
    blocked = bool(kept) and not goes
    first = _find_freed_day(facts, today) if blocked else _was_freed(facts, goes, today)
    if first is None or (blocked and today < first - notice):
        return _make_held(facts, kept, today)
    since = max(due, first)
    announced = facts.announcement
    if announced is None or announced.due < since:
        return Announce("aan_te_kondigen", since, max(since, today + LEAST_NOTICE), None)
    going = max(since, announced.due, announced.on + LEAST_NOTICE)
    if today < going:
        return Announce("aangekondigd", since, going, announced.on)
    if not facts.is_witnessed:
        return Announce("aangekondigd", since, today + _DAY, announced.on)
    return Destroy("termijn", kept, since)


def assess_now(facts: RetentionFacts, today: date) -> Held | Destroy:
    """Judge what the beheerder may destroy of a dossier today, whatever its term and without an announcement."""
    kept = list_kept(facts.blocks, today)
    if kept and not facts.present - kept:
        return _make_held(facts, kept, today)
    return Destroy("opdracht", kept, today)


def list_kept(blocks: tuple[RetentionBlock, ...], day: date) -> frozenset[int]:
    """Give the categories that may not go on a day: those of each block in force, and the name with them."""
    kept = frozenset[int]().union(*(block.categories for block in blocks if is_in_force(block, day)))
    return kept | {NAME} if kept else kept


def is_in_force(block: RetentionBlock, day: date) -> bool:
    """Tell whether a block keeps anything on a day."""
    return block.from_on <= day and (block.until_on is None or day <= block.until_on)


def _find_freed_day(facts: RetentionFacts, today: date) -> date | None:
    """Give the first day to come on which something of a dossier that is wholly held may go; None: not known."""
    ends = sorted(block.until_on + _DAY for block in facts.blocks if block.until_on and block.until_on >= today)
    return next((day for day in ends if not (kept := list_kept(facts.blocks, day)) or facts.present - kept), None)


def count_late_days(since: date, today: date) -> int:
    """Count the days that something should have been gone for."""
    return max(0, (today - since).days)


def _was_freed(facts: RetentionFacts, goes: frozenset[int], today: date) -> date:
    """Give the first day on which what goes was held no longer: that of its term if nothing held it after that."""
    ended = [
        block.until_on + _DAY
        for block in facts.blocks
        if block.until_on and block.until_on < today and (block.categories | {NAME}) & (goes or EVERYTHING)
    ]
    return max(ended, default=facts.term.last_on + _DAY)


def _make_held(facts: RetentionFacts, kept: frozenset[int], today: date) -> Held:
    in_force = [block for block in facts.blocks if is_in_force(block, today)]
    last = max(in_force, key=lambda block: block.until_on or date.max)
    freed = _find_freed_day(facts, today)
    return Held(last.reason, kept, freed - _DAY if freed else None)


def _years_after(day: date, years: int = YEARS) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
