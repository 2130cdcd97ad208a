"""The wait of this process for another command that holds the register: known to whoever shows a sign of life."""

from collections.abc import Iterator
from contextlib import contextmanager

_waits: list[None] = []


@contextmanager
def waiting() -> Iterator[None]:
    """Wait for another command within this block."""
    _waits.append(None)
    try:
        yield
    finally:
        _waits.pop()


def is_waiting() -> bool:
    """Tell whether this process waits for another command."""
    return bool(_waits)
