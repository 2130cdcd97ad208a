"""The rows of a restored register that the backup lacks: the access of today, and the removals since."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core import audit_chain, last_seen, replay_ledger, wraps
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.clock import day
from wkc.procedures.core.key_roles import EVERYTHING, role_for_keys
from wkc.procedures.core.upgrade import cover_again, cover_all
from wkc.procedures.operations import unknown_removals
from wkc.procedures.operations.current_register import CurrentRegister
from wkc.procedures.operations.restore_ledger import Removals, check_proof
from wkc.records.audit import Head
from wkc.records.ledger import LedgerLine, RemovalKind
from wkc.records.user import Role, User
from wkc.store import upgrade
from wkc.store.core import given_number, sealed
from wkc.store.core import ledger as rows
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.document import paper_left
from wkc.store.dossier import coverage
from wkc.store.operations import backup as backups
from wkc.store.operations import year as years
from wkc.store.queries import version, version_of
from wkc.store.store import Store
from wkc.vault.backup.manifest import Manifest
from wkc.vault.database.rotation import Plan, Rotation
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.seal import Resealer


class RestoredRows(Struct, frozen=True):
    """The rows to write, their moment and their author: a beheerder or a recovery code of the backup's day."""

    by: str
    now: datetime
    manifest: Manifest
    current: CurrentRegister | None
    removals: Removals
    plan: Plan


class Written(Struct, frozen=True):
    """The end of the log then, every line of the ledger, the count of sealed values that opened for nobody.

    `explained` names the restores and acceptances in the log, newest first.
    """

    head: Head
    ledger: tuple[LedgerLine, ...]
    broken: int
    explained: tuple[str, ...]


def list_revoked_slots(store: Store, lines: tuple[LedgerLine, ...]) -> frozenset[UUID]:
    """Give the slots that a ledger names: those of the register, and the lines beyond it."""
    every = (*rows.since(store, 1), *lines)
    return frozenset(line.removal.uuid for line in every if line.removal.kind is RemovalKind.SLOT)


def list_limits(live: Keyring | None) -> Mapping[UUID, Collection[str]]:
    """Give the keys that each slot may have: where only the keyring is left, nobody gets back a key lost since."""
    return {slot.slot_id: [*slot.sealed] for slot in live.slots} if live else {}


def write(store: Store, rotation: Rotation, reseal: Resealer | None, change: RestoredRows) -> Written:
    """Write it in one transaction, with the line that explains it to every user who saw a later log."""
    older = version_of(rotation.connection)
    if older != version():
        upgrade.carry_out(rotation.connection, reseal.seal_before if reseal else rotation.sealer.seal)
        check_proof(store, change.removals.doubtful, change.removals.path, day(change.now))
    known = {slot.slot_id for slot in register_metadata.slots(store) if not slot.withdrawn}
    store.begin()
    register_metadata.put_generation(store, rotation.generation)
    had = users.every(store)
    if older != version():
        cover_all(store, change.now, change.by, {"from": older, "to": version(), "as": Role.BEHEERDER})
    broken = sealed.reseal_all(store, reseal) if reseal else 0
    if change.current:
        _carry_over(store, change.current, change.now)
        given_number.raise_to(store, change.current.counters)
    covered = [client for client in coverage.with_rows(store) if coverage.is_covered(store, client)]
    for line in change.removals.lines:
        replay_ledger.carry_out(store, line, change.now)
    cover_again(store, change.now, change.by, covered)
    rows.add(store, change.removals.lines)
    if change.current:
        _keep_outside(store, change.current)
    backups.complete(store, change.manifest.contents.uuid, change.manifest.sha256)
    users_now = _settle_roles(store, change)
    _note_codes(store, had, change.now)
    details = {
        "backup": change.manifest.contents.uuid.hex,
        "step": "done",
        "generation": rotation.generation,
        "users": [[user, str(role)] for user, role in users_now],
        **_withdraw_slots(store, change, known),
        **unknown_removals.details(change.removals.unknown),
        "wraps": _settle_wraps(store, rotation),
        audit_chain.EXPLAINS: True,
    }
    rotation.roles = dict(users_now)
    details |= {"replaced": change.current.head.seq} if change.current else {}
    details |= {"succession": True} if rotation.has_new_signer else {}
    details |= {"broken": broken} if broken else {}
    action = audit_chain.RESTORE
    head = write_system(store, change.now, change.by, action, details)
    lines, explained = tuple(rows.since(store, 1)), last_seen.explanations(store)
    store.commit()
    return Written(head, lines, broken, explained)


