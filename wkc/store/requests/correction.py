"""Corrections (art. 12): what requests ask to change, what was decided and done, and who is notified (AVG 19)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from msgspec import Struct

from wkc.records.correction import DOCUMENT, PriorRecipient, Proposal
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.mistake import Mistake, MistakeNoun
from wkc.records.request import Request
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, moment_or_none, stamp

if TYPE_CHECKING:
    from wkc.records.disclosure import Disclosure
    from wkc.records.letter import Letter

_Q = queries("requests/correction")
_VALUE, _LIFTED = "correction.value", "correction.lifted"


class NewProposal(Struct, frozen=True):
    """One change before it is on file: of which entry, document or other row, None for one that is missing; to what.

    `value` is None for what is removed or restricted; of a document it is the number of the one that takes its place.
    """

    entry: UUID | None
    field: Field | None
    why: str
    grondslag: str | None
    value: str | None
    is_document: bool = False
    noun: MistakeNoun = MistakeNoun.GEGEVEN
    row_on: date | None = None


class UnnamedRow(Struct, frozen=True):
    """A row that is neither entry nor document, changed by a request of a kind, which the ledger does not name yet."""

    uuid: UUID
    noun: MistakeNoun
    kind: str


def add(store: Store, client: Client, request: Request, proposal: NewProposal, at: datetime, by: str) -> None:
    """Write down one change that a request asks for; the proposed value is sealed, of whatever class."""
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        client=client.id,
        request=request.id,
        entry=None if proposal.entry is None else proposal.entry.bytes,
        is_document=proposal.is_document,
        field=proposal.field.code if proposal.field else None,
        why=proposal.why,
        grondslag=proposal.grondslag,
        sealed=store.seal(proposal.value, client.uuid, uuid, _VALUE),
        at=stamp(at),
        by=by,
        noun=proposal.noun.value,
        row_on=proposal.row_on.isoformat() if proposal.row_on else None,
    )


def of_request(store: Store, request: Request, fields: Mapping[str, Field]) -> tuple[Proposal, ...]:
    """Give what one request asks to change, in the order of writing down."""
    rows = store.all(_Q.of_request, request=request.id)
    return tuple(_make_proposal(store, request.subject, fields, row) for row in rows)


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Proposal, ...]:
    """Give what all requests of one client ask to change."""
    return tuple(_make_proposal(store, client.uuid, fields, row) for row in store.all(_Q.of_client, client=client.id))


def drop(store: Store, proposal: Proposal) -> None:
    """Delete one change that was written down by mistake."""
    store.run(_Q.drop, uuid=proposal.uuid.bytes)


def find_typist(store: Store, proposal: Proposal) -> tuple[str, datetime]:
    """Find who wrote a change down, and when."""
    row = store.one(_Q.typist, uuid=proposal.uuid.bytes)
    return row["recorded_by"], moment(row["recorded_at"])


def decide(store: Store, proposal: Proposal, *, granted: bool) -> None:
    """Write down the decision on one change."""
    store.run(_Q.decide, uuid=proposal.uuid.bytes, granted=granted)


def apply(store: Store, proposal: Proposal, at: datetime, by: str) -> None:
    """Write down that a change is applied; its value is kept here no longer."""
    store.run(_Q.apply, uuid=proposal.uuid.bytes, at=stamp(at), by=by)


def set_entry_aside(store: Store, client: Client, uuid: UUID, at: datetime, by: str) -> None:
    """Take a value out: it is shown nowhere from now on, and deleted when the ledger names it."""
    store.run(_Q.set_entry_aside, client=client.id, uuid=uuid.bytes, at=stamp(at), by=by)


def set_document_aside(store: Store, uuid: UUID, at: datetime) -> None:
    """Take a document out: it is shown nowhere from now on, and deleted when the ledger names it."""
    store.run(_Q.set_document_aside, uuid=uuid.bytes, at=stamp(at))


def set_aside_now(store: Store) -> tuple[UUID, ...]:
    """Give the values and documents that were taken out and are not deleted yet."""
    return tuple(UUID(bytes=row["uuid"]) for row in store.all(_Q.set_aside_now))


def is_set_aside(store: Store, uuid: UUID) -> bool:
    """Tell whether a value or a document was taken out and is not deleted yet."""
    return store.one(_Q.is_set_aside, uuid=uuid.bytes) is not None


def list_unnamed(store: Store) -> tuple[UnnamedRow, ...]:
    """Give the rows that are no entries, changed under art. 12, which the ledger does not name yet."""
    return tuple(
        UnnamedRow(UUID(bytes=row["entry"]), MistakeNoun(row["noun"]), row["request_kind"])
        for row in store.all(_Q.unnamed)
    )


def set_named(store: Store, row: UUID, at: datetime) -> bool:
    """Write down that the ledger names a row; False for one that did not wait for it."""
    return store.run(_Q.set_named, entry=row.bytes, at=stamp(at)) > 0


def is_asked(store: Store, row: UUID) -> bool:
    """Tell whether an open request asks to change a row of a dossier."""
    return store.one(_Q.asked, entry=row.bytes) is not None


def list_restricted(store: Store, client: Client) -> tuple[UUID, ...]:
    """Give the uuid of each value and document of a client that is restricted (AVG 18), also where it is sealed."""
    return tuple(UUID(bytes=row["uuid"]) for row in store.all(_Q.restricted, client=client.id))


def lift(
    store: Store, request: Request, proposal: Proposal, notified_on: date, reasons: str, at: datetime, by: str
) -> None:
    """End a restriction, of which the client was notified on a day, for sealed reasons."""
    sealed = store.seal(reasons, request.subject, proposal.uuid, _LIFTED)
    store.run(_Q.lift, uuid=proposal.uuid.bytes, told_on=notified_on.isoformat(), at=stamp(at), by=by, sealed=sealed)


def add_recipient(
    store: Store, cause: Request | Mistake, disclosure: Disclosure, letter: Letter, about: Sequence[str], since: date
) -> None:
    """Put the recipient of a disclosure down for a letter about a change at a request, or a mistake of the office.

    `about` has the codes of fields; of what is no gegeven its kind and day, such as `contact 2026-03-03`, of a document
    its kind and the code of its field, such as `document scholing`.
    """
    store.insert(
        _Q.add_recipient,
        client=disclosure.client.id,
        request=cause.id if isinstance(cause, Request) else None,
        mistake=None if isinstance(cause, Request) else cause.uuid.bytes,
        disclosure=disclosure.id,
        letter=letter.id,
        fields=",".join(about),
        since_on=since.isoformat(),
    )


def list_recipients_of_request(
    store: Store, request: Request, fields: Mapping[str, Field]
) -> tuple[PriorRecipient, ...]:
    """Give the recipients who are notified of the changes of one request."""
    return tuple(_make_to_tell(fields, row) for row in store.all(_Q.recipients_of_request, request=request.id))


def list_recipients_of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[PriorRecipient, ...]:
    """Give the recipients who are notified of changes of one client."""
    return tuple(_make_to_tell(fields, row) for row in store.all(_Q.recipients_of_client, client=client.id))


def find_recipient_of_letter(store: Store, letter: Letter, fields: Mapping[str, Field]) -> PriorRecipient | None:
    """Give the recipient whom a letter notifies; None for a letter about something else."""
    row = store.one(_Q.recipient_by_letter, letter=letter.id)
    return None if row is None else _make_to_tell(fields, row)


def mark_notified(store: Store, letter: str, on: date) -> bool:
    """Write down that a letter to an earlier recipient was sent; False when that was written down already."""
    return store.run(_Q.mark_notified, letter=letter, on=on.isoformat()) > 0


def waiting(store: Store, coach: str | None) -> Iterator[tuple[date, int, str]]:
    """Give by request, or by dossier of mistakes, since when how many letters to earlier recipients wait.

    Of one caseload, or of all.
    """
    for row in store.all(_Q.waiting, coach=coach):
        yield date.fromisoformat(row["since_on"]), row["letters"], row["subject"]


def _make_proposal(store: Store, client: UUID, fields: Mapping[str, Field], row: Any) -> Proposal:
    uuid = UUID(bytes=row["uuid"])
    return Proposal(
        row["number"],
        uuid,
        row["request_number"],
        row["request_kind"],
        None if row["entry"] is None else UUID(bytes=row["entry"]),
        fields[row["field"]] if row["field"] else None,
        row["why"],
        row["grondslag"],
        row["sealed_value"] is not None,
        store.open(row["sealed_value"], client, uuid, _VALUE),
        None if row["granted"] is None else bool(row["granted"]),
        moment(row["recorded_at"]),
        row["recorded_by"],
        moment_or_none(row["applied_at"]),
        day_or_none(row["told_on"]),
        moment_or_none(row["lifted_at"]),
        store.open(row["sealed_lifted"], client, uuid, _LIFTED),
        bool(row["is_document"]),
        MistakeNoun(row["noun"]),
        day_or_none(row["row_on"]),
    )


def _make_to_tell(fields: Mapping[str, Field], row: Any) -> PriorRecipient:
    about = row["fields"].split(",")
    papers = [code.removeprefix(DOCUMENT) for code in about if code.startswith(DOCUMENT)]
    values = [code for code in about if code in fields]
    return PriorRecipient(
        row["request_number"],
        UUID(bytes=row["disclosure_uuid"]),
        row["party_name"],
        tuple(fields[code] for code in (*values, *papers)),
        date.fromisoformat(row["on_date"]),
        row["letter_number"],
        date.fromisoformat(row["since_on"]),
        day_or_none(row["told_on"]),
        day_or_none(row["impossible_on"]),
        None if row["mistake_uuid"] is None else UUID(bytes=row["mistake_uuid"]),
        tuple(code for code in about if code not in fields),
    )
