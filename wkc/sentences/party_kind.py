"""The kinds of who may get data in words, as many."""

from collections.abc import Mapping

from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "opdrachtgever": Sentences(person="opdrachtgevers", recipient="opdrachtgevers"),
    "instantie": Sentences(person="instanties, zoals het UWV", recipient="instanties met een publieke taak"),
    "werkgever": Sentences(person="werkgevers", recipient="werkgevers"),
    "derde": Sentences(
        person="anderen die geen instantie, opdrachtgever of werkgever zijn",
        recipient="anderen",
    ),
}
"""Each kind of party (art. 8); `recipient` is for whoever reads the register of processing (AVG 30)."""
