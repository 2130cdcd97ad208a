"""The rows that decide, against the signed lines that cover them: what fits no line is named (VAULT 6 and 8)."""

from functools import cached_property

from wkc.procedures.core.audit_chain import Witness, read_witness
from wkc.procedures.core.role_proof import find_signed_role
from wkc.procedures.core.session import SignIn
from wkc.records.audit import AuditLine
from wkc.records.user import Role
from wkc.rules.access.permission import can_role
from wkc.store import coverage
from wkc.store.store import Store
from wkc.vault.database.register import Register

INIT = "register.init"
"""The action of the first line, which no role has once there is a register."""
SETTINGS = "settings"
"""The name of the settings among the dossier numbers."""


class RowProof:
    """The proof of lines at the door: one by a user of today by its signature and role, any other by the whole log."""

    def __init__(self, store: Store, register: Register, shared: SignIn) -> None:
        self._store = store
        self._register = register
        self._shared = shared

    def read_covers(self, line: AuditLine) -> str | None:
        """Give the digest of a client's rows by the last line on them, or by the last one before that is believed."""
        if self._is_believed(line):
            return str(line.details["covers"])
        return coverage.NOTHING if line.subject is None else self._witness.covered.get(line.subject, coverage.NOTHING)

    def read_settings(self, line: AuditLine) -> str | None:
        """Give the digest of the settings in the same way."""
        return str(line.details["settings"]) if self._is_believed(line) else self._witness.settings

    def _is_believed(self, line: AuditLine) -> bool:
        """Tell whether a slot of the keyring signed a line that the role of its user has to do."""
        from wkc.vault.keys.signing import verify_digest

        slot = next((one for one in self._register.slots if one.slot_id == line.slot_id), None)
        if slot is None or slot.user_id != line.user_id:
            return False
        role = find_signed_role(self._register, line.user_id)
        if role is None or not (can_role(role, line.action) or _is_first_line(line, role)):
            return False
        return verify_digest(slot.ed25519, self._register.vault_id, "audit", line.hash, line.signature)

    @cached_property
    def _witness(self) -> Witness:
        """The whole log as this action finds it: an action after it in the same process reads what came since."""
        from wkc.vault.keys.signing import verify_digest

        known, self._shared.witness = self._shared.witness, None
        self._shared.witness = read_witness(self._store, verify_digest, known)
        return self._shared.witness


def _is_first_line(line: AuditLine, role: Role) -> bool:
    """Tell whether a line is the first of the log, by a beheerder of today: it has the settings of a new office."""
    return line.seq == 1 and line.action == INIT and role is Role.BEHEERDER


def list_uncovered(store: Store, witness: Witness) -> tuple[str, ...]:
    """Name the dossiers whose consents, mandates or holds are not those of the log, and the settings if they differ."""
    from wkc.store import destruction

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
