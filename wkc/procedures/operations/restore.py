"""The restore of a backup as the next generation: later removals are repeated, and users who left stay out.

inspect ── permit ── plan ── (shown, confirmed) ── carry_out                                        (art. 14.2; VAULT 7)
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.backup import BackupForged, BackupUnknown
from wkc.errors.families import Damaged, NotPermitted, NotSignedIn
from wkc.errors.vault import DiskFull, KeyringForged, MemoryShort, RegisterBusy
from wkc.i18n import _
from wkc.procedures.core import audit_chain
from wkc.procedures.core.act import act
from wkc.procedures.core.clock import day
from wkc.procedures.core.environment import Environment
from wkc.procedures.core.key_roles import EVERYTHING, keys_of_role, role_for_keys
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import make_store
from wkc.procedures.operations import restore_write
from wkc.procedures.operations.backup import MAKERS, check_inside
from wkc.procedures.operations.current_register import CurrentRegister, read_current
from wkc.procedures.operations.restore_ledger import Ledgers, Removals, find_services, find_signers
from wkc.records.ledger import RemovalKind
from wkc.records.user import Role
from wkc.store.core import user as users
from wkc.store.core.given_number import list_last, list_skipped
from wkc.store.store import Store
from wkc.vault.backup.manifest import Manifest
from wkc.vault.database.rotation import Plan
from wkc.vault.files.home import Home
from wkc.vault.keys.identity import Identity, Unlocked
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import SlotKind


class InspectedBackup(Struct, frozen=True):
    """A backup whose files have the hashes of its manifest, with its keyring and that of the home, if there is one."""

    home: Home
    folder: Path
    manifest: Manifest
    ring: Keyring
    live: Keyring | None


class RestoreOptions(Struct, frozen=True):
    """The choices of a restore: who signs the keyring, who opens the backup, and ledgers to carry out besides."""

    environment: Environment
    inspected: InspectedBackup
    signer: Unlocked
    opener: Unlocked
    ledgers: tuple[Path, ...]


class Restorable(Struct, frozen=True):
    """The outcome of a restore: who has access then and who not any more, and how much is destroyed again.

    `unknown_since` (UTC) is from when removals are not known, where no ledger newer than the backup is at hand.
    `unknown_after` is the line of the ledger after which none can be known, where the register and its own ledger
    are lost; it stays in the register until a beheerder confirms that they were looked up. `numbers` are those given
    out since the backup and never again, the first and the last of each series; None where the register is lost.
    """

    path: Path
    at: datetime
    access: tuple[tuple[str, str], ...]
    out: tuple[str, ...]
    destroyed: int
    unknown_since: datetime | None
    unknown_after: int | None
    numbers: tuple[tuple[str, str], ...] | None


class Restored(Struct, frozen=True):
    """The number of the new generation, the plan that it follows, and the count of sealed values that did not open."""

    generation: int
    plan: Restorable
    broken: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The needs of a restore: the open backup, the current register, the lines to carry out, the plan of the keys."""

    source: Any = field(repr=False)
    current: CurrentRegister | None
    removals: Removals
    plan: Plan
    shown: Restorable


def inspect(path: Path, folder: Path) -> InspectedBackup:
    """Look at a backup before anybody signs in; errors.BackupUnknown, BackupDamaged, BackupNewer."""
    from wkc.vault.backup import archive as files
    from wkc.vault.backup import restore as restoring

    home, folder = Home(path), folder.resolve()
    if not folder.is_dir():
        raise BackupUnknown
    manifest = files.read(folder)
    files.check_files(folder, manifest)
    return InspectedBackup(
        home, folder, manifest, restoring.read_keyring(folder, home), restoring.read_live_keyring(home)
    )


