"""Art. 12.1 and 12.4 (AVG 5.1.d): a kept letter from before a correction says what was changed since."""

from collections.abc import Iterable
from datetime import date, datetime

from wkc.records.letter import ChangedSince

CHANGED = {"verbetering": "verbeterd", "aanvulling": "aangevuld", "verwijdering": "verwijderd"}
"""The kinds of request after which a letter can hold what is no longer on file."""


def list_changed_since(
    made_at: datetime, applied: Iterable[tuple[str, str, datetime, date]]
) -> tuple[ChangedSince, ...]:
    """Give the fields that were changed after a letter was made, each once, by its last change.

    `applied` has of each change that was carried out the kind of its request, the label of the field, the moment and
    the day. A restriction leaves the value as it was, and the letter too.
    """
    changes: dict[str, ChangedSince] = {}
    for kind, label, at, on in sorted(applied, key=lambda change: change[2]):
        if kind in CHANGED and at >= made_at:
            changes[label] = ChangedSince(label, CHANGED[kind], on)
    return tuple(changes.values())
