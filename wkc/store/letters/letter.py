"""Letters: their numbers, their sealed papers, the day they went out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec import Struct

from wkc.records.breach import Breach
from wkc.records.dossier import Client
from wkc.records.letter import Letter, LetterKind
from wkc.records.party import Party
from wkc.records.request import Request
from wkc.store.dossier.client import Window
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("letters/letter")
_FIELD, _VOID = "letter.pdf", "letter.void"


class Paper(Struct, frozen=True):
    """A letter as it was set: its number, kind, client, request or breach, the PDF, its SHA-256 and its day.

    `party` is the one that a letter on a breach goes to, where it goes to one.
    """

    number: str
    kind: LetterKind
    client: Client | None
    request: Request | None
    pdf: bytes
    sha256: str
    sent_on: date | None
    dated_on: date
    breach: Breach | None = None
    party: Party | None = None


def next_number(store: Store, on: date) -> str:
    """Give the next number of a year, `B2026-0001`."""
    return f"B{on.year}-{store.one(_Q.next_number, year=on.year)['last']:04d}"


def add(store: Store, paper: Paper, at: datetime, by: str) -> Letter:
    """Keep a letter, its PDF sealed: for the client it is about, else for itself alone."""
    uuid = store.new_uuid()
    owner = paper.client.uuid if paper.client else uuid
    row = store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=paper.number,
        kind=paper.kind,
        client=paper.client.id if paper.client else None,
        request=paper.request.id if paper.request else None,
        sealed=store.seal_octets(paper.pdf, owner, uuid, _FIELD),
        sha256=bytes.fromhex(paper.sha256),
        sent_on=paper.sent_on.isoformat() if paper.sent_on else None,
        dated_on=paper.dated_on.isoformat(),
        breach=paper.breach.id if paper.breach else None,
        party=paper.party.id if paper.party else None,
        at=stamp(at),
        by=by,
    )
    dossier = paper.client.number if paper.client else None
    asked = paper.request.number if paper.request else None
    return Letter(
        row,
        uuid,
        paper.number,
        paper.kind,
        dossier,
        asked,
        paper.sha256,
        paper.sent_on,
        at,
        by,
        paper.dated_on,
        breach=paper.breach.number if paper.breach else None,
        party=paper.party.name if paper.party else None,
    )


def put_sent(store: Store, letter: Letter, on: date) -> bool:
    """Write down that a letter went out; False when that was written down already."""
    return store.run(_Q.sent, letter=letter.id, on=on.isoformat()) > 0


def redraw(store: Store, letter: Letter, client: Client | None, pdf: bytes, sha256: str, dated_on: date) -> None:
    """Keep a letter that was not sent with another day on it, in place of the paper before."""
    owner = client.uuid if client else letter.uuid
    sealed = store.seal_octets(pdf, owner, letter.uuid, _FIELD)
    digest = bytes.fromhex(sha256)
    store.run(_Q.redraw, letter=letter.id, sealed=sealed, sha256=digest, dated_on=dated_on.isoformat())


def put_printed(store: Store, letter: Letter, on: date) -> None:
    """Write down that a letter was printed."""
    store.run(_Q.printed, letter=letter.id, on=on.isoformat())


def void(store: Store, letter: Letter, client: Client | None, reason: str, on: date, by: str) -> bool:
    """Write down that a letter was a mistake of the office, with the sealed reason; False when it was so before."""
    owner = client.uuid if client else letter.uuid
    sealed = store.seal(reason, owner, letter.uuid, _VOID)
    return store.run(_Q.void, letter=letter.id, on=on.isoformat(), by=by, sealed=sealed) > 0


def waiting(
    store: Store,
    now: datetime,
    coach: str | None,
    most: int = -1,
    *,
    printed: bool = False,
    after: Letter | None = None,
) -> tuple[Letter, ...]:
    """Give the letters that are drawn up by now and not sent, oldest first: so many, of all or one caseload.

    With `printed` only those that were printed; with `after` those that come after one of them.
    """
    place = {"after_at": stamp(after.made_at) if after else "", "after_id": after.id if after else 0}
    rows = store.all(_Q.waiting, now=stamp(now), coach=coach, most=most, printed=printed, **place)
    return tuple(map(_letter, rows))


def page(store: Store, window: Window) -> tuple[Letter, ...]:
    """Give letters, newest first."""
    return tuple(map(_letter, store.all(_Q.page, **window._asdict())))


def of_client(store: Store, client: Client) -> tuple[Letter, ...]:
    """Give the letters about one client, oldest first."""
    return tuple(map(_letter, store.all(_Q.of_client, client=client.id)))


def of_request(store: Store, request: Request) -> tuple[Letter, ...]:
    """Give the letters on one request, oldest first."""
    return tuple(map(_letter, store.all(_Q.of_request, request=request.id)))


def of_breach(store: Store, breach: Breach) -> tuple[Letter, ...]:
    """Give the letters on one breach, oldest first."""
    return tuple(map(_letter, store.all(_Q.of_breach, breach=breach.id)))


def by_number(store: Store, number: str) -> Letter | None:
    """Give the letter with this number."""
    row = store.one(_Q.by_number, number=number)
    return None if row is None else _letter(row)


def link(store: Store, letter: Letter, client: Client) -> None:
    """Put a letter that was about nobody on file into a dossier; the caller may open it."""
    opened = pdf(store, letter, None)
    if opened is not None:
        sealed = store.seal_octets(opened, client.uuid, letter.uuid, _FIELD)
        store.run(_Q.link, letter=letter.id, client=client.id, sealed=sealed)


def forget(store: Store, request: Request) -> None:
    """Take away the letters to somebody outside the register, whose name they bear."""
    store.run(_Q.forget, request=request.id)


def forget_breach(store: Store, breach: int) -> None:
    """Take away the letters to opdrachtgevers on a breach; those in dossiers stay, on no breach any more."""
    store.run(_Q.unbind, breach=breach)
    store.run(_Q.forget_breach, breach=breach)


def pdf(store: Store, letter: Letter, client: Client | None) -> bytes | None:
    """Open the paper of a letter; None where this user may not, and for one whose paper was removed."""
    owner = client.uuid if client else letter.uuid
    sealed = store.one(_Q.pdf, letter=letter.id)["sealed_pdf"]
    return None if sealed is None else store.open_octets(sealed, owner, letter.uuid, _FIELD)


def _letter(row: Any) -> Letter:
    return Letter(
        row["id"],
        UUID(bytes=row["uuid"]),
        row["number"],
        LetterKind(row["kind"]),
        row["client_number"],
        row["request_number"],
        row["sha256"].hex(),
        day_or_none(row["sent_on"]),
        moment(row["recorded_at"]),
        row["recorded_by"],
        day_or_none(row["dated_on"]),
        day_or_none(row["printed_on"]),
        day_or_none(row["voided_on"]),
        row["breach_number"],
        row["party_name"],
        day_or_none(row["removed_on"]),
    )
