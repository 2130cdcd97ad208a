"""Codes of requests, terms and decisions as a person reads them in a letter: Dutch words, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from wkc.records.letter import LetterKind


class Words(NamedTuple):
    """A kind of request in a sentence: what it is to the reader, and what happens once it is granted."""

    yours: str
    follows: str


KINDS: Mapping[LetterKind, str] = {
    LetterKind.ONTVANGSTBEVESTIGING: "dat wij uw verzoek kregen",
    LetterKind.IDENTITEIT_GEVRAAGD: "de vraag om te laten zien wie u bent",
    LetterKind.IDENTITEIT_HERINNERING: "de herinnering om te laten zien wie u bent",
    LetterKind.VERLENGING: "dat ons antwoord meer tijd kost",
    LetterKind.TOEGEWEZEN: "ons besluit: ja",
    LetterKind.DEELS_TOEGEWEZEN: "ons besluit: voor een deel ja",
    LetterKind.AFGEWEZEN: "ons besluit: nee",
    LetterKind.GEEN_GEGEVENS: "dat wij geen gegevens van u hadden",
    LetterKind.KENNISGEVING: "dat wij gegevens over u hebben",
    LetterKind.KENNISGEVING_ONTVANGER: "aan wie uw gegevens kreeg: dat er iets veranderd is",
}
"""The subject of each kind of letter, in a list."""

_TOLD = (
    "Gaven wij deze gegevens eerder aan iemand anders? Dan laten wij die persoon of organisatie weten wat er is "
    "gebeurd. U mag ons vragen wie dat zijn."
)

REQUESTS: Mapping[str, Words] = {
    "inzage": Words(
        "uw verzoek om inzage in uw gegevens",
        "U krijgt van ons een overzicht van alles wat over u is vastgelegd. Daarin staat ook van wie wij het hebben "
        "en wie het kreeg. U krijgt het bij deze brief of kort daarna.",
    ),
    "afschrift": Words(
        "uw verzoek om een kopie van uw gegevens",
        "U krijgt van ons een kopie van alles wat over u is vastgelegd. Daarin staat ook van wie wij het hebben en "
        "wie het kreeg. U krijgt de kopie bij deze brief of kort daarna.",
    ),
    "verbetering": Words(
        "uw verzoek om uw gegevens te verbeteren",
        "Wij verbeteren de gegevens. Wat er eerst stond, halen wij weg. Daarna krijgt u een kopie, zodat u kunt zien "
        "wat er nu staat. " + _TOLD,
    ),
    "aanvulling": Words(
        "uw verzoek om uw gegevens aan te vullen",
        "Wij vullen de gegevens aan. Daarna krijgt u een kopie, zodat u kunt zien wat er nu staat. " + _TOLD,
    ),
    "verwijdering": Words(
        "uw verzoek om gegevens te verwijderen",
        "Wij halen de gegevens weg. Daarna zijn ze er echt niet meer. Blijven er andere gegevens van u over, dan "
        "krijgt u daar een kopie van. " + _TOLD,
    ),
    "beperking": Words(
        "uw verzoek om gegevens voorlopig niet te gebruiken",
        "Wij zetten bij de gegevens dat wij ze niet mogen gebruiken. Ze blijven bewaard. Wij geven ze aan niemand "
        "door, behalve als de wet dat eist of als u het goed vindt. Voordat dit stopt, krijgt u bericht. " + _TOLD,
    ),
    "bezwaar": Words(
        "uw bezwaar tegen wat wij met uw gegevens doen",
        "Wij zetten bij de gegevens dat wij ze niet meer mogen gebruiken voor het doel waar u bezwaar tegen maakte. "
        "Wij geven ze aan niemand door, behalve als de wet dat eist of als u het goed vindt.",
    ),
    "overdracht": Words(
        "uw verzoek om uw gegevens mee te krijgen",
        "U krijgt de gegevens die u ons zelf gaf, als een bestand dat een computer kan lezen (JSON). U kunt het zelf "
        "bewaren of aan een ander geven. U krijgt het bij deze brief of kort daarna.",
    ),
}
"""The eight kinds of request (art. 11 and 12; AVG 15 to 21)."""

STEPS: Mapping[str, str] = {
    "ontvangen": "wij kregen uw verzoek",
    "een_maand": "een maand later: de laatste dag volgens ons privacyreglement",
    "identiteit_gevraagd": "wij vroegen u te laten zien wie u bent",
    "identiteit_ontvangen": "u liet zien wie u bent",
    "opgeschort": "de dagen waarop wij op u wachtten, tellen voor de wet niet mee",
    "verlengd": "wij schreven u dat wij meer tijd nodig hebben",
    "drie_maanden": "drie maanden nadat wij uw verzoek kregen: de laatste dag volgens de wet",
    "zaterdag": "dat is een zaterdag: de wet schuift door",
    "zondag": "dat is een zondag: de wet schuift door",
    "nieuwjaarsdag": "dat is nieuwjaarsdag: de wet schuift door",
    "goede_vrijdag": "dat is Goede Vrijdag: de wet schuift door",
    "tweede_paasdag": "dat is tweede paasdag: de wet schuift door",
    "koningsdag": "dat is Koningsdag: de wet schuift door",
    "bevrijdingsdag": "dat is Bevrijdingsdag: de wet schuift door",
    "hemelvaartsdag": "dat is Hemelvaartsdag: de wet schuift door",
    "tweede_pinksterdag": "dat is tweede pinksterdag: de wet schuift door",
    "eerste_kerstdag": "dat is eerste kerstdag: de wet schuift door",
    "tweede_kerstdag": "dat is tweede kerstdag: de wet schuift door",
    "gelijkgesteld": "dat telt bij koninklijk besluit als een feestdag: de wet schuift door",
    "eerste_werkdag": "de eerste werkdag daarna: de laatste dag volgens de wet",
}
"""The steps by which the last day is found (rules/requests/term.py)."""

EXTENSIONS: Mapping[str, str] = {
    "complex": "Het is ingewikkeld om uit te zoeken wat u vraagt.",
    "aantal": "U stelde ons meer verzoeken, en die kosten samen veel tijd.",
}
"""Why an answer takes longer (AVG 12.3)."""

REFUSALS: Mapping[str, str] = {
    "identiteit": "Wij konden niet vaststellen wie u bent (artikel 11 van ons privacyreglement; AVG artikel 12).",
    "machtiging": (
        "Wie dit namens iemand anders vraagt, moet laten zien dat dat mag. Dat is niet gebeurd (artikel 11 en 12 van "
        "ons privacyreglement)."
    ),
    "kennelijk_ongegrond": (
        "Het is meteen duidelijk dat dit verzoek niet kan. De wet noemt dat kennelijk ongegrond (AVG artikel 12)."
    ),
    "buitensporig": "U vraagt meer dan de wet van ons verlangt, of te vaak hetzelfde (AVG artikel 12).",
    "rechten_van_anderen": "Wij zouden dan ook gegevens van iemand anders laten zien (AVG artikel 15).",
    "uavg_41": (
        "De wet laat ons dit weigeren om iets anders te beschermen, zoals de rechten van iemand anders of een "
        "onderzoek naar strafbare feiten (artikel 41 van de Uitvoeringswet AVG)."
    ),
    "gegeven_is_juist": "Wij hebben het nagezocht: wat er staat, klopt (artikel 12 van ons privacyreglement).",
    "ter_zake": (
        "Wij hebben dit gegeven nodig voor ons werk, en het staat er niet in strijd met de regels (artikel 12 van "
        "ons privacyreglement)."
    ),
    "wettelijke_bewaarplicht": "Een wet verplicht ons dit te bewaren (AVG artikel 17).",
    "dwingende_gronden": (
        "Wij hebben zwaarwegende redenen om hiermee door te gaan, en die wegen in dit geval zwaarder dan uw belang "
        "(AVG artikel 21)."
    ),
    "rechtsvordering": (
        "Wij hebben de gegevens nodig voor een zaak bij de rechter, of om ons daartegen te verweren (AVG artikel 17 "
        "en 21)."
    ),
    "geen_toestemming_of_overeenkomst": (
        "Meenemen kan alleen met gegevens die wij hebben omdat u dat goed vond, of omdat het bij een overeenkomst met "
        "u hoort. Dat is hier niet zo (AVG artikel 20). U kunt wel een kopie vragen."
    ),
    "niet_zelf_verstrekt": (
        "Meenemen kan alleen met gegevens die u ons zelf gaf. Deze kregen wij van een ander (AVG artikel 20). U kunt "
        "wel een kopie vragen."
    ),
}
"""Why a request is refused, each with where it stands (art. 11.6 and 12.5)."""

SOUGHT: Mapping[str, str] = {
    "naam": "uw naam, ook als naam van vroeger",
    "geboortedatum": "uw geboortedatum",
    "postcode": "uw postcode",
    "e_mail": "uw e-mailadres",
    "telefoon": "uw telefoonnummer",
}
"""By what was searched for somebody who is not in the register."""

CHANGES: Mapping[str, tuple[str, str]] = {
    "verbeterd": (
        "verbeterd",
        "Gebruik niet meer wat u van ons kreeg. Hebt u deze gegevens nog nodig, vraag ons dan om wat er nu staat.",
    ),
    "aangevuld": (
        "aangevuld",
        "Wat u van ons kreeg, is niet volledig. Hebt u deze gegevens nog nodig, vraag ons dan om wat er nu staat.",
    ),
    "verwijderd": (
        "verwijderd",
        "Verwijder deze gegevens ook bij u, tenzij een wet u verplicht ze te bewaren. Ga na aan wie u ze doorgaf.",
    ),
    "beperkt": (
        "beperkt",
        "Gebruik deze gegevens voorlopig niet, tenzij de wet dat eist of de persoon het goed vindt.",
    ),
}
"""The word for each change of disclosed data, and the request to their recipient (AVG 19)."""

BASIS = (
    "Wij mogen uw gegevens hebben omdat dat nodig is voor een taak of plicht die de wet geeft aan wie ons de "
    "opdracht gaf: gemeenten en het UWV helpen mensen aan werk, en een werkgever helpt zijn werknemers (AVG artikel 6 "
    "lid 1 onder c en e). Over afkomst, gezondheid, persoonlijke omstandigheden en strafbare feiten is de wet "
    "strenger. Zulke gegevens leggen wij alleen vast als u dat uitdrukkelijk goed vindt, of als de wet het toestaat."
)
"""Why we may hold what an opdrachtgever supplied (AVG 6, 9 and 10), as the notice says it."""
