"""Art. 10: holds, stated legal duties that keep named categories of a client past the term; the beheerder's."""

from datetime import date

from msgspec import Struct

from wkc.errors.retention import GroundWrong, HoldEnded, HoldUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.records.dossier import Client, Hold
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.assess import ALL_CATEGORIES, GROUNDS
from wkc.store.dossier import hold as hold_rows
from wkc.store.dossier import kept_entry


class HoldInput(Struct, frozen=True):
    """A hold as typed: its ground, citation, categories, end and note."""

    ground: str
    citation: str | None
    categories: str | None
    until: str
    note: str | None


class Holds(Struct, frozen=True):
    """The holds of one client, oldest first, and the day on which they are in force or not."""

    client: Client
    holds: tuple[Hold, ...]
    today: date


def put(session: Session, client_text: str, duty: HoldInput) -> Holds:
    """Put a hold on a client, from today."""
    ground = codes.parse_code(duty.ground, GROUNDS)
    cited = ground == "wettelijk_voorschrift"
    if cited != (duty.citation is not None) or cited != (duty.categories is not None):
        raise GroundWrong
    citation = None if duty.citation is None else fields.plain_text(duty.citation)
    categories = ALL_CATEGORIES if duty.categories is None else frozenset(codes.parse_categories(duty.categories))
    until, note = fields.parse_day(duty.until), None if duty.note is None else fields.parse_note(duty.note)
    with act(session, "retention.hold") as action:
        client = the_client(action, client_text)
        if until < action.today:
            raise HoldEnded
        number = len(hold_rows.of_client(action.store, client)) + 1
        uuid, has_note = action.store.new_uuid(), note is not None
        hold = Hold(
            number, uuid, ground, citation, categories, action.today, until, has_note, note, action.now, action.by
        )
        hold_rows.add(action.store, client, hold)
        kept_entry.keep_all(action.store, client, BY_CODE)
        action.details |= {"hold": uuid.hex, "ground": ground, "categories": hold_rows.write_categories(categories)}
        return Holds(client, hold_rows.of_client(action.store, client), action.today)


def release(session: Session, client_text: str, number: int, reason: str) -> Holds:
    """Release a hold from today on, by its number, for a reason that is kept."""
    why = fields.parse_reason(reason)
    with act(session, "retention.release") as action:
        client = the_client(action, client_text)
        hold = next((hold for hold in hold_rows.of_client(action.store, client) if hold.number == number), None)
        if hold is None or not hold_rows.release(action.store, client, hold.uuid, why, action.today, action.by):
            raise HoldUnknown
        action.details["hold"] = hold.uuid.hex
        return Holds(client, hold_rows.of_client(action.store, client), action.today)
