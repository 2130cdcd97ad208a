"""A portion of a part: how many faults at most, by which seed they are chosen, and which of the places it takes."""

import random
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

SEED = 21
"""The seed of the tests; the long command takes a new one each time, unless one is typed."""
Place = TypeVar("Place")


class Portion(NamedTuple):
    """One of `of` portions that together make `most` faults; the number of the first is 0."""

    most: int
    seed: int = SEED
    number: int = 0
    of: int = 1

    @property
    def chance(self) -> random.Random:
        """Make a source of chance that this portion has for itself."""
        return self.chance_of(self.number)

    def chance_of(self, *named: object) -> random.Random:
        """Make a source of chance that every portion has alike: the same for the same seed and names."""
        return random.Random(repr((self.seed, *named)))  # noqa: S311  (places and moments, no secrets)

    def take(self, places: Sequence[Place]) -> Sequence[Place]:
        """Take every `of`-th place: what no other portion takes."""
        return places[self.number :: self.of]

    def thin(self, places: Sequence[Place]) -> Sequence[Place]:
        """Leave about `most` places, evenly and from one that the seed says on, and take those of this portion."""
        step = max(1, len(places) // self.most)
        return self.take(places[self.seed % step :: step])


def spread(total: int, places: int, place: int) -> int:
    """Give how many of a total fall to a place, when it is spread over places as evenly as whole numbers allow."""
    return (place + 1) * total // places - place * total // places
