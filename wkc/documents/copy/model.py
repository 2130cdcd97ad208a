"""The copy as a tree of structs: the content of the JSON, and the source of its JSON Schema.

The docstrings are Dutch because the schema carries them to whoever reads the file of a person registered.
Import this module where a copy is made: it loads msgspec.
"""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from wkc.documents.copy.correction import Correctie
from wkc.documents.copy.mistake import Vergissing
from wkc.documents.copy.recipient import Ontvanger
from wkc.documents.copy.request import OverAnderen, Verzoek, Weggelaten
from wkc.documents.copy.retention import Bewaring, Opschorting
from wkc.documents.copy.rights import Machtiging, Ontheffing, Soort, Toestemming
from wkc.documents.copy.supplied import Aangeleverd
from wkc.documents.part import Auditlog, Begrip, Day, Moment, Part


class Houder(Part, frozen=True):
    """Wie de gegevens heeft en ervoor verantwoordelijk is (artikel 1 en 5)."""

    naam: str
    plaats: str
    kvk: Annotated[str, Meta(description="Nummer bij de Kamer van Koophandel.")]
    adres: str | None
    bereikbaar: Annotated[str | None, Meta(description="Telefoonnummer of e-mailadres.")]
    beheerder: str
    reglement: Annotated[str, Meta(description="De regels die de houder voor deze registratie volgt.")]
    vragen: str


class Persoon(Part, frozen=True):
    """Over wie de kopie gaat."""

    naam: Annotated[str | None, Meta(description="Voornamen, voorvoegsel en geslachtsnaam zoals vastgelegd.")]
    dossiernummer: str
    kenmerk: UUID
    ingeschreven_op: Day


class Doel(Part, frozen=True):
    """Waarvoor de gegevens gebruikt worden en waarom dat mag (artikel 2)."""

    omschrijving: str
    grondslag: str


class Herkomst(Part, frozen=True):
    """Van wie een gegeven komt (artikel 4 lid 2 en bijlage II)."""

    bron: Begrip
    naam: Annotated[str | None, Meta(description="De instantie of persoon, als die vastligt.")]
    wet: Annotated[Begrip | None, Meta(description="De wet op grond waarvan het is verkregen.")]
    verkregen_op: Day


class Geheim(Part, frozen=True):
    """Een plicht tot geheimhouding (artikel 8 lid 2)."""

    plicht: Begrip
    vindplaats: Annotated[str | None, Meta(description="Het wetsartikel, als het om een wet gaat.")]


Grondslag = Annotated[Begrip | None, Meta(description="Waarom een bijzonder gegeven er mag staan.")]
InOnderzoek = Annotated[bool, Meta(description="Er wordt uitgezocht of dit klopt.")]
Beperkt = Annotated[bool, Meta(description="Het gaat alleen naar een ander als de wet dat eist of u het goed vindt.")]
Verklaring = Annotated[str | None, Meta(description="Wat de persoon zelf zegt over wat niet veranderd is.")]


class Vastgelegd(Part, frozen=True, kw_only=True):
    """Wat bij alles hoort dat is vastgelegd; deze velden komen na die van het deel zelf, in deze volgorde."""

    herkomst: Herkomst
    grondslag: Grondslag
    geheim: Geheim | None
    in_onderzoek: InOnderzoek
    beperkt: Beperkt
    verklaring: Verklaring
    vastgelegd_op: Moment


class Waarde(Vastgelegd, frozen=True):
    """Een waarde met het veld waarin zij staat."""

    kenmerk: UUID
    veld: Annotated[str, Meta(description="De code van het veld in de registratie.")]
    naam: Annotated[str, Meta(description="Wat het veld betekent.")]
    waarde: str


class Gegeven(Waarde, frozen=True, kw_only=True):
    """Een gegeven zoals het in de registratie staat, teken voor teken."""

    vervallen_op: Annotated[Moment | None, Meta(description="Tot wanneer het gold; null als het nu geldt.")]


class Categorie(Part, frozen=True):
    """Een van de categorieën van bijlage I, met wat er nu staat en wat er eerder stond."""

    nummer: Annotated[int, Meta(ge=1)]
    naam: str
    gegevens: tuple[Gegeven, ...]
    eerder: tuple[Gegeven, ...]


class Opdracht(Part, frozen=True):
    """Een opdracht om iemand te begeleiden (artikel 3)."""

    kenmerk: UUID
    opdrachtgever: str
    referentie: str
    vanaf: Day
    tot_en_met: Day | None
    verantwoordelijk: Annotated[str, Meta(description="Wie voor de gegevens van deze opdracht verantwoordelijk is.")]
    vastgelegd_op: Moment


class Ingetrokken(Part, frozen=True):
    """Een contact dat ten onrechte was vastgelegd en niet meer telt."""

    op: Moment
    reden: str | None


class Contact(Part, frozen=True):
    """Een contactmoment (artikel 10)."""

    kenmerk: UUID
    datum: Day
    soort: Begrip
    telt_mee: Annotated[bool, Meta(description="Door dit contact beginnen de vijf jaar opnieuw.")]
    notitie: str | None
    vastgelegd_op: Moment
    ingetrokken: Ingetrokken | None


class Afspraak(Part, frozen=True):
    """Een afspraak, en wat ervan kwam; gepland telt zij niet als contact (artikel 10)."""

    kenmerk: UUID
    datum: Day
    tijd: Annotated[str | None, Meta(description="Tijd in Nederland, zoals 09:30.")]
    soort: Begrip
    uitkomst: Begrip
    vastgelegd_op: Moment


