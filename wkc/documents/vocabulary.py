"""Codes of the register as the person reads them in a document: Dutch words, as data."""

from collections.abc import Mapping

from wkc.sentences import (
    consent,
    contact,
    decision,
    destruction,
    disclosure,
    grondslag,
    hold,
    request,
    source,
    user,
)
from wkc.sentences.sentence import for_person

SOURCES = for_person(source.SOURCES)
"""The sources of a value (art. 4.2 and annex II)."""

BASES = for_person(source.BASES)
"""The law under which they could give it (annex II, parts I and II)."""

GROUNDS = for_person(grondslag.GRONDSLAGEN)
"""The grounds on which a value of a sealed class is held (AVG 9 and 10)."""

SECRETS = for_person(source.SECRETS)
"""The duty of secrecy on a value (art. 8.2)."""

WAYS = for_person(consent.WAYS)
"""How something was given (AVG 7.1)."""

CHANNELS = for_person(disclosure.CHANNELS)
"""How somebody asked for data (art. 8)."""

CONSENT_PURPOSES = for_person(disclosure.PURPOSES)
"""The purposes of a consent (art. 8.1). A purpose that is not here is named by its word."""

RELEASERS = for_person(source.RELEASERS)
"""The parties that lift a secret (art. 8.2)."""

CAPACITIES = for_person(consent.CAPACITIES)
"""In which capacity somebody acts for the person (art. 11.1 and 12.1)."""

CONTACTS = for_person(contact.KINDS)
"""Kinds of contact (art. 10)."""

ROLES = for_person(user.ROLES)
"""The roles of those who looked, never more than that (art. 7)."""

PURPOSES: Mapping[str, str] = {
    "intake": "u inschrijven",
    "begeleiding": "u begeleiden",
    "bemiddeling": "werk voor u zoeken",
    "verantwoording": "laten zien wat wij doen",
    "verzoek": "een verzoek behandelen",
    "beheer": "de registratie bijhouden",
}
"""The purposes of a look (art. 2 and 6.2)."""

