"""The destruction ledger: each removal is named in it before the deletion, here and on disk (art. 10; VAULT 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from wkc.errors.ledger import LedgerForged, RegisterBehind
from wkc.procedures.core.audit import write_system
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.records.user import Role
from wkc.store.core import ledger as rows
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.store import Store
from wkc.vault.files.home import Home

if TYPE_CHECKING:
    from wkc.procedures.core.action import Action
    from wkc.procedures.core.session import Session

MAY_DESTROY = frozenset({Role.BEHEERDER, Role.SERVICE})
RECOVERY = "recovery"


def record_on_disk(action: Action, home: Home, removals: Iterable[Removal], run: UUID) -> None:
    """Name what this action removes: signed, in the register, and on the disk before the action commits.

    The last thing that an action does, when every check has passed: what is on the disk will be carried out, whatever
    happens after. Then comes the purge.
    """
    from wkc.vault.journals import ledger as files

    lines = append_lines(action.store, action.by, removals, run)
    rows.mark_due(action.store, action.now)
    files.append(home, lines)
    action.is_named = True


def append_lines(store: Store, by: str, removals: Iterable[Removal], run: UUID) -> tuple[LedgerLine, ...]:
    """Add signed lines to the register alone; a rotation brings them to the disk when it has committed."""
    from wkc.vault.journals import ledger as files

    lines = files.sign_lines(rows.head(store), removals, run, by, store.signer)
    rows.add(store, lines)
    return lines


def flush(home: Home, lines: Iterable[LedgerLine]) -> None:
    """Bring to the disk the lines that the register has already."""
    from wkc.vault.journals import ledger as files

    files.append(home, lines)


def compare(store: Store, home: Home) -> int:
    """Compare the ends of ledger and register; give how many lines the ledger had lost and has again.

    Called inside the write transaction, where nobody is between the two. errors.RegisterBehind when the ledger
    has more, to be completed; LedgerForged when the two differ. The lines before the last are for `verify`.
    """
    from wkc.vault.journals import ledger as files

    head, known = files.last_head(home.ledger), rows.head(store)
    if head == known:
        return 0
    if head.seq > known.seq:
        raise RegisterBehind(line=known.seq + 1)
    if not rows.has_line(store, head):
        raise LedgerForged(path=home.ledger, line=head.seq)
    files.rewrite(home, rows.since(store, 1))
    return known.seq - head.seq


def repair_ledger_file(session: Session, store: Store) -> None:
    """Compare the register with the ledger file, and write lines that the file lost into it again."""
    if lost := compare(store, session.home):
        session.tell("ledger rewritten", lost)
        write_system(store, session.environment.now(), session.user_id, "ledger.rewrite", {"lines": lost})


def new_lines(
    store: Store, lines: Iterable[LedgerLine], path: Path, keys: Mapping[str, Iterable[bytes]]
) -> Iterator[LedgerLine]:
    """Give the lines that the ledger at a path has beyond the register's, each signed by one of these keys of its user.

    Those before must be the register's own to the octet; a slot that a line takes away signs nothing after the run
    of that line. errors.LedgerDamaged, LedgerForged.
    """
    from wkc.vault.journals import ledger as files

    own = rows.since(store, 1)
    key_of = {slot.slot_id: slot.ed25519 for slot in register_metadata.slots(store)}
    gone: dict[bytes, UUID] = {}
    for line in lines:
        mine = next(own, None)
        if mine is None:
            valid = (key for key in keys.get(line.user_id, ()) if gone.get(key, line.run) == line.run)
            if not any(files.verify_line(key, store.signer.vault_id, line) for key in valid):
                raise LedgerForged(path=path, line=line.n)
            yield line
        elif mine != line:
            raise LedgerForged(path=path, line=line.n)
        if line.removal.kind is RemovalKind.SLOT and line.removal.uuid in key_of:
            gone.setdefault(key_of[line.removal.uuid], line.run)


def verify(store: Store, path: Path) -> int:
    """Check the whole ledger against the register, and every signature; give how many lines there are."""
    from wkc.vault.journals import ledger as files

    for _line in new_lines(store, files.read_lines(path), path, {}):
        pass
    keys = _keys(store)
    count = 0
    for line in rows.since(store, 1):
        if not any(files.verify_line(key, store.signer.vault_id, line) for key in keys.get(line.user_id, ())):
            raise LedgerForged(path=path, line=line.n)
        count = line.n
    return count


def authorised_keys(store: Store) -> Mapping[str, list[bytes]]:
    """Give the signing keys, by USER ID, of those who may destroy now: beheerders, services, recovery codes."""
    active = {user.user_id for user in users.every(store) if user.revoked_at is None and user.role in MAY_DESTROY}
    keys: dict[str, list[bytes]] = {}
    for slot in register_metadata.slots(store):
        if not slot.withdrawn and (slot.user_id in active or slot.kind == RECOVERY):
            keys.setdefault(slot.user_id, []).append(slot.ed25519)
    return keys


def _keys(store: Store) -> Mapping[str, list[bytes]]:
    """Give every signing key there ever was, by USER ID."""
    keys: dict[str, list[bytes]] = {}
    for slot in register_metadata.slots(store):
        keys.setdefault(slot.user_id, []).append(slot.ed25519)
    return keys
