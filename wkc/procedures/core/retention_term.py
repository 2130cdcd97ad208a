"""From which day the five years of art. 10 are counted, and the day that the list of what falls due goes by."""

from wkc.procedures.core.action import Action
from wkc.records.dossier import Client, Term
from wkc.rules.retention.assess import count_term, count_term_of_erasure, count_term_of_rest
from wkc.rules.retention.contact import RESTARTS
from wkc.store import retention
from wkc.store.store import Store


def counted(store: Store, client: Client) -> Term:
    """Tell until when a client's data are kept, from the contacts and assignments that there are."""
    contact = next((day for day, kind in retention.contacts(store, client) if RESTARTS[kind]), None)
    assigned = retention.assigned_on(store, client)
    if assigned is not None:
        return count_term(contact, assigned)
    erased_on = retention.erased_on(store, client)
    if erased_on is not None:
        return count_term_of_erasure(erased_on)
    rest = count_term_of_rest(retention.counted_on(store, client))
    return rest if contact is None or contact < rest.from_on else count_term(contact, rest.from_on)


def count_anew(action: Action, client: Client) -> Term:
    """Count again after a contact or an assignment came or went, and write down from which day."""
    anew = counted(action.store, client)
    retention.count_from(action.store, client, anew.from_on)
    return anew