def _carry_over(store: Store, current: CurrentRegister, now: datetime) -> None:
    """Write down the users, slots and backups that came since; what ended since ends."""
    had = {user.user_id for user in users.every(store)}
    for user in sorted(current.users, key=lambda user: user.responsible is not None):
        if user.user_id not in had:
            users.add(store, user)
        if user.revoked_at is not None:
            users.revoke(store, user.user_id, user.revoked_at)
    known = {slot.slot_id for slot in register_metadata.slots(store)}
    for slot in current.slots:
        if slot.slot_id not in known:
            register_metadata.add_slot(store, slot, now)
        if slot.withdrawn:
            register_metadata.withdraw_slot(store, slot.slot_id, now)
    made = {backup.uuid for backup in backups.list_kept(store)}
    for backup in reversed(current.backups):
        if backup.uuid not in made:
            backups.add(store, backup)
        if backup.sha256 is not None:
            backups.complete(store, backup.uuid, backup.sha256)


def _keep_outside(store: Store, current: CurrentRegister) -> None:
    """Keep what a restore does not call back: figures of years that went out, papers to be destroyed by hand."""
    for made in current.made_years:
        years.put_back(store, made)
    paper_left.carry_over(store, current.papers, current.destroyed_papers)


def _note_codes(store: Store, had: Collection[User], now: datetime) -> None:
    """Write down who was a beheerder in the backup and is none any more: they know the recovery codes."""
    stay = {user.user_id for user in users.every(store) if user.revoked_at is None and user.role is Role.BEHEERDER}
    for user in had:
        if user.revoked_at is None and user.role is Role.BEHEERDER and user.user_id not in stay:
            register_metadata.put_codes_due(store, user.user_id, now)


def _settle_wraps(store: Store, rotation: Rotation) -> list[list[str]]:
    """Remember how each slot is wrapped in the keyring that stays: the backup may know it by an earlier password."""
    return [[slot.slot_id.hex, wraps.settle(store, slot)] for slot in rotation.all_slots]


def _settle_roles(store: Store, change: RestoredRows) -> list[tuple[str, Role]]:
    """Give each user the role that the log proves and the keyring has keys for; give the roles by user."""
    from wkc.vault.keys.signing import verify_digest

    witness = change.current.witness if change.current else audit_chain.read_witness(store, verify_digest)
    keeps = change.plan.keeps
    keys_of = {slot.user_id: keeps[slot.slot_id] for slot in register_metadata.slots(store) if slot.slot_id in keeps}
    roles = []
    for user in users.every(store):
        if user.revoked_at is not None:
            continue
        role = witness.roles.get(user.user_id)
        if role is None:
            users.revoke(store, user.user_id, change.now)
            continue
        fit = role_for_keys(Role(role), keys_of.get(user.user_id, EVERYTHING))
        if fit != user.role:
            users.put_role(store, replace(user, role=fit))
        roles.append((user.user_id, fit))
    return roles


def _withdraw_slots(store: Store, change: RestoredRows, known: set[UUID]) -> dict[str, object]:
    """Withdraw the slots that do not stay; give which came since the backup and which go."""
    every = tuple(register_metadata.slots(store))
    for slot in every:
        if slot.slot_id not in change.plan.keeps:
            register_metadata.withdraw_slot(store, slot.slot_id, change.now)
    fresh = [slot for slot in every if slot.slot_id in change.plan.keeps and slot.slot_id not in known]
    gone = [slot_id.hex for slot_id in sorted(known - {*change.plan.keeps})]
    return {"slots": audit_chain.brought_in(fresh), "withdrawn": gone}