ACTIONS: Mapping[str, str] = {
    "client.register": "u ingeschreven",
    "client.import": "u ingeschreven uit een lijst van de opdrachtgever",
    "client.show": "uw dossier bekeken",
    "client.find": "u opgezocht",
    "client.list": "uw naam stond in een lijst op het scherm",
    "document.add": "een document in uw dossier gedaan",
    "document.list": "de lijst van uw documenten bekeken",
    "document.show": "bekeken wat een document is",
    "document.export": "een document uit uw dossier gehaald om te lezen of te geven",
    "document.destroyed": "vastgelegd dat een papier vernietigd is",
    "document.papers": "papieren van vernietigde dossiers nagelopen",
    "form.print": "een formulier voor u afgedrukt",
    "form.signed": "vastgelegd dat u een formulier ondertekende",
    "form.list": "de lijst van uw formulieren bekeken",
    "client.record": "gegevens over u vastgelegd",
    "supplied.list": "gekeken naar wat een opdrachtgever over u aanleverde en niet is overgenomen",
    "supplied.decide": "beslist over wat een opdrachtgever over u aanleverde",
    "client.assign": "uw dossier aan een coach gegeven",
    "client.end": "vastgelegd dat een opdracht voorbij is",
    "client.mistake": "een vergissing van ons teruggenomen, of nagekeken of dat kan",
    "client.accept": "vastgelegd dat u na een verwijdering weer in het bestand mag staan",
    "client.link": "uw twee dossiers samengebracht",
    "client.unlink": "uw dossier weer in tweeën gedeeld",
    "client.deceased": "een overlijden vastgelegd",
    "contact.log": "een contact vastgelegd",
    "contact.withdraw": "een contact ingetrokken",
    "contact.list": "de contacten bekeken",
    "appointment.plan": "een afspraak met u gepland",
    "appointment.keep": "vastgelegd dat een afspraak doorging",
    "appointment.miss": "vastgelegd dat u niet op een afspraak was",
    "appointment.move": "een afspraak met u verzet",
    "appointment.cancel": "een afspraak met u afgezegd",
    "appointment.list": "de afspraken met u bekeken",
    "consent.give": "vastgelegd dat u ergens toestemming voor gaf",
    "consent.release": "vastgelegd dat u een geheim ophief",
    "consent.lift": "vastgelegd dat een geheim is opgeheven",
    "mandate.withdraw": "vastgelegd dat een machtiging eindigt",
    "consent.withdraw": "vastgelegd dat u een toestemming introk",
    "consent.list": "bekeken waarvoor u toestemming gaf",
    "disclosure.check": "nagegaan of wij iemand gegevens over u mogen geven",
    "disclosure.log": "vastgelegd dat iemand om gegevens over u vroeg",
    "disclosure.decide": "besloten of iemand gegevens over u krijgt",
    "disclosure.list": "bekeken wie om gegevens over u vroeg",
    "disclosure.show": "bekeken wie om gegevens over u vroeg",
    "report.draft": "een rapportage aan een opdrachtgever geschreven",
    "report.show": "een rapportage over u bekeken",
    "report.final": "een rapportage aan een opdrachtgever verzonden",
    "report.list": "de rapportages over u bekeken",
    "report.drop": "een rapportage over u weggegooid",
    "report.due": "nagekeken welke rapportages nodig zijn",
    "report.checklist": "nagekeken wat er aan het eind van een opdracht nog moet",
    "request.receive": "een verzoek van u ontvangen",
    "request.ask_identity": "u gevraagd te laten zien wie u bent",
    "request.identify": "nagegaan wie een verzoek deed",
    "request.extend": "de termijn van een verzoek verlengd",
    "audit.report": "nagegaan wat er met uw dossier gedaan is",
    "breach.scope": "nagegaan of een datalek uw gegevens raakte",
    "breach.letters": "een brief over een datalek aan u gemaakt",
    "request.review": "een kopie nagekeken op gegevens over een ander",
    "request.weigh": "bekeken wat er op een verzoek te besluiten is",
    "request.decide": "over een verzoek besloten",
    "request.notify": "vastgelegd dat het antwoord op een verzoek verstuurd is",
    "request.withdraw": "vastgelegd dat een verzoek is ingetrokken",
    "request.void": "vastgelegd dat een verzoek een vergissing van ons was",
    "request.address": "het adres van wie een verzoek deed vastgelegd",
    "request.join": "twee verzoeken over u samengenomen",
    "request.search": "gezocht of wij gegevens hebben van wie een verzoek deed",
    "request.link": "een verzoek bij uw dossier gezet",
    "request.list": "verzoeken bekeken",
    "request.show": "een verzoek bekeken",
    "correction.initiate": "besloten gegevens te veranderen zonder dat u dat vroeg",
    "correction.propose": "vastgelegd welke gegevens u veranderd wilt zien",
    "correction.statement": "uw eigen verklaring bij gegevens gezet",
    "correction.apply": "gegevens veranderd, omdat u dat vroeg of omdat wij het zelf zagen",
    "correction.remove": "gegevens weggehaald, omdat u dat vroeg of omdat wij het zelf zagen",
    "correction.tell": "vastgelegd wie van een verandering bericht kreeg",
    "correction.lift": "besloten dat gegevens weer gebruikt mogen worden",
    "inzage.export": "een kopie van uw gegevens gemaakt",
    "inzage.desk": "gegevens over u op kantoor laten zien",
    "letter.list": "de brieven bekeken",
    "letter.print": "een brief afgedrukt",
    "letter.send": "vastgelegd dat een brief verstuurd is",
    "letter.void": "een brief laten vervallen die een vergissing van ons was",
    "letter.notify": "u laten weten dat wij gegevens over u hebben",
    "audit.list": "bekeken wie uw dossier bekeek",
    "client.destroy": "gegevens over u vernietigd",
    "retention.hold": "gegevens van u vastgehouden",
    "retention.release": "gegevens van u niet langer vastgehouden",
    "retention.due": "nagekeken hoelang uw gegevens blijven",
    "retention.run": "nagekeken hoelang uw gegevens blijven",
}
"""The actions on a dossier. An action that is not here is named by its code."""

TERMS: Mapping[str, str] = {
    "laatste_contact": "de dag van ons laatste contact",
    "begin_opdracht": "de dag waarop uw laatste opdracht begon",
    "einde_opdracht": "de dag waarop uw laatste opdracht eindigde; zo lang blijft een dossier bij ziekte",
    "verwijdering_toegewezen": "de dag waarop wij op uw verzoek alles verwijderden wat niet moet blijven",
    "rest_vernietigd": "de dag vanaf welke wij telden toen wij de rest vernietigden",
}
"""From what the five years are counted (art. 10)."""

REQUESTS = for_person(request.KINDS)
"""The kinds of request (art. 11 and 12, AVG 15 to 21)."""

REQUESTERS = for_person(request.REQUESTERS)
"""The requesters (art. 11.1 and 12.1)."""

STATES = for_person(request.STATES)
"""How far a request has come."""

METHODS = for_person(request.METHODS)
"""How it was made sure who asked (art. 11.5)."""

DOCUMENTS = for_person(request.DOCUMENTS)
"""The documents that prove an identity (art. 11.5)."""

WHY = for_person(request.WHY)
"""Why something should be changed (art. 12.1; AVG 18 and 21)."""

DECISIONS = for_person(decision.DECISIONS)
"""The decisions on a request (art. 11.4 and 12.3)."""

HOLDS = for_person(hold.GROUNDS)
"""Why something is kept past its term (art. 10)."""

DESTROYED_FOR = for_person(destruction.DESTROYED_FOR)
"""Why a dossier was destroyed."""
