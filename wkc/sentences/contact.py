"""Art. 10: a contact in words, for lists, for the question which kind it is, on paper and in a report."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "gesprek": Sentences(
        staff=N_("conversation"),
        question=N_("a conversation here; the five years begin anew"),
        person="gesprek",
        recipient="gesprek",
    ),
    "telefoon": Sentences(
        staff=N_("telephone call"),
        question=N_("by telephone; the five years begin anew"),
        person="telefoongesprek",
        recipient="telefoongesprek",
    ),
    "bezoek": Sentences(
        staff=N_("visit"), question=N_("a visit; the five years begin anew"), person="bezoek", recipient="bezoek"
    ),
    "e_mail_ontvangen": Sentences(
        staff=N_("e-mail of the client"),
        question=N_("an e-mail of the client; the five years begin anew"),
        person="e-mail van u",
        recipient="e-mail van de cliënt",
    ),
    "brief_ontvangen": Sentences(
        staff=N_("letter of the client"),
        question=N_("a letter of the client; the five years begin anew"),
        person="brief van u",
        recipient="brief van de cliënt",
    ),
    "overgenomen": Sentences(
        staff=N_("contact before this register"),
        person="contact van vóór deze registratie",
        recipient="contact van vóór onze registratie",
    ),
    "poging": Sentences(
        staff=N_("not reached"),
        question=N_("not reached"),
        person="poging om u te bereiken",
        recipient="poging om de cliënt te bereiken",
    ),
    "niet_verschenen": Sentences(
        staff=N_("did not come"),
        question=N_("did not come"),
        person="afspraak die niet doorging omdat u er niet was",
        recipient="niet verschenen op de afspraak",
    ),
    "brief_verzonden": Sentences(
        staff=N_("letter of ours"),
        question=N_("a letter of ours"),
        person="brief aan u",
        recipient="brief aan de cliënt",
    ),
}
"""Kinds of contact."""

PLANNED: Mapping[str, Sentences] = {
    "gesprek": Sentences(question=N_("here")),
    "telefoon": Sentences(question=N_("by telephone")),
    "bezoek": Sentences(question=N_("a visit")),
}
"""Kinds of contact that are planned, as the question offers them."""
