"""Art. 4.2, 8.2 and annex II: in words, whom a value came from, under which law, and which secret rests on it."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

SOURCES: Mapping[str, Sentences] = {
    "geregistreerde": Sentences(staff=N_("the client"), question=N_("the client"), person="uzelf"),
    "opdrachtgever": Sentences(
        staff=N_("the opdrachtgever"), question=N_("the opdrachtgever"), person="de opdrachtgever"
    ),
    "gemeente": Sentences(
        staff=N_("a municipality"), question=N_("a municipality (annex II, WWB)"), person="een gemeente"
    ),
    "andere_gemeente": Sentences(
        staff=N_("another municipality"),
        question=N_("another municipality (annex II, BSN act)"),
        person="een andere gemeente",
    ),
    "uwv": Sentences(staff=N_("UWV"), question=N_("UWV (annex II, WWB)"), person="het UWV"),
    "werkgever": Sentences(
        staff=N_("an employer"), question=N_("an employer (annex II, WWB)"), person="een werkgever of oud-werkgever"
    ),
    "arbeidsvoorziening": Sentences(
        staff=N_("the labour exchange"),
        question=N_("the labour exchange (annex II, WWB)"),
        person="een organisatie voor arbeidsvoorziening",
    ),
    "belastingdienst": Sentences(
        staff=N_("the tax office"), question=N_("the tax office (annex II, BSN act)"), person="de Belastingdienst"
    ),
    "politie": Sentences(staff=N_("the police"), question=N_("the police (annex II, BSN act)"), person="de politie"),
    "ocw": Sentences(
        staff=N_("the ministry of education"),
        question=N_("the ministry of education (annex II, BSN act)"),
        person="het ministerie van Onderwijs, Cultuur en Wetenschap",
    ),
    "een_ieder": Sentences(
        staff=N_("anybody else"),
        question=N_("anybody else who must tell (annex II, WWB)"),
        person="iemand anders",
    ),
}
"""The sources of a value (art. 4.2 and annex II)."""

BASES: Mapping[str, Sentences] = {
    "bsn_wet": Sentences(person="de wet over het burgerservicenummer"),
    "wwb": Sentences(person="de Wet werk en bijstand, nu de Participatiewet"),
}
"""The law under which they could give it (annex II, parts I and II)."""

SECRETS: Mapping[str, Sentences] = {
    "ambt": Sentences(
        staff=N_("by an office"),
        question=N_("the secret of a public office"),
        person="geheim vanwege een ambt: wij geven dit niet door",
    ),
    "beroep": Sentences(
        staff=N_("by a profession"),
        question=N_("the secret of a profession, such as a doctor's"),
        person="beroepsgeheim: wij geven dit niet door",
    ),
    "wet": Sentences(
        staff=N_("by statute"),
        question=N_("a statute makes it secret"),
        person="geheim volgens de wet: wij geven dit niet door",
    ),
}
"""The duty of secrecy on a value (art. 8.2)."""

RELEASERS: Mapping[str, Sentences] = {
    "geregistreerde": Sentences(staff=N_("the client"), person="uzelf"),
    "instantie": Sentences(staff=N_("the body whose secret it is"), person="de instantie van wie het geheim is"),
    "wet": Sentences(staff=N_("a statute"), person="de wet"),
}
"""The parties that lift a secret (art. 8.2)."""

DEATHS: Mapping[str, Sentences] = {
    "familie": Sentences(staff=N_("the family"), question=N_("the family said so")),
    "opdrachtgever": Sentences(staff=N_("the opdrachtgever"), question=N_("the opdrachtgever said so")),
    "akte": Sentences(staff=N_("a certificate"), question=N_("a certificate of death was shown")),
    "overig": Sentences(staff=N_("another source"), question=N_("it was learnt in another way")),
}
"""The source by which the office learnt of a death."""
