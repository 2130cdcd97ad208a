"""The dataclass of the records: the library's, made in two thirds of the time.

For each class the library compiles six functions, and at the start of a command, with forty classes, that takes as long
as reading a dossier does. Equality, hash and text are shared here; all else is the library's.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a dataclass of a class."""

        def made(bare: type) -> type:
            record: Any = dataclasses.dataclass(eq=False, repr=False, **options)(bare)
            record.__eq__, record.__hash__, record.__repr__ = _equal, _hash, _text
            return record

        return made


def _values(record: Any) -> tuple[object, ...]:
    return tuple([getattr(record, name) for name in record.__match_args__])


def _equal(record: Any, other: Any) -> Any:
    return _values(record) == _values(other) if other.__class__ is record.__class__ else NotImplemented


def _hash(record: Any) -> int:
    return hash(_values(record))


def _text(record: Any) -> str:
    shown = (f"{field.name}={getattr(record, field.name)!r}" for field in dataclasses.fields(record) if field.repr)
    return f"{record.__class__.__qualname__}({', '.join(shown)})"


__all__ = ["dataclass"]
