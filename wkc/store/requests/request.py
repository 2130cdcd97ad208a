"""Requests (art. 11 and 12): as they come in, each step after, and the ways to list them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.request import (
    Decision,
    Extension,
    NewRequest,
    ProofOfIdentity,
    Request,
    Requester,
    RequestKind,
    RequestState,
    Ruling,
)
from wkc.records.rights import Mandate
from wkc.store.dossier import client as clients
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier.client import Window
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("requests/request")
NAME, _WORDS, _EXTENSION, REASONS = "request.name", "request.words", "request.extension", "request.reasons"
_VOID = "request.void"
_FORGOTTEN = "(vergeten: de beroepstermijn is voorbij)"


def add(store: Store, request: NewRequest, at: datetime, today: date, by: str) -> str:
    """Write a request down under the next number of the year, and give that."""
    uuid = store.new_uuid()
    subject = request.client.uuid if request.client else uuid
    number = next_number(store, today.year)
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=number,
        client=request.client.id if request.client else None,
        kind=request.kind,
        received_on=request.received_on.isoformat(),
        oral=int(request.oral),
        requester=request.requester,
        mandate=request.mandate.id if request.mandate else None,
        shown_on=_iso(request.shown_on),
        sealed_name=store.seal(request.name, subject, uuid, NAME),
        sealed_words=store.seal(request.words, subject, uuid, _WORDS),
        asker=request.asker,
        at=stamp(at),
        by=by,
    )
    return number


def next_number(store: Store, year: int) -> str:
    """Take the next number of a year, which is given out once."""
    return f"V{year}-{store.one(_Q.next_number, year=year)['last']:04d}"


def by_number(store: Store, number: str) -> Request | None:
    """Give the request with this number."""
    row = store.one(_Q.by_number, number=number)
    return None if row is None else _request(store, row)


def of_client(store: Store, client: Client) -> tuple[Request, ...]:
    """Give the requests of one client, oldest first."""
    return tuple(_request(store, row) for row in store.all(_Q.of_client, client=client.id))


def open_ones(store: Store, today: date, window: Window) -> Iterator[Request]:
    """Give requests that wait for an answer or for what follows from it, oldest first."""
    rows = store.all(_Q.open, today=today.isoformat(), **window._asdict())
    return (_request(store, row) for row in rows)


def page(store: Store, window: Window) -> tuple[Request, ...]:
    """Give all requests, the last that came in first."""
    return tuple(_request(store, row) for row in store.all(_Q.page, **window._asdict()))


def ask_identity(store: Store, request: Request, on: date) -> None:
    """Write down that proof of identity was asked for, or asked for again."""
    store.run(_Q.ask if request.asked_on is None else _Q.remind, id=request.id, on_date=on.isoformat())


def identify(
    store: Store, request: Request, identity: ProofOfIdentity, mandate: Mandate | None, shown_on: date | None
) -> None:
    """Write down how the identity of the requester was verified, and by which mandate they ask."""
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
        sealed=store.seal(ruling.reasons, request.subject, request.uuid, REASONS),
    )
    for category, entry in ruling.left_out:
        store.insert(_Q.omit, request=request.id, category=category, entry=_octets(entry))


def mark_answer_sent(store: Store, request: Request, on: date) -> None:
    """Write down that the answer was sent."""
    store.run(_Q.put_sent, id=request.id, on_date=on.isoformat())


def mark_answer_received(store: Store, request: Request, on: date) -> None:
    """Write down that the answer was received."""
    store.run(_Q.put_received, id=request.id, on_date=on.isoformat())


def carry_out(store: Store, request: Request, on: date) -> None:
    """Write down that what was granted is done."""
    store.run(_Q.carry_out, id=request.id, on_date=on.isoformat())


def kept_back(store: Store) -> tuple[Request, ...]:
    """Give the removals that were granted in part or whole, or refused for a duty, and answered, and not wholly done.

    Of their clients a hold is or was on file.
    """
    return tuple(_request(store, row) for row in store.all(_Q.kept_back))


def list_refused_whole(store: Store) -> tuple[Request, ...]:
    """Give the removals of whole dossiers that were refused for a duty and answered, of clients with a hold on file."""
    return tuple(_request(store, row) for row in store.all(_Q.refused_whole))


def reopen(store: Store, request: Request) -> None:
    """Let a request that was carried out be open again: more of it was done since, and its copy is still to go."""
    store.run(_Q.reopen, id=request.id)


def withdraw(store: Store, request: Request, on: date) -> None:
    """Write down that the requester withdrew the request."""
    store.run(_Q.withdraw, id=request.id, on_date=on.isoformat())


def void(store: Store, request: Request, reason: str, on: date, by: str) -> None:
    """Write down that a request was a mistake of the office; the name and the words that came with it go."""
    sealed = store.seal(reason, request.subject, request.uuid, _VOID)
    store.run(_Q.void, id=request.id, on_date=on.isoformat(), by=by, sealed=sealed)


def join(store: Store, later: Request, earlier: Request, on: date) -> None:
    """Write down that a request joined an earlier one."""
    store.run(_Q.join, id=later.id, earlier=earlier.id, on_date=on.isoformat())


def list_joined(store: Store, request: Request) -> tuple[tuple[str, date], ...]:
    """Give the numbers of the requests that joined one, each with the day on which it came."""
    rows = store.all(_Q.joined, id=request.id)
    return tuple((row["number"], date.fromisoformat(row["received_on"])) for row in rows)


def joins(store: Store, request: Request) -> str | None:
    """Give the number of the request that one joined."""
    row = store.one(_Q.joins, id=request.id)
    return None if row is None else row["number"]


def list_named(store: Store, today: date) -> tuple[Request, ...]:
    """Give the requests of people outside the register whose name is still kept."""
    return tuple(_request(store, row) for row in store.all(_Q.named, today=today.isoformat()))


def link(store: Store, request: Request, client: Client) -> None:
    """Put a request from outside the register into a dossier; what is sealed with it is sealed for the client."""
    extension = request.extension.reasons if request.extension else None
    store.run(
        _Q.link,
        id=request.id,
        client=client.id,
        words=store.seal(request.words, client.uuid, request.uuid, _WORDS),
        extension=store.seal(extension, client.uuid, request.uuid, _EXTENSION),
    )


def forget_name(store: Store, request: Request) -> None:
    """Take all that identifies the requester out of a request from outside the register.

    Free text may name anybody; a fixed text takes its place, for a refusal without reasons is none.
    """
    extension, reasons = (
        store.seal(_FORGOTTEN if is_written else None, request.subject, request.uuid, field)
        for is_written, field in (
            (request.extension is not None, _EXTENSION),
            (request.ruling is not None and request.ruling.has_reasons, REASONS),
        )
    )
    store.run(_Q.forget_name, id=request.id, extension=extension, reasons=reasons)


def _request(store: Store, row: Any) -> Request:
    client = None if row["client"] is None else clients.of_row(row)
    uuid = UUID(bytes=row["uuid"])
    subject = client.uuid if client else uuid
    return Request(
        id=row["id"],
        uuid=uuid,
        number=row["number"],
        client=client,
        has_name=row["sealed_name"] is not None,
        name=store.open(row["sealed_name"], subject, uuid, NAME),
        kind=RequestKind(row["kind"]),
        received_on=date.fromisoformat(row["received_on"]),
        oral=bool(row["opgetekend"]),
        requester=Requester(row["requester"]),
        mandate=_mandate(store, client, row["mandate"]),
        shown_on=day_or_none(row["shown_on"]),
        has_words=row["sealed_words"] is not None,
        words=store.open(row["sealed_words"], subject, uuid, _WORDS),
        state=RequestState.VERGISSING if row["voided_by"] else RequestState(row["state"]),
        asked_on=day_or_none(row["asked_on"]),
        reminded_on=day_or_none(row["reminded_on"]),
        identity=_identity(row),
        extension=_extension(row, store.open(row["sealed_extension"], subject, uuid, _EXTENSION)),
        ruling=_ruling(store, row, store.open(row["sealed_reasons"], subject, uuid, REASONS)),
        answer_sent_on=day_or_none(row["told_on"]),
        answer_received_on=day_or_none(row["answer_on"]),
        done_on=day_or_none(row["done_on"]),
        withdrawn_on=day_or_none(row["withdrawn_on"]),
        recorded_at=moment(row["recorded_at"]),
        recorded_by=row["recorded_by"],
        asker=row["asker"],
    )


def _mandate(store: Store, client: Client | None, identifier: int | None) -> Mandate | None:
    if client is None or identifier is None:
        return None
    return next(mandate for mandate in mandates.of_client(store, client) if mandate.id == identifier)


def _identity(row: Any) -> ProofOfIdentity | None:
    if row["identified_on"] is None or row["identified_by"] is None or row["method"] is None:
        return None
    on = date.fromisoformat(row["identified_on"])
    return ProofOfIdentity(row["method"], row["document"], row["last_characters"], on, row["identified_by"])


def _extension(row: Any, reasons: str | None) -> Extension | None:
    if row["extended_on"] is None or row["extension"] is None:
        return None
    return Extension(date.fromisoformat(row["extended_on"]), row["extension"], reasons)


def _ruling(store: Store, row: Any, reasons: str | None) -> Ruling | None:
    if row["decided_on"] is None or row["decided_by"] is None or row["decision"] is None:
        return None
    left_out = tuple(
        (omitted["category"], UUID(bytes=omitted["entry"]) if omitted["entry"] else None)
        for omitted in store.all(_Q.omissions, request=row["id"])
    )
    return Ruling(
        date.fromisoformat(row["decided_on"]),
        row["decided_by"],
        Decision(row["decision"]),
        row["refusal"],
        row["sealed_reasons"] is not None,
        reasons,
        left_out,
    )


def _octets(uuid: UUID | None) -> bytes | None:
    return uuid.bytes if uuid else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
