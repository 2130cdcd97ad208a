"""The next generation of the register: slots that go, users with fewer keys, and their audit lines (VAULT 4).

A line "begun" comes first, in the present generation. Then, in the next one: the keys of each slot, the sealed values
under a new pair if somebody could open them, the line "done". The keyring's rename makes it final.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from uuid import UUID

from msgspec import Struct, field

from wkc.errors.families import WkcError
from wkc.errors.vault import KeyringForged
from wkc.procedures.core import audit_chain, last_seen, ledger, wraps
from wkc.procedures.core.action import Action
from wkc.procedures.core.key_roles import EVERYTHING, keys_of_role, public_half
from wkc.procedures.core.role_proof import find_signed_role, prove_role, prove_roles
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import write_transaction
from wkc.records.audit import Head, Outcome
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.records.user import Role
from wkc.store.core import audit, sealed
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.database.rotation import NewSlot, Plan, Rotation, next_generation
from wkc.vault.files.sqlite_errors import translated
from wkc.vault.keys.slot import SIGNING, Slot, SlotKind


class AccessChange(Struct, frozen=True):
    """The change that a rotation carries out.

    `user` is the USER ID concerned, `details` go into the log line besides; `write` writes the change among the users
    of the next generation. `withdrawn` are the owners whose slots go, `roles` the users with another role from now
    on, `fresh` the new slots.
    """

    user: str
    details: Mapping[str, object]
    write: Callable[[Store], None]
    withdrawn: Collection[str] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)
    fresh: tuple[NewSlot, ...] = ()


class PlannedRotation:
    """A rotation: planned while the action can still be refused, carried out when its first line is for good.

    `broken` counts the sealed values that opened for nobody and were left as they are; `codes_due` tells whether a
    beheerder leaves who knows the recovery codes.
    """

    def __init__(self, session: Session, action: Action, register: Register, change: AccessChange) -> None:
        from wkc.vault.keys.signing import verify_digest

        self._session = session
        self._action = action
        self._register = register
        self._change = change
        self._roles = prove_roles(action.store, register)
        self._witness = audit_chain.read_witness(action.store, verify_digest)
        self._plan = Plan(dict(self._list_kept_slots()), change.fresh, self._find_lost_keys())
        for new in change.fresh:
            if new.kind is not SlotKind.RECOVERY:
                self._role(new.user_id)
        self.broken = 0
        self.codes_due = bool(self._leaving_beheerders())
        self._lines: tuple[LedgerLine, ...] = ()
        self._explained: tuple[str, ...] = ()
        action.details |= {"user": change.user, "step": "begun"}
        action.afterwards = self._carry_out

    def _list_kept_slots(self) -> Iterator[tuple[UUID, Collection[str]]]:
        """Give the slots that stay with the keys of each, compared with the register and with the proof of the log."""
        for slot in self._register.slots:
            if slot.user_id in self._change.withdrawn or not self._is_kept(slot):
                continue
            if not self._witness.has_slot(slot.slot_id, slot.user_id, slot.ed25519):
                raise KeyringForged(home=self._session.home.path)
            code = slot.kind is SlotKind.RECOVERY
            yield slot.slot_id, EVERYTHING if code else keys_of_role(self._role(slot.user_id))

    def _is_kept(self, slot: Slot) -> bool:
        """Tell whether the register still knows a slot; one that was being replaced goes now."""
        known = register_metadata.slot(self._action.store, slot.slot_id)
        user = users.one(self._action.store, slot.user_id)
        ended = slot.kind is not SlotKind.RECOVERY and (user is None or user.revoked_at is not None)
        return known is not None and not known.withdrawn and not ended and wraps.is_known(self._action.store, slot)

    def _role(self, user_id: str) -> Role:
        wanted = self._change.roles.get(user_id) or self._roles.get(user_id)
        return wanted or prove_role(self._action.store, self._register, user_id)

    def _find_lost_keys(self) -> frozenset[str]:
        """Give the keys that somebody had and may have no longer: by the signed role, and by the keyring."""
        lost = set[str]()
        for slot in self._register.slots:
            if slot.user_id in self._change.withdrawn:
                lost |= {*slot.sealed, *self._list_keys(slot.user_id)}
            elif slot.user_id in self._change.roles:
                lost |= {*slot.sealed, *self._list_keys(slot.user_id)} - {
                    *keys_of_role(self._change.roles[slot.user_id])
                }
        return frozenset(lost & {*EVERYTHING})

    def _list_keys(self, owner: str) -> Collection[str]:
        role = find_signed_role(self._register, owner) or self._roles.get(owner)
        return EVERYTHING if role is None else keys_of_role(role)

    def _leaving_beheerders(self) -> Collection[str]:
        """Give the users who lose the vault signing key and get no new slot: they know the recovery codes."""
        return sorted(
            slot.user_id
            for slot in self._register.slots
            if slot.kind is SlotKind.PERSON
            and SIGNING in {*slot.sealed, *self._list_keys(slot.user_id)}
            and slot.user_id not in {new.user_id for new in self._change.fresh}
            and (
                slot.user_id in self._change.withdrawn
                or SIGNING not in keys_of_role(self._change.roles.get(slot.user_id, Role.BEHEERDER))
            )
        )

    def _note_codes(self, store: Store) -> None:
        if any(new.kind is SlotKind.RECOVERY for new in self._change.fresh):
            register_metadata.clear_codes_due(store)
        for user_id in self._leaving_beheerders():
            register_metadata.put_codes_due(store, user_id, self._action.now)

    def _carry_out(self) -> None:
        from wkc.vault.keys import keyring

        session, old = self._session, self._register
        ring = keyring.read(session.home)
        with next_generation(session.home, ring, session.unlock(), old.connection, self._plan) as rotation:
            with translated(rotation.path):
                head = self._write(rotation)
            owners = {slot.user_id for slot in rotation.all_slots if slot.kind is not SlotKind.RECOVERY}
            rotation.roles = {owner: self._role(owner) for owner in owners}
            rotation.commit()
        session.kept.append(self._action.name)
        with suppress(WkcError, OSError):  # All that matters is done: the next command brings the line after.
            ledger.flush(session.home, self._lines)
        last_seen.remember(session, self._sight, old.generation, head, self._explained)

    def _write(self, rotation: Rotation) -> Head:
        action = self._action
        with write_transaction(rotation) as store:
            register_metadata.put_generation(store, rotation.generation)
            gone = [slot for slot in register_metadata.slots(store) if slot.user_id in self._change.withdrawn]
            for owner in self._change.withdrawn:
                register_metadata.withdraw_slots(store, owner, action.now)
            fresh = [public_half(slot) for slot in rotation.slots]
            for slot in fresh:
                register_metadata.add_slot(store, slot, action.now)
            withdrawn = [Removal(RemovalKind.SLOT, slot.slot_id) for slot in gone if not slot.withdrawn]
            self._lines = ledger.append_lines(store, action.by, withdrawn, store.new_uuid())
            self._change.write(store)
            self._note_codes(store)
            if rotation.reseal is not None:
                self.broken = sealed.reseal_all(store, rotation.reseal)
            details: dict[str, object] = {"user": self._change.user, **self._change.details, "step": "done"}
            details |= {"generation": rotation.generation, "as": action.user.role}
            details |= {"withdrawn": [slot.slot_id.hex for slot in gone if not slot.withdrawn]} if gone else {}
            details |= {"slots": audit_chain.brought_in(fresh)} if fresh else {}
            details |= {"succession": True} if rotation.has_new_signer else {}
            details |= {"broken": self.broken} if self.broken else {}
            head = audit.write(store, action.now, action.by, action.name, action.purpose, None, Outcome.DONE, details)
            self._sight = last_seen.look_back(self._session, self._register)
            self._explained = last_seen.list_known_explanations(self._sight, store)
        register_metadata.check(rotation.connection, rotation.path, rotation.signer.vault_id, rotation.generation)
        return head
