"""Requests (art. 11 and 12): as they come in, each step after, and the ways to list them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.request import Decision, Extension, Identity, Request, Requester, RequestKind, RequestState, Ruling
from wkc.records.rights import Mandate
from wkc.store import mandate as mandates
from wkc.store.client import Window
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("request")
_NAME, _WORDS, _EXTENSION, _REASONS = "request.name", "request.words", "request.extension", "request.reasons"
_FORGOTTEN = "(vergeten: de beroepstermijn is voorbij)"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request before it has a number: `name` is of who is not in the register, `words` are the person's own."""

    client: Client | None
    kind: RequestKind
    received_on: date
    oral: bool
    requester: Requester
    mandate: Mandate | None
    shown_on: date | None
    name: str | None
    words: str | None


class _Row(NamedTuple):
    """The columns of table request, in its order."""

    id: int
    uuid: bytes
    number: str
    client: int | None
    kind: str
    received_on: str
    opgetekend: int
    requester: str
    mandate: int | None
    shown_on: str | None
    sealed_name: bytes | None
    sealed_words: bytes | None
    asked_on: str | None
    reminded_on: str | None
    identified_on: str | None
    identified_by: str | None
    method: str | None
    document: str | None
    last_characters: str | None
    extended_on: str | None
    extension: str | None
    sealed_extension: bytes | None
    decided_on: str | None
    decided_by: str | None
    decision: str | None
    refusal: str | None
    sealed_reasons: bytes | None
    told_on: str | None
    answer_on: str | None
    done_on: str | None
    withdrawn_on: str | None
    recorded_at: str
    recorded_by: str
    state: str
    ended: int


def add(store: Store, given: Incoming, at: datetime, today: date, by: str) -> str:
    """Write a request down under the next number of the year, and give that."""
    uuid = store.new_uuid(at)
    subject = given.client.uuid if given.client else uuid
    number = f"V{today.year}-{store.one(_Q.next_number, year=today.year)[0]:04d}"
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=number,
        client=given.client.id if given.client else None,
        kind=given.kind,
        received_on=given.received_on.isoformat(),
        oral=int(given.oral),
        requester=given.requester,
        mandate=given.mandate.id if given.mandate else None,
        shown_on=_iso(given.shown_on),
        sealed_name=store.seal(given.name, subject, uuid, _NAME),
        sealed_words=store.seal(given.words, subject, uuid, _WORDS),
        at=stamp(at),
        by=by,
    )
    return number


def by_number(store: Store, number: str) -> Request | None:
    """Give the request with this number."""
    row = store.one(_Q.by_number, number=number)
    return None if row is None else _request(store, row)


def of_client(store: Store, client: Client) -> tuple[Request, ...]:
    """Give the requests of one client, oldest first."""
    return tuple(_request(store, row) for row in store.all(_Q.of_client, client=client.id))


def open_ones(store: Store, today: date, window: Window) -> tuple[Request, ...]:
    """Give requests that wait for an answer or for what follows from it, oldest first."""
    rows = store.all(_Q.open, today=today.isoformat(), **window._asdict())
    return tuple(_request(store, row) for row in rows)


def page(store: Store, window: Window) -> tuple[Request, ...]:
    """Give all requests, the last that came in first."""
    return tuple(_request(store, row) for row in store.all(_Q.page, **window._asdict()))


def ask_identity(store: Store, request: Request, on: date) -> None:
    """Write down that proof of identity was asked for, or asked for again."""
    store.run(_Q.ask if request.asked_on is None else _Q.remind, id=request.id, on_date=on.isoformat())


def identify(
    store: Store, request: Request, identity: Identity, mandate: Mandate | None, shown_on: date | None
) -> None:
    """Write down how it was made sure who asks, and by which mandate."""
    store.run(
        _Q.identify,
        id=request.id,
        on_date=identity.on.isoformat(),
        by=identity.by,
        method=identity.method,
        document=identity.document,
        last=identity.last,
        mandate=mandate.id if mandate else None,
        shown_on=_iso(shown_on),
        requester=request.requester,
    )


def extend(store: Store, request: Request, extension: Extension) -> None:
    """Write down a notice of extension with its sealed reasons."""
    sealed = store.seal(extension.reasons, request.subject, request.uuid, _EXTENSION)
    store.run(_Q.extend, id=request.id, on_date=extension.on.isoformat(), code=extension.code, sealed=sealed)


def decide(store: Store, request: Request, ruling: Ruling) -> None:
    """Write down a decision with its sealed reasons, and what a partial copy is to be without."""
    store.run(
        _Q.decide,
        id=request.id,
        on_date=ruling.on.isoformat(),
        by=ruling.by,
        decision=ruling.decision,
        refusal=ruling.refusal,
        sealed=store.seal(ruling.reasons, request.subject, request.uuid, _REASONS),
    )
    for category, entry in ruling.left_out:
        store.insert(_Q.omit, request=request.id, category=category, entry=_octets(entry))


