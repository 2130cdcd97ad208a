"""Rows that fit are written as rich writes them; the program loads rich only for those that do not."""

import io
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wkc.cli.terminal import screen as screens
from wkc.cli.terminal.aligned import align
from wkc.cli.terminal.screen import Screen, Urgent
from wkc.cli.views.agenda import time_left
from wkc.cli.views.breach import listed, shown
from wkc.procedures.core import clock
from wkc.procedures.core.environment import Environment
from wkc.procedures.operations.breach_view import BreachView
from wkc.records.agenda import Duty, Item
from wkc.records.breach import Breach, BreachKind
from wkc.rules.regulation.breach import BreachDuty

SGR = re.compile(r"\x1b\[\d*m")
CELL = st.text("ab 1\N{EN DASH}éя", max_size=12) | st.text("文🙂é\u0301\u200d\n", max_size=3) | st.none()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(stream: io.StringIO, show: Callable[[Screen], None], **settings: str) -> str:
    folder = Path
    outside = Environment(
        io.StringIO(), stream, io.StringIO(), settings, clock.now, lambda: None, folder, folder, folder
    )
    show(Screen(outside))
    return stream.getvalue()


def by_rich(stream: io.StringIO, show: Callable[[Screen], None], **settings: str) -> str:
    with patch.object(screens, "align", lambda _rows, _width: None):
        return written(stream, show, **settings)


@settings(deadline=None)  # The first example loads rich.
@given(rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=4))
def test_a_table_is_written_as_rich_writes_it(rows: list[tuple[str | None, ...]]) -> None:
    def show(screen: Screen) -> None:
        screen.table(("number", "naam", "\N{EN DASH}"), rows)

    assert written(io.StringIO(), show) == by_rich(io.StringIO(), show)


@settings(deadline=None)  # The first example loads rich.
@given(rows=st.lists(st.tuples(st.text("abé", min_size=1, max_size=9), CELL), max_size=4))
def test_pairs_are_written_as_rich_writes_them(rows: Sequence[tuple[str, object]]) -> None:
    def show(screen: Screen) -> None:
        screen.pairs(rows)

    assert written(io.StringIO(), show) == by_rich(io.StringIO(), show)


def test_a_terminal_shows_the_same_rows_and_marks_the_heads() -> None:
    def show(screen: Screen) -> None:
        screen.table(("nr", "naam"), [("1", "Berg")])

    ours, rich = (how(Terminal(), show, TERM="xterm") for how in (written, by_rich))
    assert ours == "\x1b[2mnr  \x1b[0m\x1b[2mnaam\x1b[0m\n\x1b[1m1   \x1b[0mBerg\n"
    assert SGR.sub("", ours) == SGR.sub("", rich)


@pytest.mark.parametrize("what", ["datalek", "datalek " * 20], ids=["that fits", "that is folded"])
def test_what_is_urgent_is_red_on_a_terminal_that_may_have_colours(what: str) -> None:
    def show(screen: Screen) -> None:
        screen.table(("op", "dagen", "wat"), [("28-03", Urgent("23 uur"), what), ("30-03", "71 uur", what)])

    in_red = re.findall(r"\x1b\[31m([^\x1b]*?) *\x1b", written(Terminal(), show, TERM="xterm"))
    assert in_red == ["23 uur"]
    assert "\x1b[31m" not in written(Terminal(), show, TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in written(Terminal(), show, TERM="dumb")


@pytest.mark.parametrize(("hours", "red"), [(-1, True), (24, True), (25, False), (None, False)])
def test_the_agenda_is_red_from_24_hours_left(hours: int | None, red: bool) -> None:  # noqa: FBT001
    item = Item(date(2026, 3, 30), Duty.DATALEK_BESLUITEN, "D2026-0001", hours=hours)
    assert isinstance(time_left(item, date(2026, 3, 27)), Urgent) is red


@pytest.mark.parametrize(("hours", "red"), [(-1, True), (24, True), (25, False)])
def test_a_breach_is_red_from_24_hours_left(hours: int, red: bool) -> None:  # noqa: FBT001
    now = datetime(2026, 3, 27, 9, tzinfo=UTC)
    until, nobody = now + timedelta(hours=hours), ((), ())
    unknown = (None, None, "Een laptop is weg.", None, None, None, None, None, 0)
    breach = Breach(1, UUID(int=1), "D2026-0001", BreachKind.DIEFSTAL, now, *unknown, *nobody, now, "anna")
    view = BreachView(breach, until, (BreachDuty("ap", until),), late=False, now=now)
    one = written(Terminal(), lambda screen: shown(screen, view), TERM="xterm")
    several = written(Terminal(), lambda screen: listed(screen, (view,)), TERM="xterm")
    assert (one.count("\x1b[31m"), several.count("\x1b[31m")) == ((2, 1) if red else (0, 0))


@pytest.mark.parametrize(("on", "red"), [("2026-03-26", True), ("2026-03-27", False), ("2026-03-28", False)])
def test_the_agenda_is_red_once_a_day_is_over(on: str, red: bool) -> None:  # noqa: FBT001
    item = Item(date.fromisoformat(on), Duty.VERZOEK_BEHANDELEN, "V2026-0001")
    assert isinstance(time_left(item, date(2026, 3, 27)), Urgent) is red


def test_a_refusal_is_red_and_says_so_in_words_too() -> None:
    def show(screen: Screen) -> None:
        screen.say(Urgent("Geweigerd: geef niets."))
        screen.say("Toegestaan: wat hieronder staat, mag gegeven worden.")
        screen.prose(Urgent("  3 dagen te laat: verzoek beantwoorden"))

    lines = written(Terminal(), show, TERM="xterm").splitlines()
    assert [line.startswith("\x1b[31m") for line in lines] == [True, False, True]
    plain = written(Terminal(), show, TERM="xterm", NO_COLOR="1").splitlines()
    assert plain == [SGR.sub("", line) for line in lines]


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_no_escapes(term: str) -> None:
    def show(screen: Screen) -> None:
        screen.heading("Contacten")

    assert written(Terminal(), show, TERM=term) == "\nContacten\n"


def test_what_is_too_wide_for_the_terminal_is_folded() -> None:
    def show(screen: Screen) -> None:
        screen.heading("Een kop die te lang is")
        screen.table(("nr", "naam"), [("1", "Een lange naam")])

    shown = SGR.sub("", written(Terminal(), show, TERM="xterm", COLUMNS="14"))
    assert shown == "\nEen kop die te\nlang is\nnr  naam      \n1   Een lange \n    naam      \n"


def test_only_rows_of_narrow_signs_on_one_line_are_aligned() -> None:
    assert align([("a", "é"), ("bc", "\N{EN DASH}")], 80) == [["a   ", "é"], ["bc  ", "\N{EN DASH}"]]
    assert align([("a", "bc")], 5) == [["a  ", "bc"]]
    assert align([("a", "bc")], 4) is None
    assert align([("文", "b")], 80) is None
    assert align([("e\u0301", "b")], 80) is None
    assert align([("a\nb", "c")], 80) is None


def test_whole_words_take_the_room_that_other_columns_can_do_without() -> None:
    columns = ("code", "label", "kind")
    rows = [("burgerservicenummer", "Burgerservicenummer van deze persoon", "a number of nine digits")]
    narrow = written(Terminal(), lambda screen: screen.table(columns, rows), COLUMNS="50")
    assert [SGR.sub("", line).rstrip() for line in narrow.splitlines()] == [
        "code                 label                kind",
        "burgerservicenummer  Burgerservicenummer  a number",
        "                     van deze persoon     of nine",
        "                                          digits",
    ]
