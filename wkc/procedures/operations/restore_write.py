"""What goes into a restored register besides what the backup holds: who may what now, and what was destroyed since."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from wkc.errors.families import Damaged
from wkc.errors.vault import KeyringForged
from wkc.procedures.core import audit_chain, ledger, replay_ledger
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.key_roles import EVERYTHING, fitting
from wkc.procedures.core.transaction import store_of
from wkc.records.audit import Head
from wkc.records.backup import Backup
from wkc.records.ledger import LedgerLine, Removed
from wkc.records.user import Role, SlotKeys, User
from wkc.store import audit, sealed, upgrade
from wkc.store import backup as backups
from wkc.store import ledger as rows
from wkc.store import register as register_metadata
from wkc.store import user as users
from wkc.store.queries import version
from wkc.store.store import Store
from wkc.vault.backup.manifest import Manifest
from wkc.vault.database.rotation import Plan, Rotation
from wkc.vault.files.home import Home
from wkc.vault.keys.identity import Identity
from wkc.vault.keys.keyring import Keyring

Reseal = Callable[[bytes, UUID, UUID, str], bytes | None]


@dataclass(frozen=True, slots=True)
class CurrentRegister:
    """What the register that stands knows and a backup does not: users, slots, backups; proved by its log.

    `knows` tells whether it knows the backup: by the hash of its manifest, or as a moment of its own log that somebody
    signed who still may. `named` are the hashes of its own lines of the ledger, `may` the keys, by USER ID, of those
    who may write more.
    """

    witness: audit_chain.Witness
    users: tuple[User, ...]
    slots: tuple[SlotKeys, ...]
    backups: tuple[Backup, ...]
    head: Head
    knows: bool
    named: frozenset[bytes]
    may: Mapping[str, Collection[bytes]]

    def lets(self, line: LedgerLine) -> bool:
        """Tell whether a line is its own, or signed by somebody who may destroy now: who left may have the ledger."""
        from wkc.vault.journals.ledger import verify_line

        keys, vault = self.may.get(line.user_id, ()), self.witness.vault_id
        return line.hash in self.named or any(verify_line(key, vault, line) for key in keys)


@dataclass(frozen=True, slots=True)
class Change:
    """What to write, when, and by whom: a beheerder or a recovery code of the backup's day."""

    by: str
    now: datetime
    manifest: Manifest
    standing: CurrentRegister | None
    lines: tuple[LedgerLine, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Written:
    """Where the log ends then, every line of the ledger, and how many sealed values opened for nobody."""

    head: Head
    ledger: tuple[LedgerLine, ...]
    broken: int


def standing(home: Home, identity: Identity, manifest: Manifest) -> CurrentRegister | None:
    """Read what the register that stands knows, under the caller's lock; None where it does not open or hold."""
    from wkc.vault.database.register import keyed
    from wkc.vault.files.sqlite_errors import translated
    from wkc.vault.keys.signing import verify_digest

    try:
        with keyed(home, identity) as register, translated(register.path):
            store = store_of(register)
            register_metadata.check(register.connection, register.path, register.vault_id, register.generation)
            witness, slots = audit_chain.witnessed(store, verify_digest), tuple(register_metadata.slots(store))
            kept = backups.kept(store)
            named, may = frozenset(line.hash for line in rows.since(store, 1)), ledger.authorised_keys(store)
            people = users.every(store)
            return CurrentRegister(witness, people, slots, kept, audit.head(store), _knows(store, manifest), named, may)
    except KeyringForged:
        raise
    except Damaged:
        return None


def _knows(store: Store, manifest: Manifest) -> bool:
    """Tell whether this register made a backup: one it has no hash of may be a forgery with a true log."""
    maker = register_metadata.slot(store, manifest.contents.slot_id)
    stays = maker is not None and not maker.withdrawn
    return backups.knows(store, manifest.sha256) or (stays and audit.holds(store, manifest.contents.head))


def revoked(store: Store, lines: tuple[LedgerLine, ...]) -> frozenset[UUID]:
    """Give the slots that a ledger names: those of the register, and the lines beyond it."""
    every = (*rows.since(store, 1), *lines)
    return frozenset(line.removal.uuid for line in every if line.removal.kind is Removed.SLOT)


def limits(live: Keyring | None) -> Mapping[UUID, Collection[str]]:
    """Give what each slot holds at most: where only the keyring still stands, who lost keys since gets none back."""
    return {slot.slot_id: [*slot.sealed] for slot in live.slots} if live else {}


def write(store: Store, rotation: Rotation, reseal: Reseal | None, change: Change) -> Written:
    """Write it in one transaction, with the line that explains it to whoever saw a later log."""
    if upgrade.found(rotation.connection) != version():
        upgrade.carry_out(rotation.connection)
    known = {slot.slot_id for slot in register_metadata.slots(store) if not slot.withdrawn}
    store.begin()
    register_metadata.put_generation(store, rotation.generation)
    broken = sealed.reseal_all(store, reseal) if reseal else 0
    if change.standing:
        _carry_over(store, change.standing, change.now)
    for line in change.lines:
        replay_ledger.carry_out(store, line, change.now)
    rows.add(store, change.lines)
    backups.complete(store, change.manifest.contents.uuid, change.manifest.sha256)
    details = {
        "backup": change.manifest.contents.uuid.hex,
        "step": "done",
        "generation": rotation.generation,
        "users": _roles(store, change),
        **_slots(store, change, known),
    }
    details |= {"replaced": change.standing.head.seq} if change.standing else {}
    details |= {"succession": True} if rotation.succeeds else {}
    details |= {"broken": broken} if broken else {}
    action = audit_chain.RESTORE
    head = write_system(store, change.now, change.by, action, details)
    lines = tuple(rows.since(store, 1))
    store.commit()
    return Written(head, lines, broken)


def _carry_over(store: Store, standing: CurrentRegister, now: datetime) -> None:
    """Write down the users, slots and backups that came since; what ended since ends."""
    had = {user.user_id for user in users.every(store)}
    for user in sorted(standing.users, key=lambda user: user.responsible is not None):
        if user.user_id not in had:
            users.add(store, user)
        if user.revoked_at is not None:
            users.revoke(store, user.user_id, user.revoked_at)
    known = {slot.slot_id for slot in register_metadata.slots(store)}
    for slot in standing.slots:
        if slot.slot_id not in known:
            register_metadata.add_slot(store, slot, now)
        if slot.withdrawn:
            register_metadata.withdraw_slot(store, slot.slot_id, now)
    made = {backup.uuid for backup in backups.kept(store)}
    for backup in reversed(standing.backups):
        if backup.uuid not in made:
            backups.add(store, backup)
        if backup.sha256 is not None:
            backups.complete(store, backup.uuid, backup.sha256)


def _roles(store: Store, change: Change) -> list[list[str]]:
    """Let each user be what the log proves and the keyring gives keys for; say who is what."""
    from wkc.vault.keys.signing import verify_digest

    witness = change.standing.witness if change.standing else audit_chain.witnessed(store, verify_digest)
    keeps = change.plan.keeps
    held = {slot.user_id: keeps[slot.slot_id] for slot in register_metadata.slots(store) if slot.slot_id in keeps}
    found = []
    for user in users.every(store):
        if user.revoked_at is not None:
            continue
        role = witness.roles.get(user.user_id)
        if role is None:
            users.revoke(store, user.user_id, change.now)
            continue
        fit = fitting(Role(role), held.get(user.user_id, EVERYTHING))
        if fit != user.role:
            users.put_role(store, replace(user, role=fit))
        found.append([user.user_id, str(fit)])
    return found


def _slots(store: Store, change: Change, known: set[UUID]) -> dict[str, object]:
    """Withdraw the slots that do not stay; say which came since the backup and which go."""
    every = tuple(register_metadata.slots(store))
    for slot in every:
        if slot.slot_id not in change.plan.keeps:
            register_metadata.withdraw_slot(store, slot.slot_id, change.now)
    fresh = [slot for slot in every if slot.slot_id in change.plan.keeps and slot.slot_id not in known]
    gone = [slot_id.hex for slot_id in sorted(known - {*change.plan.keeps})]
    return {"slots": audit_chain.brought_in(fresh), "withdrawn": gone}