def tell(store: Store, request: Request, on: date) -> None:
    """Write down that the answer was sent."""
    store.run(_Q.tell, id=request.id, on_date=on.isoformat())


def answer(store: Store, request: Request, on: date) -> None:
    """Write down that the answer was received."""
    store.run(_Q.answer, id=request.id, on_date=on.isoformat())


def carry_out(store: Store, request: Request, on: date) -> None:
    """Write down that what was granted is done."""
    store.run(_Q.carry_out, id=request.id, on_date=on.isoformat())


def withdraw(store: Store, request: Request, on: date) -> None:
    """Write down that who asked asks no longer."""
    store.run(_Q.withdraw, id=request.id, on_date=on.isoformat())


def named(store: Store, today: date) -> tuple[Request, ...]:
    """Give the requests of people outside the register whose name is still kept."""
    return tuple(_request(store, row) for row in store.all(_Q.named, today=today.isoformat()))


def forget_name(store: Store, request: Request) -> None:
    """Take out of a request of somebody outside the register all that tells who it was.

    Free text may name anybody: in its place comes that it is gone, for a refusal has reasons or is none.
    """
    extension, reasons = (
        store.seal(_FORGOTTEN if there else None, request.subject, request.uuid, field)
        for there, field in (
            (request.extension is not None, _EXTENSION),
            (request.ruling is not None and request.ruling.has_reasons, _REASONS),
        )
    )
    store.run(_Q.forget_name, id=request.id, extension=extension, reasons=reasons)


def _request(store: Store, row: Any) -> Request:
    own = _Row(*row[5:])
    client = _client(row)
    uuid = UUID(bytes=own.uuid)
    subject = client.uuid if client else uuid
    return Request(
        id=own.id,
        uuid=uuid,
        number=own.number,
        client=client,
        has_name=own.sealed_name is not None,
        name=store.open(own.sealed_name, subject, uuid, _NAME),
        kind=RequestKind(own.kind),
        received_on=date.fromisoformat(own.received_on),
        oral=bool(own.opgetekend),
        requester=Requester(own.requester),
        mandate=_mandate(store, client, own.mandate),
        shown_on=day_or_none(own.shown_on),
        has_words=own.sealed_words is not None,
        words=store.open(own.sealed_words, subject, uuid, _WORDS),
        state=RequestState(own.state),
        asked_on=day_or_none(own.asked_on),
        reminded_on=day_or_none(own.reminded_on),
        identity=_identity(own),
        extension=_extension(own, store.open(own.sealed_extension, subject, uuid, _EXTENSION)),
        ruling=_ruling(store, own, store.open(own.sealed_reasons, subject, uuid, _REASONS)),
        told_on=day_or_none(own.told_on),
        answer_on=day_or_none(own.answer_on),
        done_on=day_or_none(own.done_on),
        withdrawn_on=day_or_none(own.withdrawn_on),
        recorded_at=moment(own.recorded_at),
        recorded_by=own.recorded_by,
    )


def _client(row: Any) -> Client | None:
    identifier, uuid, number, registered_on, coach = row[:5]
    if identifier is None:
        return None
    return Client(identifier, UUID(bytes=uuid), number, date.fromisoformat(registered_on), coach)


def _mandate(store: Store, client: Client | None, identifier: int | None) -> Mandate | None:
    if client is None or identifier is None:
        return None
    return next(mandate for mandate in mandates.of_client(store, client) if mandate.id == identifier)


def _identity(own: _Row) -> Identity | None:
    if own.identified_on is None or own.identified_by is None or own.method is None:
        return None
    on = date.fromisoformat(own.identified_on)
    return Identity(own.method, own.document, own.last_characters, on, own.identified_by)


def _extension(own: _Row, reasons: str | None) -> Extension | None:
    if own.extended_on is None or own.extension is None:
        return None
    return Extension(date.fromisoformat(own.extended_on), own.extension, reasons)


def _ruling(store: Store, own: _Row, reasons: str | None) -> Ruling | None:
    if own.decided_on is None or own.decided_by is None or own.decision is None:
        return None
    left_out = tuple(
        (category, UUID(bytes=entry) if entry else None) for category, entry in store.all(_Q.omissions, request=own.id)
    )
    return Ruling(
        date.fromisoformat(own.decided_on),
        own.decided_by,
        Decision(own.decision),
        own.refusal,
        own.sealed_reasons is not None,
        reasons,
        left_out,
    )


def _octets(uuid: UUID | None) -> bytes | None:
    return uuid.bytes if uuid else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
