"""The kinds of who may get data in words: one for lists and questions, as many on paper."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "opdrachtgever": Sentences(
        staff=N_("opdrachtgever"),
        question=N_("gives us assignments"),
        person="opdrachtgevers",
        recipient="opdrachtgevers",
    ),
    "instantie": Sentences(
        staff=N_("public body"),
        question=N_("a body such as UWV or a municipality"),
        person="instanties, zoals het UWV",
        recipient="instanties met een publieke taak",
    ),
    "werkgever": Sentences(
        staff=N_("employer"), question=N_("an employer"), person="werkgevers", recipient="werkgevers"
    ),
    "derde": Sentences(
        staff=N_("another organisation"),
        question=N_("anybody else"),
        person="anderen die geen instantie, opdrachtgever of werkgever zijn",
        recipient="anderen",
    ),
}
"""Each kind of party (art. 8); `recipient` is for whoever reads the register of processing (AVG 30)."""
