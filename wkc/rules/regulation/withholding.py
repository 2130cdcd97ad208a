"""Art. 5.2 and 14.2, AVG 5.1.c: small figures are withheld so that no other figure gives them away by subtraction.

The figures of a report are the edges of a network: at each node what comes in equals what goes out, as a total equals
its parts. Two sets of figures that agree in all that is published differ by what flows round cycles of withheld ones.
So a small figure is safe when it can grow to a large one along such cycles: a reader cannot tell that it is small.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from msgspec import Struct

LEAST = 5
"""The least figure about people that is published; 0 is, for it is about nobody."""


class Cell(Struct, frozen=True):
    """A figure, from one node of the network to another; `name` is where it is shown.

    One that is `hidden` is published nowhere: where it is small, it may not follow from what is. One that is not
    `personal` is about no people: it may be small. A `total` is withheld only where nothing else would do; one that is
    `fixed` only where it is small itself, for another report publishes it too: there it can be more, but not less.
    """

    name: tuple[str, ...]
    tail: str
    head: str
    value: int
    personal: bool = True
    hidden: bool = False
    total: bool = False
    fixed: bool = False


class _Step(Struct, frozen=True):
    """A figure that changes along a way through the network: it grows (1) or shrinks (-1)."""

    cell: int
    change: int
    source: str
    target: str


def withhold(cells: Sequence[Cell]) -> frozenset[tuple[str, ...]]:
    """Give the names of the figures that are not published: the small ones, and those that would give one away.

    Each small one could as well be LEAST: all that is published would stay as it is, and nothing be less than 0. Of the
    ways in which it could, the cheapest are taken: few totals, and small figures. ValueError for a figure that is on no
    cycle of the network, or a node at which the figures do not add up.
    """
    _check_balance(cells)
    small = [place for place, cell in enumerate(cells) if cell.personal and 0 < cell.value < LEAST]
    withheld = {place for place, cell in enumerate(cells) if cell.hidden} | set(small)
    steps = _list_steps(cells)
    for place in sorted(small, key=lambda place: (-cells[place].value, place)):
        _protect(cells, steps, withheld, place)
    return frozenset(cells[place].name for place in withheld)


def _check_balance(cells: Sequence[Cell]) -> None:
    nodes: dict[str, int] = {}
    for cell in cells:
        nodes[cell.tail] = nodes.get(cell.tail, 0) - cell.value
        nodes[cell.head] = nodes.get(cell.head, 0) + cell.value
    if unbalanced := sorted(node for node, rest in nodes.items() if rest):
        raise ValueError(f"the figures do not add up at {unbalanced}")


def _list_steps(cells: Sequence[Cell]) -> Mapping[str, list[_Step]]:
    steps: dict[str, list[_Step]] = {}
    for place, cell in enumerate(cells):
        steps.setdefault(cell.tail, []).append(_Step(place, 1, cell.tail, cell.head))
        steps.setdefault(cell.head, []).append(_Step(place, -1, cell.head, cell.tail))
    return steps


def _protect(cells: Sequence[Cell], steps: Mapping[str, list[_Step]], withheld: set[int], place: int) -> None:
    """Withhold what lets a figure grow to LEAST: a flow of least cost, one way after the other."""
    now = [cell.value for cell in cells]
    while now[place] < LEAST:
        way = _cheapest(cells, steps, withheld, now, place)
        amount = min([LEAST - now[place], *(now[step.cell] for step in way if step.change < 0)])
        for step in way:
            now[step.cell] += amount * step.change
            withheld.add(step.cell)
        now[place] += amount


def _cheapest(
    cells: Sequence[Cell], steps: Mapping[str, list[_Step]], withheld: set[int], now: Sequence[int], place: int
) -> list[_Step]:
    """Give the cheapest way from the head of a figure back to its tail, on which nothing becomes less than 0."""
    start, goal = cells[place].head, cells[place].tail
    best = {start: (0, 0)}
    came: dict[str, _Step] = {}
    queue = [((0, 0), start)]
    while queue:
        cost, node = heappop(queue)
        if cost > best[node]:
            continue
        for step in steps[node]:
            one = cells[step.cell]
            if step.cell == place or (step.change < 0 and (one.fixed or now[step.cell] == 0)):
                continue
            if one.fixed and step.cell not in withheld:
                continue
            further = cost if step.cell in withheld else (cost[0] + one.total, cost[1] + one.value + 1)
            if step.target not in best or further < best[step.target]:
                best[step.target], came[step.target] = further, step
                heappush(queue, (further, step.target))
    way: list[_Step] = []
    while goal != start:
        if goal not in came:
            raise ValueError(f"{cells[place].name} is on no cycle")
        way.append(came[goal])
        goal = came[goal].source
    return way
