"""Art. 11.1 and 12.1: a client died: mandates end, open requests stop, contacts after that day count no longer."""

from msgspec import Struct

from wkc.errors.death import DeathStopsRequests, DeathUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.requests.propose import mark_anew
from wkc.records.death import Death
from wkc.records.dossier import Client, Term
from wkc.records.request import Request
from wkc.records.user import Role
from wkc.rules.dossier.death import SOURCES, judge_contact
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.rules.requests.request import judge_step
from wkc.rules.retention.contact import RESTARTS
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import death as deaths
from wkc.store.requests import request as requests

WHY_WITHDRAWN = "Na het overlijden: geen contact met de geregistreerde zelf."


class Deceased(Struct, frozen=True):
    """A client who died: when and who told, what ended with it, and until when the dossier is kept.

    `death` is None where that was taken back. `mandates`, `requests` and `contacts` count what ended or stopped.
    """

    client: Client
    death: Death | None
    mandates: int
    requests: int
    contacts: int
    term: Term


def record(session: Session, client_text: str, on: str, source: str) -> Deceased:
    """Write down that a client died on a day, and end what ends with it; errors.DeathStopsRequests.

    By that no letter goes any more, also of what was decided, and open requests stop: where somebody waits for an
    answer it is the beheerder's to write down (art. 11.4, 12.3).
    """
    died_on = fields.past_day_or_today(on, day(session.environment.now()))
    death = Death(died_on, codes.parse_code(source, SOURCES))
    with act(session, "client.deceased") as action:
        client = the_client(action, client_text)
        check_plausible(action, client, died_on, BEFORE_CONTACT)
        if action.user.role is not Role.BEHEERDER and any(_list_unanswered(action, client)):
            action.mark_refused("verzoek_open")
            raise DeathStopsRequests
        deaths.add(action.store, client, death, action.now, action.by)
        mandates = deaths.end_mandates(action.store, client, died_on)
        stopped, uncounted = _stop_requests(action, client), _uncount(action, client, death)
        action.details |= {"on": died_on.isoformat(), "source": death.source, "requests": stopped}
        return Deceased(client, death, mandates, stopped, uncounted, count_anew(action, client))


def take_back(session: Session, client_text: str) -> Deceased:
    """Take a mistake back: the client lives. What was ended or withdrawn stays so; errors.DeathUnknown."""
    with act(session, "client.deceased") as action:
        client = the_client(action, client_text)
        if not deaths.remove(action.store, client):
            raise DeathUnknown
        action.details["step"] = "taken_back"
        return Deceased(client, None, 0, 0, 0, count_anew(action, client))


def _stop_requests(action: Action, client: Client) -> int:
    """Stop the requests that wait for a decision: the right that they rest on ended."""
    stopped = 0
    for request in _list_undecided(action, client):
        requests.withdraw(action.store, request, max(action.today, request.received_on))
        stopped += 1
    if stopped:
        mark_anew(action, client)
    return stopped


def _list_undecided(action: Action, client: Client) -> list[Request]:
    """Give the requests of a client that wait for a decision."""
    return [one for one in requests.of_client(action.store, client) if judge_step(one, "besluit").allowed]


def _list_unanswered(action: Action, client: Client) -> list[Request]:
    """Give the requests of a client that wait for a decision, or for its letter to go."""
    decided = [one for one in requests.of_client(action.store, client) if judge_step(one, "deel_mee").allowed]
    return [*_list_undecided(action, client), *decided]


def _uncount(action: Action, client: Client, death: Death) -> int:
    """Let contacts with others after the death restart no term: they stay, withdrawn with the reason."""
    gone = 0
    for contact in contacts.of_client(action.store, client, RESTARTS):
        counts = contact.withdrawn_at is None and RESTARTS[contact.kind]
        if counts and not judge_contact(death, contact.on, restarts=True).allowed:
            contacts.withdraw(action.store, client, contact.uuid, WHY_WITHDRAWN, action.now, action.by)
            gone += 1
    return gone
