"""Bringing a backup back as the next generation: what was destroyed since stays destroyed, who left stays out.

sight ── permit ── plan ── (shown, confirmed) ── carry_out                                        (art. 14.2; VAULT 7)
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from wkc.errors.backup import BackupForged, BackupUnknown
from wkc.errors.families import Damaged, NotPermitted, NotSignedIn
from wkc.errors.ledger import LedgerForged
from wkc.errors.vault import DiskFull, KeyringForged, RegisterBusy
from wkc.i18n import _
from wkc.procedures.core import audit_chain, ledger
from wkc.procedures.core.act import act
from wkc.procedures.core.environment import Environment
from wkc.procedures.core.key_roles import EVERYTHING, fitting, holds
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import open_store
from wkc.procedures.operations import restore_write
from wkc.procedures.operations.backup import MAKERS, check_inside
from wkc.procedures.operations.restore_write import CurrentRegister
from wkc.records.ledger import LedgerLine, Removed
from wkc.records.user import Role
from wkc.store import user as users
from wkc.store.store import Store
from wkc.vault.backup.manifest import Manifest
from wkc.vault.database.rotation import Plan
from wkc.vault.files.home import Home
from wkc.vault.keys.identity import Identity, Unlocked
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import SlotKind


@dataclass(frozen=True, slots=True)
class InspectedBackup:
    """A backup whose files are as they were made, with its keyring, and the keyring that stands, if one does."""

    home: Home
    folder: Path
    manifest: Manifest
    ring: Keyring
    standing: Keyring | None


@dataclass(frozen=True, slots=True)
class RestoreOptions:
    """How it is restored: who signs the keyring, who opens the backup, and a ledger to carry out besides."""

    environment: Environment
    sight: InspectedBackup
    signer: Unlocked
    opener: Unlocked
    ledger: Path | None


@dataclass(frozen=True, slots=True)
class Restorable:
    """What a restore would bring: who has access then and who not any more, and how much is destroyed again.

    `unknown_since` is from when removals are not known, where no ledger newer than the backup is at hand.
    """

    path: Path
    at: datetime
    access: tuple[tuple[str, str], ...]
    out: tuple[str, ...]
    destroyed: int
    unknown_since: datetime | None


@dataclass(frozen=True, slots=True)
class Restored:
    """The register that stands now, and what it was made from."""

    generation: int
    plan: Restorable
    broken: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """All that carrying it out needs: the open backup, what stands, the lines to carry out, the plan of the keys."""

    source: Any = field(repr=False)
    standing: CurrentRegister | None
    lines: tuple[LedgerLine, ...]
    plan: Plan
    shown: Restorable


def sight(path: Path, folder: Path) -> InspectedBackup:
    """Look at a backup before anybody signs in; errors.BackupUnknown, BackupDamaged, BackupNewer."""
    from wkc.vault.backup import archive as files
    from wkc.vault.backup import restore as restoring

    home, folder = Home(path), folder.resolve()
    if not folder.is_dir():
        raise BackupUnknown
    manifest = files.read(folder)
    files.check_files(folder, manifest)
    return InspectedBackup(home, folder, manifest, restoring.ring_in(folder, home), restoring.live(home))


def permit(session: Session, sight: InspectedBackup) -> InspectedBackup:
    """Let only a beheerder of the register that stands put another in its place, though it may be damaged itself.

    Signing in may renew their pin: give the sight with the keyring as it is after that.
    """
    from wkc.vault.backup import restore as restoring
    from wkc.vault.keys.slot import SIGNING
    from wkc.vault.keys.trust import verified

    try:
        with act(session, audit_chain.RESTORE) as action:
            action.details |= {"backup": sight.folder.name, "step": "begun"}
    except KeyringForged:
        raise
    except Damaged:
        ring = sight.standing
        if ring is None or not session.unlock().holds(ring, SIGNING):
            raise NotPermitted from None
        verified(ring, session.unlock())
        session.unlock().unseal(ring, SIGNING)
    return replace(sight, standing=restoring.live(sight.home))


def opens(sight: InspectedBackup, identity: Identity) -> bool:
    """Tell whether somebody opens the backup with the keys they signed in with."""
    from wkc.vault.backup import archive as files

    return files.opens(sight.manifest, identity)


def by_password(sight: InspectedBackup, user_id: str, password: str) -> Unlocked:
    """Open the keys of a user of that day; errors.NotSignedIn."""
    from wkc.vault.keys.identity import unlock

    return unlock(sight.ring, user_id, password)


def by_code(sight: InspectedBackup, code: str) -> Unlocked:
    """Open the keys of a recovery code of that day; errors.RecoveryCodeWrong."""
    from wkc.vault.keys.identity import unlock_recovery

    return unlock_recovery(sight.ring, code)


def plan(way: RestoreOptions) -> Restorable:
    """Read the backup through and say what restoring it would bring; nothing is changed."""
    if way.sight.standing is None:
        with _prepared(way) as prepared:
            return prepared.shown
    with way.sight.home.lock(), _prepared(way) as prepared:
        return prepared.shown


def carry_out(way: RestoreOptions, confirmed: Restorable) -> Restored:
    """Make the next generation from the backup, as it was confirmed; the keyring's rename makes it so."""
    from wkc.vault.backup import restore as restoring
    from wkc.vault.journals import last_seen
    from wkc.vault.journals import ledger as files

    home, sight = way.sight.home, way.sight
    restoring.make(home)
    base = (sight.standing or sight.ring, way.signer)
    with home.lock(exclusive=True), _prepared(way) as prepared:
        if restoring.live(home) != sight.standing or prepared.shown != confirmed:
            raise RegisterBusy(who=_("another command"))
        restoring.prepare(home, sight.standing)
        backup = (sight.ring, way.opener)
        with restoring.generation_from(home, base, backup, prepared.source, prepared.plan) as (rotation, reseal):
            store = open_store(rotation.connection, way.opener, rotation.sealer)
            written = restore_write.write(store, rotation, reseal, _change(way, prepared))
            rotation.commit()
        with suppress(DiskFull):  # The register stands; the next command brings the lines that are missing.
            files.rewrite(home, written.ledger)
    last_seen.write(way.environment.state(), way.opener.vault_id, way.signer.user_id, written.head, rotation.generation)
    return Restored(rotation.generation, prepared.shown, written.broken)


