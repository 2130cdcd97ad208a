"""Art. 10: why a dossier was destroyed, in words: for the statement, and for the figures of a year."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

DESTROYED_FOR: Mapping[str, Sentences] = {
    "termijn": Sentences(
        staff=N_("the term was over"),
        person="vijf jaar zonder contact waren voorbij",
        recipient="de termijn was voorbij",
    ),
    "verzoek": Sentences(staff=N_("a request"), person="op verzoek van de persoon", recipient="op verzoek"),
    "vergissing": Sentences(
        staff=N_("a mistake of the office"),
        person="had niet vastgelegd mogen worden",
        recipient="een vergissing van het kantoor",
    ),
    "eigen_beweging": Sentences(
        staff=N_("of the own accord"),
        person="was niet meer nodig of mocht er niet zijn, en daarom eerder vernietigd",
        recipient="uit eigen beweging",
    ),
    "hervat": Sentences(
        staff=N_("again, after a restored backup"),
        person="was al vernietigd, en stond weer of nog in het bestand",
        recipient="opnieuw, na een teruggezette kopie",
    ),
}
"""The reason of a destruction."""
