"""The words of a request as a person chooses them: each with what it means."""

from wkc.cli.forms.guided.desk import words_of
from wkc.i18n import N_

KINDS = words_of(
    ("inzage", N_("to see the data")),
    ("afschrift", N_("a copy of the data")),
    ("verbetering", N_("to correct wrong data")),
    ("aanvulling", N_("to add what is missing")),
    ("verwijdering", N_("to erase data")),
    ("beperking", N_("to use the data for nothing for now")),
    ("bezwaar", N_("to object to a use")),
    ("overdracht", N_("to take the data along to another")),
)
METHODS = words_of(
    ("getoond", N_("a document was shown here")),
    ("beeldbellen", N_("a document was shown on a video call")),
    ("controlevragen", N_("questions that only the client can answer")),
    ("bekend", N_("one of us knows the client")),
)
DOCUMENTS = words_of(
    ("paspoort", N_("a passport")),
    ("identiteitskaart", N_("an identity card")),
    ("rijbewijs", N_("a driving licence")),
    ("vreemdelingendocument", N_("an aliens' document")),
    ("overig", N_("another document")),
)
DECISIONS = words_of(
    ("toegewezen", N_("yes")),
    ("deels", N_("yes, in part")),
    ("afgewezen", N_("no")),
    ("geen_gegevens", N_("we hold no data on this person")),
)
REFUSALS = {
    "identiteit": N_("we do not know for sure who asks"),
    "machtiging": N_("who asks may not ask for the client"),
    "kennelijk_ongegrond": N_("the request is clearly unfounded"),
    "buitensporig": N_("the request is excessive, such as once more and again"),
    "rechten_van_anderen": N_("it would harm the rights of others"),
    "uavg_41": N_("a ground of UAVG 41, such as an investigation"),
    "gegeven_is_juist": N_("what is held is right"),
    "ter_zake": N_("what is held matters for the work"),
    "wettelijke_bewaarplicht": N_("a statute has us keep it"),
    "dwingende_gronden": N_("compelling grounds that weigh more"),
    "rechtsvordering": N_("it is needed for a legal claim"),
    "geen_toestemming_of_overeenkomst": N_("we hold it by neither consent nor contract"),
    "niet_zelf_verstrekt": N_("the client did not supply it"),
}
REASONS = {
    "onjuist": N_("it is wrong"),
    "onvolledig": N_("it is incomplete"),
    "niet_ter_zake": N_("it does not matter for the work"),
    "in_strijd_met_reglement": N_("it may not be held by the regulation or the law"),
    "niet_verwijderd": N_("it should have been erased before"),
    "rechtsvordering": N_("the client needs it for a legal claim"),
    "bezwaar_loopt": N_("an objection is pending"),
    "eigen_situatie": N_("the situation of the client"),
}
