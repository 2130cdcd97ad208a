"""The register that a restore replaces: all that it knows and the backup does not (VAULT 7)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from msgspec import Struct

from wkc.errors.families import Damaged
from wkc.errors.vault import KeyringForged
from wkc.procedures.core import audit_chain, ledger
from wkc.procedures.core.transaction import store_of
from wkc.procedures.operations import unknown_removals
from wkc.records.audit import Head
from wkc.records.backup import Backup
from wkc.records.document import LyingPaper
from wkc.records.ledger import LedgerLine, UnknownRemovals
from wkc.records.user import SlotKeys, User
from wkc.records.year import MadeYear
from wkc.store.core import audit
from wkc.store.core import ledger as rows
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.core.given_number import Counters, list_last
from wkc.store.document import paper_left
from wkc.store.operations import backup as backups
from wkc.store.operations import year as years
from wkc.store.store import Store
from wkc.vault.backup.manifest import Manifest
from wkc.vault.files.home import Home
from wkc.vault.keys.identity import Identity


class CurrentRegister(Struct, frozen=True):
    """The register of the home: its users, slots, backups and ledger lines, proved by its log.

    `knows` tells whether it knows the backup: by the hash of its manifest, or as a moment of its own log that somebody
    signed who still may. `ledger` are its own lines of the ledger, `authorised` the keys, by USER ID, of those who
    may write more. `unknown` tells of an earlier restore whose removals nobody could know and no beheerder confirmed
    since. `counters` are the last numbers that it gave out. `made_years` are the figures of years that went out;
    `papers` lie at a place and are to be destroyed by hand, `destroyed_papers` were.
    """

    witness: audit_chain.Witness
    users: tuple[User, ...]
    slots: tuple[SlotKeys, ...]
    backups: tuple[Backup, ...]
    head: Head
    knows: bool
    ledger: tuple[LedgerLine, ...]
    authorised: Mapping[str, Collection[bytes]]
    unknown: UnknownRemovals | None
    counters: Counters
    made_years: tuple[MadeYear, ...]
    papers: tuple[LyingPaper, ...]
    destroyed_papers: frozenset[UUID]

    def accepts(self, line: LedgerLine) -> bool:
        """Tell whether a line is its own, or signed by somebody who may destroy now."""
        from wkc.vault.journals.ledger import verify_line

        own = self.ledger[line.n - 1 : line.n]
        keys, vault = self.authorised.get(line.user_id, ()), self.witness.vault_id
        return own == (line,) or any(verify_line(key, vault, line) for key in keys)


def read_current(home: Home, identity: Identity, manifest: Manifest) -> CurrentRegister | None:
    """Read the register of the home under the caller's lock; None where it does not open or its log does not hold."""
    from wkc.vault.database.register import open_under_lock
    from wkc.vault.files.sqlite_errors import translated
    from wkc.vault.keys.signing import verify_digest

    try:
        with open_under_lock(home, identity) as register, translated(register.path):
            store = store_of(register)
            register_metadata.check(register.connection, register.path, register.vault_id, register.generation)
            witness, slots = audit_chain.read_witness(store, verify_digest), tuple(register_metadata.slots(store))
            kept = backups.list_kept(store)
            lines, authorised = tuple(rows.since(store, 1)), ledger.authorised_keys(store)
            people, head, knows = users.every(store), audit.head(store), _knows(store, manifest)
            unknown = unknown_removals.find_unconfirmed(store)
            counters = list_last(store)
            outside = years.list_made(store), paper_left.list_lying(store), paper_left.list_destroyed(store)
            return CurrentRegister(
                witness, people, slots, kept, head, knows, lines, authorised, unknown, counters, *outside
            )
    except KeyringForged:
        raise
    except Damaged:
        return None


def _knows(store: Store, manifest: Manifest) -> bool:
    """Tell whether this register made a backup: one it has no hash of may be a forgery with a true log."""
    maker = register_metadata.slot(store, manifest.contents.slot_id)
    stays = maker is not None and not maker.withdrawn
    return backups.has_manifest(store, manifest.sha256) or (stays and audit.has_head(store, manifest.contents.head))
