"""Art. 10, day by day: golden files of dossiers, and what holds of every dossier there can be."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wkc.records.retention import (
    Announce,
    Announcement,
    Assessment,
    Destroy,
    Held,
    Keep,
    RetentionBlock,
    RetentionFacts,
)
from wkc.rules.retention.assess import EVERYTHING, assess, assess_now, count_late_days, count_term, counted_before

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
DAY = timedelta(days=1)


class Told:
    """A dossier as a golden file tells it, and what runs do to it."""

    def __init__(self, words: list[str]) -> None:
        said = dict(zip(words[::2], words[1::2], strict=True))
        self.contact, self.assignment = (date.fromisoformat(said[what]) for what in ("contact", "assignment"))
        self.present = numbers(said.get("present", "0,1,2"))
        self.notice = int(said.get("notice", "30"))
        self.stops: list[RetentionBlock] = []
        self.announcement: Announcement | None = None

    def hold(self, reason: str, words: list[str]) -> None:
        said = dict(zip(words[::2], words[1::2], strict=True))
        until = None if said["ends"] == "-" else date.fromisoformat(said["ends"])
        self.stops.append(RetentionBlock(reason, numbers(said["holds"]), date.fromisoformat(said["from"]), until))

    def release(self, which: str, day: str) -> None:
        index = int(which) - 1
        self.stops[index] = replace(self.stops[index], until_on=date.fromisoformat(day) - DAY)

    def run(self, day: date) -> Assessment:
        counted = count_term(self.contact, self.assignment)
        decision = assess(RetentionFacts(counted, self.present, tuple(self.stops), self.announcement, self.notice), day)
        if isinstance(decision, Announce) and decision.on is None:
            self.announcement = Announcement(day, decision.since, decision.due)
        if isinstance(decision, Destroy):
            self.present &= decision.kept
            self.announcement = None
        return decision


def numbers(text: str) -> frozenset[int]:
    return EVERYTHING if text == "all" else frozenset(map(int, text.split(",")))


def listed(categories: frozenset[int]) -> str:
    return "all" if categories == EVERYTHING else ",".join(map(str, sorted(categories)))


def said(decision: Assessment, today: date) -> str:
    match decision:
        case Keep(reason, until):
            return f"keep      {reason} up to {until}"
        case Announce(_, since, due, on):
            return f"announce  {f'on {on}' if on else 'now'} from {due}{behind(since, today)}"
        case Held(reason, categories, until):
            return f"held      {reason} keeps {listed(categories)}" + (f" up to {until}" if until else "")
        case Destroy(_, kept, since):
            return f"destroy   all{f' but {listed(kept)}' if kept else ''}{behind(since, today)}"


def behind(since: date, today: date) -> str:
    return f" late {(today - since).days}" if today > since else ""


def told(path: Path) -> list[str]:
    """Give a golden file as the rule tells it."""
    lines: list[str] = []
    dossier: Any = None
    for line in path.read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["dossier", *words]:
                dossier = Told(words)
            case ["hold", reason, *words]:
                dossier.hold(reason, words)
            case ["release", which, "on", day]:
                dossier.release(which, day)
            case ["contact", day]:
                dossier.contact = date.fromisoformat(day)
            case [day, *_] if day[:4].isdigit():
                today = date.fromisoformat(day)
                lines.append(f"{day}  {said(dossier.run(today), today)}")
                continue
        lines.append(line)
    return lines


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_each_dossier_of_the_golden_files_goes_as_it_is_told(path: Path) -> None:
    assert told(path) == path.read_text(encoding="utf-8").splitlines()


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
categories = st.frozensets(st.integers(1, 30), min_size=1, max_size=4)


reasons = st.sampled_from(["wettelijk_voorschrift", "rechtszaak", "verzoek_open"])
terms, notices = st.none() | st.integers(0, 2000), st.integers(7, 365)


@st.composite
def draw_stop(draw: st.DrawFn) -> RetentionBlock:
    reason = draw(reasons)
    held = draw(categories) if reason == "wettelijk_voorschrift" else EVERYTHING
    from_on = draw(days)
    term = draw(terms)
    return RetentionBlock(reason, held, from_on, None if term is None else from_on + term * DAY)


@st.composite
def draw_announcement(draw: st.DrawFn) -> Announcement:
    on = draw(days)
    due = on + draw(notices) * DAY
    return Announcement(on, due, due)


stops, announced, counted_from = draw_stop(), st.none() | draw_announcement(), st.none() | days
lists_of_stops, held_categories = st.lists(stops, max_size=3), st.frozensets(st.integers(0, 30), max_size=6)
"""Made once: a strategy that is made for each example is also checked for each."""


@st.composite
def dossiers(draw: st.DrawFn) -> RetentionFacts:
    counted = count_term(draw(counted_from), draw(days))
    present = draw(held_categories) | {1}
    announcement = draw(announced)
    return RetentionFacts(counted, present, tuple(draw(lists_of_stops)), announcement, draw(notices))


def after(facts: RetentionFacts, decision: Assessment, today: date) -> RetentionFacts | None:
    """Give a dossier as a run leaves it; None when it is gone. What is left of one may be announced at once."""
    if isinstance(decision, Announce) and decision.on is None:
        return replace(facts, announcement=Announcement(today, decision.since, decision.due))
    if isinstance(decision, Destroy):
        if not decision.kept:
            return None
        left = replace(facts, present=facts.present & decision.kept, announcement=None)
        return after(left, assess(left, today), today)
    return facts


def gone_on(facts: RetentionFacts, from_day: date, most: int = 2500) -> date:
    """Give the day on which a run of every day destroys the whole of a dossier; the far future if none does."""
    left: RetentionFacts | None = facts
    for count in range(most):
        today = from_day + count * DAY
        assert left is not None
        left = after(left, assess(left, today), today)
        if left is None:
            return today
    return date.max


@given(dossiers(), days)
def test_nothing_within_its_term_is_destroyed(facts: RetentionFacts, today: date) -> None:
    if today <= facts.term.last_on:
        assert not isinstance(assess(facts, today), Destroy)


@given(dossiers(), days)
def test_nothing_is_destroyed_that_was_not_announced_a_week_before(facts: RetentionFacts, today: date) -> None:
    if isinstance(assess(facts, today), Destroy):
        assert facts.announcement is not None
        assert facts.announcement.on + 7 * DAY <= today
        assert facts.announcement.due <= today


@given(st.lists(dossiers(), max_size=8), days)
def test_kept_announced_held_and_destroyed_are_all(register: list[RetentionFacts], today: date) -> None:
    decisions = [assess(facts, today) for facts in register]
    counts = [sum(isinstance(one, kind) for one in decisions) for kind in (Keep, Announce, Held, Destroy)]
    assert sum(counts) == len(register)


@given(dossiers(), days)
def test_a_second_run_on_the_same_day_changes_nothing(facts: RetentionFacts, today: date) -> None:
    once = after(facts, assess(facts, today), today)
    if once is not None:
        again = assess(once, today)
        assert not isinstance(again, Destroy)
        assert after(once, again, today) == once


@given(dossiers(), days, st.integers(0, 800))
def test_a_later_contact_never_brings_destruction_nearer(facts: RetentionFacts, today: date, later: int) -> None:
    renewed = replace(facts, term=count_term(facts.term.from_on + later * DAY, facts.term.from_on))
    if isinstance(assess(renewed, today), Destroy):
        assert isinstance(assess(facts, today), Destroy)
    assert gone_on(facts, today, 60) <= gone_on(renewed, today, 60)


@given(dossiers(), days)
def test_a_hold_on_categories_destroys_exactly_the_rest(facts: RetentionFacts, today: date) -> None:
    decision = assess(facts, today)
    if isinstance(decision, Destroy):
        standing = [s for s in facts.blocks if s.from_on <= today and (s.until_on is None or today <= s.until_on)]
        named = {category for stop in standing for category in stop.categories}
        assert decision.kept == (named | {1} if named else set())
        assert not named or facts.present - decision.kept


@given(dossiers(), days)
def test_a_stop_of_everything_lets_nothing_go(facts: RetentionFacts, today: date) -> None:
    held = replace(facts, blocks=(*facts.blocks, RetentionBlock("rechtszaak", EVERYTHING, today, None)))
    assert not isinstance(assess(held, today), Destroy)
    assert isinstance(assess_now(held, today), Held)


@given(dossiers(), days)
def test_what_the_beheerder_may_destroy_at_once_is_what_nothing_holds(facts: RetentionFacts, today: date) -> None:
    decision = assess(facts, today)
    if isinstance(decision, Destroy):
        assert assess_now(facts, today) == replace(decision, reason="opdracht", since=today)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_the_list_of_what_falls_due_begins_where_the_term_does(day: date) -> None:
    first = counted_before(day)
    assert count_term(None, first - DAY).last_on <= day < count_term(None, first).last_on


def test_late_is_counted_in_days_past_the_first() -> None:
    assert count_late_days(date(2026, 3, 11), date(2026, 3, 11)) == 0
    assert count_late_days(date(2026, 3, 11), date(2026, 3, 15)) == 4
    assert count_late_days(date(2026, 3, 11), date(2026, 3, 1)) == 0