def _change(way: RestoreOptions, prepared: _Prepared) -> restore_write.Change:
    now, by = way.environment.now(), way.opener.user_id
    return restore_write.Change(by, now, way.sight.manifest, prepared.standing, prepared.lines, prepared.plan)


@contextmanager
def _prepared(way: RestoreOptions) -> Iterator[_Prepared]:
    """Open the backup, trust it, and plan; under the caller's lock."""
    from wkc.vault.backup import archive as files
    from wkc.vault.backup import restore as restoring
    from wkc.vault.keys.seal import Seals
    from wkc.vault.keys.signing import verify_digest

    sight = way.sight
    contents = sight.manifest.contents
    restoring.check(sight.folder, sight.manifest, sight.ring, way.opener, sight.standing)
    maker = sight.ring.slot(contents.slot_id)
    files.check_signature(sight.folder, sight.manifest, way.opener.vault_id, maker.ed25519 if maker else None)
    with files.opened(sight.folder, sight.manifest, way.opener) as source:
        store = open_store(source, way.opener, Seals(way.opener.vault_id, sight.ring.special, None, sight.folder))
        check_inside(store, sight.folder, contents)
        made_by = users.one(store, contents.user_id)
        if made_by is None or made_by.role not in MAKERS:
            raise BackupForged(path=sight.folder)
        standing = restore_write.standing(sight.home, way.signer, sight.manifest) if sight.standing else None
        if standing is not None and not standing.knows:
            raise BackupForged(path=sight.folder)
        witness = standing.witness if standing else audit_chain.witnessed(store, verify_digest)
        lines = _lines(way, store, standing)
        live = sight.standing if standing is None else None
        keys = _plan(way, witness, restore_write.revoked(store, lines), restore_write.limits(live))
        yield _Prepared(source, standing, lines, keys, _shown(way, store, lines, keys, witness, standing))


