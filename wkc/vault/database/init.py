"""Making a vault: keys, register, first beheerder, recovery codes; cut short there is none (VAULT 4)."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from wkc.errors.vault import FolderNotEmpty, HomeIsLink, NoRegister, RegisterExists
from wkc.records.crypto import Sealer, Signer
from wkc.vault.database import copy as copying
from wkc.vault.database import register as registers
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import commit, fsync, prepare
from wkc.vault.files.home import FOLDER_MODE, Home
from wkc.vault.files.sqlite_errors import disk, translated
from wkc.vault.keys import password, recovery_code, role_tag, seal, signing
from wkc.vault.keys.identity import make_identity, unlock, unlock_recovery
from wkc.vault.keys.keyring import Keyring, dump, parse, sign_keyring
from wkc.vault.keys.password import Cost
from wkc.vault.keys.seal import Seals
from wkc.vault.keys.slot import KEY, REGISTER, SIGNING, SPECIAL, Slot, SlotKind, check_user_id, make_slot
from wkc.vault.keys.trust import verify_keyring

FIRST = 1
DEBRIS = re.compile(r"keyring\.json(\.copy)?\.new|register-1\.db\.new(-wal|-shm|-journal)?")


@dataclass(slots=True)
class NewVault:
    """A vault that is being made: the store fills the register through `connection`, then `commit`."""

    home: Home
    connection: Any = field(repr=False)
    signer: Signer
    sealer: Sealer
    _keyring: Keyring
    _register_key: bytes = field(repr=False)
    _signing_seed: bytes = field(repr=False)
    _password: str = field(repr=False)
    _codes: tuple[str, str] = field(repr=False)
    committed: bool = False

    @property
    def vault_id(self) -> UUID:
        """The vault, for ever."""
        return self._keyring.vault_id

    @property
    def generation(self) -> int:
        """The number of the first generation, 1."""
        return self._keyring.generation

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The first beheerder's and two for recovery, for the register to remember."""
        return self._keyring.slots

    def commit(self) -> tuple[str, str]:
        """Bring all to the disk, the keyring last; give the two recovery codes, which are nowhere else."""
        failpoints.failpoint("filled")
        path = _name_draft(self.home)
        with translated(path):
            copying.checkpoint(self.connection)
            failpoints.failpoint("checkpointed")
            self.connection.close()
            failpoints.failpoint("closed")
            registers.open_file(path, self._register_key).close()
            fsync(path)
            fsync(path.parent)
            failpoints.failpoint("register synced")
            content = self._try_keyring()
            failpoints.failpoint("keys sealed")
            prepare(self.home.keyring_first, content)
            fsync(self.home.path)
            path.rename(self._keyring.register)
            fsync(self.home.path)
            failpoints.failpoint("register named")
            commit(self.home.keyring_first, self.home.keyring, self.home.keyring_copy, content)
        self.committed = True
        return self._codes

    def _try_keyring(self) -> bytes:
        """Write the keyring as it will be, and sign in to it in each way before it is trusted."""
        content = dump(sign_keyring(self._keyring, self._register_key, self._signing_seed))
        ring = parse(content, self.home.path)
        verify_keyring(ring, unlock(ring, self.slots[0].user_id, self._password))
        for slot, code in zip(self.slots[1:], self._codes, strict=True):
            verify_keyring(ring, unlock_recovery(ring, code, slot.user_id))
        return content


@contextmanager
def create_vault(home: Home, user_id: str, secret: str, cost: Cost, role: str = role_tag.NOTHING) -> Iterator[NewVault]:
    """Make a vault for its first beheerder; without `commit` nothing is left of it.

    BadUserId, WeakPassword, what check_free raises, and what Home.check_folder raises.
    """
    check_user_id(user_id)
    password.check(secret)
    with disk():
        _make_folder(home.path)
        home.check_folder()
    with disk(), home.lock(exclusive=True):
        check_free(home)
        _clear(home)
        failpoints.failpoint("home made")
        vault: NewVault | None = None
        try:
            vault = _begin(home, user_id, secret, cost, role)
            yield vault
        finally:
            if vault is not None:
                vault.connection.close()
            if vault is None or not vault.committed:
                _withdraw(home)
                _clear(home)


def _make_folder(path: Path) -> None:
    if path.is_symlink():
        raise HomeIsLink(home=path)
    if path.exists() and not path.is_dir():
        raise FolderNotEmpty(home=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        path.mkdir(mode=FOLDER_MODE)


def check_free(home: Home) -> None:
    """Refuse a folder with a vault, or part of one, or with anything that an init cut short does not leave.

    RegisterExists, KeyringMissing, FolderNotEmpty; a folder that is not there is free.
    """
    with disk():
        if os.path.lexists(home.keyring) or os.path.lexists(home.keyring_copy):
            raise RegisterExists(home=home.path)
        if not isinstance(lacking := home.explain_missing_keyring(), NoRegister):
            raise lacking
        there = set(home.path.iterdir()) if home.path.is_dir() else set()
    ours = {home.lock_file, home.keyring_first, home.register(FIRST)}
    if any(not DEBRIS.fullmatch(path.name) for path in there - ours):
        raise FolderNotEmpty(home=home.path)


def _name_draft(home: Home) -> Path:
    """Name the register that is being made: it has its own name only just before the keyring is there."""
    path = home.register(FIRST)
    return path.with_name(path.name + ".new")


def _withdraw(home: Home) -> None:
    """Take this init's own commit back: from here on it is one cut short."""
    home.keyring_copy.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        home.keyring.rename(home.keyring_first)


def _clear(home: Home) -> None:
    """Take away what an init cut short left.

    A register with its own name goes only beside the first keyring, which becomes the keyring when the init
    commits: so it was never confirmed. That goes last, or a crash here would leave what nobody may clear.
    """
    if os.path.lexists(home.keyring_first):
        home.register(FIRST).unlink(missing_ok=True)
    for path in home.path.iterdir():
        if DEBRIS.fullmatch(path.name):
            path.unlink(missing_ok=True)
    fsync(home.path)
    home.keyring_first.unlink(missing_ok=True)


def _begin(home: Home, user_id: str, secret: str, cost: Cost, role: str) -> NewVault:
    vault_id = uuid4()
    register_key, special, seed = (os.urandom(KEY) for _key in range(3))
    keys = {REGISTER: register_key, SPECIAL: special, SIGNING: seed}
    pin = signing.public_of(seed)
    codes = (recovery_code.make(), recovery_code.make())
    person, blob = make_slot(vault_id, FIRST, user_id, SlotKind.PERSON, secret, cost, pin=pin, keys=keys)
    spares = [
        make_slot(vault_id, FIRST, f"recovery-{place}", SlotKind.RECOVERY, code, cost, pin=pin, keys=keys)[0]
        for place, code in enumerate(codes, start=1)
    ]
    bare = Keyring(home.path, vault_id, FIRST, seal.public_of(special), (person, *spares))
    ring = role_tag.with_roles(bare, register_key, {user_id: role})
    connection = registers.create(_name_draft(home), register_key)
    failpoints.failpoint("register made")
    return NewVault(
        home=home,
        connection=connection,
        signer=make_identity(vault_id, person, blob),
        sealer=Seals(vault_id, ring.special, lambda: special, ring.register),
        _keyring=ring,
        _register_key=register_key,
        _signing_seed=seed,
        _password=secret,
        _codes=codes,
    )
