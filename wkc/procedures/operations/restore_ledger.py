"""The removals that a restore carries out: every ledger at hand, verified, merged, agreeing with each other (VAULT 7).

backup ─┐
home ───┤
register┼── the longest ── each other is its beginning ── signed by who may destroy ── beyond the backup's register
named ──┘
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from wkc.errors.ledger import LedgerEmpty, LedgerForged, LedgerMissing, LedgerOlder, LedgersDiffer
from wkc.procedures.core import ledger
from wkc.procedures.operations.current_register import CurrentRegister
from wkc.records.ledger import LedgerLine, UnknownRemovals
from wkc.store.store import Store
from wkc.vault.files.home import Home


class Removals(Struct, frozen=True):
    """The lines to carry out beyond the backup's register, and what stays unknown; `newer` where any line is."""

    lines: tuple[LedgerLine, ...]
    newer: bool
    unknown: UnknownRemovals | None


class _Source(Struct, frozen=True):
    path: Path
    lines: tuple[LedgerLine, ...]


class Ledgers(Struct, frozen=True):
    """The places where lines may be: a backup's folder, the home, the register in it, and files that were named."""

    backup: Path
    home: Home
    current: CurrentRegister | None
    named: Sequence[Path]

    def merge(self, store: Store, keys: Mapping[str, Sequence[bytes]], at: datetime) -> Removals:
        """Give what all of them name beyond a backup's register of an instant, each new line signed by one of `keys`.

        errors.LedgerMissing, LedgerEmpty and LedgerOlder for a file that was named; LedgersDiffer, LedgerDamaged,
        LedgerForged.
        """
        backup, own = self._backup(), self._own()
        sources = [backup, *own, *self._named()]
        longest = max(sources, key=lambda source: len(source.lines))
        for source in sources:
            _check_beginning(source, longest)
        self._check_named(longest)
        lines = tuple(ledger.new_lines(store, longest.lines, longest.path, keys))
        if self.current and (foreign := next((line for line in lines if not self.current.lets(line)), None)):
            raise LedgerForged(path=longest.path, line=foreign.n)
        whole = self.current is not None or any(len(source.lines) >= len(backup.lines) for source in own)
        newer = len(longest.lines) > len(backup.lines)
        before = self.current.unknown if self.current else None
        return Removals(lines, newer, before if whole else UnknownRemovals(len(longest.lines), at))

    def _backup(self) -> _Source:
        from wkc.vault.backup.manifest import LEDGER

        return _read(self.backup / LEDGER)

    def _own(self) -> tuple[_Source, ...]:
        """Give the ledger of the home and the one inside its register, as far as they are there."""
        found = (_read(self.home.ledger),) if self.home.ledger.exists() else ()
        return found if self.current is None else (*found, _Source(self.home.path, self.current.ledger))

    def _named(self) -> Iterator[_Source]:
        for path in self.named:
            if not path.exists():
                raise LedgerMissing(path=path)
            source = _read(path)
            if not source.lines:
                raise LedgerEmpty(path=path)
            yield source

    def _check_named(self, longest: _Source) -> None:
        for source in self._named():
            if len(source.lines) < len(longest.lines):
                raise LedgerOlder(path=source.path, line=len(source.lines), known=len(longest.lines))


def signed_by(store: Store, signers: Iterator[tuple[str, bytes]]) -> Mapping[str, Sequence[bytes]]:
    """Give by USER ID the keys whose lines count: of who may destroy in a backup's register, and of others besides."""
    keys = {user: [*found] for user, found in ledger.authorised_keys(store).items()}
    for user, key in signers:
        keys.setdefault(user, []).append(key)
    return keys


def _read(path: Path) -> _Source:
    from wkc.vault.journals import ledger as files

    return _Source(path, tuple(files.read_lines(path)))


def _check_beginning(source: _Source, longest: _Source) -> None:
    """Refuse a ledger that is not the beginning of the longest one, to the octet; errors.LedgersDiffer."""
    for line, other in zip(source.lines, longest.lines, strict=False):
        if line != other:
            raise LedgersDiffer(path=source.path, other=longest.path, line=line.n)
