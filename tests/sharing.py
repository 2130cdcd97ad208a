"""How workers share the tests: by plays, files and single tests, without going through all of them for each."""

from collections.abc import Sequence
from typing import Any

from xdist.scheduler import LoadScopeScheduling

BY_TEST = "tests/faults/"
"""The folder whose tests are shared out apart, so that no worker waits long for another.

The tests of a file share what is prepared for it, and sharing out thousands takes seconds. The cases of a test stay
together, for they share what a kill at each step leaves; but for those of SINGLY, which take a second and more each.
"""

SINGLY = ("tests/faults/test_killed.py", "tests/faults/test_machine.py")
"""The files whose tests go to a worker one by one."""

TOGETHER = "tests/house/"
"""The folder whose tests go to one worker: they share the trees of the program."""


def work_unit(test: str) -> str:
    """Give the id of what goes to one worker: a play, a file of tests, a folder, a test or a case of it."""
    if test.startswith(TOGETHER):
        return TOGETHER
    if test.startswith(BY_TEST):
        return test if test.startswith(SINGLY) else test.partition("[")[0]
    return test.partition("::")[0]


class Places(list[str]):
    """The ids of all tests, which know their places."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(ids)
        self._places = {test: place for place, test in enumerate(ids)}

    def index(self, test: str, *_bounds: Any) -> int:
        """Give the place of a test."""
        return self._places[test]


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """The scheduler of xdist that gives out whole units, in the order of the tests; what is done it forgets."""

    def _split_scope(self, nodeid: str) -> str:
        return work_unit(nodeid)

    def add_node_collection(self, node: Any, collection: Sequence[str]) -> None:
        """Take the tests that a worker found."""
        super().add_node_collection(node, collection)
        if node in self.registered_collections:
            self.registered_collections[node] = Places(collection)

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        """Take a test off the unit of its worker, and the unit away after its last test."""
        del duration
        test = self.registered_collections[node][item_index]
        units = self.assigned_work[node]
        unit = units[work_unit(test)]
        del unit[test]
        if not unit:
            del units[work_unit(test)]
        self._reschedule(node)
