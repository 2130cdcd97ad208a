"""Art. 10 and 12: until which day a backup still holds what was removed from the register (VAULT 7)."""

from datetime import date, datetime, timedelta

from wkc.procedures.core.clock import day
from wkc.procedures.core.settings import in_force
from wkc.store.operations import backup as backups
from wkc.store.store import Store


def find_last_day(store: Store, removed_at: datetime) -> date | None:
    """Give the last day of the last backup that is older than a removal; None where there is none."""
    older = [backup.at for backup in backups.list_kept(store) if backup.at <= removed_at]
    return day(max(older)) + timedelta(days=int(in_force(store)["backup.keep_days"])) if older else None
