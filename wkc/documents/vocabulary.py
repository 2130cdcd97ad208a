"""Codes of the register as the person reads them in a document: Dutch words, as data."""

from collections.abc import Mapping

from wkc.sentences import (
    consent,
    contact,
    decision,
    destruction,
    disclosure,
    grondslag,
    hold,
    log_action,
    request,
    source,
    user,
)
from wkc.sentences.sentence import for_person, for_them

SOURCES = for_person(source.SOURCES)
"""The sources of a value (art. 4.2 and annex II)."""

BASES = for_person(source.BASES)
"""The law under which the source could give it (annex II, parts I and II)."""

GROUNDS = for_person(grondslag.GRONDSLAGEN)
"""The grounds on which a value of a sealed class is kept (AVG 9 and 10)."""

SECRETS = for_person(source.SECRETS)
"""The duty of secrecy on a value (art. 8.2)."""

WAYS = for_person(consent.WAYS)
"""The form in which something was granted (AVG 7.1)."""

CHANNELS = for_person(disclosure.CHANNELS)
"""The channel by which somebody asked for data (art. 8)."""

CONSENT_PURPOSES = for_person(disclosure.PURPOSES)
"""The purposes of a consent (art. 8.1). A purpose that is not here is named by its word."""

CONSENT_PURPOSES_THEM = for_them(disclosure.PURPOSES)
"""The same to whoever asks on behalf of a person (`{naam}`), where the words are about that person."""

RELEASERS = for_person(source.RELEASERS)
"""The parties that lift a secret (art. 8.2)."""

CAPACITIES = for_person(consent.CAPACITIES)
"""In which capacity somebody acts for the person (art. 11.1 and 12.1)."""

CONTACTS = for_person(contact.KINDS)
"""Kinds of contact (art. 10)."""

ROLES = for_person(user.ROLES)
"""The roles of those who looked, never more than that (art. 7)."""

PURPOSES = for_person(log_action.PURPOSES)
"""The purposes of a look (art. 2 and 6.2)."""

ACTIONS = for_person(log_action.ACTIONS)
"""The actions on a dossier. An action that is not here is named by its code."""

TERMS: Mapping[str, str] = {
    "laatste_contact": "de dag van ons laatste contact",
    "begin_opdracht": "de dag waarop uw laatste opdracht begon",
    "einde_opdracht": "de dag waarop uw laatste opdracht eindigde; zo lang blijft een dossier bij ziekte",
    "verwijdering_toegewezen": "de dag waarop wij op uw verzoek alles verwijderden wat niet moet blijven",
    "rest_vernietigd": "de dag vanaf welke wij telden toen wij de rest vernietigden",
}
"""From what the five years are counted (art. 10)."""

REQUESTS = for_person(request.KINDS)
"""The kinds of request (art. 11 and 12, AVG 15 to 21)."""

REQUESTERS = for_person(request.REQUESTERS)
"""The requesters (art. 11.1 and 12.1)."""

STATES = for_person(request.STATES)
"""The stage of a request."""

METHODS = for_person(request.METHODS)
"""The means by which a requester was identified (art. 11.5)."""

DOCUMENTS = for_person(request.DOCUMENTS)
"""The documents that prove an identity (art. 11.5)."""

WHY = for_person(request.WHY)
"""The reason for a change (art. 12.1; AVG 18 and 21)."""

DECISIONS = for_person(decision.DECISIONS)
"""The decisions on a request (art. 11.4 and 12.3)."""

HOLDS = for_person(hold.GROUNDS)
"""The reason for which something is kept past its term (art. 10)."""

DESTROYED_FOR = for_person(destruction.DESTROYED_FOR)
"""The reason for which a dossier was destroyed."""
