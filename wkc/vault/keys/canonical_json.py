"""Canonical JSON: one way to write a value, so that it can be hashed and signed; and reading it strictly."""

import base64
import binascii
import json
from collections.abc import Collection
from typing import NoReturn
from uuid import UUID


class Malformed(Exception):
    """Octets that are not of the expected form; it never leaves the vault."""


def dump(value: object) -> bytes:
    """Write a value with sorted keys, `,` and `:`, in ASCII."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return text.encode("ascii")


def load(content: bytes) -> object:
    """Read JSON; Malformed for all that two readers could read in two ways, fractions too."""
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_without_duplicates,
            parse_constant=_no_number,
            parse_float=_no_number,
        )
    except (ValueError, RecursionError):
        raise Malformed from None


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Malformed
    return value


def _no_number(_written: str) -> NoReturn:
    raise Malformed


def take_object(value: object, required: Collection[str], optional: Collection[str] = ()) -> dict[str, object]:
    """Take an object with exactly these keys."""
    if not isinstance(value, dict) or not set(required) <= set(value) <= {*required, *optional}:
        raise Malformed
    return value


def take_list(value: object) -> list[object]:
    """Take a list."""
    if not isinstance(value, list):
        raise Malformed
    return value


def take_text(value: object) -> str:
    """Take a string."""
    if not isinstance(value, str):
        raise Malformed
    return value


def take_int(value: object) -> int:
    """Take a whole number; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Malformed
    return value


def take_uuid(value: object) -> UUID:
    """Take a uuid in its one form: lower case, in five groups."""
    try:
        uuid = UUID(take_text(value))
    except ValueError:
        raise Malformed from None
    if str(uuid) != value:
        raise Malformed
    return uuid


def encode(octets: bytes) -> str:
    """Write octets in base64 (RFC 4648 4)."""
    return base64.b64encode(octets).decode("ascii")


def decode(value: object, length: int) -> bytes:
    """Take exactly so many octets, in the one base64 form that `encode` gives."""
    try:
        octets = base64.b64decode(take_text(value), validate=True)
    except (binascii.Error, ValueError):
        raise Malformed from None
    if len(octets) != length or encode(octets) != value:
        raise Malformed
    return octets
