"""Up to which line a user's own key vouches for what the log teaches: its signatures are not checked again (VAULT 6).

Who verifies the log leaves a line in it, for all signatures. Who only reads it whole, as each action does that gives
out or destroys, keeps a head in the own state folder: it vouches to this key alone for the lines learnt from.
"""

from wkc.procedures.core import verified_head
from wkc.procedures.core.audit_chain import Witness, read_witness
from wkc.records.audit import Head
from wkc.store.core import audit
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.journals import witnessed_head as journal
from wkc.vault.journals.last_seen import Memory
from wkc.vault.journals.witnessed_head import Witnessed
from wkc.vault.keys import signing

_WORTH_KEEPING = 32
"""Signatures that take longer to check than a head takes to sign and to write."""


def read(store: Store, register: Register, memory: Memory | None, known: Witness | None) -> Witness:
    """Read the log to its end: on from what an action before this one in the same process read, if it is still there.

    errors.AuditBroken where a line was changed or taken out. Without a memory, as for a recovery code, no head is kept.
    """
    witness = read_witness(
        store, signing.verify_digest, known, audit.START if known else _find(store, register, memory)
    )
    if memory is not None and witness.is_sure and witness.checked >= _WORTH_KEEPING:
        (signature,) = store.signer.sign_each("audit", [journal.digest(witness.head)])
        journal.write(memory, Witnessed(witness.head, signature))
        witness.checked = 0
    return witness


def _find(store: Store, register: Register, memory: Memory | None) -> Head:
    """Find the last head that the acting user's key vouches for; that before the first line without one.

    One that is no longer in the log is passed over: whether that is explained, the head seen last tells.
    """
    verified = verified_head.find(store, register)
    kept = None if memory is None else journal.recall(memory)
    slot = next((slot for slot in register.slots if slot.slot_id == store.signer.slot_id), None)
    if slot is None or kept is None or kept.head.seq <= verified.seq or not audit.has_head(store, kept.head):
        return verified
    signed = journal.digest(kept.head)
    is_own = signing.verify_digest(slot.ed25519, store.signer.vault_id, "audit", signed, kept.signature)
    return kept.head if is_own else verified
