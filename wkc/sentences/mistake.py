"""Art. 12 and 14.2: a mistake of the office that was taken back, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

NOUNS: Mapping[str, Sentences] = {
    "gegeven": Sentences(staff=N_("entry"), person="een gegeven"),
    "contact": Sentences(staff=N_("contact"), person="een contact"),
    "afspraak": Sentences(staff=N_("appointment"), person="een afspraak"),
    "toestemming": Sentences(staff=N_("consent"), person="een toestemming"),
    "machtiging": Sentences(staff=N_("mandate"), person="een machtiging"),
    "opschorting": Sentences(staff=N_("hold"), person="een opschorting"),
    "verstrekking": Sentences(staff=N_("disclosure"), person="een verstrekking"),
    "document": Sentences(staff=N_("document"), person="een document"),
}
"""The kinds of row."""

REASONS: Mapping[str, Sentences] = {
    "typefout": Sentences(staff=N_("it was mistyped"), person="het was verkeerd getypt"),
    "verkeerd_dossier": Sentences(staff=N_("it is about somebody else"), person="het ging niet over u"),
    "dubbel": Sentences(staff=N_("it is on file twice"), person="het stond er twee keer"),
}
"""Why a row was a mistake."""
