"""The elements of every paper that is data too: its base, a code with its meaning, days, the end of the log."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Moment = Annotated[datetime, Meta(tz=True, description="Tijdstip in UTC (ISO 8601).")]
Day = Annotated[date, Meta(description="Dag (ISO 8601), gerekend in Nederland.")]


class Part(Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Een deel van de kopie."""


class Begrip(Part, frozen=True):
    """Een code uit de registratie, met wat die betekent."""

    code: str
    omschrijving: str


class Auditlog(Part, frozen=True):
    """De laatste regel van het logboek toen de kopie gemaakt werd: hiermee is zij later te controleren."""

    nummer: Annotated[int, Meta(ge=0)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{4}( [0-9a-f]{4})*$", description="In groepjes van vier.")]


def as_json(document: Part) -> bytes:
    """Write a document as JSON: UTF-8, indented by two, ended by a line end; the same document, the same bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def word(code: str, table: Mapping[str, str]) -> Begrip:
    """Give a code with its meaning; one that is not in the table is its own."""
    return Begrip(code=code, omschrijving=table.get(code, code))


def word_or_none(code: str | None, table: Mapping[str, str]) -> Begrip | None:
    """Give a code with its meaning, where there is one."""
    return None if code is None else word(code, table)
