"""Art. 4.1, AVG 9 and 10: the grounds on which a value of a sealed class is held, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

GRONDSLAGEN: Mapping[str, Sentences] = {
    "uitdrukkelijke_toestemming": Sentences(
        staff=N_("the client consented to it, in the own words and in writing"),
        person="u gaf er uitdrukkelijk toestemming voor",
    ),
    "uavg_25": Sentences(
        staff=N_("origin, needed to end a disadvantage of a minority (UAVG 25)"),
        person="de wet laat toe dat wij uw afkomst vastleggen als dat niet anders kan (UAVG artikel 25)",
    ),
    "uavg_30": Sentences(
        staff=N_("health, needed to guide somebody who is ill or limited back to work (UAVG 30.1)"),
        person=(
            "de wet laat toe dat wij over gezondheid vastleggen wat nodig is om u naar werk te begeleiden (UAVG"
            " artikel 30)"
        ),
    ),
    "uavg_32": Sentences(
        staff=N_("criminal data that the client made public, or that a claim or a life depends on (UAVG 32)"),
        person=(
            "de wet laat het toe in een paar gevallen die zij noemt, bijvoorbeeld voor een rechtszaak (UAVG artikel 32)"
        ),
    ),
    "uavg_33": Sentences(
        staff=N_("criminal data, needed to decide on what the client asks of the office (UAVG 33.2)"),
        person=(
            "de wet laat het toe in een paar gevallen die zij noemt, bijvoorbeeld om te beslissen over iets dat"
            " u ons vraagt (UAVG artikel 33)"
        ),
    ),
}
"""Each ground of a sealed class."""
