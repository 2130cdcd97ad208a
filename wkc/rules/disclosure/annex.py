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

    `annex_iii` is False for those that only the telephone rule of art. 8.3 names. `unprinted` are laws of its own that
    the paper is silent on; `part_of` is the body of annex III of which it is a part today.
    """

    paper: str
    laws: tuple[str, ...]
    today: str
    annex_iii: bool = True
    unprinted: tuple[str, ...] = ()
    part_of: str | None = None


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
    # laws of these bodies that the paper does not print
    "suwi": Law("", "Wet structuur uitvoeringsorganisatie werk en inkomen", "suwi"),
    "wfsv": Law("", "Wet financiering sociale verzekeringen", "wfsv"),
    "wazo": Law("", "Wet arbeid en zorg", "wazo"),
    "participatiewet": Law("", "Participatiewet", "participatiewet"),
    "ioaw": Law("", "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers", "ioaw"),
    "ioaz": Law("", "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen", "ioaz"),
    "wgs": Law("", "Wet gemeentelijke schuldhulpverlening", "wgs"),
    "awb": Law("", "Algemene wet bestuursrecht", "awb"),
}
"""The laws of annex III, those that took the place of one, and other laws of its bodies; any other law is `ander`."""

OTHER_LAW = "ander"

BODIES: Mapping[str, Body] = {
    "andere_gemeente": Body("B&W van andere gemeenten", (), "college van B&W van een andere gemeente"),
    "belastingdienst": Body("Rijksbelastingdienst", (), "Belastingdienst"),
    "zorgverzekeraar": Body("Ziekenfondsen", ("zfw", "awbz"), "zorgverzekeraars en zorgkantoren"),
    "uwv": Body(
        "Uitvoeringsorgaan Werknemersverzekeringen",
        ("zw", "rea", "wajong", "wia", "waz", "pemba", "ww", "tw"),
        "UWV",
        unprinted=("suwi", "wfsv", "wazo"),  # Wet SUWI 54: everybody informs UWV on request
    ),
    "sociale_verzekeringsraad": Body("Sociale Verzekeringsraad", (), "Nederlandse Arbeidsinspectie (het toezicht)"),
    "svb": Body(
        "Sociale Verzekeringsbank",
        ("aow", "aww", "akw"),
        "SVB",
        unprinted=("suwi", "participatiewet"),  # Wet SUWI 54; Participatiewet 47a: the AIO
    ),
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
    "uwv_werkbedrijf": Body("UWV Werkbedrijf", (), "UWV, divisie WERKbedrijf", annex_iii=False, part_of="uwv"),
    "sociale_dienst": Body(
        "Sociale Dienst",
        (),
        "gemeente, afdeling werk en inkomen",
        annex_iii=False,
        unprinted=("participatiewet", "ioaw", "ioaz", "suwi"),  # Participatiewet 63 and 64, Wet SUWI 62
    ),
    "bureau_schuldhulpverlening": Body(
        "Bureau Schuldhulpverlening",
        (),
        "gemeentelijke schuldhulpverlening",
        annex_iii=False,
        unprinted=("wgs",),
    ),
    "gemeentesecretarie": Body(
        "Gemeentesecretarie, afdeling Algemeen Bestuurlijke en Juridische Zaken",
        (),
        "gemeente, juridische zaken (bezwaar)",
        annex_iii=False,
        unprinted=("awb",),
    ),
}
"""Every body of annex III and of art. 8.3, in the order of the paper."""

COVERED: Mapping[str, frozenset[str]] = dict.fromkeys(
    ("zw", "rea", "wajong", "wia", "waz"), frozenset({"ziekmelding", "herstelmelding", "gezondheid"})
)
"""Laws that are about incapacity for work, with the fields of a sealed class that each is about (UAVG 30.1)."""

SUBJECT_LAWS: Mapping[str, frozenset[str]] = {
    "arbeidsongeschiktheidsuitkering": frozenset({"zw", "rea", "wajong", "wia", "waz", "tw"}),
    "werkloosheidsuitkering": frozenset({"ww", "tw"}),
    "in_en_uitdiensttreding": frozenset({"suwi", "ww", "participatiewet", "ioaw", "ioaz"}),
    "activiteitenovereenkomst": frozenset({"participatiewet", "ioaw", "ioaz"}),
    "schuldhulpverlening": frozenset({"wgs"}),
    "bezwaarprocedure": frozenset({"awb"}),
}
"""The laws under which each subject of art. 8.3 is dealt with."""


def is_field_covered(law: str, field: str) -> bool:
    """Tell whether a law is about a field of a sealed class; of any other law the rule cannot know."""
    return field in COVERED.get(law, frozenset())


def is_on_annex(body: str | None) -> bool:
    """Tell whether a body is one of annex III, or a part of one."""
    return body is not None and _whole(body).annex_iii


def is_printed_without_laws(body: str) -> bool:
    """Tell whether the paper prints no laws behind a body."""
    return not _whole(body).laws


def own_laws(body: str) -> frozenset[str]:
    """Give the laws that are a body's own on paper: those printed behind it, and their successors."""
    return frozenset(code for law in _whole(body).laws for code in (law, LAWS[law].today))


def is_own_law(body: str, law: str) -> bool:
    """Tell whether a law is a body's own, printed on the paper or not."""
    return law in own_laws(body) or law in _whole(body).unprinted


def is_of_subject(body: str, subject: str | None, law: str) -> bool:
    """Tell whether a law is the body's own for a subject of art. 8.3."""
    return subject is not None and law in SUBJECT_LAWS.get(subject, ()) and is_own_law(body, law)


def _whole(body: str) -> Body:
    listed = BODIES[body]
    return BODIES[listed.part_of] if listed.part_of else listed
