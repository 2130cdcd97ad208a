"""Art. 7, 11.1 and 14: the looks and changes of one dossier in a period, in words that its client understands."""

from datetime import date, datetime

from msgspec import Struct

from wkc.errors.rights import PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.records.audit import Look
from wkc.records.dossier import Client
from wkc.store.core import audit


class DossierLook(Struct, frozen=True):
    """One look or change as the client reads it: by whom (the role, never the name), what, what for, and why."""

    at: datetime
    by: str
    action: str
    purpose: str
    reason: str | None


class DossierReport(Struct, frozen=True):
    """The looks and changes of one dossier from a day to a day, both included, oldest first."""

    client: Client
    first: date
    last: date
    looks: tuple[DossierLook, ...]


def report(session: Session, client_text: str, first: str | None, last: str | None) -> DossierReport:
    """Give what was done with one dossier in a period: from its registration up to today unless days are named."""
    with act(session, "audit.report") as action:
        client = the_client(action, client_text)
        start = fields.parse_any_day(first, action.today) if first else client.registered_on
        end = fields.parse_any_day(last, action.today) if last else action.today
        if end < start:
            raise PeriodBackwards
        looks = audit.looks(action.store, client)
        action.details |= {"from": start.isoformat(), "to": end.isoformat()}
        listed = tuple(_describe(look) for look in looks if start <= day(look.at) <= end)
        return DossierReport(client, start, end, listed)


def _describe(look: Look) -> DossierLook:
    from wkc.documents import vocabulary

    return DossierLook(
        look.at,
        vocabulary.ROLES.get(look.role, look.role),
        vocabulary.ACTIONS.get(look.action, look.action),
        vocabulary.PURPOSES.get(look.purpose, look.purpose),
        look.reason,
    )
