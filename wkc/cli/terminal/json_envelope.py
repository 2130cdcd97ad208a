"""Records as JSON: snake_case keys, ISO dates, uuids as text, bytes as hex; rowids stay inside.

A field whose key scripts knew under an older name keeps it by the `rename` of its class.
"""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field


def plain(value: object) -> object:
    """Give what `json.dumps` can go on with, for a value that it does not know (its `default`)."""
    if isinstance(value, Field):
        return value.code
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, Struct):
        named = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        return {key: getattr(value, name) for key, name in named if name != "id"}
    raise TypeError(type(value).__name__)
