"""The proof of a ledger line that a service account signed: its own run and the facts of the register (VAULT 7).

A reader of a service account's key file who can write in the folder could sign a line for every dossier, and the next
command of anybody would destroy them all. A beheerder's line needs no proof: the password is behind it.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.core.settings import SERVICE_SHARE, in_force
from wkc.records.ledger import LedgerLine, RemovalKind
from wkc.records.retention import Destroy
from wkc.records.user import Role
from wkc.rules.retention.assess import assess, list_kept
from wkc.store.core import audit, ledger_name
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.dossier import client as clients
from wkc.store.requests import correction as corrections
from wkc.store.requests import mistake as mistakes
from wkc.store.requests import row_words
from wkc.store.retention import destruction
from wkc.store.store import Store

AT_LEAST = 20
"""So many dossiers a service account may destroy in one run, however small the register."""
RUN, PLANNED = "retention.run", "planned"


def most_by_service(store: Store) -> int:
    """Give how many dossiers a service account may destroy in one run: a share of the register, twenty at least."""
    percent = int(in_force(store)[SERVICE_SHARE])
    return max(AT_LEAST, clients.count(store) * percent // 100)


def is_by_service(store: Store, line: LedgerLine) -> bool:
    """Tell whether a service account signed a line, by the role of its user in the register."""
    user = users.one(store, line.user_id)
    return user is not None and user.role is Role.SERVICE


def is_announced(store: Store, lines: Sequence[LedgerLine]) -> bool:
    """Tell whether each run of a service account planned as much as it names, in a signed line of the log.

    A line on one entry has no run before it: the entry itself shows that it was set aside.
    """
    runs: dict[tuple[UUID, str], int] = {}
    for line in lines:
        if line.removal.kind in {RemovalKind.DOSSIER, RemovalKind.REST}:
            runs[line.run, line.user_id] = runs.get((line.run, line.user_id), 0) + 1
    within = sum(runs.values()) <= most_by_service(store)
    return within and all(_read_plan(store, run, user) >= count for (run, user), count in runs.items())


def is_borne_out(store: Store, line: LedgerLine, today: date) -> bool:
    """Tell whether the register itself confirms a line: its dossier is past the term, announced and not held.

    Of a row: it is gone, or was set aside; of words: their row is gone, or was changed and is not named yet. No key
    slot is a service account's to take away, and no erasure at request its to carry out, unless it is carried out.
    """
    match line.removal.kind:
        case RemovalKind.SLOT:
            return False
        case RemovalKind.ENTRY:
            uuid = ledger_name.uuid_of(store, line.removal.uuid)
            return mistakes.find_noun(store, uuid) is None or corrections.is_set_aside(store, uuid)
        case RemovalKind.WORDS | RemovalKind.NOTE:
            uuid = ledger_name.uuid_of(store, line.removal.uuid)
            unnamed = {one.uuid for one in corrections.list_unnamed(store)}
            return row_words.find(store, uuid) is None or uuid in unnamed
        case RemovalKind.ERASURE:
            return destruction.by_uuid(store, ledger_name.uuid_of(store, line.removal.uuid)) is None
        case RemovalKind.DOSSIER | RemovalKind.REST:
            client = destruction.by_uuid(store, ledger_name.uuid_of(store, line.removal.uuid))
            if client is None:
                return True
            assessment = assess(gather_facts(store, client, notice_days(store)), today)
            return isinstance(assessment, Destroy) and assessment.kept <= frozenset(line.removal.kept)


def is_plausible(store: Store, line: LedgerLine, today: date) -> bool:
    """Tell whether a backup's register allows what a line names: past its term and not held.

    Its announcement may have come after the backup. For an entry nothing older than its removal can tell.
    """
    if line.removal.kind not in {RemovalKind.DOSSIER, RemovalKind.REST}:
        return line.removal.kind in {RemovalKind.ENTRY, RemovalKind.WORDS, RemovalKind.NOTE}
    client = destruction.by_uuid(store, ledger_name.uuid_of(store, line.removal.uuid))
    if client is None:
        return True
    facts = gather_facts(store, client, notice_days(store))
    return facts.term.last_on < today and list_kept(facts.blocks, today) <= frozenset(line.removal.kept)


def _read_plan(store: Store, run: UUID, user_id: str) -> int:
    """Give how many dossiers a run of this user announced to destroy; 0 without a signed line."""
    from wkc.vault.keys.signing import verify_digest

    line = audit.of_run(store, run, RUN, PLANNED)
    slot = None if line is None else register_metadata.slot(store, line.slot_id)
    if line is None or slot is None or line.user_id != user_id or slot.user_id != user_id:
        return 0
    signed = verify_digest(slot.ed25519, store.signer.vault_id, "audit", line.hash, line.signature)
    count = line.details.get("destroy")
    return count if signed and isinstance(count, int) else 0
