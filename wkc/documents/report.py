"""Art. 8.1: the report to an opdrachtgever on the progress of an assignment, as JSON and on paper."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from wkc.documents import responsibility
from wkc.documents.disclosure import GROUNDS, MARKS, OTHER_LAW
from wkc.documents.paper import TEMPLATES, Attachment, in_words, typeset
from wkc.documents.part import Begrip, Day, Moment, Part, as_json, word
from wkc.records.dossier import Contact, Entry
from wkc.records.report import ReportKind, ReportPaper
from wkc.sentences import contact as contact_sentences
from wkc.sentences.sentence import for_recipient

SCHEMA = TEMPLATES / "report.schema.json"
ATTACHED_AS = "rapportage.json"

KINDS: Mapping[str, str] = {"voortgang": "voortgangsrapportage", "eind": "eindrapportage"}
"""A report on the way, and the one at the end."""

CONTACTS = for_recipient(contact_sentences.KINDS)
"""Kinds of contact, said to the opdrachtgever."""

BASIS = "Wij mogen u dit geven omdat {grond} (artikel 8 van ons privacyreglement)."


class Kantoor(Part, frozen=True):
    """Wie de rapportage maakt."""

    naam: str
    plaats: str
    kvk: str
    bereikbaar: tuple[str, ...]


class Opdrachtgever(Part, frozen=True):
    """Aan wie de rapportage gaat, en hoe die bereikt wordt."""

    naam: str
    adres: tuple[str, ...]
    kenmerk: Annotated[str | None, Meta(description="Hun kenmerk voor ons.")]


class Opdracht(Part, frozen=True):
    """De opdracht waarover de rapportage gaat."""

    referentie: str
    vanaf: Day
    tot_en_met: Day | None


class Periode(Part, frozen=True):
    """De dagen waarover de rapportage gaat."""

    vanaf: Day
    tot_en_met: Day


class Contactmoment(Part, frozen=True):
    """Een contact in de periode, of een afspraak waarop de cliënt niet verscheen."""

    datum: Day
    soort: Begrip


class Activiteit(Part, frozen=True):
    """Een activiteit, plaatsing of contract, zoals het is vastgelegd."""

    datum: Day
    naam: str
    waarde: str
    let_op: str | None
    verklaring: Annotated[str | None, Meta(description="Wat de persoon er zelf over zegt.")]


class Rapportage(Part, frozen=True, kw_only=True):
    """Rapportage over het verloop van een opdracht."""

    versie: Annotated[Literal[1], Meta(description="De versie van deze opzet.")] = 1
    soort: Begrip
    concept: Annotated[bool, Meta(description="Nog niet verzonden; niet voor verstrekking.")]
    kenmerk: Annotated[str | None, Meta(description="Ons kenmerk; null op een concept.")]
    gemaakt_op: Moment
    kantoor: Kantoor
    opdrachtgever: Opdrachtgever
    client: Annotated[str | None, Meta(description="Naam van de cliënt.")]
    opdracht: Opdracht
    periode: Periode
    contacten: tuple[Contactmoment, ...]
    activiteiten: tuple[Activiteit, ...]
    afspraken: Annotated[str | None, Meta(description="Wat is afgesproken.")]
    verloop: Annotated[str | None, Meta(description="Het verloop, in de woorden van de coach.")]
    grondslag: str
    verantwoordelijk: str


def build_report(paper: ReportPaper) -> Rapportage:
    """Put a report in the words of the paper; raises ValueError for a withheld value."""
    report, houder, assignment = paper.report, paper.houder, paper.report.assignment
    law = {"wet": paper.law or OTHER_LAW, "vindplaats": report.citation or ""}
    attention = (f"Ter attentie van {paper.profile.contact}",) if paper.profile.contact else ()
    return Rapportage(
        soort=word(report.kind.value, KINDS),
        concept=paper.number is None,
        kenmerk=paper.number,
        gemaakt_op=paper.made_at.astimezone(UTC),
        kantoor=Kantoor(
            naam=houder.name,
            plaats=houder.place,
            kvk=houder.kvk,
            bereikbaar=tuple(way for way in (houder.address, houder.contact) if way),
        ),
        opdrachtgever=Opdrachtgever(
            naam=paper.party.name, adres=(*attention, *paper.profile.lines), kenmerk=paper.profile.kenmerk
        ),
        client=paper.name,
        opdracht=Opdracht(referentie=assignment.reference, vanaf=assignment.from_on, tot_en_met=_last_day(paper)),
        periode=Periode(vanaf=report.from_on, tot_en_met=report.until_on),
        contacten=tuple(map(_contact, paper.contacts)),
        activiteiten=tuple(_activity(entry, mark) for entry, mark in paper.entries),
        afspraken=report.agreed,
        verloop=report.words,
        grondslag=BASIS.format(grond=GROUNDS[report.ground].format(**law)),
        verantwoordelijk=responsibility.to_the_party(paper.profile.role),
    )


def as_pdf(report: Rapportage) -> bytes:
    """Set a report on paper, PDF/A-3a and PDF/UA-1, with its JSON attached."""
    model = msgspec.to_builtins(report, builtin_types=(date, datetime))
    return typeset(
        "report.typ",
        msgspec.json.encode(in_words(model)),
        report.gemaakt_op,
        Attachment(ATTACHED_AS, "application/json", as_json(report), "Dezelfde gegevens, leesbaar voor een computer"),
    )


def schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of a report from its structs; SCHEMA is this, checked in."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:wkc:rapportage:1",
        "title": "Rapportage over een opdracht",
        "description": "Wat een opdrachtgever over het verloop van een opdracht krijgt, en niets daarbuiten.",
        **msgspec.json.schema(Rapportage),
    }


def _last_day(paper: ReportPaper) -> date | None:
    """Give the last day of the assignment; an end report of one that has none yet says the last day of its period."""
    until_on = paper.report.assignment.until_on
    return paper.report.until_on if until_on is None and paper.report.kind is ReportKind.EIND else until_on


def _contact(contact: Contact) -> Contactmoment:
    return Contactmoment(datum=contact.on, soort=word(contact.kind, CONTACTS))


def _activity(entry: Entry, mark: str | None) -> Activiteit:
    if entry.value is None or (entry.has_dissent and entry.dissent is None):
        raise ValueError("a withheld value cannot go into a report")
    return Activiteit(
        datum=entry.provenance.obtained_on,
        naam=entry.field.label,
        waarde=entry.value,
        let_op=None if mark is None else MARKS[mark],
        verklaring=entry.dissent,
    )
