"""The wraps of slots, which an older keyring that is put back does not fit (VAULT 4).

A password change is announced in the register, written into the keyring, then settled. The register has the digest of
the wrap that counts; while a change is not settled also the one before, for a crash may have left either.
"""

from wkc.errors.vault import KeyringOlder
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.audit_chain import Witness
from wkc.procedures.core.session import RecoverySession, Session
from wkc.records.user import Wrap
from wkc.store.core import register as register_metadata
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.keys.slot import Slot, compute_wrap_digest

ACTION = "user.passwd"
CHANGING = frozenset({"user.passwd", "user.renew_pin"})
"""Actions that write of the wrap themselves."""


def check_own(session: Session, store: Store, slot: Slot, action: str) -> None:
    """Refuse a slot whose wrap was replaced by a later password: errors.KeyringOlder, written down as a failed sign-in.

    A wrap that the register does not know yet, of an older wkc, is remembered; one that was announced is settled.
    """
    if isinstance(session, RecoverySession):
        return
    digest, kept = compute_wrap_digest(slot), register_metadata.wrap(store, slot.slot_id)
    if kept is not None and digest not in {kept.digest, kept.before}:
        from wkc.vault.journals import failed_sign_ins

        failed_sign_ins.record_attempt(session.home, session.environment.now(), session.user_id)
        raise KeyringOlder(home=session.home.path)
    if kept is None or (kept.digest == digest and kept.before is not None and action not in CHANGING):
        settle(store, slot)
        details = {"step": "settled", "wrap": digest.hex()}
        write_system(store, session.environment.now(), session.user_id, ACTION, details)


def list_replaced(store: Store, register: Register, witness: Witness) -> tuple[str, ...]:
    """Give the owners of slots whose wrap in the keyring, or in the register, is not the one that they last chose."""
    owners = set[str]()
    for slot in register.slots:
        logged = witness.wraps(slot.slot_id)
        if not is_known(store, slot) or (logged and compute_wrap_digest(slot) not in logged):
            owners.add(slot.user_id)
    return tuple(sorted(owners))


def is_known(store: Store, slot: Slot) -> bool:
    """Check that a slot is wrapped as the register remembers it, or that the register does not know it yet."""
    kept = register_metadata.wrap(store, slot.slot_id)
    return kept is None or compute_wrap_digest(slot) in {kept.digest, kept.before}


def announce(store: Store, was: Slot, new: Slot) -> str:
    """Remember the wrap that a slot is about to get, beside the one that it has; gives its digest in hex."""
    register_metadata.put_wrap(store, new.slot_id, Wrap(compute_wrap_digest(new), compute_wrap_digest(was)))
    return compute_wrap_digest(new).hex()


def settle(store: Store, slot: Slot) -> str:
    """Remember that a slot has this wrap and no other; gives its digest in hex."""
    register_metadata.put_wrap(store, slot.slot_id, Wrap(compute_wrap_digest(slot)))
    return compute_wrap_digest(slot).hex()
