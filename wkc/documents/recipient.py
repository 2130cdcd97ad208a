"""Art. 8 and AVG 15.1.c: who got data, and who asked and did not, as parts of the copy."""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Annotated

from msgspec import Meta

from wkc.documents import vocabulary
from wkc.documents.part import Begrip, Day, Moment, Part, word, word_or_none
from wkc.documents.rights import Soort, doel
from wkc.records.disclosure import Allowance, Case, Disclosure, Reasoned

GROUNDS: Mapping[str, str] = {
    "doel": "het hoort bij het werk waarvoor wij uw gegevens hebben",
    "wettelijk_voorschrift": "een wet eist het",
    "toestemming": "u gaf er toestemming voor",
    "publieke_taak": "een overheidsinstantie vroeg erom voor haar wettelijke taak",
    "onderzoek": "wetenschappelijk onderzoek of statistiek",
    "dringende_reden": "een dringende of gewichtige reden",
    "vitaal_belang": "er was levensgevaar, en u kon niet gevraagd worden",
}
"""Why it may be given (art. 8.1), said to the person."""

CAME_OF: Mapping[str, str] = {
    "verstrekt": "gegeven",
    "geweigerd": "niet gegeven",
    "wacht": "nog niet gegeven: de beheerder beslist",
}
"""The outcomes of a disclosure (art. 8)."""

REASONS: Mapping[str, str] = {
    "ander_doel": "dit doel hoort niet bij onze registratie",
    "ontvanger_buiten_doel": "dit doel is niet voor deze ontvanger",
    "doel_ontbreekt": "er was geen doel genoemd",
    "buiten_bijlage_iii": "de vrager is geen instantie van bijlage III van het reglement",
    "instantie_zonder_wetten": "het reglement noemt bij deze instantie geen wet",
    "wet_niet_van_deze_instantie": "de genoemde wet is niet van deze instantie",
    "wet_niet_op_papier": "het reglement noemt de genoemde wet niet bij deze instantie",
    "vindplaats_ontbreekt": "er was geen wet genoemd",
    "niet_verzocht": "de instantie had er niet om gevraagd",
    "toestemming_ontbreekt": "u gaf hier geen toestemming voor",
    "toestemming_opnieuw_vragen": "wie de toestemming gaf, handelt niet meer namens u",
    "vrij_gegeven": "het was de vraag of u de toestemming in vrijheid gaf",
    "herleidbaarheid_onbekend": "het was niet duidelijk of het onderzoek over herkenbare personen gaat",
    "afweging_ontbreekt": "er was niet opgeschreven waarom uw privacy er niet te veel onder lijdt",
    "besluit_ontbreekt": "er was geen besluit van burgemeester en wethouders",
    "commissie_niet_vooraf_gehoord": "de Registratiecommissie was niet vooraf gehoord",
    "dringende_reden": "bij een dringende reden beslist de beheerder",
    "reden_ontbreekt": "er was geen reden opgeschreven",
    "beheerder_bereikbaar": "de beheerder was bereikbaar en beslist dan zelf",
    "grond_onbekend": "de genoemde reden staat niet in artikel 8 van ons privacyreglement",
    "wet_dekt_klasse": "of deze wet ook voor zulke gevoelige gegevens geldt, beslist de beheerder",
    "bezwaar_loopt": "u maakte bezwaar, en daar was nog niet over beslist",
    "verwijdering_loopt": "u vroeg om alles te verwijderen, en daar was nog niet over beslist",
    "bezwaar_toegewezen": "u maakte hier bezwaar tegen, en dat is toegewezen",
    "beperking_toegewezen": "u vroeg om dit voorlopig niet te gebruiken, en dat is toegewezen",
    "niets_over": "er bleef niets over dat gegeven mag worden",
    "andere_instantie": "deze instantie krijgt per telefoon geen gegevens",
    "beller_niet_bekend": "wij kennen de beller niet",
    "ander_onderwerp": "over dit onderwerp geven wij deze instantie per telefoon niets",
    "twijfel": "er was twijfel wie er belde",
    "twijfel_niet_beantwoord": "er was niet nagegaan wie er belde",
    "nummer_uit_het_gesprek": "het nummer om terug te bellen kwam van de beller zelf",
    "adres_niet_op_bestand": "wij kenden het e-mailadres niet",
    "nummer_niet_nagegaan": "het nummer om terug te bellen was niet nagegaan",
    "vrager_niet_bekend": "wij kenden de vrager niet",
    "niet_geidentificeerd": "er was niet nagegaan wie het vroeg",
    "identificatie_niet_beantwoord": "er was niet nagegaan wie het vroeg",
    "niet_aan_medewerker": "wie de vraag kreeg, mag geen gegevens aan anderen geven",
}
"""Why it was not given at once: the step that the judgement turned on."""


