"""The days on which unattended work was done last: the run, a check of a backup (art. 10 and 14.2)."""

from datetime import datetime

from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("operations/upkeep")


def put_done(store: Store, name: str, at: datetime) -> None:
    """Write down that a piece of work was done: a name of `rules/regulation/upkeep.py`."""
    store.run(_Q.done, name=name, at=stamp(at))


def last(store: Store, name: str) -> datetime | None:
    """Give the instant at which a piece of work was done last; None when it never was."""
    row = store.one(_Q.last, name=name)
    return None if row is None else moment(row["at"])


def find_beginning(store: Store) -> datetime:
    """Give the instant at which the register was made."""
    return moment(store.one(_Q.created)["created_at"])
