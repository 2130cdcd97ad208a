"""The audit lines that no action writes: of repairs, of a new vault, of failed sign-ins (VAULT §6)."""

from collections.abc import Mapping
from datetime import datetime

from wkc.records.audit import Head, Outcome
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.store.core import audit
from wkc.store.store import Store


def write_system(
    store: Store,
    at: datetime,
    user_id: str,
    action: str,
    details: Mapping[str, object],
    outcome: Outcome = Outcome.DONE,
) -> Head:
    """Write one signed line without a subject, under the action's own purpose; gives the new head."""
    return audit.write(store, at, user_id, action, PURPOSE_OF[action], None, outcome, details)
