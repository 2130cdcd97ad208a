"""Art. 10: in words, why something is kept past its term."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

GROUNDS: Mapping[str, Sentences] = {
    "wettelijk_voorschrift": Sentences(
        staff=N_("a statute"), question=N_("a statute says so"), person="de wet verplicht ons dit te bewaren"
    ),
    "rechtszaak": Sentences(
        staff=N_("a court case"),
        question=N_("a court case runs; everything is kept"),
        person="er loopt een rechtszaak",
    ),
}
"""The grounds of a hold."""

BLOCKS: Mapping[str, Sentences] = {
    "verzoek_open": Sentences(staff=N_("a request is open")),
    "beroepstermijn": Sentences(staff=N_("the days to go to court run")),
    "beperking": Sentences(staff=N_("its use is restricted")),
}
"""Other things that keep a dossier past its term."""
