"""The parts of a destroyed dossier as the statement of destruction names them: Dutch words, as data (art. 10)."""

from collections.abc import Mapping

DESTROYED: Mapping[str, str] = {
    "client": "dossiers",
    "name_key": "ingangen om een naam te vinden",
    "name_word": "losse woorden om een naam te vinden",
    "search_key": "ingangen om op adres, geboortedatum of nummer te zoeken",
    "entry": "gegevens",
    "assignment": "opdrachten",
    "contact": "contacten",
    "appointment": "afspraken",
    "report": "rapportages aan een opdrachtgever",
    "disclosure": "verstrekkingen",
    "disclosure_entry": "gegevens waar een verstrekking over ging",
    "disclosure_step": "stappen waarmee een verstrekking is beoordeeld",
    "letter": "brieven",
    "notice": "vastleggingen dat de persoon is ingelicht",
    "request": "verzoeken",
    "request_omission": "onderdelen die een kopie niet had",
    "request_search": "zoekacties bij een verzoek",
    "correction": "correcties die gevraagd zijn",
    "mistake": "vastleggingen van een vergissing die is teruggenomen",
    "review": "aantekeningen welke woorden over een ander een kopie niet had",
    "correction_told": "berichten over een correctie",
    "dissent": "verklaringen van de persoon bij een gegeven",
    "objection": "gebruiken die na een bezwaar of beperking gestopt zijn",
    "supplied": "aangeleverde waarden die niet zijn overgenomen",
    "mandate": "machtigingen",
    "consent": "toestemmingen",
    "release": "opheffingen van geheim",
    "break_glass": "redenen om in een dossier te kijken",
    "hold": "opschortingen",
    "announcement": "aankondigingen",
    "death": "vastleggingen van een overlijden",
    "relisted": "meldingen dat iemand na vernietiging opnieuw is aangeleverd",
}
"""The parts of a destroyed dossier, by the table each stood in."""
