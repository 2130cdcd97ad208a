"""Art. 11 to 13: a request in words: who made it, how far it is, what was decided, and why not."""

from collections.abc import Mapping

from wkc.i18n import N_
from wkc.sentences.sentence import Sentences

KINDS: Mapping[str, Sentences] = {
    "inzage": Sentences(staff=N_("access to the data"), question=N_("to see the data"), person="inzage in uw gegevens"),
    "afschrift": Sentences(
        staff=N_("copy of the data"), question=N_("a copy of the data"), person="een kopie van uw gegevens"
    ),
    "verbetering": Sentences(
        staff=N_("correction"), question=N_("to correct wrong data"), person="verbetering van uw gegevens"
    ),
    "aanvulling": Sentences(
        staff=N_("addition"), question=N_("to add what is missing"), person="aanvulling van uw gegevens"
    ),
    "verwijdering": Sentences(staff=N_("erasure"), question=N_("to erase data"), person="verwijdering van uw gegevens"),
    "beperking": Sentences(
        staff=N_("restriction"),
        question=N_("to use the data for nothing for now"),
        person="beperking van wat wij met uw gegevens doen",
    ),
    "bezwaar": Sentences(
        staff=N_("objection"), question=N_("to object to a use"), person="bezwaar tegen wat wij met uw gegevens doen"
    ),
    "overdracht": Sentences(
        staff=N_("portability"),
        question=N_("to take the data along to another"),
        person="uw eigen gegevens om mee te nemen",
    ),
}
"""The kinds of request (art. 11 and 12, AVG 15 to 21)."""

STATES: Mapping[str, Sentences] = {
    "ontvangen": Sentences(staff=N_("received"), person="ontvangen"),
    "identiteit_gevraagd": Sentences(
        staff=N_("proof of identity asked for"), person="wij vroegen te laten zien wie het vraagt"
    ),
    "geidentificeerd": Sentences(staff=N_("identity established"), person="wij weten wie het vraagt"),
    "besloten": Sentences(staff=N_("decided, not told yet"), person="besloten"),
    "medegedeeld": Sentences(staff=N_("answered"), person="beantwoord"),
    "uitgevoerd": Sentences(staff=N_("answered and carried out"), person="beantwoord en uitgevoerd"),
    "ingetrokken": Sentences(staff=N_("withdrawn"), person="ingetrokken"),
    "vergissing": Sentences(staff=N_("void: a mistake of the office"), person="een vergissing van ons"),
}
"""The stage of a request."""

FREED = "Wij weigerden dit in {request}, omdat wij het moesten bewaren. Dat hoeft niet meer."
"""The reason to remove of the own accord what was refused while a duty kept it; the client reads it."""

REQUESTERS: Mapping[str, Sentences] = {
    "geregistreerde": Sentences(staff=N_("the client"), person="uzelf"),
    "gemachtigde": Sentences(staff=N_("somebody with a written authority"), person="iemand die u daarvoor machtigde"),
    "curator": Sentences(staff=N_("the curator (BW 1:381)"), person="uw curator"),
    "bewindvoerder": Sentences(staff=N_("the bewindvoerder, for the money (BW 1:441)"), person="uw bewindvoerder"),
    "mentor": Sentences(staff=N_("the mentor, for care and guidance (BW 1:453)"), person="uw mentor"),
    "ouder": Sentences(
        staff=N_("a parent with authority, of a client under sixteen (BW 1:247)"), person="uw vader, moeder of voogd"
    ),
    "beheerder": Sentences(staff=N_("nobody: of the office's own accord"), person="niemand: wij zagen het zelf"),
}
"""The person who made a request, or acts for them (art. 11.1 and 12.1)."""

METHODS: Mapping[str, Sentences] = {
    "getoond": Sentences(
        staff=N_("a document was shown"),
        question=N_("a document was shown here"),
        person="aan een document dat getoond is",
    ),
    "beeldbellen": Sentences(
        staff=N_("a document was shown in a video call"),
        question=N_("a document was shown on a video call"),
        person="aan een document dat met beeldbellen getoond is",
    ),
    "controlevragen": Sentences(
        staff=N_("control questions"),
        question=N_("questions that only the client can answer"),
        person="met vragen waarop alleen u het antwoord weet",
    ),
    "bekend": Sentences(
        staff=N_("known to the office"), question=N_("one of us knows the client"), person="wij kennen u"
    ),
}
"""The means by which a requester was identified (art. 11.5)."""

DOCUMENTS: Mapping[str, Sentences] = {
    "paspoort": Sentences(staff=N_("passport"), question=N_("a passport"), person="paspoort"),
    "identiteitskaart": Sentences(
        staff=N_("identity card"), question=N_("an identity card"), person="identiteitskaart"
    ),
    "rijbewijs": Sentences(staff=N_("driving licence"), question=N_("a driving licence"), person="rijbewijs"),
    "vreemdelingendocument": Sentences(
        staff=N_("aliens' document"), question=N_("an aliens' document"), person="vreemdelingendocument"
    ),
    "overig": Sentences(staff=N_("another document"), question=N_("another document"), person="een ander document"),
}
"""The documents that prove an identity (art. 11.5)."""

WHY: Mapping[str, Sentences] = {
    "onjuist": Sentences(staff=N_("wrong"), question=N_("it is wrong"), person="het klopt niet"),
    "onvolledig": Sentences(staff=N_("incomplete"), question=N_("it is incomplete"), person="het is niet volledig"),
    "niet_ter_zake": Sentences(
        staff=N_("not to the point"), question=N_("it does not matter for the work"), person="het doet niet ter zake"
    ),
    "in_strijd_met_reglement": Sentences(
        staff=N_("against the regulation or the law"),
        question=N_("it may not be held by the regulation or the law"),
        person="het mag er volgens de regels niet staan",
    ),
    "niet_verwijderd": Sentences(
        staff=N_("not erased in time"),
        question=N_("it should have been erased before"),
        person="het had al weg moeten zijn",
    ),
    "rechtsvordering": Sentences(
        staff=N_("needed for a legal claim"),
        question=N_("the client needs it for a legal claim"),
        person="u hebt het nodig voor een rechtszaak",
    ),
    "bezwaar_loopt": Sentences(
        staff=N_("an objection is pending"), question=N_("an objection is pending"), person="er loopt een bezwaar van u"
    ),
    "eigen_situatie": Sentences(
        staff=N_("the situation of the client"),
        question=N_("the situation of the client"),
        person="om uw eigen situatie",
    ),
    "bezwaar_toegewezen": Sentences(
        staff=N_("an objection was granted"),
        question=N_("an objection was granted"),
        person="u maakte er bezwaar tegen, en dat is toegewezen",
    ),
    "toestemming_ingetrokken": Sentences(
        staff=N_("the consent ended"), question=N_("the consent ended"), person="de toestemming ervoor geldt niet meer"
    ),
}
"""The reason for a change (art. 12.1; AVG 18 and 21)."""

TIMELINESS: Mapping[str, Sentences] = {
    "op_tijd": Sentences(staff=N_("in time"), recipient="op tijd"),
    "op_tijd_avg": Sentences(staff=N_("in time for the AVG only"), recipient="alleen op tijd voor de AVG"),
    "te_laat": Sentences(staff=N_("too late"), recipient="te laat"),
}
"""The lateness of an answer by both terms."""
