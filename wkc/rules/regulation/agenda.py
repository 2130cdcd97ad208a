"""Art. 5.3, 11.4 and 12.3: the duties of the office by their days, so that no term passes unseen."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from wkc.records.agenda import Agenda, Duty, Item
from wkc.records.appointment import Appointment
from wkc.records.disclosure import WaitingDisclosure
from wkc.records.person import Person
from wkc.records.request import Request, RequestState
from wkc.records.retention import Announce, Assessment, Destroy
from wkc.records.user import Role
from wkc.rules.disclosure.verified_number import FRESH
from wkc.rules.progress.appointment import WEEK
from wkc.rules.progress.silence import silent_since
from wkc.rules.regulation.breach import BreachDuty
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.request import FAVOURABLE, count_term, proof_until
from wkc.rules.requests.rest_days import working_days_after

REMIND_AFTER = timedelta(weeks=2)
"""The time after which proof of identity is asked for again."""

REVIEW_WITHIN = 5
"""Working days within which the beheerder decides on a disclosure, or sees why somebody looked outside a caseload."""

VITAL_WITHIN = 1
"""Working days within which the beheerder sees what was disclosed for a vitaal belang (art. 8.1)."""

NOTIFY_WITHIN = 5
"""Working days within which recipients are notified of a correction, and a decision of the office's own accord is
carried out; the AVG sets no day (5.1.d, 19)."""

SEND_WITHIN = 2
"""Working days within which a letter that was drawn up is sent; its terms count from the day of sending."""

KEEP_WITHIN = 5
"""Working days within which the paper of a signed form is on file, so that it can be shown (AVG 7.1)."""

PERMIT_AHEAD, PERMIT_PAST = timedelta(days=90), timedelta(days=90)
"""The time before and after its last day in which a residence permit is on the agenda; the dossier keeps showing it."""

NUMBER_AHEAD = timedelta(days=30)
"""The time before a verification of a telephone number is too old in which it is on the agenda (art. 8.3)."""

AGREEMENT_AHEAD = timedelta(days=60)
"""The time before its last day from which the agreement with a party is on the agenda."""

OF_THE_BEHEERDER: frozenset[Duty] = frozenset(
    {
        Duty.INZIEN_NAGAAN,
        Duty.TERUGKEER_NAGAAN,
        Duty.AANGELEVERD_BEOORDELEN,
        Duty.VERSTREKKING_BESLISSEN,
        Duty.VITAAL_BELANG_NAGAAN,
        Duty.OVEREENKOMST_EINDIGT,
        Duty.PAPIEREN_VAN_VERNIETIGDE_DOSSIERS,
        Duty.ZONDER_TOESTEMMING,
        Duty.RETENTIE_DRAAIEN,
        Duty.BACKUP_MAKEN,
        Duty.BACKUP_NAGAAN,
        Duty.BACKUP_OPENEN,
        Duty.CASELOAD_OVERDRAGEN,
        Duty.VERANTWOORDELIJKE_AANWIJZEN,
        Duty.TWEEDE_BEHEERDER,
        Duty.HERSTELCODES,
        Duty.TOEGANG_NALOPEN,
        Duty.INZIEN_STEEKPROEF,
        Duty.SLEUTELS_NAGAAN,
        Duty.FEESTDAGEN_NAGAAN,
        Duty.DATALEK_BESLUITEN,
        Duty.DATALEK_MELDEN,
        Duty.DATALEK_PERSONEN,
        Duty.DATALEK_OPDRACHTGEVER,
        Duty.DATALEK_SLUITEN,
    }
)
"""Duties of the beheerder alone; the service account lists them too, for the mail that cron sends."""


def agenda(items: Iterable[Item], today: date) -> Agenda:
    """Put items in order, soonest first: what is overdue is on top."""
    ordered = tuple(sorted(items, key=lambda item: (not is_late(item, today), item.on, item.duty, item.subject)))
    return Agenda(today, ordered, sum(is_late(item, today) for item in ordered))


def is_late(item: Item, today: date) -> bool:
    """Tell whether the last day of a thing to do is past, or the last hour of a term in hours."""
    return item.on < today or (item.hours is not None and item.hours < 0)


def of_breach(number: str, duty: BreachDuty, on: date, now: datetime) -> Item:
    """Give what is to be done about a breach (AVG 33 and 34): by its last hour, which falls on the day `on`."""
    hours = None if duty.until is None else (duty.until - now) // timedelta(hours=1)
    subject = number if duty.party is None else f"{number} {duty.party}"
    return Item(on, _BREACH[duty.what], subject, hours=hours)


def is_for_role(role: Role, duty: Duty) -> bool:
    """Tell whether a duty is on the agenda of a role."""
    return duty not in OF_THE_BEHEERDER or role in {Role.BEHEERDER, Role.SERVICE}


def of_request(request: Request, freed_on: date | None = None) -> Iterator[Item]:
    """Give what an open request asks of the office; the alarm is the regulation's day, the law's day is beside it.

    A removal that was granted, and that a duty keeps meanwhile, is for the day `freed_on` on which it can be done.
    """
    duty = _DUTY.get(request.state)
    if duty is None or (duty is Duty.VERZOEK_UITVOEREN and not _is_granted(request)):
        return
    if freed_on is not None:
        yield Item(freed_on, duty, request.number)
        return
    if is_own_accord(request):
        yield Item(working_days_after(request.received_on, NOTIFY_WITHIN), duty, request.number)
        return
    counted = count_term(request)
    on = max(counted.safe_on, request.answer_sent_on or counted.safe_on)
    law_on = counted.ends_on if request.answer_sent_on is None and counted.ends_on != on else None
    client = request.client.number if request.client else None
    yield Item(on, duty, request.number, law_on=law_on, client=client)
    if request.state is RequestState.IDENTITEIT_GEVRAAGD and request.asked_on is not None:
        until = proof_until(request)
        if until is None:
            yield Item(request.asked_on + REMIND_AFTER, Duty.IDENTITEIT_HERINNEREN, request.number, client=client)
        else:
            yield Item(until, Duty.IDENTITEIT_AFWACHTEN, request.number, client=client)


def of_correction(since: date, count: int, request: str) -> Item:
    """Give the letters to recipients of what was corrected on a day (AVG 19)."""
    return Item(working_days_after(since, NOTIFY_WITHIN), Duty.ONTVANGER_BERICHTEN, request, count)


def of_letters(number: str, count: int, drawn_on: date, client: str | None) -> Item:
    """Give the letters that were drawn up on a day and not sent; the first of them by number."""
    return Item(working_days_after(drawn_on, SEND_WITHIN), Duty.BRIEF_VERSTUREN, number, count, client=client)


def of_supplied(client: str, count: int, on: date) -> Item:
    """Give the values of a list that were put aside on a day, of one client (art. 4.2 and 12)."""
    return Item(working_days_after(on, REVIEW_WITHIN), Duty.AANGELEVERD_BEOORDELEN, client, count, client=client)


def of_unasked(client: str, since: date) -> Item:
    """Give a consent that is to be asked again: its giver acts for the client no more since a day (UAVG 5)."""
    return Item(working_days_after(since, REVIEW_WITHIN), Duty.TOESTEMMING_VRAGEN, client, client=client)


def of_signature(client: str, count: int, signed_on: date) -> Item:
    """Give the forms whose signed paper is not on file, since the first was signed (AVG 7.1)."""
    return Item(working_days_after(signed_on, KEEP_WITHIN), Duty.HANDTEKENING_BEWAREN, client, count, client=client)


def of_unconsented(client: str, count: int, since: date) -> Item:
    """Give the values that a consent allowed to be held, which counts no longer since a day (AVG 7.3 and 17.1.b)."""
    return Item(working_days_after(since, REVIEW_WITHIN), Duty.ZONDER_TOESTEMMING, client, count, client=client)


def of_look(line: int, on: date, number: str, by: str) -> Item:
    """Give the review of a look by a user at a dossier outside the caseload, by its line of the audit log."""
    return Item(working_days_after(on, REVIEW_WITHIN), Duty.INZIEN_NAGAAN, str(line), client=number, by=by)


def of_return(number: str, since: date) -> Item:
    """Give the look at a client who was erased at the own request and is on file again (art. 12.1)."""
    return Item(working_days_after(since, REVIEW_WITHIN), Duty.TERUGKEER_NAGAAN, number, client=number)


def of_disclosure(waiting: WaitingDisclosure, on: date) -> Item:
    """Give what the beheerder does about a disclosure of a day: decides, or sees what danger to life made us give."""
    subject = f"{waiting.client} {waiting.number}"
    if waiting.vital:
        return Item(working_days_after(on, VITAL_WITHIN), Duty.VITAAL_BELANG_NAGAAN, subject, client=waiting.client)
    return Item(working_days_after(on, REVIEW_WITHIN), Duty.VERSTREKKING_BESLISSEN, subject, client=waiting.client)


def of_number(person: Person, today: date) -> Iterator[Item]:
    """Give the verification of a person's number anew, when it is or soon will be too old; who has none needs none."""
    if person.verified_on is None:
        return
    last = person.verified_on + FRESH
    if last - NUMBER_AHEAD <= today:
        yield Item(last, Duty.NUMMER_NAGAAN, f"{person.party.name} {person.number}")


