"""Art. 10: the outcome of an appointment, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

OUTCOMES: Mapping[str, Sentences] = {
    "nagekomen": Sentences(staff=N_("kept"), person="doorgegaan"),
    "gemist": Sentences(staff=N_("missed"), person="niet doorgegaan: u was er niet"),
    "verzet": Sentences(staff=N_("moved"), person="verzet naar een andere dag"),
    "afgezegd": Sentences(staff=N_("called off"), person="afgezegd"),
    "gepland": Sentences(person="gepland"),
}
"""The outcome of an appointment."""
