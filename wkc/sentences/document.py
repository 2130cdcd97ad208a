"""Art. 14.1: what a file may do or fetch when somebody opens it, in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

DANGERS: Mapping[str, Sentences] = {
    "macros": Sentences(staff=N_("macros")),
    "javascript": Sentences(staff=N_("JavaScript")),
    "programma": Sentences(staff=N_("a command to start a program")),
    "formulier": Sentences(staff=N_("a form that sends or fetches what is filled in")),
    "media": Sentences(staff=N_("sound, film or a model that plays")),
    "bijlage": Sentences(staff=N_("another file inside it")),
    "ander_bestand": Sentences(staff=N_("a way to a file elsewhere")),
    "extern": Sentences(staff=N_("a part that is fetched from elsewhere")),
}
"""The kinds of content for which a file is refused."""
