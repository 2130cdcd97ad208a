"""The trees of the program, which go when the last test of the house is over: no other test needs them."""

from collections.abc import Iterator

import pytest

from tests.house.source import list_nodes


@pytest.fixture(scope="package", autouse=True)
def _forget_the_trees() -> Iterator[None]:
    yield
    list_nodes.cache_clear()
