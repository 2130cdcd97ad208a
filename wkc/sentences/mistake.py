"""Art. 12 and 14.2: a mistake of the office that was taken back, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

NOUNS: Mapping[str, Sentences] = {
    "gegeven": Sentences(staff=N_("entry"), person="een gegeven", recipient="Gegeven"),
    "contact": Sentences(staff=N_("contact"), person="een contact", recipient="Contactmoment"),
    "afspraak": Sentences(staff=N_("appointment"), person="een afspraak", recipient="Afspraak"),
    "toestemming": Sentences(staff=N_("consent"), person="een toestemming", recipient="Toestemming"),
    "machtiging": Sentences(staff=N_("mandate"), person="een machtiging", recipient="Machtiging"),
    "opschorting": Sentences(staff=N_("hold"), person="een opschorting", recipient="Opschorting"),
    "verstrekking": Sentences(
        staff=N_("disclosure"), person="een verstrekking", recipient="Wat wij schreven bij een verstrekking"
    ),
    "document": Sentences(staff=N_("document"), person="een document", recipient="Document"),
    "brief": Sentences(staff=N_("letter"), person="een brief", recipient="Wat er stond in een brief"),
    "verzoek": Sentences(
        staff=N_("words of a request"), person="de woorden van een verzoek", recipient="Wat er stond bij een verzoek"
    ),
    "rapportage": Sentences(
        staff=N_("draft of a report"), person="het concept van een rapportage", recipient="Concept van een rapportage"
    ),
    "noodinzage": Sentences(
        staff=N_("reason of a look outside the caseload"),
        person="de reden waarom een ander in uw gegevens keek",
        recipient="Reden van een blik van een ander",
    ),
}
"""The kinds of row; for the person and a recipient also as the name of one of them."""

REASONS: Mapping[str, Sentences] = {
    "typefout": Sentences(staff=N_("it was mistyped"), person="het was verkeerd getypt"),
    "verkeerd_dossier": Sentences(staff=N_("it is about somebody else"), person="het ging niet over u"),
    "dubbel": Sentences(staff=N_("it is on file twice"), person="het stond er twee keer"),
}
"""The reason for which a row was a mistake."""