class Besluit(Part, frozen=True):
    """Wat de beheerder besliste, en waarom."""

    toegestaan: bool
    reden: str
    op: Moment


class Ontvanger(Part, frozen=True):
    """Iemand die om gegevens vroeg: wie, wanneer en waarom, en wat die kreeg (artikel 8; AVG artikel 15)."""

    naam: str
    datum: Day
    wijze: Begrip
    grond: Begrip
    doel: Begrip | None
    wet: Annotated[str | None, Meta(description="De wet die genoemd is, met de vindplaats.")]
    uitkomst: Begrip
    soorten: Annotated[tuple[Soort, ...], Meta(description="Welke soorten gegevens gegeven zijn.")]
    gevraagd: Annotated[tuple[Soort, ...], Meta(description="Om welke soorten gegevens gevraagd is.")]
    reden: Annotated[Begrip | None, Meta(description="Waarom het niet meteen gegeven is.")]
    toelichting: Annotated[str | None, Meta(description="De reden of de afweging die erbij is opgeschreven.")]
    notitie: str | None
    waarom_later: Annotated[str | None, Meta(description="Waarom het later is vastgelegd.")]
    besluit: Besluit | None
    brief_op: Annotated[Moment | None, Meta(description="Wanneer er een brief met de gegevens is gemaakt.")]
    vastgelegd_op: Moment


def ontvanger(made: Disclosure, categories: Mapping[int, str], laws: Mapping[str, str]) -> Ontvanger:
    """Say a disclosure in the words of the copy; raises ValueError where the beheerder's reason is withheld."""
    case = made.case
    gone = sorted({item.field.category for item in made.gone}) if made.given else []
    return Ontvanger(
        naam=made.party.name,
        datum=made.on,
        wijze=word(case.channel, vocabulary.CHANNELS),
        grond=word("vitaal_belang" if made.vital else case.ground, GROUNDS),
        doel=None if case.purpose is None else doel(case.purpose),
        wet=_law(case, laws),
        uitkomst=word(_came_of(made), CAME_OF),
        soorten=tuple(Soort(nummer=number, naam=categories[number]) for number in gone),
        gevraagd=tuple(Soort(nummer=number, naam=categories[number]) for number in case.categories),
        reden=word_or_none(_held_back(made.steps), REASONS),
        toelichting=case.reason,
        notitie=case.note,
        waarom_later=case.late,
        besluit=_decided(made),
        brief_op=None if made.letter is None else made.letter.at.astimezone(UTC),
        vastgelegd_op=made.recorded_at.astimezone(UTC),
    )


def _came_of(made: Disclosure) -> str:
    if made.given:
        return "verstrekt"
    return "wacht" if made.waits else "geweigerd"


def _held_back(steps: Iterable[Reasoned]) -> str | None:
    """Give the reason of the first of the strictest steps, unless all allow it."""
    for ruling in (Allowance.GEWEIGERD, Allowance.BEHEERDER_BESLIST):
        for step in steps:
            if step.outcome is ruling:
                return step.reason
    return None


def _law(case: Case, laws: Mapping[str, str]) -> str | None:
    if case.law is None:
        return None
    return ", ".join(filter(None, (laws.get(case.law), case.citation)))


def _decided(made: Disclosure) -> Besluit | None:
    decision = made.decision
    if decision is None:
        return None
    if decision.reason is None:
        raise ValueError("a withheld reason cannot go into a copy")
    return Besluit(toegestaan=decision.allowed, reden=decision.reason, op=decision.at.astimezone(UTC))
