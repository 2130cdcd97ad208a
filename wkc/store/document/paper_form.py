"""Forms printed to be signed: their numbers, what is filled in (sealed), and when they were signed (AVG 7.1)."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.paper_form import FormKind, FormSignature, NewPaperForm, PaperForm
from wkc.store.dossier.client import Window
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("document/paper_form")
_CONTENT = "form.content"


def add(store: Store, new: NewPaperForm, at: datetime, by: str) -> PaperForm:
    """Write a form down under the next number of the year; what is filled in is sealed for its client."""
    uuid = store.new_uuid()
    number = f"F{at.year}-{store.one(_Q.next_number, year=at.year)['last']:04d}"
    sealed = store.seal(new.content, new.client.uuid, uuid, _CONTENT) if new.client else None
    row = store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=number,
        kind=new.kind,
        version=new.version,
        client=new.client.id if new.client else None,
        user_id=new.user_id,
        sealed=sealed,
        at=stamp(at),
        by=by,
    )
    return _those(store, [row])[0]


def page(store: Store, window: Window) -> tuple[PaperForm, ...]:
    """Give a page of forms, newest first: of everybody, or of one caseload."""
    rows = store.all(_Q.page, coach=window.coach, most=window.most, skip=window.skip)
    return _those(store, [row["id"] for row in rows])


def list_open(store: Store, client: Client | None, window: Window) -> tuple[PaperForm, ...]:
    """Give the forms that wait for a signature or for its paper, newest first: of one client or of all."""
    rows = store.all(_Q.open, client=client and client.id, coach=window.coach, most=window.most)
    return _those(store, [row["id"] for row in rows])


def of_client(store: Store, client: Client) -> tuple[PaperForm, ...]:
    """Give the forms of one client, newest first."""
    return _those(store, [row["id"] for row in store.all(_Q.of_client, client=client.id)])


def by_number(store: Store, number: str) -> PaperForm | None:
    """Give the form with a number, if there is one."""
    return next(iter(_those(store, [row["id"] for row in store.all(_Q.numbered, number=number)])), None)


def sign(store: Store, form: PaperForm, on: date, made: UUID | None, by: str) -> bool:
    """Write down that a form was signed, and the consent or mandate that it made; False when it was already."""
    octets = made.bytes if made else None
    return store.run(_Q.sign, id=form.id, on_date=on.isoformat(), made=octets, by=by) == 1


def paper_of(store: Store, form: PaperForm) -> int | None:
    """Give the number of the document that is the signed paper of a form; None where none is on file."""
    row = store.one(_Q.paper_of, id=form.id)
    return None if row is None else int(row["number"])


def count_unkept(store: Store, coach: str | None) -> Iterator[tuple[str, date, int]]:
    """Give by client since when how many signed forms have no paper on file; of one caseload, or all."""
    for row in store.all(_Q.unkept, coach=coach):
        yield row["client_number"], date.fromisoformat(row["since_on"]), row["forms"]


def signatures(store: Store, client: Client) -> tuple[FormSignature, ...]:
    """Give the signatures under what a client granted, and whether their paper is kept."""
    rows = store.all(_Q.signatures, client=client.id)
    return tuple(
        FormSignature(UUID(bytes=row["made"]), row["number"], row["document"] is not None, row["document"])
        for row in rows
    )


def _those(store: Store, ids: Sequence[int]) -> tuple[PaperForm, ...]:
    return tuple(_form(store, row) for row in store.all(_Q.those, ids=json.dumps(ids)))


def _form(store: Store, row: Any) -> PaperForm:
    uuid = UUID(bytes=row["uuid"])
    owner = None if row["client_uuid"] is None else UUID(bytes=row["client_uuid"])
    return PaperForm(
        row["id"],
        uuid,
        row["number"],
        FormKind(row["kind"]),
        row["version"],
        row["client_number"],
        row["user_id"],
        None if owner is None else store.open(row["sealed_content"], owner, uuid, _CONTENT),
        moment(row["recorded_at"]),
        row["recorded_by"],
        day_or_none(row["signed_on"]),
        None if row["made"] is None else UUID(bytes=row["made"]),
    )
