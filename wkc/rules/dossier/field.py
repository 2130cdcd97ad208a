"""Art. 4.1 and annex I: what the registration holds on a client, in the order of the paper."""

from collections.abc import Mapping

from wkc.records.field import Field, FieldClass, Kind

CATEGORIES: Mapping[int, str] = {
    1: "Naam",
    2: "Adres en bereikbaarheid",
    3: "Woonplaats",
    4: "Geslacht",
    5: "Geboortedatum",
    6: "Geboorteplaats",
    7: "Burgerlijke staat",
    8: "Nationaliteit",
    9: "Geboorteland, ook van de ouders",
    10: "Scholing, opleiding en werkervaring",
    11: "Nummer bij UWV Werkbedrijf",
    12: "Activiteiten naar regulier werk",
    13: "Nummer bij de Sociale Dienst",
    14: "Andere inkomsten uit arbeid",
    15: "Zorgverzekeraar (ziekenfonds) en nummer",
    16: "Bankrekening",
    17: "Burgerservicenummer",
    18: "Tariefgroep",
    19: "Ziek- en herstelmeldingen",
    20: "Identiteitsbewijs",
    21: "Einde verblijfsvergunning",
    22: "Personeelsnummer",
    23: "Sociale gegevens",
    24: "Detentie",
    25: "Gezondheid en inzetbaarheid",
    26: "Justitieel verleden",
    27: "Financiële gegevens",
    28: "Presentatie en verzorging",
    29: "Contract, plaatsing, begeleiding, einde dienst",
    30: "Loonbeslagen en schuldenregelingen",
}
"""The 30 numbers of annex I, named in our own words."""

_GEWOON, _GEVOELIG = FieldClass.GEWOON, FieldClass.GEVOELIG
_BIJZONDER, _STRAFRECHTELIJK = FieldClass.BIJZONDER, FieldClass.STRAFRECHTELIJK

_GESLACHT = ("M", "V", "X", "O")

_BURGERLIJKE_STAAT = (
    "onbekend",
    "ongehuwd",
    "gehuwd",
    "gescheiden",
    "weduwe/weduwnaar",
    "partnerschap",
    "partnerschap_beeindigd",
    "achtergebleven_partner",
)

# The kinds of Wet op de identificatieplicht art. 1.1; `overig` keeps the list complete for a document that a
# foreign authority made. Text would leave room for a number or a name where only a kind belongs.
_IDENTITEITSBEWIJS = ("paspoort", "identiteitskaart", "vreemdelingendocument", "rijbewijs", "overig")