def _lines(way: RestoreOptions, store: Store, standing: CurrentRegister | None) -> tuple[LedgerLine, ...]:
    """Give what the longest ledger at hand names beyond the backup's register."""
    from wkc.vault.backup.manifest import LEDGER
    from wkc.vault.journals import ledger as files

    paths = [way.sight.folder / LEDGER, way.sight.home.ledger]
    longest = way.ledger or max(paths, key=lambda path: files.last(path).seq)
    keys = {user: [*found] for user, found in ledger.authorised_keys(store).items()}
    for user, key in _signers(way, standing):
        keys.setdefault(user, []).append(key)
    lines = tuple(ledger.new_lines(store, longest, keys))
    if standing and (foreign := next((line for line in lines if not standing.lets(line)), None)):
        raise LedgerForged(path=longest, line=foreign.n)
    return lines


def _signers(way: RestoreOptions, standing: CurrentRegister | None) -> Iterator[tuple[str, bytes]]:
    """Give the keys that may have signed since: of everybody the standing register knows, or its keyring's."""
    from wkc.vault.keys.slot import SIGNING

    if standing:
        yield from ((slot.user_id, slot.ed25519) for slot in standing.slots)
    for slot in way.sight.standing.slots if way.sight.standing else ():
        if slot.kind is not SlotKind.PERSON or SIGNING in slot.sealed:
            yield slot.user_id, slot.ed25519


def _plan(
    way: RestoreOptions, witness: audit_chain.Witness, revoked: frozenset[UUID], limits: Mapping[UUID, Collection[str]]
) -> Plan:
    """Let the slots stay that the log proves and no ledger names; keys that another slot held are new.

    errors.NotSignedIn for who was revoked since and would restore their own access.
    """
    from wkc.vault.backup.restore import latest

    sight = way.sight
    keeps, lost = {}, set[str]()
    for slot in (sight.standing or sight.ring).slots:
        code = slot.kind is SlotKind.RECOVERY
        role = witness.roles.get(slot.user_id)
        proved = slot.slot_id not in revoked and witness.owns(slot.slot_id, slot.user_id, slot.ed25519)
        if proved and (code or role is not None):
            held = EVERYTHING if code or role is None else holds(Role(role))
            keeps[slot.slot_id] = [which for which in held if which in limits.get(slot.slot_id, EVERYTHING)]
        else:
            lost |= {*slot.sealed} & {*EVERYTHING}
    if way.signer.slot_id not in keeps:
        raise NotSignedIn
    after = 0 if sight.standing else latest(sight.home)
    return Plan(keeps, lost=frozenset(lost), after=max(after, sight.manifest.contents.generation))


def _shown(
    way: RestoreOptions,
    store: Store,
    lines: tuple[LedgerLine, ...],
    keys: Plan,
    witness: audit_chain.Witness,
    standing: CurrentRegister | None,
) -> Restorable:
    slots = (way.sight.standing or way.sight.ring).slots
    people = [slot for slot in slots if slot.kind is not SlotKind.RECOVERY]
    stay = {slot.user_id: keys.keeps[slot.slot_id] for slot in people if slot.slot_id in keys.keeps}
    access = {user: fitting(Role(witness.roles[user]), held) for user, held in stay.items()}
    was = {user.user_id for user in users.every(store) if user.revoked_at is None}
    contents = way.sight.manifest.contents
    known = standing is not None or way.ledger is not None or way.sight.home.ledger.exists()
    return Restorable(
        way.sight.folder,
        contents.at,
        tuple(sorted(access.items())),
        tuple(sorted((was | {slot.user_id for slot in people}) - {*access})),
        sum(line.removal.kind is not Removed.SLOT for line in lines),
        None if known else contents.at,
    )