class Rapport(Part, frozen=True):
    """Een rapportage aan een opdrachtgever: wie wat kreeg over welke periode; van een concept ook de tekst."""

    opdrachtgever: str
    soort: Begrip
    vanaf: Day
    tot_en_met: Day
    verzonden_op: Annotated[Moment | None, Meta(description="Wanneer zij verzonden is; null bij een concept.")]
    soorten: Annotated[tuple[Soort, ...], Meta(description="Welke soorten gegevens erin stonden.")]
    controlegetal: Annotated[str | None, Meta(description="SHA-256 van wat verzonden is.")]
    afspraken: Annotated[str | None, Meta(description="Wat is afgesproken, in een concept.")]
    tekst: Annotated[str | None, Meta(description="De woorden van de coach, in een concept.")]


class Document(Vastgelegd, frozen=True):
    """Een document van het dossier: bewaard in de registratie, of op papier op een plaats (artikel 14 lid 1)."""

    kenmerk: UUID
    titel: str
    gaat_over: Annotated[Soort | None, Meta(description="null als het een ondertekend formulier is.")]
    formulier: Annotated[str | None, Meta(description="Het nummer van het formulier.")]
    soort: Annotated[str | None, Meta(description="Zoals PDF of JPG; null als het op papier ligt.")]
    octetten: Annotated[int | None, Meta(description="De grootte van het bestand.")]
    plaats: Annotated[str | None, Meta(description="Waar het papier ligt.")]
    vernietigen_op: Annotated[Day | None, Meta(description="De dag waarop het papier vernietigd wordt.")]


class Brief(Part, frozen=True):
    """Een brief die over iemand geschreven is, of een kennisgeving die op een andere manier is gedaan."""

    nummer: Annotated[str | None, Meta(description="Het kenmerk van de brief; null als het geen brief was.")]
    soort: Begrip
    verzonden_op: Annotated[Day | None, Meta(description="Wanneer hij verzonden is; null als dat nog niet is gebeurd.")]
    verzoek: Annotated[str | None, Meta(description="Het kenmerk van het verzoek waar hij bij hoort.")]
    tekst_verwijderd_op: Annotated[
        Day | None, Meta(description="Wanneer de tekst op grond van artikel 12 is verwijderd; null als hij er nog is.")
    ]


class Raadpleging(Part, frozen=True):
    """Een keer dat iemand iets met het dossier deed: zijn rol, nooit zijn naam."""

    tijdstip: Moment
    rol: Begrip
    doel: Begrip
    handeling: Begrip
    reden: str | None


class Recht(Part, frozen=True):
    """Een recht van de persoon over wie de kopie gaat."""

    naam: str
    uitleg: str
    vindplaats: str


class Rechten(Part, frozen=True):
    """Wat iemand kan doen, en bij wie."""

    rechten: tuple[Recht, ...]
    hoe: str
    klacht: Annotated[str, Meta(description="De Autoriteit Persoonsgegevens.")]
    rechter: Annotated[str, Meta(description="De rechtbank, volgens de wet van nu.")]
    verschil: Annotated[str, Meta(description="Wat het reglement van 2012 er anders over zegt.")]


class Copy(Part, frozen=True, kw_only=True):
    """Kopie van alle gegevens die over één persoon zijn vastgelegd (artikel 11; AVG artikel 15)."""

    versie: Annotated[Literal[3], Meta(description="De versie van deze opzet.")] = 3
    soort: Literal["inzage"] = "inzage"
    werkexemplaar: Annotated[bool, Meta(description="Gemaakt zonder verzoek; niet voor verstrekking.")]
    gemaakt_op: Moment
    houder: Houder
    persoon: Persoon
    verzoek: Verzoek | None
    doel: Doel
    gegevens: Annotated[tuple[Categorie, ...], Meta(description="Elke categorie van bijlage I, ook de lege.")]
    opdrachten: tuple[Opdracht, ...]
    contacten: tuple[Contact, ...]
    afspraken: tuple[Afspraak, ...]
    verzoeken: tuple[Verzoek, ...]
    correcties: tuple[Correctie, ...]
    vergissingen: Annotated[tuple[Vergissing, ...], Meta(description="Wat wij verkeerd vastlegden en terugnamen.")]
    aangeleverd: Annotated[tuple[Aangeleverd, ...], Meta(description="Uit een lijst, en niet overgenomen.")]
    brieven: tuple[Brief, ...]
    toestemmingen: tuple[Toestemming, ...]
    ontheffingen: tuple[Ontheffing, ...]
    machtigingen: tuple[Machtiging, ...]
    opschortingen: tuple[Opschorting, ...]
    ontvangers: Annotated[tuple[Ontvanger, ...], Meta(description="Ook wie vroeg en niets kreeg.")]
    rapportages: tuple[Rapport, ...]
    documenten: tuple[Document, ...]
    raadplegingen: tuple[Raadpleging, ...]
    bewaring: Bewaring
    weggelaten: tuple[Weggelaten, ...]
    over_anderen: Annotated[OverAnderen | None, Meta(description="null als er niets over een ander is weggelaten.")]
    doorgifte: Annotated[str, Meta(description="Doorgifte naar landen buiten de Europese Unie.")]
    geautomatiseerde_besluiten: str
    rechten: Rechten
    kosteloos: str
    auditlog: Auditlog
