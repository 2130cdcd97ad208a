"""Art. 4.1 and annex I: values as people and programs write them: words for codes and for nothing, prefixes.

Sources: BRP Logisch Ontwerp (landelijke tabel 36 voorvoegsels; codes of burgerlijke staat), ISO/IEC 5218 (sexes).
"""

import re
from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "geslacht": {
        "M": "man mannelijk m male h heer dhr 1",
        "V": "vrouw vrouwelijk v female f mevrouw mevr mw 2",
        "X": "x nonbinair neutraal anders genderneutraal divers",
        "O": "onbekend o u unknown 0 9 onzijdig",
    },
    "burgerlijke_staat": {
        "onbekend": "0 unknown",
        "ongehuwd": "1 alleenstaand ongehuwdennooitgehuwdgeweest nooitgehuwd vrijgezel single unmarried",
        "gehuwd": "2 getrouwd g married",
        "gescheiden": "3 divorced gescheidenechtgenoot",
        "weduwe/weduwnaar": "4 weduwe weduwnaar verweduwd widow widower widowed",
        "partnerschap": "5 geregistreerdpartnerschap geregistreerdpartner gp registeredpartnership",
        "partnerschap_beeindigd": "6 partnerschapbeeindigd ontbondenpartnerschap geregistreerdpartnerschapbeeindigd",
        "achtergebleven_partner": "7 partnerschapovereleden achtergeblevenpartner",
    },
    "identiteitsbewijs_soort": {
        "paspoort": "pp pas passport nationaalpaspoort reispas",
        "identiteitskaart": "id idkaart ik idbewijs identitycard nederlandseidentiteitskaart europeseidentiteitskaart",
        "vreemdelingendocument": "vd verblijfsdocument verblijfsvergunning vreemdelingenpaspoort w residencepermit",
        "rijbewijs": "rb driverslicence drivinglicence",
        "overig": "anders overige other",
    },
}

CODE_WORDS: Mapping[str, Mapping[str, str]] = {
    field: {word: code for code, words in codes.items() for word in words.split()} for field, codes in _WORDS.items()
}
"""For each code field, the words that mean a code, without case, spaces and punctuation."""

_NOTHING = (
    "onbekend;niet bekend;n.v.t.;nvt;n.v.t;n/a;na;geen;niets;leeg;-;--;---;.;..;...;?;??;???;x;xx;xxx;0;00;000;0000;"
    "00000000;000000000;0000-00-00;00-00-0000;00/00/0000;null;none;nil;nan;unknown;not known;volgt;volgt nog;nnb;"
    "n.n.b.;n.b.;nb;niet van toepassing;geheim;niet ingevuld;not applicable;tbd;n.o.;/;_;\N{EN DASH};\N{EM DASH};"
    "\N{HORIZONTAL ELLIPSIS}"
)

CONCEALED = "geheim"
"""The mark of somebody whose address or number is not given to others, which lists write in its place."""

NOTHING: frozenset[str] = frozenset(_NOTHING.split(";"))
"""Words in a cell whose value is not known."""

UNKNOWN_NAME: frozenset[str] = frozenset({".", "..", "...", "-", "--", "---", "\N{HORIZONTAL ELLIPSIS}", "?"})
"""Signs for a surname that nobody knows, as the BRP has them: they are kept, and not printed."""

TOTAL = re.compile(
    r"(?:eind|sub)?\s*-?\s*(?:totaal|totalen|total|totals)\b|grand total\b|gemiddelde\b|som\b|aantal\b", re.IGNORECASE
)
"""The beginnings of the first cell of a row of totals."""

_PREFIXES = (
    "a aan af al am an auf aus b bei bent ben bin boven d da dal dalla dalle das de degli dei del dele dell della den "
    "der des di die do dos du el het i im in int l la las le les li lo los n of onder op over s t te tegen ten ter "
    "thoe to toe tot uijt uit unter van vanden vander ver vom von voor vor y ze zu zum zur"
)
_PREFIX_WORDS = frozenset(_PREFIXES.split())
_ABBREVIATED = re.compile(r"^v(?:\.\s?|/\s?|\s)?(?:d|h|t)?\.?$", re.IGNORECASE)
_COMMA = re.compile(r"^(?P<name>[^,]+),\s*(?P<before>[^,]+)$")
_BRACKET = re.compile(r"^(?P<name>[^()]+)\((?P<before>[^()]+)\)$")


def is_nothing(text: str) -> bool:
    """Tell whether a cell has a word for nothing."""
    return text.strip().casefold() in NOTHING


def is_prefix(text: str) -> bool:
    """Judge whether a text is made of prefixes only, such as `van der`, `v.d.` or `'t`."""
    words = _plain(text).split()
    return bool(words) and (all(word in _PREFIX_WORDS for word in words) or _is_abbreviation(text))


def split_surname(text: str) -> tuple[str, str]:
    """Take a surname apart into its prefix, empty when it has none, and the rest.

    `van der Linden`, `Linden, van der` and `Linden (v.d.)` have one; in a surname of prefixes only nothing is split.
    """
    for form in (_COMMA, _BRACKET):
        match = form.match(text.strip())
        if match and is_prefix(match["before"]):
            return match["before"].strip(), match["name"].strip()
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        if is_prefix(" ".join(words[:count])):
            return " ".join(words[:count]), " ".join(words[count:])
    return "", text.strip()


def _is_abbreviation(text: str) -> bool:
    """Judge whether a text is `v.d.`, `v/d`, `vd` or the like."""
    return bool(_ABBREVIATED.match(text.strip()))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"['\u2018\u2019\u02bc`.]", " ", text).casefold().split())
