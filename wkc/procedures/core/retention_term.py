"""Art. 10: the day from which the five years are counted, and the one by which the list of due dossiers goes."""

from wkc.procedures.core.action import Action
from wkc.records.dossier import Client, Term
from wkc.rules.retention.assess import SHORT, count_term_of_dossier, counted_for
from wkc.store.retention import retention
from wkc.store.store import Store


def count_term(store: Store, client: Client) -> Term:
    """Count the term of a client's data from the contacts and assignments on file."""
    return count_term_of_dossier(retention.term_facts(store, client))


def count_anew(action: Action, client: Client) -> Term:
    """Count again after a contact or an assignment came or went, and write down from which day."""
    anew = count_term(action.store, client)
    retention.count_from(action.store, client, counted_for(anew.last_on) if anew.reason == SHORT else anew.from_on)
    return anew
