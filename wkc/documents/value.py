"""Values of a dossier as a person reads them on paper: a date in words, a code as its meaning; all else as it is."""

from collections.abc import Mapping

from wkc.documents.paper import partial_in_words
from wkc.documents.vocabulary import DOCUMENTS

DATES: frozenset[str] = frozenset({"geboortedatum", "ziekmelding", "herstelmelding", "verblijfsvergunning_tot"})
"""The fields of annex I that are a day, of which a part may be unknown."""

CODES: Mapping[str, Mapping[str, str]] = {
    "geslacht": {"M": "man", "V": "vrouw", "X": "X (niet man of vrouw)", "O": "onbekend"},
    "burgerlijke_staat": {
        "onbekend": "onbekend",
        "ongehuwd": "ongehuwd",
        "gehuwd": "gehuwd",
        "gescheiden": "gescheiden",
        "weduwe/weduwnaar": "weduwe of weduwnaar",
        "partnerschap": "geregistreerd partnerschap",
        "partnerschap_beeindigd": "geregistreerd partnerschap beëindigd",
        "achtergebleven_partner": "partner is overleden (geregistreerd partnerschap)",
    },
    "identiteitsbewijs_soort": DOCUMENTS,
}
"""The fields of annex I that are a code, with the meaning of each code."""


def value_in_words(field: str, value: str) -> str:
    """Put the value of a field in words; what is neither a day nor a known code stays as it is."""
    if field in DATES:
        return partial_in_words(value)
    return CODES.get(field, {}).get(value, value)