# One line where a value is a fact (a course, a contract with its dates), a note where it is told.
FIELDS: tuple[Field, ...] = (
    Field("geslachtsnaam", 1, "Geslachtsnaam", Kind.TEXT, _GEWOON, required=True),
    Field("voorvoegsel", 1, "Voorvoegsel", Kind.TEXT, _GEWOON),
    Field("voornamen", 1, "Voornamen", Kind.TEXT, _GEWOON),
    Field("adres", 2, "Adres", Kind.TEXT, _GEWOON),
    Field("postcode", 2, "Postcode", Kind.POSTCODE, _GEWOON),
    Field("telefoon", 2, "Telefoon", Kind.TEXT, _GEWOON, many=True),
    Field("e_mail", 2, "E-mail", Kind.TEXT, _GEWOON, many=True),
    Field("woonplaats", 3, "Woonplaats", Kind.TEXT, _GEWOON),
    Field("geslacht", 4, "Geslacht", Kind.CODE, _GEWOON, choices=_GESLACHT),
    Field("geboortedatum", 5, "Geboortedatum", Kind.PARTIAL_DATE, _GEWOON),
    Field("geboorteplaats", 6, "Geboorteplaats", Kind.TEXT, _GEVOELIG),
    Field("burgerlijke_staat", 7, "Burgerlijke staat", Kind.CODE, _GEWOON, choices=_BURGERLIJKE_STAAT),
    Field("nationaliteit", 8, "Nationaliteit", Kind.TEXT, _GEVOELIG, many=True),
    Field("geboorteland", 9, "Geboorteland", Kind.TEXT, _GEVOELIG),
    Field("geboorteland_ouder", 9, "Geboorteland van een ouder", Kind.TEXT, _BIJZONDER, many=True),
    Field("scholing", 10, "Scholing", Kind.TEXT, _GEWOON, many=True),
    Field("opleiding", 10, "Opleiding", Kind.TEXT, _GEWOON, many=True),
    Field("werkervaring", 10, "Werkervaring", Kind.NOTE, _GEWOON, many=True),
    Field("uwv_nummer", 11, "Registratienummer UWV Werkbedrijf", Kind.TEXT, _GEWOON),
    Field("activiteit", 12, "Activiteit naar regulier werk", Kind.NOTE, _GEWOON, many=True),
    Field("sociale_dienst_nummer", 13, "Administratienummer Sociale Dienst", Kind.TEXT, _GEVOELIG),
    Field("inkomsten", 14, "Andere inkomsten uit arbeid", Kind.TEXT, _GEVOELIG, many=True),
    Field("ziekenfonds", 15, "Zorgverzekeraar (ziekenfonds)", Kind.TEXT, _GEVOELIG),
    Field("ziekenfonds_nummer", 15, "Nummer bij de zorgverzekeraar", Kind.TEXT, _GEVOELIG),
    Field("bankrekening", 16, "Bankrekening (IBAN)", Kind.IBAN, _GEVOELIG),
    Field("burgerservicenummer", 17, "Burgerservicenummer", Kind.BSN, _GEVOELIG),
    Field("tariefgroep", 18, "Tariefgroep", Kind.TEXT, _GEVOELIG),
    Field("ziekmelding", 19, "Ziekmelding", Kind.DATE, _BIJZONDER, many=True),
    Field("herstelmelding", 19, "Herstelmelding", Kind.DATE, _BIJZONDER, many=True),
    Field(
        "identiteitsbewijs_soort",
        20,
        "Soort identiteitsbewijs",
        Kind.CODE,
        _GEVOELIG,
        choices=_IDENTITEITSBEWIJS,
    ),
    Field("identiteitsbewijs_nummer", 20, "Nummer identiteitsbewijs", Kind.DOCUMENT_NUMBER, _GEVOELIG),
    Field("verblijfsvergunning_tot", 21, "Verblijfsvergunning geldig tot", Kind.DATE, _GEVOELIG),
    Field("personeelsnummer", 22, "Personeelsnummer", Kind.TEXT, _GEWOON),
    Field("sociale_gegevens", 23, "Sociale gegevens", Kind.NOTE, _BIJZONDER, many=True),
    Field("detentie", 24, "Detentie", Kind.NOTE, _STRAFRECHTELIJK, many=True),
    Field("gezondheid", 25, "Gezondheid: wat kan en wat niet", Kind.NOTE, _BIJZONDER, many=True),
    Field("justitieel_verleden", 26, "Justitieel verleden", Kind.NOTE, _STRAFRECHTELIJK, many=True),
    Field("financiele_gegevens", 27, "Financiële gegevens", Kind.NOTE, _GEVOELIG, many=True),
    Field("presentatie", 28, "Presentatie en verzorging", Kind.NOTE, _BIJZONDER, many=True),
    Field("arbeidscontract", 29, "Arbeidscontract", Kind.TEXT, _GEWOON, many=True),
    Field("plaatsing", 29, "Plaatsing", Kind.TEXT, _GEWOON, many=True),
    Field("begeleiding", 29, "Begeleiding", Kind.NOTE, _BIJZONDER, many=True),
    Field("einde_dienstverband", 29, "Einde dienstverband", Kind.TEXT, _GEWOON, many=True),
    Field("loonbeslag", 30, "Loonbeslag", Kind.NOTE, _GEVOELIG, many=True),
    Field("schuldenregeling", 30, "Schuldenregeling", Kind.NOTE, _GEVOELIG, many=True),
)
"""Every field, in the order of annex I."""

BY_CODE: Mapping[str, Field] = {field.code: field for field in FIELDS}
"""The same fields by the code that people type and files carry."""

_PLACES: Mapping[Field, int] = {field: place for place, field in enumerate(FIELDS)}

NEVER_AHEAD: frozenset[str] = frozenset({"geboortedatum", "ziekmelding"})
"""Days that have been when they are recorded. A recovery can be announced, a permit ends later."""

_IN_NO_LINE = "afgeschermd"


def place_of(field: Field) -> int:
    """Give the place of a field in the order of annex I, from 0."""
    return _PLACES[field]


def name_in_log(field: Field) -> str:
    """Give the code of a field as the log has it: of a sealed class only that it is of one."""
    return _IN_NO_LINE if field.field_class.sealed else field.code
