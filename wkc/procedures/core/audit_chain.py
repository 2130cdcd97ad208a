"""The proof of the log: each line is signed by the user who acted, and roles and slots follow from it (VAULT 6, 8).

A slot is known from the line that brought it in until the line that withdraws it, and only a beheerder or a recovery
code does either; so nobody with the register key alone can add a key of their own under another's name, stay after
leaving, or come by another role.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from wkc.errors.vault import AuditBroken
from wkc.records.audit import AuditLine, Head, Outcome
from wkc.records.user import Role, SlotKeys
from wkc.rules.access.permission import can_role
from wkc.store.core import audit
from wkc.store.store import Store

Verify = Callable[[bytes, UUID, str, bytes, bytes], bool]
"""The check of a signature: of a public key, for a vault, under a label, over a digest."""

RECOVER, RESTORE, ACCEPT = "register.recover", "backup.restore", "audit.accept"
EXPLAINS = "explains"
"""The detail of a line that explains to every user why the log is not the one that they saw last."""
NEW_CODES = "register.new_codes"
BRINGS_IN = frozenset({"register.init", "user.designate", "user.reset", "user.passwd", RECOVER, NEW_CODES, RESTORE})
RENEWS_PIN = frozenset({"user.passwd", "user.renew_pin"})
CODE = r"recovery-\d+"
"""The owner of a recovery slot: no USER ID can be like it."""

_COVERS = frozenset({"covers", "settings"})
"""Details of lines that cover rows (coverage.py)."""

_OF_ACCESS = frozenset({"role", "slots", "withdrawn", "revoked", "users", EXPLAINS})
"""Details of lines that change access: the beheerder's alone."""

_TEACHING = re.compile("|".join(f'"{name}":' for name in sorted(_OF_ACCESS | _COVERS)))


def brought_in(slots: Sequence[SlotKeys]) -> list[list[str]]:
    """Describe slots in the line that brings them in: slot, user, public signing key, digest of the wrap."""
    return [[slot.slot_id.hex, slot.user_id, slot.ed25519.hex(), (slot.wrap or b"").hex()] for slot in slots]


def verify(
    store: Store, verify_digest: Verify, before: Head = audit.START, progress: Callable[[int], None] = lambda _seq: None
) -> "Witness":
    """Check every line and give the knowledge of the log up to its head; errors.AuditBroken at the first that fails.

    The signatures up to the head `before` were checked earlier: of those lines only the place and the hash are, which
    any change to one but to its signature breaks. `progress` is called with each number of a hundred lines.
    """
    witness = Witness(store.signer.vault_id, verify_digest, before.seq)

    def is_wanted(seq: int, action: str, details: str) -> bool:
        if seq % 100 == 0:
            progress(seq)
        return seq > before.seq or _can_teach(seq, action, details)

    witness.head = before
    for line in audit.chain(store, is_wanted, before):
        if not witness.judge(line):
            raise AuditBroken(seq=line.seq)
        if line.seq > before.seq:
            witness.head = Head(line.seq, line.hash)
    return witness


def read_witness(
    store: Store, verify_digest: Verify, known: "Witness | None" = None, before: Head = audit.START
) -> "Witness":
    """Learn the present access from the log; errors.AuditBroken where a line was changed or taken out.

    Each line's hash is checked, and the signatures of those about users and slots. A line that its
    user did not sign or could not write teaches nothing, and keeps nobody from ending the access of who added it.
    The witness of an earlier action of this process, `known`, learns from the lines since, if its head is still there.
    Another one takes the signatures up to the head `before` as checked, which must be in the log.
    """
    goes_on = known is not None and audit.has_head(store, known.head)
    witness = known if known is not None and goes_on else Witness(store.signer.vault_id, verify_digest, before.seq)
    for line in audit.chain(store, _can_teach, audit.START if goes_on else before, witness.head):
        witness.judge(line)
    witness.head = audit.head(store)
    return witness


def _can_teach(seq: int, action: str, details: str) -> bool:
    """Tell whether a line may be about users, slots or covered rows."""
    return seq == 1 or action in RENEWS_PIN or _TEACHING.search(details) is not None


