"""The removals that a restore carries out: every ledger at hand, verified, merged, agreeing with each other (VAULT 7).

backup ─┐
home ───┤
register┼── the longest ── each other is its beginning ── signed by who may destroy ── beyond the backup's register
named ──┘
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from wkc.errors.ledger import LedgerEmpty, LedgerForged, LedgerMissing, LedgerOlder, LedgersDiffer, LedgerUnproved
from wkc.procedures.core import ledger
from wkc.procedures.core.ledger_proof import is_plausible
from wkc.procedures.operations.current_register import CurrentRegister
from wkc.records.ledger import LedgerLine, UnknownRemovals
from wkc.records.user import Role
from wkc.store.core import user as users
from wkc.store.queries import version, version_of
from wkc.store.store import Store
from wkc.vault.files.home import Home
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import SlotKind


class Removals(Struct, frozen=True):
    """The lines to carry out beyond the backup's register, and what stays unknown; `newer` where any line is.

    `doubtful` are those of the ledger at `path` that the backup must bear out: once it has the schema of this program.
    """

    lines: tuple[LedgerLine, ...]
    newer: bool
    unknown: UnknownRemovals | None
    doubtful: tuple[LedgerLine, ...]
    path: Path


class _Source(Struct, frozen=True):
    path: Path
    lines: tuple[LedgerLine, ...]


class Ledgers(Struct, frozen=True):
    """The places where lines may be: a backup's folder, the home, the register in it, and files that were named.

    `services` are the USER IDs of service accounts, whose lines the facts must bear out on the day `today`.
    """

    backup: Path
    home: Home
    current: CurrentRegister | None
    named: Sequence[Path]
    services: Collection[str]
    today: date

    def merge(self, store: Store, keys: Mapping[str, Sequence[bytes]], at: datetime) -> Removals:
        """Give what all of them name beyond a backup's register of an instant, each new line signed by one of `keys`.

        errors.LedgerMissing, LedgerEmpty and LedgerOlder for a file that was named; LedgersDiffer, LedgerDamaged,
        LedgerForged.
        """
        backup, own = self._backup(), self._own()
        sources = [backup, *own, *self._list_named()]
        longest = max(sources, key=lambda source: len(source.lines))
        for source in sources:
            _check_beginning(source, longest)
        self._check_named(longest)
        lines = tuple(ledger.new_lines(store, longest.lines, longest.path, keys))
        if self.current and (foreign := next((line for line in lines if not self.current.accepts(line)), None)):
            raise LedgerForged(path=longest.path, line=foreign.n)
        doubtful = tuple(self._doubtful(lines, longest))
        if version_of(store.connection) == version():
            check_proof(store, doubtful, longest.path, self.today)
        whole = self.current is not None or any(len(source.lines) >= len(backup.lines) for source in own)
        newer = len(longest.lines) > len(backup.lines)
        before = self.current.unknown if self.current else None
        return Removals(
            lines, newer, before if whole else UnknownRemovals(len(longest.lines), at), doubtful, longest.path
        )

    def _doubtful(self, lines: Sequence[LedgerLine], longest: _Source) -> Iterator[LedgerLine]:
        """Give what a service account signed beyond the current register, unless the ledger was named.

        A beheerder who names a ledger answers for it, and sees how much is destroyed again.
        """
        if not any(len(source.lines) == len(longest.lines) for source in self._list_named()):
            known = len(self.current.ledger) if self.current else 0
            yield from (line for line in lines if line.n > known and line.user_id in self.services)

    def _backup(self) -> _Source:
        from wkc.vault.backup.manifest import LEDGER

        return _read(self.backup / LEDGER)

    def _own(self) -> tuple[_Source, ...]:
        """Give the ledger of the home and the one inside its register, as far as they are there."""
        sources = (_read(self.home.ledger),) if self.home.ledger.exists() else ()
        return sources if self.current is None else (*sources, _Source(self.home.path, self.current.ledger))

    def _list_named(self) -> Iterator[_Source]:
        for path in self.named:
            if not path.exists():
                raise LedgerMissing(path=path)
            source = _read(path)
            if not source.lines:
                raise LedgerEmpty(path=path)
            yield source

    def _check_named(self, longest: _Source) -> None:
        for source in self._list_named():
            if len(source.lines) < len(longest.lines):
                raise LedgerOlder(path=source.path, line=len(source.lines), known=len(longest.lines))


def check_proof(store: Store, doubtful: Sequence[LedgerLine], path: Path, today: date) -> None:
    """Refuse lines of a service account that a backup's register does not allow; errors.LedgerUnproved."""
    for line in doubtful:
        if not is_plausible(store, line, today):
            raise LedgerUnproved(path=path, line=line.n)


def find_signers(live: Keyring | None, store: Store, current: CurrentRegister | None) -> Mapping[str, Sequence[bytes]]:
    """Give by USER ID the keys whose lines count: of who may destroy in a backup's register, and of who came since.

    Those are all that the current register knows, or its keyring's where that alone is left.
    """
    from wkc.vault.keys.slot import SIGNING

    keys = {user: [*listed] for user, listed in ledger.authorised_keys(store).items()}
    later = [(slot.user_id, slot.ed25519) for slot in (current.slots if current else ())]
    can_destroy = (
        slot for slot in (live.slots if live else ()) if slot.kind is not SlotKind.PERSON or SIGNING in slot.sealed
    )
    later.extend((slot.user_id, slot.ed25519) for slot in can_destroy)
    for user, key in later:
        keys.setdefault(user, []).append(key)
    return keys


def find_services(rings: Sequence[Keyring], store: Store, current: CurrentRegister | None) -> frozenset[str]:
    """Give the service accounts that these keyrings, a backup's register and the current one know."""
    slots = (slot.user_id for ring in rings for slot in ring.slots if slot.kind is SlotKind.SERVICE)
    people = (*users.every(store), *(current.users if current else ()))
    return frozenset((*slots, *(user.user_id for user in people if user.role is Role.SERVICE)))


def _read(path: Path) -> _Source:
    from wkc.vault.journals import ledger as files

    return _Source(path, tuple(files.read_lines(path)))


def _check_beginning(source: _Source, longest: _Source) -> None:
    """Refuse a ledger that is not the beginning of the longest one, to the octet; errors.LedgersDiffer."""
    for line, other in zip(source.lines, longest.lines, strict=False):
        if line != other:
            raise LedgersDiffer(path=source.path, other=longest.path, line=line.n)
