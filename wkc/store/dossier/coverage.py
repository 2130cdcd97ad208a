"""The rows that the signed log covers: consents, mandates and holds of a client, and the settings (VAULT 6).

A line that changes them has the digest of all of them as it left them. A row that somebody with the register key wrote
alone, or that an older page of the file brought back, does not fit the last such line. The digest reveals nothing
without the rows: their random uuids are in it.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from wkc.errors.vault import RowsDiffer
from wkc.records.audit import AuditLine
from wkc.records.dossier import Client
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.dossier import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("dossier/coverage")
_DOMAIN = b"wkc/1/covered rows\0"
NOTHING = ""
"""The digest of no rows at all."""


def digest(store: Store, client: Client) -> str:
    """Compute the digest of a client's consents, mandates and holds, in hex; NOTHING without any."""
    rows = [row["content"] for row in store.all(_Q.rows, client=client.id)]
    return sha256(_DOMAIN + json.dumps(rows).encode("ascii")).hexdigest() if rows else NOTHING


def settings_digest(store: Store) -> str:
    """Compute the digest of the settings, in hex."""
    return sha256(_DOMAIN + json.dumps(sorted(register_metadata.settings(store).items())).encode("ascii")).hexdigest()


def is_covered(store: Store, client: Client) -> bool:
    """Check a client's rows against the log; after a partial destruction a part of them is left.

    A log that is judged elsewhere and covers nothing is of an older schema, in a backup that is not upgraded yet.
    errors.AuditBroken where a line was changed.
    """
    line = _read_last(store, _Q.last, subject=client.uuid.bytes)
    if store.proof is not None:
        covered = store.proof.read_covers(client.uuid, line)
    elif line is None and store.one(_Q.last_settings) is None:
        return True
    else:
        covered = NOTHING if line is None else str(line.details["covers"])
    return digest(store, client) == covered or is_reduced(store, client.uuid)


def _read_last(store: Store, sql: str, **parameters: object) -> AuditLine | None:
    """Read the last line on certain rows; None without one, or where the proof asks for none."""
    if store.proof is not None and not store.proof.needs_line:
        return None
    row = store.one(sql, **parameters)
    return None if row is None else audit.read_line(row)


def is_reduced(store: Store, uuid: UUID) -> bool:
    """Tell whether only what a hold keeps is left of a client."""
    return store.one(_Q.is_reduced, uuid=uuid.bytes) is not None


def check(store: Store, client: Client) -> None:
    """Refuse to decide by rows that the log does not cover: errors.RowsDiffer."""
    if not is_covered(store, client):
        raise RowsDiffer


def check_settings(store: Store) -> None:
    """Refuse to act by settings that the log does not cover: errors.RowsDiffer.

    A log that is judged elsewhere, of an older schema in a backup, covers none before it is upgraded.
    """
    line = _read_last(store, _Q.last_settings)
    if store.proof is not None:
        covered: object = store.proof.read_settings(line)
    elif line is None:
        return
    else:
        covered = line.details["settings"]
    if covered != settings_digest(store):
        raise RowsDiffer


def cover_row(store: Store, client: Client) -> UUID:
    """Give the uuid of a row that the log is to cover, whose client has changed by it."""
    note_change(store, client)
    return store.new_uuid()


def note_change(store: Store, client: Client) -> None:
    """Note that a client's rows are about to change, for the line of this action to cover them.

    Rows that are not covered are for a beheerder to repair: errors.RowsDiffer for anybody else.
    """
    if client.uuid not in store.changed_clients:
        if not store.can_repair_rows:
            check(store, client)
        store.changed_clients[client.uuid] = client


def with_rows(store: Store) -> Iterator[Client]:
    """Give the clients who have such rows."""
    return map(clients.of_row, store.all(_Q.clients))
