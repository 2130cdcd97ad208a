"""Made-up people, so that a test can put into a dossier what it is about."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

from msgspec.structs import replace

from tests.rules.requests import CLIENT, in_state
from wkc.records.audit import Head, Look
from wkc.records.correction import PriorRecipient, Proposal
from wkc.records.dossier import Assignment, Client, Contact, Dossier, Entry, Provenance, Term
from wkc.records.field import Field, FieldClass, Kind
from wkc.records.inzage import Inzage
from wkc.records.party import Houder, Party
from wkc.records.request import RequestState
from wkc.records.rights import Consent, Mandate, Release
from wkc.rules.requests.request import count_days

MADE_AT = datetime(2026, 11, 24, 9, 15, 30, tzinfo=UTC)
EMPLOYEE = "x-employee-7"
"""Stands wherever a record names a user."""

CATEGORIES = {
    1: "Naam",
    2: "Adres en bereikbaarheid",
    3: "Woonplaats",
    4: "Geslacht",
    5: "Geboortedatum",
    7: "Burgerlijke staat",
    12: "Activiteiten naar regulier werk",
    17: "Burgerservicenummer",
    23: "Sociale gegevens",
    25: "Gezondheid en inzetbaarheid",
}

FIELDS = {
    field.code: field
    for field in (
        Field("geslachtsnaam", 1, "Geslachtsnaam", Kind.TEXT, FieldClass.GEWOON, required=True),
        Field("voorvoegsel", 1, "Voorvoegsel", Kind.TEXT, FieldClass.GEWOON),
        Field("voornamen", 1, "Voornamen", Kind.TEXT, FieldClass.GEWOON),
        Field("adres", 2, "Adres", Kind.TEXT, FieldClass.GEWOON),
        Field("e_mail", 2, "E-mailadres", Kind.TEXT, FieldClass.GEWOON, many=True),
        Field("woonplaats", 3, "Woonplaats", Kind.TEXT, FieldClass.GEWOON),
        Field("geslacht", 4, "Geslacht", Kind.CODE, FieldClass.GEWOON, choices=("M", "V", "X", "O")),
        Field("geboortedatum", 5, "Geboortedatum", Kind.PARTIAL_DATE, FieldClass.GEWOON),
        Field("activiteit", 12, "Activiteit", Kind.NOTE, FieldClass.GEWOON, many=True),
        Field("burgerservicenummer", 17, "Burgerservicenummer", Kind.BSN, FieldClass.GEVOELIG),
        Field("sociale_gegevens", 23, "Sociale gegevens", Kind.NOTE, FieldClass.BIJZONDER, many=True),
        Field("gezondheid", 25, "Gezondheid", Kind.NOTE, FieldClass.BIJZONDER, many=True),
    )
}

GEMEENTE = Party(1, UUID(int=101), "Gemeente Veldbeek", "opdrachtgever", MADE_AT, EMPLOYEE)
FROM_GEMEENTE = Provenance("opdrachtgever", None, GEMEENTE, date(2026, 3, 2))
FROM_CLIENT = Provenance("geregistreerde", None, None, date(2026, 3, 9), "uitdrukkelijke_toestemming")

_numbers = count(1000)


def entry(code: str, value: str | None, source: Provenance = FROM_GEMEENTE) -> Entry:
    """An entry of 4 March 2026 in Alkmaar, which is still 3 March in UTC."""
    at = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    return Entry(UUID(int=next(_numbers)), FIELDS[code], value, source, at, EMPLOYEE)


def closed(current: Entry) -> Entry:
    return replace(current, closed_at=current.recorded_at + timedelta(days=60), closed_by=EMPLOYEE)


def contact(on: date, kind: str, note: str | None = None, *, restarts: bool = True) -> Contact:
    at = datetime(on.year, on.month, on.day, 14, 30, tzinfo=UTC)
    return Contact(1, UUID(int=next(_numbers)), on, kind, restarts, note is not None, note, at, EMPLOYEE)


def withdrawn(mistaken: Contact, reason: str) -> Contact:
    at = mistaken.recorded_at + timedelta(days=1)
    return replace(mistaken, withdrawn_at=at, withdrawn_by=EMPLOYEE, reason=reason)


def mandate(kind: str, name: str) -> Mandate:
    """A mandate that began on 5 January 2026, shown on the ninth."""
    uuid, document = UUID(int=next(_numbers)), "Beschikking van de kantonrechter van 5 januari 2026."
    begun, shown = date(2026, 1, 5), date(2026, 1, 9)
    return Mandate(1, 1, uuid, kind, name, begun, None, document, shown, EMPLOYEE, MADE_AT, EMPLOYEE)


def consent(categories: tuple[int, ...], given_by: Mandate | None = None) -> Consent:
    """A consent in writing of 3 August 2026, for a work placement at a bakery."""
    uuid, bakery = UUID(int=next(_numbers)), replace(GEMEENTE, name="Bakkerij Het Zuurdesem", kind="werkgever")
    from_on = date(2026, 8, 3)
    return Consent(
        bakery, "proefplaatsing", categories, "schriftelijk", from_on, given_by,
        number=1, uuid=uuid, recorded_at=MADE_AT, recorded_by=EMPLOYEE,
    )  # fmt: skip


def release(of: Entry) -> Release:
    """The secrecy of an entry, lifted by the client for the bakery only."""
    uuid, bakery = UUID(int=next(_numbers)), consent((1,)).recipient
    from_on, way = date(2026, 8, 3), "schriftelijk"
    return Release(
        "geregistreerde",
        None,
        bakery,
        way,
        None,
        from_on,
        None,
        number=1,
        uuid=uuid,
        entry=of.uuid,
        entry_number=13,
        field=of.field,
        recorded_at=MADE_AT,
        recorded_by=EMPLOYEE,
    )


def inzage(
    entries: tuple[Entry, ...] = (),
    contacts: tuple[Contact, ...] = (),
    assignments: tuple[Assignment, ...] = (),
    looks: tuple[Look, ...] = (),
) -> Inzage:
    """What is held on client 2026-0001; without arguments, nothing."""
    client = Client(1, UUID(int=7), "2026-0001", date(2026, 3, 2), EMPLOYEE)
    return Inzage(
        Houder("de werkKRACHTcentrale", "Alkmaar", "54663490"),
        Dossier(client, entries, assignments, contacts),
        looks,
        Term(date(2026, 10, 5), "laatste_contact", date(2031, 10, 5)),
        Head(1234, bytes(range(32))),
        MADE_AT,
    )


def corrected() -> Proposal:
    """A birth date that was wrong, is right now, and had gone to the UWV."""
    return Proposal(
        1,
        UUID(int=3001),
        "V2026-0001",
        "verbetering",
        UUID(int=3002),
        FIELDS["geboortedatum"],
        "onjuist",
        None,
        False,
        None,
        True,
        MADE_AT,
        EMPLOYEE,
        MADE_AT,
    )


def told() -> PriorRecipient:
    """The letter about it."""
    field = FIELDS["geboortedatum"]
    return PriorRecipient(
        "V2026-0001", UUID(int=3003), "UWV", (field,), date(2026, 3, 9), "B2026-0007", date(2026, 10, 5)
    )


def full_inzage() -> Inzage:
    """Somebody with something in every part."""
    numbers = count(2000)
    doctor = Provenance("geregistreerde", None, None, date(2026, 4, 1), "uavg_30", "wet", "WGBO art. 7:457 BW")
    school = Provenance("een_ieder", "wwb", replace(GEMEENTE, name="Praktijkschool De Brug"), date(2026, 4, 2))
    entries = (
        entry("geslachtsnaam", "Vos"),
        entry("voorvoegsel", "de"),
        entry("voornamen", "Anna Maria"),
        closed(entry("adres", "Oude Gracht 3")),
        entry("adres", "Lindelaan 12 bis"),
        entry("e_mail", "anna.maria.de.vos.met.een.lang.adres@voorbeeld.example"),
        entry("woonplaats", "Alkmaar"),
        entry("geslacht", "V"),
        entry("geboortedatum", "1968-03"),
        entry("activiteit", "Stage bij een bakkerij,\ndrie dagen in de week.", school),
        entry("burgerservicenummer", "999990019"),
        replace(entry("sociale_gegevens", "Zorgt voor haar moeder.", FROM_CLIENT), in_onderzoek=True),
        replace(
            entry("sociale_gegevens", "Komt op tijd.", FROM_CLIENT),
            beperkt=True,
            has_dissent=True,
            dissent="Ik kom áltijd op tijd.",
        ),
        entry("gezondheid", "Kan niet lang achter elkaar staan.", doctor),
    )
    contacts = (
        contact(date(2026, 3, 9), "gesprek", "Kennismaking. Zij wil graag weer met brood werken."),
        contact(date(2026, 5, 1), "poging", restarts=False),
        withdrawn(contact(date(2026, 6, 2), "bezoek"), "Dit was een andere mevrouw De Vos."),
        contact(date(2026, 10, 5), "telefoon", "Zij begint in november."),
    )
    assignments = (
        Assignment(
            UUID(int=next(numbers)),
            GEMEENTE,
            "VB-2019-88",
            date(2019, 1, 7),
            date(2019, 12, 31),
            MADE_AT,
            EMPLOYEE,
        ),
        Assignment(UUID(int=next(numbers)), GEMEENTE, "VB-2026-11", date(2026, 3, 2), None, MADE_AT, EMPLOYEE),
    )
    looks = (
        Look(datetime(2026, 3, 2, 8, 0, tzinfo=UTC), "client.register", "medewerker", "intake"),
        Look(datetime(2026, 7, 1, 12, 30, tzinfo=UTC), "client.show", "coach", "begeleiding"),
        Look(MADE_AT, "inzage.export", "beheerder", "verzoek"),
    )
    balans = mandate("bewindvoerder", "Bureau Balans")
    return replace(
        inzage(entries, contacts, assignments, looks),
        consents=(consent((1, 12)), replace(consent((1, 25), balans), withdrawn_on=date(2026, 9, 1))),
        releases=(release(entries[-1]),),
        mandates=(balans,),
        corrections=(corrected(),),
        to_tell=(told(),),
    )


def handed_out(of: Inzage) -> Inzage:
    """The same person's data, as the copy that answers a request granted in March 2026."""
    return replace(of, answers=count_days(in_state(RequestState.MEDEGEDEELD, client=CLIENT)))
