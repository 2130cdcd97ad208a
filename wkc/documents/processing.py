"""AVG 30: the register of processing activities of the office, as JSON and on paper."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from wkc.documents import texts, vocabulary
from wkc.documents.paper import Attachment, in_words, typeset
from wkc.documents.part import Auditlog, Begrip, Day, Moment, Part, as_json
from wkc.documents.processing_words import BASIS, CLASSES, MEASURES, PERSONS, PURPOSE, RECIPIENTS, TERM
from wkc.documents.third_person import of_the_client
from wkc.records.field import Field
from wkc.records.party import Party, PartyProfile
from wkc.records.processing import ProcessingFacts

ATTACHED_AS = "verwerkingsregister.json"


class Kantoor(Part, frozen=True):
    """Wie verwerkt, en hoe die te bereiken is."""

    naam: str
    adres: str
    plaats: str
    kvk: str
    bereikbaar: str


class Functionaris(Part, frozen=True):
    """De functionaris voor gegevensbescherming, of waarom die er niet is (AVG artikel 37)."""

    naam: str | None
    bereikbaar: str | None
    waarom_geen: str | None


class Beoordeling(Part, frozen=True):
    """De gegevensbeschermingseffectbeoordeling (AVG artikel 35)."""

    nodig: bool
    gedaan_op: Day | None
    ligt_bij: str | None


class Gegevenssoort(Part, frozen=True):
    """Een categorie van bijlage I, met hoe gevoelig zij is."""

    nummer: int
    naam: str
    klassen: tuple[Begrip, ...]


class Ontvangersoort(Part, frozen=True):
    """Een soort ontvanger die echt gegevens kreeg."""

    soort: Begrip


class Verwerker(Part, frozen=True):
    """Wie voor ons verwerkt (AVG artikel 28)."""

    naam: str
    overeenkomst: str | None
    tot_en_met: Day | None


class Verwerking(Part, frozen=True):
    """Wat het kantoor als verantwoordelijke verwerkt (AVG artikel 30 lid 1)."""

    omschrijving: str
    grondslag: str
    doelen: tuple[Begrip, ...]
    betrokkenen: str
    gegevens: tuple[Gegevenssoort, ...]
    ontvangers: tuple[Ontvangersoort, ...]
    verwerkers: tuple[Verwerker, ...]
    doorgifte: str
    bewaartermijn: str
    maatregelen: tuple[str, ...]


class Opdrachtgever(Part, frozen=True):
    """Namens wie het kantoor verwerkt (AVG artikel 30 lid 2)."""

    naam: str
    adres: str | None
    overeenkomst: str | None
    tot_en_met: Day | None


class Namens(Part, frozen=True):
    """Wat het kantoor als verwerker doet (AVG artikel 30 lid 2)."""

    opdrachtgevers: tuple[Opdrachtgever, ...]
    verwerkingen: str
    doorgifte: str
    maatregelen: tuple[str, ...]


class Verwerkingsregister(Part, frozen=True, kw_only=True):
    """Register van verwerkingsactiviteiten (AVG artikel 30)."""

    versie: Annotated[Literal[2], Meta(description="De versie van deze opzet.")] = 2
    soort: Literal["verwerkingsregister"] = "verwerkingsregister"
    gemaakt_op: Moment
    kantoor: Kantoor
    functionaris: Functionaris
    beoordeling: Beoordeling
    verantwoordelijke: Verwerking
    verwerker: Annotated[Namens | None, Meta(description="null als het kantoor voor niemand verwerkt.")]
    auditlog: Auditlog


def register_of(facts: ProcessingFacts, categories: Mapping[int, str]) -> Verwerkingsregister:
    """Put the processing of the office in words; `categories` names the numbers of annex I."""
    known, office = facts.settings, facts.houder
    return Verwerkingsregister(
        gemaakt_op=facts.made_at.astimezone(UTC),
        kantoor=Kantoor(office.name, known["houder.address"], office.place, office.kvk, known["houder.contact"]),
        functionaris=Functionaris(
            known["fg.name"] or None,
            known["fg.contact"] or None,
            None if known["fg.name"] else known["fg.none"],
        ),
        beoordeling=Beoordeling(
            known["dpia.needed"] == "ja",
            date.fromisoformat(known["dpia.date"]) if known["dpia.date"] else None,
            known["dpia.place"] or None,
        ),
        verantwoordelijke=Verwerking(
            omschrijving=PURPOSE,
            grondslag=BASIS,
            doelen=tuple(Begrip(code, of_the_client(purpose)) for code, purpose in vocabulary.PURPOSES.items()),
            betrokkenen=PERSONS,
            gegevens=tuple(_kinds(facts.fields, categories)),
            ontvangers=tuple(Ontvangersoort(Begrip(kind, RECIPIENTS[kind])) for kind in facts.received),
            verwerkers=tuple(
                Verwerker(party.name, profile.agreement, profile.agreed_until)
                for party, profile in facts.parties
                if profile.role == "verwerker"
            ),
            doorgifte=of_the_client(texts.ABROAD),
            bewaartermijn=TERM,
            maatregelen=MEASURES,
        ),
        verwerker=_on_behalf([one for one in facts.parties if one[1].role == "verantwoordelijk"]),
        auditlog=Auditlog(nummer=facts.head.seq, hash=facts.head.hash.hex(" ", 2)),
    )


def as_pdf(register: Verwerkingsregister) -> bytes:
    """Set the register on paper, PDF/A-3a and PDF/UA-1, with its JSON attached."""
    model = msgspec.to_builtins(register, builtin_types=(date, datetime))
    return typeset(
        "processing.typ",
        msgspec.json.encode(in_words(model)),
        register.gemaakt_op,
        Attachment(ATTACHED_AS, "application/json", as_json(register), "Hetzelfde register, voor een computer"),
    )


def _kinds(fields: tuple[Field, ...], categories: Mapping[int, str]) -> Iterator[Gegevenssoort]:
    for number, name in categories.items():
        classes = dict.fromkeys(field.field_class.value for field in fields if field.category == number)
        yield Gegevenssoort(number, name, tuple(Begrip(code, CLASSES[code]) for code in classes))


def _on_behalf(parties: list[tuple[Party, PartyProfile]]) -> Namens | None:
    if not parties:
        return None
    return Namens(
        opdrachtgevers=tuple(
            Opdrachtgever(party.name, ", ".join(profile.lines) or None, profile.agreement, profile.agreed_until)
            for party, profile in parties
        ),
        verwerkingen=PURPOSE,
        doorgifte=of_the_client(texts.ABROAD),
        maatregelen=MEASURES,
    )
