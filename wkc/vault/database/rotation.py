"""A new generation under new keys, when somebody leaves or a key may be known to others (VAULT 4).

with next_generation(...) as rotation:    copy the live register in one step, under a new register key
    ...                                   the store changes the copy through rotation.connection
    rotation.commit()                     compact · verify · sync · seal · sign · the keyring: the commit point
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from os import urandom
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.vault import DiskFaulty, DiskFull
from wkc.vault.database import copy as copying
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import atomic_write, fsync
from wkc.vault.files.home import Home
from wkc.vault.files.sqlite_errors import translated
from wkc.vault.keys import role_tag, seal, signing
from wkc.vault.keys.identity import Unlocked, unlock, unlock_recovery
from wkc.vault.keys.keyring import Keyring, Succession, build_handover, dump, parse, sign_keyring
from wkc.vault.keys.password import Cost
from wkc.vault.keys.seal import Resealer, Seals
from wkc.vault.keys.slot import KEY, REGISTER, SIGNING, SPECIAL, Slot, SlotKind, make_slot, seal_keys
from wkc.vault.keys.trust import verify_keyring


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A slot to make: its user, its secret (password, code or service secret), which keys besides the register's."""

    user_id: str
    kind: SlotKind
    secret: str = field(repr=False)
    cost: Cost | None
    keys: Collection[str]


class Plan(Struct, frozen=True):
    """The slots of the next generation: those that stay with their keys besides the register's, and the new ones.

    `lost` are the keys that somebody held and may no longer (`special`, `signing`): those are new. The keys
    of a slot come from the caller, never from the keyring: the names in it are not signed. The generation
    follows on the keyring's, and on `after` where that is later (a backup's).
    """

    keeps: Mapping[UUID, Collection[str]]
    fresh: tuple[NewSlot, ...] = ()
    lost: Collection[str] = ()
    after: int = 0

    def generation(self, ring: Keyring) -> int:
        """Give the number of the generation that is made."""
        return max(ring.generation, self.after) + 1


@dataclass(slots=True)
class Rotation:
    """The next generation while it is made."""

    home: Home
    connection: Any = field(repr=False)
    signer: Unlocked
    sealer: Seals
    reseal: Resealer | None
    slots: tuple[Slot, ...]
    _source: Any = field(repr=False)
    _old: Keyring
    _new: Keyring
    _keys: Mapping[str, bytes] = field(repr=False)
    _plan: Plan
    roles: Mapping[str, str] = field(default_factory=dict)
    """The role of each user who has access in this generation, by USER ID: known before `commit`."""
    committed: bool = False

    @property
    def path(self) -> Path:
        """The register of the next generation."""
        return self._new.register

    @property
    def generation(self) -> int:
        """The number of the next generation."""
        return self._new.generation

    @property
    def all_slots(self) -> tuple[Slot, ...]:
        """The slots of this generation, the kept ones and the new."""
        return self._new.slots

    @property
    def special(self) -> bytes:
        """The public half of its special pair."""
        return self._new.special

    @property
    def has_new_signer(self) -> bool:
        """Tell whether a new vault signing key takes over, so that every pin is to be renewed."""
        return SIGNING in self._plan.lost

    def commit(self) -> None:
        """Prove the copy, then let the keyring name it; DiskFull, RegisterDamaged.

        What was not synced may have been renamed all the same: then both generations stay for the next to settle.
        """
        failpoints.failpoint("changed")
        expected = copying.count_contents(self.connection)
        copying.checkpoint(self.connection)  # Its log, as long as the copy where all was sealed anew, makes room.
        copying.compact(self.connection, self.path)
        self.connection.close()
        copying.verify(self.path, self._keys[REGISTER], expected)
        copying.sync(self.path)
        content = self._try_keyring()
        failpoints.failpoint("keys sealed")
        try:
            atomic_write(self.home.keyring, self.home.keyring_copy, content)
        except (DiskFull, DiskFaulty):
            if not self._is_named(content):
                raise
            return  # The keyring names this generation: not failed. Both stay, for the next command to settle.
        finally:
            self.committed = self._may_be_named(content)
        self._source.close()
        self._remove_old()

    def _try_keyring(self) -> bytes:
        """Write the keyring as it will be, and sign in to it in each way we can before it is trusted."""
        tagged = role_tag.with_roles(self._new, self._keys[REGISTER], self.roles)
        content = dump(sign_keyring(tagged, self._keys[REGISTER], self._keys[SIGNING]))
        ring = parse(content, self.home.path)
        if ring.slot(self.signer.slot_id) is not None:
            verify_keyring(ring, self.signer)
        for new in self._plan.fresh:
            if new.kind is SlotKind.RECOVERY:
                verify_keyring(ring, unlock_recovery(ring, new.secret, new.user_id))
            else:
                verify_keyring(ring, unlock(ring, new.user_id, new.secret))
        return content

    def _is_named(self, content: bytes) -> bool:
        """Tell whether the keyring can be read and names this generation."""
        try:
            return self.home.keyring.read_bytes() == content
        except OSError:
            return False

    def _may_be_named(self, content: bytes) -> bool:
        """Tell whether the keyring names this generation, or may: one that cannot be read may have been renamed."""
        try:
            return self.home.keyring.read_bytes() == content
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def _remove_old(self) -> None:
        """Take the old generation away; what the disk refuses here is left over and no failure."""
        with suppress(OSError):
            copying.remove(self._old.register)
            failpoints.failpoint("old removed")
            fsync(self.home.path)
            failpoints.failpoint("old removal synced")


