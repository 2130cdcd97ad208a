"""The agenda: everything with a date, for the one who has to do something about it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Duty(StrEnum):
    """A thing to do, or to know, by a day."""

    VERZOEK_BEHANDELEN = "verzoek_behandelen"
    VERZOEK_BESLISSEN = "verzoek_beslissen"
    BESLUIT_MEEDELEN = "besluit_meedelen"
    VERZOEK_UITVOEREN = "verzoek_uitvoeren"
    IDENTITEIT_HERINNEREN = "identiteit_herinneren"
    IDENTITEIT_AFWACHTEN = "identiteit_afwachten"
    KENNISGEVING = "kennisgeving"
    BRIEF_VERSTUREN = "brief_versturen"
    ONTVANGER_BERICHTEN = "ontvanger_berichten"
    AANGELEVERD_BEOORDELEN = "aangeleverd_beoordelen"
    VERSTREKKING_BESLISSEN = "verstrekking_beslissen"
    VITAAL_BELANG_NAGAAN = "vitaal_belang_nagaan"
    INZIEN_NAGAAN = "inzien_nagaan"
    RETENTIE_DRAAIEN = "retentie_draaien"
    BACKUP_MAKEN = "backup_maken"
    BACKUP_NAGAAN = "backup_nagaan"
    BACKUP_OPENEN = "backup_openen"
    TERUGKEER_NAGAAN = "terugkeer_nagaan"
    CASELOAD_OVERDRAGEN = "caseload_overdragen"
    VERANTWOORDELIJKE_AANWIJZEN = "verantwoordelijke_aanwijzen"
    TWEEDE_BEHEERDER = "tweede_beheerder"
    HERSTELCODES = "herstelcodes"
    NUMMER_NAGAAN = "nummer_nagaan"
    VERBLIJFSVERGUNNING = "verblijfsvergunning"
    VERNIETIGING = "vernietiging"
    AFSPRAAK = "afspraak"
    AFSPRAAK_AFHANDELEN = "afspraak_afhandelen"
    STILTE = "stilte"
    OPDRACHT_EINDIGT = "opdracht_eindigt"
    RAPPORTAGE = "rapportage"
    EINDRAPPORTAGE = "eindrapportage"
    PAPIER_VERNIETIGEN = "papier_vernietigen"
    HANDTEKENING_BEWAREN = "handtekening_bewaren"
    PAPIEREN_VAN_VERNIETIGDE_DOSSIERS = "papieren_van_vernietigde_dossiers"
    OVEREENKOMST_EINDIGT = "overeenkomst_eindigt"
    TOEGANG_NALOPEN = "toegang_nalopen"
    INZIEN_STEEKPROEF = "inzien_steekproef"
    SLEUTELS_NAGAAN = "sleutels_nagaan"
    FEESTDAGEN_NAGAAN = "feestdagen_nagaan"
    DATALEK_BESLUITEN = "datalek_besluiten"
    DATALEK_MELDEN = "datalek_melden"
    DATALEK_PERSONEN = "datalek_personen"
    DATALEK_OPDRACHTGEVER = "datalek_opdrachtgever"
    DATALEK_SLUITEN = "datalek_sluiten"
    TOESTEMMING_EINDIGT = "toestemming_eindigt"
    TOESTEMMING_VRAGEN = "toestemming_vragen"
    ZONDER_TOESTEMMING = "zonder_toestemming"


class Item(Struct, frozen=True):
    """One thing on the agenda: overdue after the day `on`; numbers and dates only.

    `subject` is a number: of a request, of a dossier (the first of `count`), of a disclosure or an appointment in its
    dossier (with its time), of an audit line, or of a person at a party that it names. `law_on` is the last day of
    today's law, where that is another than the regulation's. `client` is the dossier that it is about, where it is one.
    `hours` are left of a term that is counted in hours; below zero it is over. `more` is set on the last of many of one
    duty: others, which are less soon, are not shown. `by` is the USER ID of whoever looked outside a caseload.
    """

    on: date
    duty: Duty
    subject: str
    count: int = 1
    law_on: date | None = None
    client: str | None = None
    hours: int | None = None
    more: bool = False
    by: str | None = None


class Agenda(Struct, frozen=True):
    """The things to do as seen on a day, soonest first; the first `overdue` items are too late."""

    today: date
    items: tuple[Item, ...]
    overdue: int


class CalendarEntry(Struct, frozen=True):
    """One line of the agenda for a calendar: a day, a time in Amsterdam if it has one, and a text without names.

    `uid` stays the same in every export, so that a calendar replaces what it has.
    """

    uid: UUID
    on: date
    at: str | None
    summary: str
