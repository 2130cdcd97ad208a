"""Codes of requests, terms and decisions as a person reads them in a letter: Dutch words, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from wkc.sentences import decision, letter
from wkc.sentences.sentence import for_person, for_them


class Words(NamedTuple):
    """A kind of request in a sentence: the thing, its object, and the next step once it is granted.

    `about` and `follows` address the person; `about_them` and `follows_them` (`{naam}` is the person) whoever asks on
    behalf of that person. Where a copy follows, `{of_uiterlijk}` takes the last day for it, and nothing once that is
    past.
    """

    thing: str
    about: str
    follows: str
    about_them: str
    follows_them: str


KINDS = for_person(letter.KINDS)
"""The subject of each kind of letter, in a list."""

_TOLD = (
    " Gaven wij deze gegevens eerder aan iemand anders? Dan laten wij die persoon of organisatie weten wat er is "
    "gebeurd. U mag ons vragen wie dat zijn."
)
_REMOVED = (
    "Wij halen de gegevens weg uit onze registratie. Gaat het om een deel ervan, dan krijgt u daarna een lijst van wat "
    "weg is. In reservekopieën staan ze nog totdat wij die opruimen. Zetten wij er een terug, dan halen wij ze er "
    "meteen weer uit."
)
_ALL = "Daarin staat ook van wie wij het hebben en wie het kreeg."
_WITH = "bij deze brief{of_uiterlijk}."

REQUESTS: Mapping[str, Words] = {
    "inzage": Words(
        "uw verzoek",
        "om inzage in uw gegevens",
        f"U krijgt van ons een overzicht van alles wat over u is vastgelegd. {_ALL} U krijgt het {_WITH}",
        "om inzage in de gegevens van {naam}",
        f"U krijgt van ons een overzicht van alles wat over {{naam}} is vastgelegd. {_ALL} U krijgt het {_WITH}",
    ),
    "afschrift": Words(
        "uw verzoek",
        "om een kopie van uw gegevens",
        f"U krijgt van ons een kopie van alles wat over u is vastgelegd. {_ALL} U krijgt de kopie {_WITH}",
        "om een kopie van de gegevens van {naam}",
        f"U krijgt van ons een kopie van alles wat over {{naam}} is vastgelegd. {_ALL} U krijgt de kopie {_WITH}",
    ),
    "verbetering": Words(
        "uw verzoek",
        "om uw gegevens te verbeteren",
        "Wij verbeteren de gegevens. Wat er eerst stond, halen wij weg. Daarna krijgt u een kopie, zodat u kunt zien "
        "wat er nu staat." + _TOLD,
        "om gegevens van {naam} te verbeteren",
        "Wij verbeteren de gegevens. Wat er eerst stond, halen wij weg. Daarna krijgt u een kopie, zodat u kunt zien "
        "wat er nu over {naam} staat." + _TOLD,
    ),
    "aanvulling": Words(
        "uw verzoek",
        "om uw gegevens aan te vullen",
        "Wij vullen de gegevens aan. Daarna krijgt u een kopie, zodat u kunt zien wat er nu staat." + _TOLD,
        "om gegevens van {naam} aan te vullen",
        "Wij vullen de gegevens aan. Daarna krijgt u een kopie, zodat u kunt zien wat er nu over {naam} staat." + _TOLD,
    ),
    "verwijdering": Words(
        "uw verzoek",
        "om gegevens te verwijderen",
        _REMOVED + _TOLD,
        "om gegevens van {naam} te verwijderen",
        _REMOVED + _TOLD,
    ),
    "beperking": Words(
        "uw verzoek",
        "om gegevens voorlopig niet te gebruiken",
        "Wij zetten bij de gegevens dat wij ze niet mogen gebruiken. Ze blijven bewaard. Wij geven ze aan niemand "
        "door, behalve als de wet dat eist of als u het goed vindt. Voordat wij ze weer gebruiken, krijgt u bericht."
        + _TOLD,
        "om gegevens van {naam} voorlopig niet te gebruiken",
        "Wij zetten bij de gegevens dat wij ze niet mogen gebruiken. Ze blijven bewaard. Wij geven ze aan niemand "
        "door, behalve als de wet dat eist of als {naam} het goed vindt. Voordat wij ze weer gebruiken, krijgt u "
        "bericht." + _TOLD,
    ),
    "bezwaar": Words(
        "uw bezwaar",
        "tegen wat wij met uw gegevens doen",
        "Wij zetten bij deze gegevens dat wij ze niet meer mogen gebruiken. Wij geven ze aan niemand door, behalve als "
        "de wet dat eist of als u het goed vindt.",
        "tegen wat wij met de gegevens van {naam} doen",
        "Wij zetten bij deze gegevens dat wij ze niet meer mogen gebruiken. Wij geven ze aan niemand door, behalve als "
        "de wet dat eist of als {naam} het goed vindt.",
    ),
    "overdracht": Words(
        "uw verzoek",
        "om uw gegevens mee te krijgen",
        "U krijgt de gegevens die u ons zelf gaf, als een bestand dat een computer kan lezen (JSON). U kunt het zelf "
        f"bewaren of aan een ander geven. U krijgt het {_WITH}",
        "om de gegevens van {naam} mee te krijgen",
        "U krijgt de gegevens die {naam} ons zelf gaf, als een bestand dat een computer kan lezen (JSON). U kunt het "
        f"bewaren of aan een ander geven. U krijgt het {_WITH}",
    ),
}
"""The eight kinds of request (art. 11 and 12; AVG 15 to 21)."""

ARTICLES: Mapping[str, str] = {
    **dict.fromkeys(("inzage", "afschrift"), "artikel 11"),
    **dict.fromkeys(("verbetering", "aanvulling", "verwijdering"), "artikel 12"),
}
"""The article by which the regulation sets the term of an answer; of the other kinds the law alone does (AVG 12.3)."""

EXTENSIONS = for_person(decision.EXTENSIONS)
"""The reason for which an answer takes longer (AVG 12.3)."""

REFUSALS = for_person(decision.REFUSALS)
"""The grounds of a refusal, each with its article (art. 11.6 and 12.5)."""

REFUSALS_THEM = for_them(decision.REFUSALS)
"""The same to whoever asks on behalf of a person, where the sentence is about that person."""

SOUGHT: Mapping[str, str] = {
    "naam": "uw naam (ook als naam van vroeger)",
    "geboortedatum": "uw geboortedatum",
    "postcode": "uw postcode",
    "e_mail": "uw e-mailadres",
    "telefoon": "uw telefoonnummer",
}
"""By what was searched for somebody who is not in the register."""

SOUGHT_THEM: Mapping[str, str] = {
    "naam": "de naam die u noemde (ook als naam van vroeger)",
    "geboortedatum": "de geboortedatum",
    "postcode": "de postcode",
    "e_mail": "het e-mailadres",
    "telefoon": "het telefoonnummer",
}
"""The same to who asks on behalf of that person."""

_REMOVE_TOO = (
    "Verwijder deze gegevens ook bij u, tenzij een wet u verplicht ze te bewaren. Gaf u ze door aan een ander? Laat "
    "het die dan ook weten."
)

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
        _REMOVE_TOO,
    ),
    "wordt_verwijderd": (
        "verwijderd",
        _REMOVE_TOO,
    ),
    "beperkt": (
        "beperkt",
        "Wij gebruiken deze gegevens voorlopig niet. Gebruik ze ook niet, tenzij het van de wet of de persoon mag.",
    ),
}
"""The word for each change of disclosed data, and the request to their recipient (AVG 19)."""

_STRICTER = (
    " Over afkomst, gezondheid, persoonlijke omstandigheden en strafbare feiten is de wet strenger. Zulke gegevens "
    "leggen wij alleen vast als u dat uitdrukkelijk goed vindt, of als de wet het toestaat."
)

BASIS = (
    "{naam} moet u volgens de wet helpen naar werk, en vroeg ons dat te doen. Daarom mogen wij uw gegevens gebruiken "
    "(AVG artikel 6 lid 1 onder c en e)." + _STRICTER
)
"""The ground on which we hold the data that an opdrachtgever (`{naam}`) supplied (AVG 6, 9 and 10), for the notice."""

BASES: Mapping[str, str] = {
    "avg_6_1_c": (
        "{naam} moet u volgens de wet helpen naar werk, en vroeg ons dat te doen. Daarom mogen wij uw gegevens "
        "gebruiken (AVG artikel 6 lid 1 onder c)." + _STRICTER
    ),
    "avg_6_1_e": (
        "{naam} heeft de publieke taak om mensen naar werk te helpen, en vroeg ons dat voor u te doen. Daarom mogen "
        "wij uw gegevens gebruiken (AVG artikel 6 lid 1 onder e)." + _STRICTER
    ),
}
"""The same by the basis of the opdrachtgever (`{naam}`) where that is on file (AVG 6.1)."""

SOURCES = "Wij halen niets uit openbare bronnen zoals sociale media."
"""The words about public sources, unless the office set it otherwise (AVG 14.2.f)."""

OWN_DATA = (
    "U bent niet verplicht ons iets te vertellen. Hebt u een uitkering, dan kan de wet u wel verplichten om mee te "
    "werken aan het vinden van werk, en om uw gemeente of het UWV te vertellen wat daarvoor nodig is. Vertelt u ons "
    "iets niet, dan kan het zijn dat wij u minder goed kunnen helpen, of dat {naam} wil weten waarom. Vraag "
    "ons gerust wat nodig is en waarvoor."
)
"""The words about a duty to supply data, and the consequence without, for an opdrachtgever (`{naam}`; AVG 13.2.e)."""
