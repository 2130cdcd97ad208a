"""Statements of disagreement about entries that were not changed (art. 12): sealed, one for an entry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from wkc.store.queries import queries
from wkc.store.store import Store, stamp

if TYPE_CHECKING:
    from wkc.records.request import Request

_Q = queries("dossier/dissent")

DISSENT = "dissent.text"
"""The place that the words are sealed for."""


def put(store: Store, request: Request, entry: UUID, text: str, at: datetime, by: str) -> None:
    """Keep the client's words with an entry, in the place of earlier ones."""
    uuid = store.new_uuid()
    store.run(_Q.forget, entry=entry.bytes)
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        request=request.id,
        entry=entry.bytes,
        sealed=store.seal(text, request.subject, uuid, DISSENT),
        at=stamp(at),
        by=by,
    )