def of_appointment(planned: Appointment, today: date) -> Iterator[Item]:
    """Give an appointment of today or the week to come, and one that is past and was not written down."""
    subject = f"{planned.client} {planned.number}"
    if planned.on < today:
        yield Item(planned.on, Duty.AFSPRAAK_AFHANDELEN, subject, client=planned.client)
    elif planned.on < today + WEEK:
        yield Item(
            planned.on, Duty.AFSPRAAK, f"{subject}, {planned.at}" if planned.at else subject, client=planned.client
        )


def of_silence(number: str, counted_from: date, weeks: int, today: date) -> Iterator[Item]:
    """Give a client without contact for some weeks: to be done today, and never late, for no law sets a term."""
    if silent_since(counted_from, weeks, today) is not None:
        yield Item(today, Duty.STILTE, number, client=number)


def of_retention(number: str, assessment: Assessment) -> Iterator[Item]:
    """Give the day on which a dossier goes (art. 10); one that goes today is late since nothing kept it any more.

    One that nobody announced is late from the day it should have been gone: the seven days of an announcement that no
    run made do not move it along.
    """
    match assessment:
        case Announce(since=since, on=None):
            yield Item(since, Duty.VERNIETIGING, number, client=number)
        case Announce(due=due):
            yield Item(due, Duty.VERNIETIGING, number, client=number)
        case Destroy(since=since):
            yield Item(since, Duty.VERNIETIGING, number, client=number)


def permits_between(today: date) -> tuple[date, date]:
    """Give the first and the last day on which a residence permit ends that is on the agenda."""
    return today - PERMIT_PAST, today + PERMIT_AHEAD


def _is_granted(request: Request) -> bool:
    return request.ruling is not None and request.ruling.decision in FAVOURABLE


_DUTY = {
    RequestState.ONTVANGEN: Duty.VERZOEK_BEHANDELEN,
    RequestState.IDENTITEIT_GEVRAAGD: Duty.VERZOEK_BEHANDELEN,
    RequestState.GEIDENTIFICEERD: Duty.VERZOEK_BESLISSEN,
    RequestState.BESLOTEN: Duty.BESLUIT_MEEDELEN,
    RequestState.MEDEGEDEELD: Duty.VERZOEK_UITVOEREN,
}

_BREACH = {
    "besluiten": Duty.DATALEK_BESLUITEN,
    "ap": Duty.DATALEK_MELDEN,
    "personen": Duty.DATALEK_PERSONEN,
    "opdrachtgever": Duty.DATALEK_OPDRACHTGEVER,
    "sluiten": Duty.DATALEK_SLUITEN,
}
