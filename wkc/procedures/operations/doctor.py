"""The examination of a register: pages, tables, log, ledger, slots, clock, room, backups (art. 14.2; VAULT 9)."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from msgspec import Struct

from wkc.errors.ledger import LedgerDamaged, LedgerForged
from wkc.errors.vault import AuditBroken, RegisterDamaged
from wkc.procedures.core import audit_chain, ledger, role_proof, row_proof, verified_head, wraps
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.backup_place import read_place
from wkc.procedures.core.letterhead import remind_beheerder
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import store_of
from wkc.procedures.dossier.doubles import list_likely
from wkc.procedures.io import drafts
from wkc.procedures.operations import backup_folder, unknown_removals, upkeep
from wkc.procedures.operations.backup import find_whole, maker_keys
from wkc.records.audit import Head
from wkc.records.backup import Backup
from wkc.records.health import CheckResult, Health
from wkc.rules.regulation.backup_place import judge_place
from wkc.rules.regulation.upkeep import DRILL, RETENTION, VERIFY, due_on
from wkc.store.core import audit
from wkc.store.core import ledger as rows
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.document import document as documents
from wkc.store.operations import backup as backups
from wkc.store.queries import version
from wkc.store.store import Store
from wkc.vault.database.register import Register

BACKUP_DAYS = 7
"""A newest backup that is older is no backup of the week's work."""
LIKELY = 20
"""Pairs of dossiers that may be of one person, which are named."""
CLOCK = timedelta(minutes=5)
"""A smaller difference is a clock that was set right."""
ROOM = 64 * 1024 * 1024
"""Octets free besides twice the register: what a purge or new keys need at most, and some to work in."""


class Examined(Struct, frozen=True):
    """All findings, in the order in which they were looked at."""

    findings: tuple[CheckResult, ...]

    @property
    def worst(self) -> Health:
        """The worst of them."""
        states = {finding.health for finding in self.findings}
        return next((health for health in (Health.DAMAGED, Health.DUE) if health in states), Health.OK)


def examine(session: Session, *, whole: bool = False, progress: Callable[[int], None] = lambda _seq: None) -> Examined:
    """Look at everything; nothing is repaired here but by the repairs before every command.

    Of the log the signatures are checked that this user did not check before, or of the `whole` log; `progress` counts.
    """
    with act(session, "register.doctor") as action:
        action.details["step"] = "begun"
        remind_beheerder(action)
        known = tuple(_examine_tables(session, action))
        kept, keys, now = backups.list_kept(action.store), maker_keys(action.store), action.now
    with session.opened() as register:
        log = _Log(register, whole, progress)
        findings = (*_check_contents(register, log), *_check_surroundings(session, register), *known)
    findings = (*findings, _backup(find_whole(kept, session.identity.vault_id, keys), now))
    with act(session, "register.doctor") as action:
        ill = [finding.check for finding in findings if finding.health is not Health.OK]
        action.details |= {"step": "done", "found": ill}
        action.details |= verified_head.detail(log.head) if log.head else {}
    return Examined(findings)


