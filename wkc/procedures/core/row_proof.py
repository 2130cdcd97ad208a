"""The rows that decide, against the signed lines that cover them: what fits no line is named (VAULT 6 and 8)."""

from functools import cached_property
from uuid import UUID

from wkc.procedures.core.audit_chain import Witness
from wkc.procedures.core.role_proof import find_signed_role
from wkc.procedures.core.session import SignIn
from wkc.records.audit import AuditLine
from wkc.rules.access.permission import can_role
from wkc.store.dossier import coverage
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.journals.last_seen import Memory

SETTINGS = "settings"
"""The name of the settings among the dossier numbers."""
_LOOKS = (".find", ".list", ".show", ".due")
_PRINTED = "processing.show"
"""A look at all settings, which goes out on paper."""


class RowProof:
    """The proof at the door: by the whole log for what changes, destroys or goes out, and for a look by the last line.

    A look believes the line of a user of today by its signature and role, and goes to the whole log for any other. It
    does not see that a later line was stripped of what it covers, and leaves nothing behind but its own line.
    """

    def __init__(self, store: Store, register: Register, shared: SignIn, memory: Memory | None, action: str) -> None:
        self._store = store
        self._register = register
        self._shared = shared
        self._memory = memory
        self._action = action

    @property
    def needs_line(self) -> bool:
        """Tell whether the last line may be proof enough."""
        return self._action.endswith(_LOOKS) and self._action != _PRINTED

    def read_covers(self, subject: UUID, line: AuditLine | None) -> str:
        """Give the digest of a client's rows by the log; for a look by `line`, the last one on them, if that counts."""
        if self.needs_line:
            if line is None:
                return coverage.NOTHING
            if self._is_believed(line):
                return str(line.details["covers"])
        return self._witness.covered.get(subject, coverage.NOTHING)

    def read_settings(self, line: AuditLine | None) -> str | None:
        """Give the digest of the settings in the same way; None where no line has it."""
        if self.needs_line and line is not None and self._is_believed(line):
            return str(line.details["settings"])
        return self._witness.settings

    def _is_believed(self, line: AuditLine) -> bool:
        """Tell whether a slot of the keyring signed a line that the role of its user has to do."""
        from wkc.vault.keys.signing import verify_digest

        slot = next((one for one in self._register.slots if one.slot_id == line.slot_id), None)
        if slot is None or slot.user_id != line.user_id:
            return False
        role = find_signed_role(self._register, line.user_id)
        if role is None or not can_role(role, line.action):
            return False
        return verify_digest(slot.ed25519, self._register.vault_id, "audit", line.hash, line.signature)

    @cached_property
    def _witness(self) -> Witness:
        """The whole log as this action finds it: an action after it in the same process reads what came since.

        The signatures that this user checked before are not checked again.
        """
        from wkc.procedures.core import witnessed_head

        known, self._shared.witness = self._shared.witness, None
        self._shared.witness = witnessed_head.read(self._store, self._register, self._memory, known)
        return self._shared.witness


def list_uncovered(store: Store, witness: Witness) -> tuple[str, ...]:
    """Name the dossiers whose consents, mandates or holds are not those of the log, and the settings if they differ."""
    from wkc.store.retention import destruction

    fitting = {client: witness.covered.get(client.uuid, coverage.NOTHING) for client in coverage.with_rows(store)}
    for uuid, covered in witness.covered.items():
        client = destruction.by_uuid(store, uuid)
        if client is not None:
            fitting.setdefault(client, covered)
    differing = [
        client.number
        for client, covered in fitting.items()
        if coverage.digest(store, client) != covered and not coverage.is_reduced(store, client.uuid)
    ]
    settings = [SETTINGS] if witness.settings != coverage.settings_digest(store) else []
    return (*sorted(differing), *settings)
