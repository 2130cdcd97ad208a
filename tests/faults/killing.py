"""Work in a process of its own that is killed (SIGKILL) at a moment, as a power cut would end it."""

import os
import random
import select
import signal
import struct
import time
from collections.abc import Callable, Iterator


def seconds_of(work: Callable[[], object]) -> float:
    """Give how long work takes when nobody kills it."""
    killed, seconds = timed(60, work)
    assert not killed
    return seconds


def timed(seconds: float, work: Callable[[], object]) -> tuple[bool, float]:
    """Do work in a child and kill it after some seconds; tell whether it was still at work, and how long that took.

    The seconds end with the work: a process that has much memory takes a while after it to be gone, and is not killed
    any more in that time.
    """
    reading, writing = os.pipe()
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            os.write(writing, struct.pack("d", time.perf_counter()))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        if not select.select([told], [], [], seconds)[0]:
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        done = told.read()
    if done:
        return False, struct.unpack("d", done)[0] - start
    assert os.WIFSIGNALED(status), "the work failed"
    return True, seconds


class Course:
    """The course of some work, which is cut short at random moments: the same parts of it in every run of the tests.

    A machine that others use too is quicker one moment than the next, so the length of the course is the shortest that
    was seen: a longer one would put the end of the work before most of the moments.
    """

    def __init__(self, work: Callable[[], object], seed: int) -> None:
        self._seconds = seconds_of(work)
        self._chance = random.Random(seed)  # noqa: S311  (moments, no secrets)
        self.killed = 0

    def trials(self, count: int) -> Iterator[int]:
        """Give the numbers of so many trials; of more where the work was killed in less than half, four times at most.

        A course that was first seen on a busy machine is measured too long, and its first moments come too late.
        """
        for number in range(4 * count):
            if number >= count and self.killed > count / 2:
                return
            yield number
        assert self.killed > count / 2, f"killed {self.killed} times in {4 * count}"

    def cut(self, work: Callable[[], object]) -> None:
        """Do work in a child and kill it somewhere in its course, where it is still at work."""
        moment = self._chance.uniform(0, 1.1) * self._seconds
        killed, seconds = timed(moment, work)
        self.killed += killed
        if not killed:
            self._seconds = min(self._seconds, seconds)


def moments(count: int, whole: float, seed: int) -> Iterator[float]:
    """Give random moments in the course of some work, the same in every run of the tests."""
    chance = random.Random(seed)  # noqa: S311  (moments, no secrets)
    return (chance.uniform(0, whole) for _ in range(count))
