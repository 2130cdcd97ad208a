"""Codes of the register as the person reads them in a document: Dutch words, as data."""

from collections.abc import Mapping

SOURCES: Mapping[str, str] = {
    "geregistreerde": "uzelf",
    "opdrachtgever": "de opdrachtgever",
    "andere_gemeente": "een andere gemeente",
    "belastingdienst": "de Belastingdienst",
    "politie": "de politie",
    "ocw": "het ministerie van Onderwijs, Cultuur en Wetenschap",
    "gemeente": "een gemeente",
    "arbeidsvoorziening": "een organisatie voor arbeidsvoorziening",
    "uwv": "het UWV",
    "werkgever": "een werkgever of oud-werkgever",
    "een_ieder": "iemand anders",
}
"""Who gave us a value (art. 4.2 and annex II)."""

BASES: Mapping[str, str] = {
    "bsn_wet": "de wet over het burgerservicenummer",
    "wwb": "de Wet werk en bijstand, nu de Participatiewet",
}
"""The law under which they could give it (annex II, parts I and II)."""

GROUNDS: Mapping[str, str] = {
    "uitdrukkelijke_toestemming": "u gaf er uitdrukkelijk toestemming voor",
    "uavg_25": "de wet laat toe dat wij uw afkomst vastleggen als dat niet anders kan (UAVG artikel 25)",
    "uavg_30": (
        "de wet laat toe dat wij over gezondheid vastleggen wat nodig is om u naar werk te begeleiden (UAVG artikel 30)"
    ),
    "uavg_32": (
        "de wet laat het toe in een paar gevallen die zij noemt, bijvoorbeeld voor een rechtszaak (UAVG artikel 32)"
    ),
    "uavg_33": (
        "de wet laat het toe in een paar gevallen die zij noemt, bijvoorbeeld om te beslissen over iets "
        "dat u ons vraagt (UAVG artikel 33)"
    ),
}
"""What allows us to hold a value of a sealed class (AVG 9 and 10)."""

SECRETS: Mapping[str, str] = {
    "ambt": "geheim vanwege een ambt: wij geven dit niet door",
    "beroep": "beroepsgeheim: wij geven dit niet door",
    "wet": "geheim volgens de wet: wij geven dit niet door",
}
"""The duty of secrecy on a value (art. 8.2)."""

CONTACTS: Mapping[str, str] = {
    "gesprek": "gesprek",
    "telefoon": "telefoongesprek",
    "bezoek": "bezoek",
    "e_mail_ontvangen": "e-mail van u",
    "brief_ontvangen": "brief van u",
    "overgenomen": "contact van vóór deze registratie",
    "poging": "poging om u te bereiken",
    "niet_verschenen": "afspraak die niet doorging omdat u er niet was",
    "brief_verzonden": "brief aan u",
}
"""Kinds of contact (art. 10)."""

ROLES: Mapping[str, str] = {
    "beheerder": "de beheerder",
    "coach": "een coach",
    "medewerker": "een medewerker",
    "management": "het management",
    "service": "een vaste taak van de computer",
}
"""Who looked: never more than the role (art. 7)."""

PURPOSES: Mapping[str, str] = {
    "intake": "u inschrijven",
    "begeleiding": "u begeleiden",
    "bemiddeling": "werk voor u zoeken",
    "verantwoording": "laten zien wat wij doen",
    "verzoek": "een verzoek behandelen",
    "beheer": "de registratie bijhouden",
}
"""What a look was for (art. 2 and 6.2)."""

ACTIONS: Mapping[str, str] = {
    "client.register": "u ingeschreven",
    "client.import": "u ingeschreven uit een lijst van de opdrachtgever",
    "client.show": "uw dossier bekeken",
    "client.find": "u opgezocht",
    "client.list": "u gezien in een lijst",
    "client.record": "gegevens over u vastgelegd",
    "client.assign": "uw dossier aan een coach gegeven",
    "contact.log": "een contact vastgelegd",
    "contact.withdraw": "een contact ingetrokken",
    "contact.list": "de contacten bekeken",
    "consent.give": "vastgelegd dat u ergens toestemming voor gaf",
    "consent.release": "vastgelegd dat u een geheim ophief",
    "consent.lift": "vastgelegd dat een geheim is opgeheven",
    "consent.withdraw": "vastgelegd dat u een toestemming introk",
    "consent.list": "bekeken waarvoor u toestemming gaf",
    "request.receive": "een verzoek van u ontvangen",
    "request.ask_identity": "u gevraagd te laten zien wie u bent",
    "request.identify": "nagegaan wie een verzoek deed",
    "request.extend": "de termijn van een verzoek verlengd",
    "request.decide": "over een verzoek besloten",
    "request.notify": "vastgelegd dat het antwoord op een verzoek verstuurd is",
    "request.withdraw": "vastgelegd dat een verzoek is ingetrokken",
    "request.list": "verzoeken bekeken",
    "request.show": "een verzoek bekeken",
    "inzage.export": "een kopie van uw gegevens gemaakt",
    "letter.list": "de brieven bekeken",
    "letter.print": "een brief afgedrukt",
    "letter.notify": "u laten weten dat wij gegevens over u hebben",
    "audit.list": "bekeken wie uw dossier bekeek",
    "retention.due": "nagekeken hoelang uw gegevens blijven",
    "retention.run": "nagekeken hoelang uw gegevens blijven",
}
"""What was done with the dossier. An action that is not here is named by its code."""

TERMS: Mapping[str, str] = {
    "laatste_contact": "de dag van ons laatste contact",
    "begin_opdracht": "de dag waarop uw laatste opdracht begon",
}
"""From what the five years are counted (art. 10)."""