def _examine_tables(session: Session, action: Action) -> Iterator[CheckResult]:
    """Look at the tables, in one moment."""
    store = action.store
    yield _finding("schema", None, version=version())
    yield _try("ledger", lambda: ledger.verify(store, session.home.ledger))
    yield _slots(session, action)
    ahead = (audit.last_trusted(store) or action.now) - action.now
    yield _finding("clock", Health.DUE if ahead > CLOCK else None, minutes=int(ahead.total_seconds() // 60))
    codes = register_metadata.codes_due(store)
    yield _finding("codes", Health.DUE if codes else None, user=codes[0] if codes else "")
    since = rows.due_since(store)
    yield _finding("purge", Health.DUE if since else None, since=since.isoformat() if since else "")
    unknown = unknown_removals.find_unconfirmed(store)
    since_on = f"{unknown.since:%Y-%m-%d %H:%M}" if unknown else ""
    after = unknown.after_line if unknown else 0
    yield from _examine_upkeep(action)
    yield from _backup_folder(session, action)
    if alike := sorted(islice(list_likely(store), LIKELY + 1)):
        pairs = " ".join("+".join(pair) for pair in alike[:LIKELY])
        yield _finding("doubles", None, pairs=pairs, more=len(alike) > LIKELY)
    cut = documents.list_broken(store)
    yield _finding("documents", Health.DAMAGED if cut else None, clients=" ".join(cut))
    yield _finding("removals", Health.DUE if unknown else None, since=since_on, line=after)


def _examine_upkeep(action: Action) -> Iterator[CheckResult]:
    """Look whether the work of cron was done: the retention run, and the check of a backup."""
    done = upkeep.list_done(action)
    for work in (RETENTION, VERIFY, DRILL):
        last, since = done.get(work, (None, action.today))
        late = due_on(work, last, since) < action.today
        yield _finding(work, Health.DUE if late else None, last=last.isoformat() if last else "-")


def _backup_folder(session: Session, action: Action) -> Iterator[CheckResult]:
    """Look where backups go and where the register is; a folder that is not set gives no finding."""
    from wkc.vault.files.synced import find_sync_program

    place = read_place(action, session.home.path)
    if place is not None:
        judged = judge_place(apart_before=place.apart_before, apart_now=place.apart)
        missing = None if judged.allowed else Health.DUE
        yield _finding("backup_disk", missing, folder=str(place.folder), same=not place.apart)
    if strange := list(backup_folder.list_unknown(action, session.identity.vault_id)):
        yield _finding("set_back", Health.DUE, at=f"{max(at for _path, at in strange):%Y-%m-%d %H:%M}")
    if program := find_sync_program(session.home.path):
        yield _finding("synced", Health.DUE, program=program)


def _backup(newest: Backup | None, now: datetime) -> CheckResult:
    days = (now - newest.at).days if newest else -1
    return _finding("backup", Health.DUE if not 0 <= days <= BACKUP_DAYS else None, days=days)


def _slots(session: Session, action: Action) -> CheckResult:
    """Compare who is designated with who can sign in; that no slot is a stranger's is seen at every command."""
    from wkc.vault.keys import keyring

    active = {user.user_id for user in users.every(action.store) if user.revoked_at is None}
    has = {slot.user_id for slot in keyring.read(session.home).slots if slot.kind != ledger.RECOVERY}
    if stray := has - active:
        return _finding("slots", Health.DAMAGED, users=" ".join(sorted(stray)))
    return _finding("slots", Health.DUE if active - has else None, users=" ".join(sorted(active - has)))


class _Log:
    """The log while it is read; `head` is the last line up to which it verified, once that is known."""

    def __init__(self, register: Register, whole: bool, progress: Callable[[int], None]) -> None:  # noqa: FBT001
        self._register, self._whole, self._progress = register, whole, progress
        self.head: Head | None = None

    def read(self) -> int:
        """Check it, and give the number of its last line; errors.AuditBroken."""
        from wkc.vault.keys.signing import verify_digest

        store = store_of(self._register)
        before = audit.START if self._whole else verified_head.find(store, self._register)
        self.head = audit_chain.verify(store, verify_digest, before, self._progress).head
        return self.head.seq


def _check_contents(register: Register, log: _Log) -> Iterator[CheckResult]:
    """Read the whole file: beside others at work, and without a transaction that would keep them waiting."""
    from wkc.vault.database import health

    store = store_of(register)
    yield _count("pages", lambda: health.count_broken_pages(register.connection), register)
    yield _count("structure", lambda: health.count_broken_structures(register.connection), register)
    yield _count("references", lambda: health.count_broken_references(register.connection), register)
    finding = _try("log", lambda: _read(register, log.read))
    yield finding
    witness = _read_witness(store, register)
    old = witness.old_pins if witness else ()
    yield _finding("pins", Health.DUE if old else None, users=" ".join(old))
    yield _roles(store, register, logged=finding.health is Health.OK)
    older = _list_read(register, lambda: wraps.list_replaced(store, register, witness) if witness else ())
    yield _finding("wraps", Health.DAMAGED if older else None, users=" ".join(older))
    rows_off = _list_read(register, lambda: row_proof.list_uncovered(store, witness) if witness else ())
    yield _finding("rows", Health.DAMAGED if rows_off else None, what=" ".join(rows_off))


def _read_witness(store: Store, register: Register) -> audit_chain.Witness | None:
    """Learn from a log with a line that its user could not write too; None for one with a line changed or taken out."""
    from wkc.vault.files.sqlite_errors import translated
    from wkc.vault.keys.signing import verify_digest

    with suppress(AuditBroken, RegisterDamaged), translated(register.path):
        return audit_chain.read_witness(store, verify_digest)
    return None


def _roles(store: Store, register: Register, *, logged: bool) -> CheckResult:
    """Compare the roles with those that a beheerder signed; a keyring without roles has them in a log that verifies."""
    unsigned = any(slot.role is None and slot.kind != ledger.RECOVERY for slot in register.slots)
    differing = _list_read(
        register, lambda: role_proof.list_unproved(store, register) if logged or not unsigned else ()
    )
    if differing:
        return _finding("roles", Health.DAMAGED, users=" ".join(differing))
    return _finding("roles", Health.DUE if unsigned else None)


def _list_read(register: Register, read: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """Give what a check lists; nothing where pages cannot be read, which are named by themselves."""
    from wkc.vault.files.sqlite_errors import translated

    with suppress(RegisterDamaged), translated(register.path):
        return tuple(read())
    return ()


def _check_surroundings(session: Session, register: Register) -> Iterator[CheckResult]:
    from wkc.vault.database import health

    yield _finding("rights", None)  # Else the register had not opened.
    free, size = health.measure_room(session.home)
    needs = 2 * size + ROOM
    yield _finding("room", Health.DUE if free < needs else None, free=free // 2**20, needs=needs // 2**20)
    left, strange = health.count_other_files(session.home, register.path)
    yield _finding("folder", Health.DUE if left or strange else None, left=left, strange=strange)
    yield _finding("keyring_copy", None if health.is_copy_current(session.home) else Health.DUE)
    _removed, drafts_left = drafts.remove_leftovers(session.environment.state())
    named = " ".join(map(str, drafts_left))
    yield _finding("drafts", Health.DUE if drafts_left else None, paths=named)


def _count(check: str, count: Callable[[], int], register: Register) -> CheckResult:
    try:
        faults = _read(register, count)
    except RegisterDamaged:
        faults = 1
    return _finding(check, Health.DAMAGED if faults else None, faults=faults)


def _read(register: Register, count: Callable[[], int]) -> int:
    """Read the file, with the errors of SQLCipher as those of the vault."""
    from wkc.vault.files.sqlite_errors import translated

    with translated(register.path):
        return count()


def _try(check: str, count: Callable[[], int]) -> CheckResult:
    try:
        return _finding(check, None, line=count())
    except (AuditBroken, LedgerDamaged, LedgerForged, RegisterDamaged) as error:
        return _finding(check, Health.DAMAGED, line=error.facts.get("line", error.facts.get("seq", "?")))


def _finding(check: str, health: Health | None, **facts: Any) -> CheckResult:
    return CheckResult(check, health or Health.OK, facts)
