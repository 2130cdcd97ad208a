"""Whether each line of the log was signed by who it says acted (VAULT 6 and 8).

A slot is known from the line that brought it in, and only a beheerder brings slots in; so nobody with the register
key alone can add a key of their own under another's name.
"""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from wkc.errors import AuditBroken
from wkc.records import AuditLine, Head, Role, SlotKeys
from wkc.store import audit
from wkc.store.store import Store

Verify = Callable[[bytes, UUID, str, bytes, bytes], bool]
"""Whether a signature holds: of a public key, for a vault, under a label, over a digest."""

BRINGS_IN = frozenset({"register.init", "user.designate", "user.reset"})


def brought_in(slots: Sequence[SlotKeys]) -> list[list[str]]:
    """Give what the line that brings slots in says of them: slot, user, public signing key."""
    return [[slot.slot_id.hex, slot.user_id, slot.ed25519.hex()] for slot in slots]


def verified(store: Store, holds: Verify) -> Head:
    """Check every line and give the head; errors.AuditBroken at the first that does not hold."""
    witness = _Witness(store.signer.vault_id, holds)
    head = audit.START
    for line in audit.chain(store):
        witness.judge(line)
        head = Head(line.seq, line.hash)
    return head


class _Witness:
    """What can be known after each line: whose slots there are, and who is beheerder."""

    def __init__(self, vault_id: UUID, holds: Verify) -> None:
        self._vault_id = vault_id
        self._holds = holds
        self._slots: dict[str, tuple[str, bytes]] = {}
        self._roles: dict[str, str] = {}

    def judge(self, line: AuditLine) -> None:
        """Refuse a line that was not signed by a slot of its user, or that its user could not have written."""
        if line.seq == 1:
            self._roles[line.user_id] = Role.BEHEERDER
            self._learn(line)
        user_id, key = self._slots.get(line.slot_id.hex, ("", b""))
        if user_id != line.user_id or not self._holds(key, self._vault_id, "audit", line.hash, line.signature):
            raise AuditBroken(seq=line.seq)
        if "role" in line.details or "slots" in line.details:
            if self._roles.get(line.user_id) != Role.BEHEERDER:
                raise AuditBroken(seq=line.seq)
            self._learn(line)

    def _learn(self, line: AuditLine) -> None:
        details: Mapping[str, object] = line.details
        if line.outcome != "done":
            return
        if "role" in details and "user" in details:
            self._roles[str(details["user"])] = str(details["role"])
        slots = details.get("slots")
        if line.action in BRINGS_IN and isinstance(slots, list):
            for slot, user_id, key in slots:
                self._slots[slot] = (user_id, bytes.fromhex(key))
