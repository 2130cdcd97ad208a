"""Codes of requests, letters and grounds in the words of the office; what people type keeps its code."""

from collections.abc import Mapping

from wkc.i18n import N_, _

STATES: Mapping[str, str] = {
    "ontvangen": N_("received"),
    "identiteit_gevraagd": N_("proof of identity asked for"),
    "geidentificeerd": N_("identity established"),
    "besloten": N_("decided, not told yet"),
    "medegedeeld": N_("answered"),
    "uitgevoerd": N_("answered and carried out"),
    "ingetrokken": N_("withdrawn"),
    "vergissing": N_("void: a mistake of the office"),
}
"""How far a request has come."""

REQUESTERS: Mapping[str, str] = {
    "geregistreerde": N_("the client"),
    "gemachtigde": N_("somebody with a written authority"),
    "curator": N_("the curator (BW 1:381)"),
    "bewindvoerder": N_("the bewindvoerder, for the money (BW 1:441)"),
    "mentor": N_("the mentor, for care and guidance (BW 1:453)"),
    "ouder": N_("a parent with authority, of a client under sixteen (BW 1:247)"),
}
"""The person who made a request, or who acts for them."""

DECISIONS: Mapping[str, str] = {
    "toegewezen": N_("granted"),
    "deels": N_("granted in part"),
    "afgewezen": N_("not granted"),
    "geen_gegevens": N_("no data on file"),
}
"""The decision on a request."""

REFUSALS: Mapping[str, str] = {
    "identiteit": N_("it was not made sure who asks"),
    "machtiging": N_("no mandate was shown"),
    "kennelijk_ongegrond": N_("manifestly unfounded (AVG 12.5)"),
    "buitensporig": N_("excessive (AVG 12.5)"),
    "rechten_van_anderen": N_("the rights of others (AVG 15.4)"),
    "uavg_41": N_("an interest that UAVG 41 names, such as the rights of others or an investigation"),
    "gegeven_is_juist": N_("the value is right"),
    "ter_zake": N_("the value is to the point and needed"),
    "wettelijke_bewaarplicht": N_("a statute says to keep it"),
    "dwingende_gronden": N_("compelling grounds (AVG 21.1)"),
    "rechtsvordering": N_("a legal claim (AVG 17.3, 21.1)"),
    "geen_toestemming_of_overeenkomst": N_("it rests on no consent or contract (AVG 20.1)"),
    "niet_zelf_verstrekt": N_("not supplied by the person (AVG 20.1)"),
}
"""The ground of a refusal."""

METHODS: Mapping[str, str] = {
    "getoond": N_("a document was shown"),
    "beeldbellen": N_("a document was shown in a video call"),
    "controlevragen": N_("control questions"),
    "bekend": N_("known to the office"),
}
"""The way in which the identity was established."""

EXTENSIONS: Mapping[str, str] = {"complex": N_("it is complex"), "aantal": N_("the number of requests")}
"""The cause of an extension."""

LETTERS: Mapping[str, str] = {
    "ontvangstbevestiging": N_("receipt of a request"),
    "identiteit_gevraagd": N_("question for proof of identity"),
    "identiteit_herinnering": N_("reminder for proof of identity"),
    "verlenging": N_("extension of the term"),
    "toegewezen": N_("decision: granted"),
    "deels_toegewezen": N_("decision: granted in part"),
    "afgewezen": N_("decision: refused"),
    "geen_gegevens": N_("decision: no data on file"),
    "kennisgeving": N_("notice to a new client (AVG 14)"),
    "kennisgeving_intake": N_("text for an intake (AVG 13)"),
    "kennisgeving_ontvanger": N_("notice to who had it (AVG 19)"),
}
"""The kind of a letter."""

GRONDSLAGEN: Mapping[str, str] = {
    "uitdrukkelijke_toestemming": N_("the client consented to it, in the own words and in writing"),
    "uavg_25": N_("origin, needed to end a disadvantage of a minority (UAVG 25)"),
    "uavg_30": N_("health, needed to guide somebody who is ill or limited back to work (UAVG 30.1)"),
    "uavg_32": N_("criminal data that the client made public, or that a claim or a life depends on (UAVG 32)"),
    "uavg_33": N_("criminal data, needed to decide on what the client asks of the office (UAVG 33.2)"),
}
"""The grounds on which values of a sealed class are held."""


def in_words(code: str | None, words: Mapping[str, str]) -> str | None:
    """Give a code in the words of the office, or as it is where no table has it."""
    return None if code is None else _(words[code]) if code in words else str(code)
