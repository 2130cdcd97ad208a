"""The facts that art. 10 judges a dossier by, read in one place for the run and for the proof of its ledger."""

from wkc.procedures.core.retention_blocks import list_blocks
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.settings import in_force
from wkc.records.dossier import Client
from wkc.records.request import Request
from wkc.records.retention import RetentionFacts
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.assess import EVERYTHING
from wkc.store.dossier import kept_entry
from wkc.store.retention import destruction, retention
from wkc.store.store import Store


def gather_facts(store: Store, client: Client, notice: int, carried_out: Request | None = None) -> RetentionFacts:
    """Read all that the rule judges a dossier by; what is present matters only where something is kept."""
    blocks = list_blocks(store, client, carried_out)
    present = EVERYTHING
    if blocks:
        entries = frozenset(BY_CODE[code].category for code in retention.fields(store, client))
        entries |= frozenset(kept_entry.list_categories(store, client, BY_CODE).values())
        present = entries | {0} if destruction.has_more(store, client) else entries
    announced = retention.announcement(store, client)
    return RetentionFacts(count_term(store, client), present, blocks, announced, notice)


def notice_days(store: Store) -> int:
    """Give how many days before its term ends a dossier is announced."""
    return int(in_force(store)["retention.notice_days"])