def permit(session: Session, inspected: InspectedBackup) -> InspectedBackup:
    """Let only a beheerder of the current register put another in its place, though it may be damaged itself.

    Signing in may renew their pin: give the backup with the keyring as it is after that.
    """
    from wkc.vault.backup import restore as restoring
    from wkc.vault.keys.slot import SIGNING
    from wkc.vault.keys.trust import verify_keyring

    try:
        with act(session, audit_chain.RESTORE) as action:
            action.details |= {"backup": inspected.folder.name, "step": "begun"}
    except KeyringForged:
        raise
    except Damaged:
        ring = inspected.live
        if ring is None or not session.unlock().has_key(ring, SIGNING):
            raise NotPermitted from None
        verify_keyring(ring, session.unlock())
        session.unlock().unseal(ring, SIGNING)
    return replace(inspected, live=restoring.read_live_keyring(inspected.home))


def can_open(inspected: InspectedBackup, identity: Identity) -> bool:
    """Tell whether somebody opens the backup with the keys they signed in with."""
    from wkc.vault.backup import archive as files

    return files.can_open(inspected.manifest, identity)


def open_by_password(inspected: InspectedBackup, user_id: str, password: str) -> Unlocked:
    """Open the keys of a user of that day; errors.NotSignedIn."""
    from wkc.vault.keys.identity import unlock

    return unlock(inspected.ring, user_id, password)


def open_by_code(inspected: InspectedBackup, code: str) -> Unlocked:
    """Open the keys of a recovery code of that day; errors.RecoveryCodeWrong."""
    from wkc.vault.keys.identity import unlock_recovery

    return unlock_recovery(inspected.ring, code)


def plan(options: RestoreOptions) -> Restorable:
    """Read the backup through and give the outcome of restoring it; nothing is changed."""
    if options.inspected.live is None:
        with _prepare(options) as prepared:
            return prepared.shown
    with options.inspected.home.lock(), _prepare(options) as prepared:
        return prepared.shown


def carry_out(options: RestoreOptions, confirmed: Restorable) -> Restored:
    """Make the next generation from the backup, as it was confirmed; the rename of the keyring commits it."""
    from wkc.vault.backup import restore as restoring
    from wkc.vault.journals import last_seen
    from wkc.vault.journals import ledger as files

    home, inspected = options.inspected.home, options.inspected
    restoring.make_folder(home)
    base = (inspected.live or inspected.ring, options.signer)
    with home.lock(exclusive=True), _prepare(options) as prepared:
        if restoring.read_live_keyring(home) != inspected.live or prepared.shown != confirmed:
            raise RegisterBusy(who=_("another command"))
        restoring.prepare(home, inspected.live)
        backup = (inspected.ring, options.opener)
        with restoring.make_generation(home, base, backup, prepared.source, prepared.plan) as (rotation, reseal):
            store = make_store(rotation.connection, options.opener, rotation.sealer)
            written = restore_write.write(store, rotation, reseal, _change(options, prepared))
            rotation.commit()
        with suppress(DiskFull, MemoryShort):  # The register is whole; the next command brings the missing lines.
            files.rewrite(home, written.ledger)
    seen = (written.head, rotation.generation, written.explained)
    memory = last_seen.Memory(options.environment.state(), home.path, options.opener.vault_id, options.signer.user_id)
    last_seen.write(memory, *seen)
    return Restored(rotation.generation, prepared.shown, written.broken)


def _change(options: RestoreOptions, prepared: _Prepared) -> restore_write.RestoredRows:
    now, by = options.environment.now(), options.opener.user_id
    return restore_write.RestoredRows(
        by, now, options.inspected.manifest, prepared.current, prepared.removals, prepared.plan
    )


