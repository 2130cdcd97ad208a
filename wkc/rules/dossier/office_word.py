"""Art. 8.3 and annex I: the words of an office for what the law and the lists of the register name otherwise."""

from collections.abc import Mapping

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    # benefits and laws: by what the subject of a call, a law or a body is called
    "bijstand": ("participatiewet", "sociale dienst", "sociale_dienst"),
    "bijstandsuitkering": ("participatiewet", "sociale dienst", "sociale_dienst"),
    "pw": ("participatiewet", "sociale dienst", "sociale_dienst"),
    "schuldsanering": ("schuldenregeling", "schuldhulp"),
    "wajong": ("arbeidsongeschikt", "jonggehandicapten"),
    "wao": ("arbeidsongeschikt",),
    "werkloosheidswet": ("werkloosheid",),
    "wia": ("arbeidsongeschikt", "arbeidsvermogen"),
    "wsnp": ("schuldenregeling", "schuldhulp"),
    "ww": ("werkloosheid",),
    "ziektewet": ("arbeidsongeschikt", "ziekmelding"),
    "zw": ("arbeidsongeschikt", "ziekmelding"),
    # fields and categories of annex I
    "achternaam": ("geslachtsnaam",),
    "arbeidsongeschiktheid": ("arbeidsongeschikt", "ziekmelding"),
    "belastbaarheid": ("gezondheid",),
    "bsn": ("burgerservicenummer",),
    "cursus": ("scholing",),
    "cv": ("werkervaring",),
    "diploma": ("opleiding",),
    "email": ("e_mail", "e-mail"),
    "emailadres": ("e_mail", "e-mail"),
    "geboren": ("geboortedatum",),
    "gsm": ("telefoon",),
    "iban": ("bankrekening",),
    "id": ("identiteitsbewijs",),
    "legitimatie": ("identiteitsbewijs",),
    "loon": ("inkomsten", "loonbeslag"),
    "mailadres": ("e_mail", "e-mail"),
    "mobiel": ("telefoon",),
    "paspoort": ("identiteitsbewijs",),
    "plaats": ("woonplaats", "plaatsing"),
    "rekeningnummer": ("bankrekening",),
    "salaris": ("inkomsten",),
    "schulden": ("schuldenregeling", "schuldhulp"),
    "sofinummer": ("burgerservicenummer",),
    "stage": ("plaatsing",),
    "strafblad": ("justitieel",),
    "tel": ("telefoon",),
    "tussenvoegsel": ("voorvoegsel",),
    "uitkering": ("inkomsten", "uitkering"),
    "vog": ("justitieel",),
    "werkgever": ("werkervaring", "arbeidscontract", "werkgever"),
    "zorgverzekering": ("zorgverzekeraar", "ziekenfonds"),
}
"""A word that is typed, with the beginnings of the words by which lists have it."""

LEAST = 4
"""The letters from which the beginning of such a word will do."""


def list_names(typed: str) -> tuple[str, ...]:
    """Give the other names of a word of the office, in lower case; none for a word that has none."""
    fitting = (
        names for word, names in SYNONYMS.items() if word == typed or (len(typed) >= LEAST and word.startswith(typed))
    )
    return tuple(dict.fromkeys(name for names in fitting for name in names))
