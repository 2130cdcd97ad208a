"""The line up to which a user checked the log before, so that it is not checked again (VAULT 6)."""

from collections.abc import Mapping

from wkc.records.audit import Head
from wkc.store.core import audit
from wkc.store.store import Store
from wkc.vault.database.register import Register

_DETAIL = "verified"


def detail(head: Head) -> Mapping[str, object]:
    """Give the details of a line that records up to where its user checked the log."""
    return {"seq": head.seq, _DETAIL: head.hash.hex()}


def find(store: Store, register: Register) -> Head:
    """Give the head up to which the acting user checked every signature; that before the first line without one.

    That line must bear a signature of the slot's key as the signed keyring has it, not as the log says, so
    that a log with other keys vouches for nothing.
    """
    from wkc.vault.keys.signing import verify_digest

    slot = next((slot for slot in register.slots if slot.slot_id == store.signer.slot_id), None)
    line = audit.find_verification(store)
    if slot is None or line is None:
        return audit.START
    if not verify_digest(slot.ed25519, store.signer.vault_id, "audit", line.hash, line.signature):
        return audit.START
    seq, hashed = line.details["seq"], line.details[_DETAIL]
    return Head(seq, bytes.fromhex(hashed)) if isinstance(seq, int) and isinstance(hashed, str) else audit.START