@contextmanager
def _prepare(options: RestoreOptions) -> Iterator[_Prepared]:
    """Open the backup, trust it, and plan; under the caller's lock."""
    from wkc.vault.backup import archive as files
    from wkc.vault.backup import restore as restoring
    from wkc.vault.keys.seal import Seals
    from wkc.vault.keys.signing import verify_digest

    inspected = options.inspected
    contents = inspected.manifest.contents
    restoring.check(inspected.folder, inspected.manifest, inspected.ring, options.opener, inspected.live)
    maker = inspected.ring.slot(contents.slot_id)
    files.check_signature(
        inspected.folder, inspected.manifest, options.opener.vault_id, maker.ed25519 if maker else None
    )
    with files.open_backup(inspected.folder, inspected.manifest, options.opener) as source:
        store = make_store(
            source, options.opener, Seals(options.opener.vault_id, inspected.ring.special, None, inspected.folder)
        )
        check_inside(store, inspected.folder, contents)
        made_by = users.one(store, contents.user_id)
        if made_by is None or made_by.role not in MAKERS:
            raise BackupForged(path=inspected.folder)
        current = read_current(inspected.home, options.signer, inspected.manifest) if inspected.live else None
        if current is not None and not current.knows:
            raise BackupForged(path=inspected.folder)
        witness = current.witness if current else audit_chain.read_witness(store, verify_digest)
        rings = (inspected.ring, *((inspected.live,) if inspected.live else ()))
        services, today = find_services(rings, store, current), day(options.environment.now())
        ledgers = Ledgers(inspected.folder, inspected.home, current, options.ledgers, services, today)
        removals = ledgers.merge(store, find_signers(inspected.live, store, current), contents.at)
        live = inspected.live if current is None else None
        keys = _plan(
            options, witness, restore_write.list_revoked_slots(store, removals.lines), restore_write.list_limits(live)
        )
        yield _Prepared(source, current, removals, keys, _describe(options, store, removals, keys, current, witness))


def _plan(
    options: RestoreOptions,
    witness: audit_chain.Witness,
    revoked: frozenset[UUID],
    limits: Mapping[UUID, Collection[str]],
) -> Plan:
    """Keep the slots that the log proves and no ledger names; the keys of any other slot are made anew.

    errors.NotSignedIn for who was revoked since and would restore their own access.
    """
    from wkc.vault.backup.restore import find_latest_generation

    inspected = options.inspected
    keeps, lost = {}, set[str]()
    for slot in (inspected.live or inspected.ring).slots:
        code = slot.kind is SlotKind.RECOVERY
        role = witness.roles.get(slot.user_id)
        proved = slot.slot_id not in revoked and witness.has_slot(slot.slot_id, slot.user_id, slot.ed25519)
        if proved and (code or role is not None):
            keys_of_slot = EVERYTHING if code or role is None else keys_of_role(Role(role))
            keeps[slot.slot_id] = [which for which in keys_of_slot if which in limits.get(slot.slot_id, EVERYTHING)]
        else:
            lost |= {*slot.sealed} & {*EVERYTHING}
    if options.signer.slot_id not in keeps:
        raise NotSignedIn
    after = 0 if inspected.live else find_latest_generation(inspected.home)
    return Plan(keeps, lost=frozenset(lost), after=max(after, inspected.manifest.contents.generation))


def _describe(
    options: RestoreOptions,
    store: Store,
    removals: Removals,
    keys: Plan,
    current: CurrentRegister | None,
    witness: audit_chain.Witness,
) -> Restorable:
    slots = (options.inspected.live or options.inspected.ring).slots
    people = [slot for slot in slots if slot.kind is not SlotKind.RECOVERY]
    stay = {slot.user_id: keys.keeps[slot.slot_id] for slot in people if slot.slot_id in keys.keeps}
    access = {user: role_for_keys(Role(witness.roles[user]), kept) for user, kept in stay.items()}
    was = {user.user_id for user in users.every(store) if user.revoked_at is None}
    contents = options.inspected.manifest.contents
    unknown = removals.unknown
    return Restorable(
        options.inspected.folder,
        contents.at,
        tuple(sorted(access.items())),
        tuple(sorted((was | {slot.user_id for slot in people}) - {*access})),
        sum(line.removal.kind is not RemovalKind.SLOT for line in removals.lines),
        None if unknown is None or removals.newer else unknown.since,
        None if unknown is None else unknown.after_line,
        None if current is None else list_skipped(list_last(store), current.counters),
    )