@contextmanager
def next_generation(home: Home, ring: Keyring, identity: Unlocked, source: Any, plan: Plan) -> Iterator[Rotation]:
    """Copy the open register `source` into the next generation; without `commit` nothing is left of it.

    Under the exclusive lock of the caller, for who holds every key: a beheerder, or a recovery code. Errors of
    SQLCipher on the copy are translated for the caller that changes it: DiskFull, DiskFaulty, MemoryShort.
    """
    verify_keyring(ring, identity)
    rotation: Rotation | None = None
    draft = _name_draft(home, plan.generation(ring))
    copying.remove(draft)
    try:
        with translated(draft):
            rotation = _begin(home, ring, identity, source, plan, draft)
            yield rotation
    finally:
        if rotation is not None:
            rotation.connection.close()
            if not rotation.committed:
                copying.remove(rotation.path)
        copying.remove(draft)


def _begin(home: Home, ring: Keyring, identity: Unlocked, source: Any, plan: Plan, draft: Path) -> Rotation:
    old = {which: identity.unseal(ring, which) for which in (SPECIAL, SIGNING)}
    keys = {which: urandom(KEY) if which in plan.lost else key for which, key in old.items()}
    keys[REGISTER] = urandom(KEY)
    new = replace(
        ring,
        generation=plan.generation(ring),
        special=seal.public_of(keys[SPECIAL]),
        succession=(*ring.succession, *_hand_over(ring.vault_id, old[SIGNING], keys[SIGNING])),
    )
    kept = [
        seal_keys(slot, ring.vault_id, new.generation, _select_keys(keys, plan.keeps[slot.slot_id]))
        for slot in ring.slots
        if slot.slot_id in plan.keeps
    ]
    fresh = tuple(_make_slot(new, slot, keys) for slot in plan.fresh)
    return Rotation(
        home=home,
        connection=copying.copy(source, draft, keys[REGISTER]),
        signer=identity,
        sealer=Seals(ring.vault_id, new.special, lambda: keys[SPECIAL], new.register),
        reseal=Resealer(ring.vault_id, old[SPECIAL], new.special) if SPECIAL in plan.lost else None,
        slots=fresh,
        _source=source,
        _old=ring,
        _new=replace(new, slots=(*kept, *fresh)),
        _keys=keys,
        _plan=plan,
    )


def _hand_over(vault_id: UUID, old: bytes, new: bytes) -> tuple[Succession, ...]:
    if old == new:
        return ()
    first, second = signing.public_of(old), signing.public_of(new)
    return (Succession(first, second, signing.sign_statement(old, build_handover(vault_id, first, second))),)


def _make_slot(ring: Keyring, new: NewSlot, keys: Mapping[str, bytes]) -> Slot:
    pin = signing.public_of(keys[SIGNING])
    names = _select_keys(keys, new.keys)
    made = (ring.vault_id, ring.generation, new.user_id, new.kind, new.secret, new.cost)
    return make_slot(*made, pin=pin, keys=names)[0]


def _select_keys(keys: Mapping[str, bytes], names: Collection[str]) -> dict[str, bytes]:
    return {which: keys[which] for which in (REGISTER, *names)}


def _name_draft(home: Home, generation: int) -> Path:
    """Name the copy that is changed; what is proved has the generation's own name."""
    path = home.register(generation)
    return path.with_name(path.name + ".new")