class Witness:
    """The knowledge after each line: the slots, their users, their roles, and the trust in old signing keys."""

    def __init__(self, vault_id: UUID, verify_digest: Verify, before: int = 0) -> None:
        self.vault_id = vault_id
        self.head = audit.START
        """The last line, where all were judged."""
        self.checked = 0
        """The signatures that were checked."""
        self.is_sure = True
        """False from the first line on that its user did not sign or could not write."""
        self._verify_digest = verify_digest
        self._before = before
        self._slots: dict[str, tuple[str, bytes]] = {}
        self._pinned: dict[str, int] = {}
        self._succeeded = 0
        self._roles: dict[str, str] = {}
        self._wraps: dict[str, set[str]] = {}
        self.covered: dict[UUID, str] = {}
        """The digest of the rows of each client that a line covers, by the last believed one."""
        self.settings: str | None = None
        """The digest of the settings, by the last believed line."""

    @property
    def roles(self) -> Mapping[str, str]:
        """The role of each user whose access has not ended."""
        return self._roles

    def wraps(self, slot: UUID) -> frozenset[bytes]:
        """Give the digests of the wraps that a slot may have now; none where the log does not know them yet."""
        return frozenset(map(bytes.fromhex, self._wraps.get(slot.hex, ())))

    def has_slot(self, slot: UUID, user_id: str, ed25519: bytes) -> bool:
        """Tell whether a slot was brought in for this user with this key, and not withdrawn since."""
        return self._slots.get(slot.hex) == (user_id, ed25519)

    @property
    def old_pins(self) -> tuple[str, ...]:
        """The users who have not signed in with their password since the vault signing key was succeeded.

        Until they do, who held the old one and can write the folder could deceive them. Recovery codes are not
        among them: theirs is renewed by using one.
        """
        old = (slot for slot, seq in self._pinned.items() if seq < self._succeeded)
        return tuple(sorted({user for user, _key in map(self._slots.__getitem__, old) if not re.fullmatch(CODE, user)}))

    def judge(self, line: AuditLine) -> bool:
        """Learn from a line; False, and nothing learnt, where a slot of its user did not sign or could not write it."""
        is_believed = self._is_believed(line)
        self.is_sure = self.is_sure and is_believed
        return is_believed

    def _is_believed(self, line: AuditLine) -> bool:
        if line.seq == 1:
            self._roles[line.user_id] = Role.BEHEERDER
            self._learn(line)
        user_id, key = self._slots.get(line.slot_id.hex, ("", b""))
        if user_id != line.user_id:
            return False
        if line.seq > self._before:
            self.checked += 1
            if not self._verify_digest(key, self.vault_id, "audit", line.hash, line.signature):
                return False
        if _OF_ACCESS & set(line.details):
            code = line.action in {RECOVER, RESTORE} and re.fullmatch(CODE, line.user_id)
            if not code and self._roles.get(line.user_id) != Role.BEHEERDER:
                return False
            self._learn(line)
        elif line.action in RENEWS_PIN:
            self._learn_wrap(line)
        return self._learn_rows(line)

    def _learn_rows(self, line: AuditLine) -> bool:
        """Learn what a line covers; False for one whose user had no such action to do."""
        if line.outcome is not Outcome.DONE or not _COVERS & set(line.details):
            return True
        role = self._roles.get(line.user_id)
        code = re.fullmatch(CODE, line.user_id) is not None
        if not code and line.action != "register.init" and (role is None or not can_role(Role(role), line.action)):
            return False
        if line.subject is not None and "covers" in line.details:
            self.covered[line.subject] = str(line.details["covers"])
        if "settings" in line.details:
            self.settings = str(line.details["settings"])
        return True

    def _learn_wrap(self, line: AuditLine) -> None:
        slot, wrap, step = line.slot_id.hex, line.details.get("wrap"), line.details.get("step")
        if step == "done":
            self._pinned[slot] = line.seq
        if isinstance(wrap, str) and line.outcome is Outcome.DONE:
            final = step == "settled" or (step == "done" and line.action == "user.passwd")
            self._wraps[slot] = {wrap} if final else self._wraps.get(slot, set()) | {wrap}

    def _learn(self, line: AuditLine) -> None:
        details: Mapping[str, object] = line.details
        if line.outcome is not Outcome.DONE:
            return
        user = str(details.get("user", ""))
        if "role" in details and user:
            self._roles[user] = str(details["role"])
        if details.get("revoked") is True:
            self._roles.pop(user, None)
        if line.action == RESTORE:
            self._roles = {str(one): str(role) for one, role in _list(details.get("users"))}
        if line.action == "user.reset" or details.get("revoked") is True:
            self._withdraw(slot for slot, (owner, _key) in [*self._slots.items()] if owner == user)
        self._withdraw(map(str, _list(details.get("withdrawn"))))
        if details.get("succession") is True:
            self._succeeded = line.seq
        if line.action in BRINGS_IN:
            for slot, owner, key, *wraps in _list(details.get("slots")):
                self._slots[slot] = (owner, bytes.fromhex(key))
                self._pinned[slot] = line.seq
                self._wraps[slot] = {wrap for wrap in wraps if wrap}
        for slot, wrap in _list(details.get("wraps")):
            self._wraps[str(slot)] = {str(wrap)}

    def _withdraw(self, slots: Iterable[str]) -> None:
        for slot in slots:
            self._slots.pop(slot, None)
            self._pinned.pop(slot, None)
            self._wraps.pop(slot, None)


def _list(detail: object) -> list[Any]:
    return detail if isinstance(detail, list) else []
