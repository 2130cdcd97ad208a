"""Columns of the lists of an opdrachtgever, kept from one list to the next (art. 3 and 4)."""

from collections.abc import Mapping

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import by_name, find_opdrachtgever
from wkc.records.party import Party
from wkc.store.dossier import party_column


class PartyColumns(Struct, frozen=True):
    """A party with the field of each heading of its lists; None is left out. `cleared` counts what was forgotten."""

    party: Party
    columns: Mapping[str, str | None]
    cleared: int = 0


def show(session: Session, name: str) -> PartyColumns:
    """Give the columns of the lists of one party."""
    with act(session, "party.show") as action:
        party = by_name(action, name)
        return PartyColumns(party, party_column.of_party(action.store, party))


def clear(session: Session, name: str) -> PartyColumns:
    """Forget the columns of the lists of one party: the next list asks again."""
    with act(session, "party.set") as action:
        party = by_name(action, name)
        cleared = party_column.clear(action.store, party)
        action.details |= {"party": party.uuid.hex, "columns": cleared}
        return PartyColumns(party, {}, cleared)


def of_opdrachtgever(session: Session, name: str) -> dict[str, str | None]:
    """Give the columns of the lists of an opdrachtgever, before one of theirs is read."""
    with act(session, "party.show") as action:
        return party_column.of_party(action.store, find_opdrachtgever(action, name))
