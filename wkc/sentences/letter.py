"""The kinds of letter in words, as lists name them."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "ontvangstbevestiging": Sentences(staff=N_("receipt of a request"), person="dat wij uw verzoek kregen"),
    "identiteit_gevraagd": Sentences(
        staff=N_("question for proof of identity"), person="de vraag om te laten zien wie u bent"
    ),
    "identiteit_herinnering": Sentences(
        staff=N_("reminder for proof of identity"), person="de herinnering om te laten zien wie u bent"
    ),
    "verlenging": Sentences(staff=N_("extension of the term"), person="dat ons antwoord meer tijd kost"),
    "toegewezen": Sentences(staff=N_("decision: granted"), person="ons besluit: ja"),
    "deels_toegewezen": Sentences(staff=N_("decision: granted in part"), person="ons besluit: voor een deel ja"),
    "afgewezen": Sentences(staff=N_("decision: refused"), person="ons besluit: nee"),
    "geen_gegevens": Sentences(staff=N_("decision: no data on file"), person="dat wij geen gegevens van u hadden"),
    "kennisgeving": Sentences(staff=N_("notice to a new client (AVG 14)"), person="dat wij gegevens over u hebben"),
    "kennisgeving_intake": Sentences(
        staff=N_("text for an intake (AVG 13)"), person="wat wij doen met wat u ons vertelt"
    ),
    "kennisgeving_ontvanger": Sentences(
        staff=N_("notice to who had it (AVG 19)"), person="aan wie uw gegevens kreeg: dat er iets veranderd is"
    ),
    "datalek": Sentences(staff=N_("data breach, to a person (AVG 34)"), person="dat uw gegevens bij een datalek waren"),
    "datalek_opdrachtgever": Sentences(
        staff=N_("data breach, to an opdrachtgever (AVG 33.2)"),
        person="aan wie ons vroeg u te begeleiden: dat er een datalek was",
    ),
}
"""The subject of each kind of letter (LetterKind)."""
