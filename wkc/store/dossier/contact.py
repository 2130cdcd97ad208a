"""Contact moments (art. 10): when, of which kind, and a sealed note."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from wkc.records.dossier import Client, Contact
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("dossier/contact")


def add(store: Store, client: Client, on: date, kind: str, note: str | None, at: datetime, by: str) -> UUID:
    """Write down a contact; the note is sealed."""
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        number=store.next_number("contact"),
        uuid=uuid.bytes,
        client=client.id,
        on_date=on.isoformat(),
        kind=kind,
        sealed=store.seal(note, client.uuid, uuid, "contact.note"),
        at=stamp(at),
        by=by,
    )
    return uuid


def withdraw(store: Store, client: Client, contact: UUID, reason: str, at: datetime, by: str) -> bool:
    """Let a contact count no longer, for a sealed reason; False when there was none to withdraw."""
    sealed = store.seal(reason, client.uuid, contact, "contact.reason")
    return store.run(_Q.withdraw, client=client.id, uuid=contact.bytes, at=stamp(at), by=by, sealed_reason=sealed) == 1


def of_client(store: Store, client: Client, restarts: Mapping[str, bool]) -> tuple[Contact, ...]:
    """Give the contacts of one client, oldest first, withdrawn ones too."""
    contacts = []
    for row in store.all(_Q.of_client, client=client.id):
        uuid = UUID(bytes=row["uuid"])
        contacts.append(
            Contact(
                row["number"],
                uuid,
                date.fromisoformat(row["on_date"]),
                row["kind"],
                restarts[row["kind"]],
                row["sealed"] is not None,
                store.open(row["sealed"], client.uuid, uuid, "contact.note"),
                moment(row["recorded_at"]),
                row["recorded_by"],
                moment_or_none(row["withdrawn_at"]),
                row["withdrawn_by"],
                store.open(row["sealed_reason"], client.uuid, uuid, "contact.reason"),
            )
        )
    return tuple(contacts)
