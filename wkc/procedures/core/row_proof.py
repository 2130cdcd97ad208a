"""The rows that decide, against the signed lines that cover them: what fits no line is named (VAULT 6 and 8)."""

from wkc.procedures.core.audit_chain import Witness
from wkc.store import coverage, destruction
from wkc.store.store import Store

SETTINGS = "settings"
"""The name of the settings among the dossier numbers."""


def uncovered(store: Store, witness: Witness) -> tuple[str, ...]:
    """Name the dossiers whose consents, mandates or holds are not those of the log, and the settings if they differ."""
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
