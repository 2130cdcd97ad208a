"""AVG 7, art. 4, 6 and 11.1: the kinds of form to sign, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "toestemming": Sentences(
        staff=N_("consent"), question=N_("the client lets somebody have data"), person="Toestemming"
    ),
    "machtiging": Sentences(
        staff=N_("mandate"), question=N_("somebody may ask on behalf of the client"), person="Machtiging"
    ),
    "geheimhouding": Sentences(
        staff=N_("undertaking of secrecy"),
        question=N_("a colleague undertakes secrecy"),
        person="Verklaring van geheimhouding",
    ),
    "intake": Sentences(staff=N_("intake"), question=N_("to be filled in at an intake"), person="Intake"),
}
"""The kinds; for the person the title of the signed paper, in the words of the copy."""
