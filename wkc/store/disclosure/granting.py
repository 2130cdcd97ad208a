"""The columns that consents and releases share: from when and by whose mandate they count, and their withdrawal."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.rights import Mandate, NewConsent, NewRelease
from wkc.store.store import Store, day_or_none, moment, moment_or_none, stamp


def columns(granted: NewConsent | NewRelease, at: datetime, by: str) -> dict[str, object]:
    """Give the shared columns of a row that is added."""
    return {
        "from_on": granted.from_on.isoformat(),
        "mandate": granted.mandate.id if granted.mandate else None,
        "at": stamp(at),
        "by": by,
    }


def fields(row: Any, mandates: Mapping[int, Mandate]) -> dict[str, Any]:
    """Give the shared fields of a record from its row, by the mandates of the client."""
    return {
        "from_on": date.fromisoformat(row["from_on"]),
        "mandate": mandates.get(row["mandate"]),
        "recorded_at": moment(row["recorded_at"]),
        "recorded_by": row["recorded_by"],
        "withdrawn_on": day_or_none(row["withdrawn_on"]),
        "withdrawn_at": moment_or_none(row["withdrawn_at"]),
        "withdrawn_by": row["withdrawn_by"],
    }


def withdraw(store: Store, query: str, client: Client, granted: UUID, on: date, at: datetime, by: str) -> bool:
    """Withdraw a consent or a release from a day on; False when there was none to withdraw."""
    changed = store.run(query, client=client.id, uuid=granted.bytes, on=on.isoformat(), at=stamp(at), by=by)
    return changed == 1
