"""Small figures are withheld, and whoever subtracts what is published from what is published finds none of them."""

from collections import deque
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wkc.rules.regulation.withholding import LEAST, Cell, withhold

ROWS, COLUMNS = ("a", "b", "c"), ("x", "y", "z")
NUMBERS = st.one_of(st.integers(0, 6), st.integers(0, 60))


def table(values: list[list[int]]) -> list[Cell]:
    """Make a table with its totals."""
    cells = [Cell((row, "all"), "from", row, sum(line)) for row, line in zip(ROWS, values, strict=False)]
    for row, line in zip(ROWS, values, strict=False):
        cells += [Cell((row, column), row, column, one) for column, one in zip(COLUMNS, line, strict=False)]
    for place, column in zip(range(len(values[0])), COLUMNS, strict=False):
        cells.append(Cell(("all", column), column, "to", sum(line[place] for line in values)))
    return [*cells, Cell(("all", "all"), "to", "from", sum(map(sum, values)))]


def tables(rows: int, columns: int) -> st.SearchStrategy[list[Cell]]:
    line = st.lists(NUMBERS, min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows).map(table)


def split(values: list[int]) -> list[Cell]:
    """Make a chain: a total in parts, and the last part in parts again."""
    first, last = values[:3], values[3:]
    cells = [Cell(("part", str(place)), "from", "to", one) for place, one in enumerate(first)]
    cells.append(Cell(("part", "rest"), "from", "rest", sum(last)))
    cells += [Cell(("rest", str(place)), "rest", "to", one) for place, one in enumerate(last)]
    return [*cells, Cell(("total",), "to", "from", sum(values))]


ANY = st.one_of(tables(3, 3), tables(2, 3), st.lists(NUMBERS, min_size=4, max_size=7).map(split))


def room(cells: list[Cell], withheld: frozenset[tuple[str, ...]], cell: Cell) -> int:
    """Give how much more a figure can be while all that is published stays: a maximum flow, one unit at a time."""
    now = {one.name: one.value for one in cells}
    grown = 0
    while cell.value + grown < LEAST:
        came: dict[str, tuple[str, Cell, int]] = {}
        queue = deque([cell.head])
        while queue and cell.tail not in came:
            node = queue.popleft()
            for one in cells:
                if one.name not in withheld or one is cell:
                    continue
                for here, there, change in ((one.tail, one.head, 1), (one.head, one.tail, -1)):
                    if here == node and there not in came and now[one.name] + change >= 0:
                        came[there] = (here, one, change)
                        queue.append(there)
        if cell.tail not in came:
            return grown
        node = cell.tail
        while True:
            node, one, change = came[node]
            now[one.name] += change
            if node == cell.head:
                break
        grown += 1
    return grown


@given(ANY)
def test_each_small_figure_is_withheld_and_could_be_a_large_one(cells: list[Cell]) -> None:
    withheld = withhold(cells)
    for cell in cells:
        if 0 < cell.value < LEAST:
            assert cell.name in withheld
            assert cell.value + room(cells, withheld, cell) == LEAST


def sums(a: int, b: int, c: int, d: int) -> tuple[int, ...]:
    """Give the figures of a table of two by two with its totals, in the order of its cells."""
    return (a + b, c + d, a, b, c, d, a + c, b + d, a + b + c + d)


@settings(max_examples=30)
@given(st.lists(st.sampled_from([0, 1, 2, 4, 6]), min_size=4, max_size=4))
def test_by_counting_out_all_tables_that_have_the_same_published_figures(values: list[int]) -> None:
    cells = table([values[:2], values[2:]])
    withheld = withhold(cells)
    shown = [place for place, cell in enumerate(cells) if cell.name not in withheld]
    ranges = [range(12) if cell.name in withheld else (cell.value,) for cell in cells if "all" not in cell.name]
    others = [
        other
        for other in (sums(*one) for one in product(*ranges))
        if all(other[place] == cells[place].value for place in shown)
    ]
    for place, cell in enumerate(cells):
        if 0 < cell.value < LEAST:
            assert max(other[place] for other in others) >= LEAST


@given(ANY)
def test_where_nothing_is_small_all_is_published(cells: list[Cell]) -> None:
    if all(cell.value == 0 or cell.value >= LEAST for cell in cells):
        assert withhold(cells) == frozenset()


def test_a_row_of_one_small_figure_takes_the_smallest_other_along() -> None:
    cells = table([[2, 9, 30], [20, 7, 40], [50, 60, 70]])
    assert withhold(cells) == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}


def test_two_small_ones_that_hide_each_other_need_no_total() -> None:
    cells = table([[3, 4, 30], [4, 3, 40]])
    assert withhold(cells) == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}


def test_a_total_goes_last() -> None:
    cells = [
        Cell(one.name, one.tail, one.head, one.value, total="all" in one.name) for one in table([[2, 60], [80, 70]])
    ]
    assert withhold(cells) == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}


def test_a_total_that_is_small_itself_is_withheld_too() -> None:
    assert withhold(table([[1, 0], [0, 2]])) >= {("all", "all"), ("a", "all"), ("b", "all"), ("a", "x"), ("b", "y")}


def test_a_figure_about_nobody_may_be_small_and_one_that_is_shown_nowhere_hides_all() -> None:
    cells = [Cell(("drills",), "a", "b", 1, personal=False), Cell(("all",), "b", "a", 1, personal=False, hidden=True)]
    assert withhold(cells) == {("all",)}
    alone = [Cell(("looks",), "a", "b", 3), Cell(("all",), "b", "a", 3, hidden=True)]
    assert withhold(alone) == {("looks",), ("all",)}


def test_figures_that_do_not_add_up_are_a_fault_of_who_counted() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        withhold([Cell(("a",), "from", "to", 3)])


def test_a_figure_that_another_report_publishes_too_hides_no_other() -> None:
    there = [
        Cell(("began",), "out", "in", 40, fixed=True),
        Cell(("came",), "out", "in", 3),
        Cell(("went",), "in", "out", 25),
        Cell(("ended",), "in", "out", 18, fixed=True),
    ]
    assert withhold(there) == {("came",), ("went",)}


def test_a_small_rest_that_is_shown_nowhere_does_not_follow_from_what_is() -> None:
    parts = [
        Cell(("all",), "to", "from", 6, total=True),
        Cell(("exceptions",), "from", "to", 5),
        Cell(("rest",), "from", "to", 1, hidden=True),
    ]
    assert withhold(parts) == {("exceptions",), ("rest",)}


def test_one_that_is_small_itself_hides_what_it_grows_with() -> None:
    there = [
        Cell(("came",), "out", "in", 3),
        Cell(("went",), "in", "out", 0),
        Cell(("ended",), "in", "out", 3, fixed=True),
    ]
    assert withhold(there) == {("came",), ("ended",)}
