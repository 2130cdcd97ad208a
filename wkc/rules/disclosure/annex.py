"""Art. 8.1 and annex III: the bodies that data may go to, the laws printed behind each, and what they are today."""

from collections.abc import Mapping

from msgspec import Struct


class Law(Struct, frozen=True):
    """A law as annex III prints it, and its successor; `today` is its own code where it is still in force."""

    paper: str
    name: str
    today: str


class Body(Struct, frozen=True):
    """A body: as the paper has it, the laws printed behind it (codes of LAWS), and who does its work today.

    `annex_iii` is False for those that only the telephone rule of art. 8.3 names.
    """

    paper: str
    laws: tuple[str, ...]
    today: str
    annex_iii: bool = True


LAWS: Mapping[str, Law] = {
    # printed in annex III
    "zfw": Law("ZFW", "Ziekenfondswet", "zvw"),
    "awbz": Law("AWBZ", "Algemene Wet Bijzondere Ziektekosten", "wlz"),
    "zw": Law("ZW", "Ziektewet", "zw"),
    "rea": Law("REA", "Wet op de (re)integratie arbeidsgehandicapten", "wia"),
    "wajong": Law("WAJONG", "Wet arbeidsongeschiktheidsvoorziening jonggehandicapten", "wajong"),
    "wia": Law("WIA", "Wet werk en inkomen naar arbeidsvermogen", "wia"),
    "waz": Law("WAZ", "Wet arbeidsongeschiktheidsverzekering zelfstandigen", "waz"),
    "pemba": Law("PEMBA", "Wet premiedifferentiatie en marktwerking bij arbeidsongeschiktheidsverzekeringen", "pemba"),
    "ww": Law("WW", "Werkloosheidswet", "ww"),
    "tw": Law("TW", "Toeslagenwet", "tw"),
    "aow": Law("AOW", "Algemene Ouderdomswet", "aow"),
    "aww": Law("AWW", "Algemene Weduwen- en Wezenwet", "anw"),
    "akw": Law("AKW", "Algemene Kinderbijslagwet", "akw"),
    "vreemdelingenwet": Law("Vreemdelingenwet", "Vreemdelingenwet 2000", "vreemdelingenwet"),
    # their successors
    "zvw": Law("", "Zorgverzekeringswet", "zvw"),
    "wlz": Law("", "Wet langdurige zorg", "wlz"),
    "anw": Law("", "Algemene nabestaandenwet", "anw"),
}
"""The laws of annex III and those that took the place of one; any other law is `ander`."""

OTHER_LAW = "ander"

BODIES: Mapping[str, Body] = {
    "andere_gemeente": Body("B&W van andere gemeenten", (), "college van B&W van een andere gemeente"),
    "belastingdienst": Body("Rijksbelastingdienst", (), "Belastingdienst"),
    "zorgverzekeraar": Body("Ziekenfondsen", ("zfw", "awbz"), "zorgverzekeraars en zorgkantoren"),
    "uwv": Body(
        "Uitvoeringsorgaan Werknemersverzekeringen",
        ("zw", "rea", "wajong", "wia", "waz", "pemba", "ww", "tw"),
        "UWV",
    ),
    "sociale_verzekeringsraad": Body("Sociale Verzekeringsraad", (), "Nederlandse Arbeidsinspectie (het toezicht)"),
    "svb": Body("Sociale Verzekeringsbank", ("aow", "aww", "akw"), "SVB"),
    "algemeen_werkloosheidsfonds": Body("Algemeen Werkloosheidsfonds", (), "UWV, dat het fonds beheert"),
    "algemeen_arbeidsongeschiktheidsfonds": Body(
        "Algemeen Arbeidsongeschiktheidsfonds", (), "UWV, dat het Arbeidsongeschiktheidsfonds beheert"
    ),
    "toeslagenfonds": Body("Toeslagenfonds", (), "UWV, dat het fonds beheert"),
    "justitie": Body(
        "Ministerie van Justitie", ("vreemdelingenwet",), "de minister die over de Vreemdelingenwet gaat (IND)"
    ),
    "politie": Body(
        "Hoofd van de plaatselijke politie", ("vreemdelingenwet",), "korpschef van de politie (vreemdelingenpolitie)"
    ),
    "szw": Body("Ministerie van Sociale zaken en werkgelegenheid", (), "ministerie van SZW"),
    # art. 8.3 only
    "uwv_werkbedrijf": Body("UWV Werkbedrijf", (), "UWV, divisie WERKbedrijf", annex_iii=False),
    "sociale_dienst": Body("Sociale Dienst", (), "gemeente, afdeling werk en inkomen", annex_iii=False),
    "bureau_schuldhulpverlening": Body(
        "Bureau Schuldhulpverlening", (), "gemeentelijke schuldhulpverlening", annex_iii=False
    ),
    "gemeentesecretarie": Body(
        "Gemeentesecretarie, afdeling Algemeen Bestuurlijke en Juridische Zaken",
        (),
        "gemeente, juridische zaken (bezwaar)",
        annex_iii=False,
    ),
}
"""Every body of annex III and of art. 8.3, in the order of the paper."""


COVERED: Mapping[str, frozenset[str]] = dict.fromkeys(
    ("zw", "rea", "wajong", "wia", "waz"), frozenset({"ziekmelding", "herstelmelding", "gezondheid"})
)
"""Laws that are about incapacity for work, with the fields of a sealed class that each is about (UAVG 30.1)."""


def covers_field(law: str, field: str) -> bool:
    """Tell whether a law is about a field of a sealed class; of any other law the rule cannot know."""
    return field in COVERED.get(law, frozenset())


def is_on_annex(body: str | None) -> bool:
    """Tell whether a body is one of annex III."""
    return body is not None and BODIES[body].annex_iii


def own_laws(body: str) -> frozenset[str]:
    """Give the laws that are a body's own: those printed behind it, and their successors."""
    return frozenset(code for law in BODIES[body].laws for code in (law, LAWS[law].today))
