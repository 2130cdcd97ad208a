"""AVG 7.1, art. 11.1 and 12.1: in words, how a consent was given, and in which capacity somebody acts for a client."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

WAYS: Mapping[str, Sentences] = {
    "schriftelijk": Sentences(staff=N_("in writing"), question=N_("in writing"), person="op papier"),
    "e_mail": Sentences(staff=N_("by e-mail"), question=N_("by e-mail"), person="per e-mail"),
    "mondeling": Sentences(staff=N_("orally"), question=N_("orally"), person="mondeling"),
}
"""The form in which something was granted (AVG 7.1)."""

CAPACITIES: Mapping[str, Sentences] = {
    "gemachtigde": Sentences(staff=N_("gemachtigde"), person="gemachtigde"),
    "curator": Sentences(staff=N_("curator"), person="curator"),
    "bewindvoerder": Sentences(staff=N_("bewindvoerder"), person="bewindvoerder"),
    "mentor": Sentences(staff=N_("mentor"), person="mentor"),
    "ouder": Sentences(staff=N_("parent with authority"), person="ouder"),
}
"""In which capacity somebody acts for the person (art. 11.1 and 12.1)."""
