"""Reviews (AVG 15.4): the marks of what a copy hides of others, sealed with the request that it answers."""

from datetime import datetime
from uuid import UUID

import msgspec

from wkc.records.request import Request
from wkc.records.review import Mark, Review
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("requests/review")
_MARKS = "review.marks"


def put(store: Store, request: Request, marks: tuple[Mark, ...], places: int, at: datetime, by: str) -> None:
    """Keep the marks of a request in the place of those before; they were not read once more."""
    uuid = store.new_uuid()
    written = msgspec.json.encode(marks).decode()
    sealed = store.seal(written, request.subject, uuid, _MARKS)
    store.run(_Q.drop, request=request.id)
    store.insert(_Q.add, uuid=uuid.bytes, request=request.id, sealed_marks=sealed, places=places, at=stamp(at), by=by)


def of_request(store: Store, request: Request) -> Review | None:
    """Give the review of the copy on a request, if there was one."""
    row = store.one(_Q.of_request, request=request.id)
    if row is None:
        return None
    uuid = UUID(bytes=row["uuid"])
    written = store.open(row["sealed_marks"], request.subject, uuid, _MARKS)
    return Review(
        uuid,
        None if written is None else msgspec.json.decode(written, type=tuple[Mark, ...]),
        row["places"],
        moment(row["reviewed_at"]),
        row["reviewed_by"],
        moment_or_none(row["read_at"]),
        row["read_by"],
    )


def read_again(store: Store, request: Request, at: datetime, by: str) -> None:
    """Write down that somebody read the review once more."""
    store.run(_Q.read_again, request=request.id, at=stamp(at), by=by)
