"""The fixed words of the register of processing (AVG 30.1 and 30.2): purpose, people, term, measures; Dutch data."""

from collections.abc import Mapping

from wkc.sentences.party_kind import KINDS
from wkc.sentences.sentence import for_recipient

PURPOSE = (
    "Begeleiden van kandidaten naar werk en in werk, in opdracht van gemeenten, UWV en werkgevers (artikel 2 en 3 van "
    "het reglement)."
)

BASIS = (
    "De opdracht van de opdrachtgever: een wettelijke plicht of een taak van algemeen belang (AVG artikel 6 lid 1 "
    "onder c en e). Bij bijzondere en strafrechtelijke gegevens ligt per gegeven vast welke uitzondering geldt (AVG "
    "artikel 9 en 10; UAVG artikel 22 tot en met 33); een burgerservicenummer gaat alleen naar wie een wet dat "
    "toestaat (UAVG artikel 46)."
)

PERSONS = "Kandidaten die een opdrachtgever aanmeldde, en wie hen vertegenwoordigt; bij instanties hun contactpersonen."

TERM = (
    "Vijf jaar na het laatste contact, of na het begin van de laatste opdracht als er geen contact was (artikel 10 van "
    "het reglement); langer alleen zolang een wet of een rechtszaak genoemde gegevens vasthoudt. Dossiers van zieke "
    "werknemers, waar dat bij de opdracht is ingesteld: twee jaar na het einde ervan. Datalekken: drie jaar."
)

MEASURES: tuple[str, ...] = (
    "Het bestand is als geheel versleuteld; bijzondere en strafrechtelijke gegevens en notities nog eens apart.",
    "Ieder heeft een eigen USER ID en wachtwoord; een rol bepaalt wat iemand ziet, een coach ziet de eigen caseload.",
    "Elke inzage en elke wijziging staat in een logboek waarvan elke regel ondertekend is en aan de vorige vastzit.",
    "Verstrekken kan pas na toetsing aan artikel 8; elke verstrekking, ook een geweigerde, wordt vastgelegd.",
    "Vernietigen gebeurt na de termijn vanzelf, en komt ook uit een teruggezette reservekopie niet terug.",
    "Reservekopieën zijn versleuteld, worden nagekeken en geoefend, en verlopen.",
    "Kopieën en brieven worden nagekeken op gegevens van anderen voor zij de deur uit gaan.",
)

CLASSES: Mapping[str, str] = {
    "gewoon": "gewoon",
    "gevoelig": "gevoelig",
    "bijzonder": "bijzonder (AVG artikel 9)",
    "strafrechtelijk": "strafrechtelijk (AVG artikel 10)",
}
"""The sensitivity of a kind of data."""

RECIPIENTS = for_recipient(KINDS)
"""The kinds of recipient."""
