"""Looks outside the caseload: their sealed reasons, and whether the beheerder has looked at them."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.audit import BreakGlass
from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("core/break_glass")
_FIELD = "break_glass.reason"


def add(store: Store, client: Client, line: int, reason: str, at: datetime, by: str) -> None:
    """Keep the reason of a look, sealed, with the line that it left."""
    uuid = store.new_uuid()
    sealed = store.seal(reason, client.uuid, uuid, _FIELD)
    store.insert(_Q.add, uuid=uuid.bytes, client=client.id, line=line, sealed_reason=sealed, at=stamp(at), by=by)


def list_unreviewed(store: Store) -> tuple[BreakGlass, ...]:
    """Give the looks that wait for the beheerder, oldest first."""
    return tuple(
        BreakGlass(
            row["line"],
            row["client_number"],
            _reason(store, row, UUID(bytes=row["client_uuid"])),
            moment(row["at"]),
            row["by"],
        )
        for row in store.all(_Q.unreviewed)
    )


def review(store: Store, line: int, at: datetime, by: str) -> bool:
    """Take a look off the list; False when its line is not on it."""
    return store.run(_Q.review, line=line, at=stamp(at), by=by) > 0


def reasons(store: Store, client: Client) -> dict[int, str | None]:
    """Give the reasons under looks at one client, by the number of their line."""
    return {row["line"]: _reason(store, row, client.uuid) for row in store.all(_Q.of_client, client=client.id)}


class ReasonedLook(NamedTuple):
    """A look outside the caseload, without its reason; `line` is its number in the log."""

    uuid: UUID
    line: int
    at: datetime
    by: str


def list_of_client(store: Store, client: Client) -> tuple[ReasonedLook, ...]:
    """Give the looks at one client for a reason, oldest first."""
    rows = store.all(_Q.of_client, client=client.id)
    return tuple(ReasonedLook(UUID(bytes=row["uuid"]), row["line"], moment(row["at"]), row["by"]) for row in rows)


def _reason(store: Store, row: Any, client: UUID) -> str | None:
    return store.open(row["sealed_reason"], client, UUID(bytes=row["uuid"]), _FIELD)
