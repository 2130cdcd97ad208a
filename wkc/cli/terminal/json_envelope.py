"""Records as JSON: snake_case keys, ISO dates, uuids as text, bytes as hex; rowids stay inside.

A field whose key scripts knew under an older name keeps it by the `rename` of its class.
"""

import json
import re
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field

_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that JSON may hold as they are and that steer a terminal: DEL, the C1 controls, the marks of direction."""


def write(envelope: object, *, ascii_only: bool) -> str:
    """Write an envelope on one line; what would steer a terminal that shows it stands as an escape (RFC 8259 7)."""
    text = json.dumps(envelope, ensure_ascii=ascii_only, default=plain)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


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
