"""Art. 4.2 and 12: values of a list that were put aside; the beheerder takes or drops each."""

from collections.abc import Iterable

from msgspec import Struct

from wkc.errors.intake import SuppliedUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, index_name
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import record
from wkc.procedures.dossier.holding import check_holding
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.records.dossier import Client, Entry, Provenance
from wkc.records.party import Party
from wkc.records.supplied import SuppliedValue
from wkc.rules.dossier.field import BY_CODE, name_in_log
from wkc.store.dossier import entry as entries
from wkc.store.dossier import supplied as supplied_values
from wkc.store.dossier.entry import Item
from wkc.store.dossier.supplied import NewSupplied

SOURCE = "opdrachtgever"


class PutAside(Struct, frozen=True):
    """A value put aside, beside the values that are in force in its field now."""

    supplied: SuppliedValue
    current: tuple[Entry, ...]


class PutAsideOfClient(Struct, frozen=True):
    """All values put aside of one client, in the order of writing down."""

    client: Client
    values: tuple[PutAside, ...]


def put_aside(action: Action, client: Client, party: Party, aside: Iterable[tuple[Item, str]]) -> None:
    """Keep values of a list for the beheerder; a later one of a field and party takes an earlier one's place."""
    if not (aside := tuple(aside)):
        return
    waiting = supplied_values.of_client(action.store, client, BY_CODE)
    for (field, value, origin), reason in aside:
        for earlier in waiting:
            if earlier.party == party and earlier.field == field and not field.many:
                supplied_values.remove(action.store, earlier)
        new = NewSupplied(field, value.text, origin.grondslag, party, origin.obtained_on, reason)
        supplied_values.add(action.store, client, new, action.now, action.by)


def list_of_client(session: Session, client_text: str) -> PutAsideOfClient:
    """Give the values put aside of one client, each beside what is on file."""
    with act(session, "supplied.list") as action:
        return _of_client(action, the_client(action, client_text))


def drop(session: Session, client_text: str, number: int) -> PutAsideOfClient:
    """Drop a value: the one on file stays."""
    with act(session, "supplied.decide") as action:
        client = the_client(action, client_text)
        supplied = _find_numbered(action, client, number)
        action.details |= {"field": name_in_log(supplied.field), "taken": False}
        supplied_values.remove(action.store, supplied)
        return _of_client(action, client)


def take(session: Session, client_text: str, number: int) -> PutAsideOfClient:
    """Record a value in the place of the one on file, secret if that was; contested and restricted ones stay.

    Raises errors.ValueContested and ValueRestricted.
    """
    with act(session, "supplied.decide") as action:
        client = the_client(action, client_text)
        supplied = _find_numbered(action, client, number)
        action.details |= {"field": name_in_log(supplied.field), "taken": True}
        if supplied.value is None:
            action.refuse("niet_relevant_voor_functie")
        origin = Provenance(SOURCE, None, supplied.party, supplied.obtained_on, supplied.grondslag)
        check_holding(action, client, supplied.field, supplied.grondslag)
        record.replace_value(
            action, client, fields.parse_stored(supplied.field, supplied.value, action.today), supplied.field, origin
        )
        if supplied.field.code in NAME_FIELDS:
            index_name(action.store, client)
        supplied_values.remove(action.store, supplied)
        return _of_client(action, client)


def _of_client(action: Action, client: Client) -> PutAsideOfClient:
    current = [entry for entry in entries.of_client(action.store, client, BY_CODE) if entry.closed_at is None]
    return PutAsideOfClient(
        client,
        tuple(
            PutAside(one, tuple(entry for entry in current if entry.field == one.field))
            for one in supplied_values.of_client(action.store, client, BY_CODE)
        ),
    )


def _find_numbered(action: Action, client: Client, number: int) -> SuppliedValue:
    every = supplied_values.of_client(action.store, client, BY_CODE)
    supplied = next((one for one in every if one.number == number), None)
    if supplied is None:
        raise SuppliedUnknown
    return supplied
