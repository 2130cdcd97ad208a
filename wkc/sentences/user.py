"""Art. 6 and 7: the roles of users in words."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

ROLES: Mapping[str, Sentences] = {
    "coach": Sentences(question=N_("sees and keeps the own clients"), person="een coach"),
    "medewerker": Sentences(question=N_("handles requests and letters, sees nothing sealed"), person="een medewerker"),
    "management": Sentences(question=N_("sees numbers only"), person="het management"),
    "beheerder": Sentences(question=N_("sees and may do everything"), person="de beheerder"),
    "service": Sentences(person="een vaste taak van de computer"),
}
"""The roles: whom a list names by the word itself, and the person by no more than the role (art. 7)."""

WORDS: Mapping[str, str] = {"service": N_("service account")}
"""The role that a list names by other words than its code."""
