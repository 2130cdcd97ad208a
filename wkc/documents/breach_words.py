"""The codes of a breach in the words of the answers for the AP: Dutch, as data."""

from collections.abc import Mapping

from wkc.sentences import breach, party
from wkc.sentences.sentence import for_authority

KINDS = for_authority(breach.KINDS)

ASPECTS: Mapping[str, str] = {
    "vertrouwelijkheid": "Vertrouwelijkheid: iemand kan gegevens hebben gezien die dat niet mocht",
    "integriteit": "Integriteit: gegevens kunnen zijn veranderd",
    "beschikbaarheid": "Beschikbaarheid: gegevens zijn er niet meer, of waren er een tijd niet",
}

UNREADABLE: Mapping[str, str] = {
    "ja": "Ja, alle gegevens",
    "nee": "Nee",
    "deels": "Voor een deel; zie de samenvatting",
}

SEVERITIES: Mapping[str, str] = {
    "verwaarloosbaar": "Verwaarloosbaar",
    "beperkt": "Beperkt",
    "aanzienlijk": "Aanzienlijk",
    "groot": "Groot",
}

ROLES: Mapping[str | None, str] = {
    **{role: one.authority for role, one in party.ROLES.items()},
    None: "rol niet vastgelegd",
}

SPECIAL: Mapping[str, str] = {
    "bijzonder": "bijzonder (AVG artikel 9)",
    "strafrechtelijk": "strafrechtelijk (AVG artikel 10)",
    "gevoelig": "gevoelig",
}

OPEN = "Nog niet bekend; vul het aan met een vervolgmelding"
REPORTER = "Vul zelf in: de naam en de functie van wie de melding doet"
ADDRESS = "Vul zelf in: straat en nummer"
OFFICER = "Vul zelf in: wie het is, of dat er geen is"
SECTOR = "Re-integratie en arbeidsbemiddeling"
GROUPS = (
    "Kandidaten die een opdrachtgever ons aanmeldde voor begeleiding naar werk. Zij kunnen kwetsbaar zijn: zij hangen "
    "vaak van een uitkering af en er kan staan hoe het met hun gezondheid is"
)
RECORDS = "Wij tellen personen en soorten gegevens, niet elk gegeven apart"
