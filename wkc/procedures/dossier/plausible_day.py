"""The day of a request, contact, disclosure, consent or origin is compared with what is on file of the person."""

from datetime import date, timedelta

from wkc.errors.death import ContactAfterDeath
from wkc.errors.input import DayBeforeBirth, DayLongBefore
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.dossier.mandate import read_born
from wkc.records.dossier import Client
from wkc.rules.dossier.death import judge_contact
from wkc.rules.dossier.plausible_day import judge_day
from wkc.rules.retention.contact import RESTARTS
from wkc.store.dossier import death as deaths
from wkc.store.operations import upkeep


def check_alive(action: Action, client: Client, on: date, kind: str) -> None:
    """Refuse a contact that restarts the five years with a client who had died by that day: ContactAfterDeath."""
    verdict = judge_contact(deaths.of_client(action.store, client), on, restarts=RESTARTS[kind])
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise ContactAfterDeath(article=verdict.article)


def check_plausible(
    action: Action, client: Client | None, on: date, before: timedelta, *, is_birth_doubted: bool = False
) -> None:
    """Refuse a day before the birth, or longer than `before` ahead of the registration; of the register for a stranger.

    `is_birth_doubted` tells that another date of birth takes the place of the one on file, which proves nothing then.
    errors.DayBeforeBirth, DayLongBefore.
    """
    born = None if client is None or is_birth_doubted else read_born(action, client)
    known_from = day(upkeep.find_beginning(action.store)) if client is None else client.registered_on
    verdict = judge_day(on, born, known_from, before)
    if verdict.allowed:
        return
    action.mark_refused(verdict.reason)
    if verdict.reason == "voor_geboorte":
        raise DayBeforeBirth
    raise DayLongBefore(first=known_from - before)
