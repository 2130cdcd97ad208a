"""The address of a letter, as far as it is on file."""

from msgspec import Struct


class PostalAddress(Struct, frozen=True):
    """The address of a letter: street and number (or post box), postcode, town; None is not on file."""

    address: str | None = None
    postcode: str | None = None
    place: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines under the name, as far as on file."""
        return tuple(filter(None, (self.address, " ".join(filter(None, (self.postcode, self.place))))))
