"""Art. 4.2 and annex II: whom data may come from; AVG 9, 10: on which ground; art. 8.2: in which secrecy."""

from collections.abc import Iterable, Mapping

from wkc.records.field import Field, FieldClass
from wkc.records.verdict import Verdict

SOURCES: Mapping[str, str | None] = {
    "geregistreerde": None,
    "opdrachtgever": None,
    "andere_gemeente": "bsn_wet",
    "belastingdienst": "bsn_wet",
    "politie": "bsn_wet",
    "ocw": "bsn_wet",
    "gemeente": "wwb",
    "arbeidsvoorziening": "wwb",
    "uwv": "wwb",
    "werkgever": "wwb",
    "een_ieder": "wwb",
}
"""Each source with its basis: a part of annex II, or none for the client and the opdrachtgever."""

BASES: tuple[str, ...] = tuple(dict.fromkeys(filter(None, SOURCES.values())))
"""The parts of annex II, as codes."""

NAMED: frozenset[str] = frozenset({"een_ieder"})
"""Sources for which the party must be on file besides."""

GRONDSLAGEN: Mapping[FieldClass, Mapping[str, str]] = {
    FieldClass.BIJZONDER: {
        "uitdrukkelijke_toestemming": "AVG 9.2.a, UAVG 22.2.a",
        "uavg_25": "UAVG 25",
        "uavg_30": "UAVG 30",
    },
    FieldClass.STRAFRECHTELIJK: {
        "uitdrukkelijke_toestemming": "AVG 10, UAVG 32.a",
        "uavg_32": "UAVG 32",
        "uavg_33": "UAVG 33",
    },
}
"""Each sealed class with the grounds that allow it to be held, each with its article of law."""

ORIGIN: frozenset[str] = frozenset({"geboorteland_ouder"})
"""The fields about an origin; every other bijzonder field is about health, or may be."""

_OF_ORIGIN, _OF_HEALTH = "uavg_25", "uavg_30"

GEHEIM: tuple[str, ...] = ("ambt", "beroep", "wet")
"""The origins of a duty of secrecy; a statute is cited."""

_ANNEX_II = "art. 4.2, bijlage II"
_RESTS_ON = {"geregistreerde": "art. 4.2", "opdrachtgever": "art. 3"}
_PROHIBITED = {FieldClass.BIJZONDER: "AVG 9, UAVG 22", FieldClass.STRAFRECHTELIJK: "AVG 10, UAVG 31"}


def may_come_from(source: str, basis: str | None, named: bool) -> Verdict:  # noqa: FBT001  (a fact, no switch)
    """Judge a pair of source and basis; `named` tells whether the party it came from is on file with it."""
    if source not in SOURCES or SOURCES[source] != basis:
        return Verdict(allowed=False, reason="niet_op_bijlage_ii", article=_ANNEX_II)
    if source in NAMED and not named:
        return Verdict(allowed=False, reason="niet_genoemd", article=_ANNEX_II)
    if basis is None:
        return Verdict(allowed=True, reason=source, article=_RESTS_ON[source])
    return Verdict(allowed=True, reason=basis, article=_ANNEX_II)


def judge_holding(field_class: FieldClass, grondslag: str | None) -> Verdict:
    """Judge the ground under a value: a sealed class needs one of its own, another class takes none."""
    grounds = GRONDSLAGEN.get(field_class)
    if grounds is None:
        fits = grondslag is None
        reason = "geen_grondslag_nodig" if fits else "grondslag_past_niet"
        return Verdict(allowed=fits, reason=reason, article="art. 4.1, bijlage I")
    if grondslag is None:
        return Verdict(allowed=False, reason="grondslag_ontbreekt", article=_PROHIBITED[field_class])
    if grondslag not in grounds:
        return Verdict(allowed=False, reason="grondslag_past_niet", article=_PROHIBITED[field_class])
    return Verdict(allowed=True, reason=grondslag, article=grounds[grondslag])


def list_fitting(field: str, field_class: FieldClass) -> tuple[str, ...]:
    """Give the grounds that fit a field: UAVG 25 is about origin alone, UAVG 30 about health and never about origin."""
    unfit = _OF_HEALTH if field in ORIGIN else _OF_ORIGIN
    return tuple(ground for ground in GRONDSLAGEN.get(field_class, ()) if ground != unfit)


def find_ground(field: Field, stated: Mapping[FieldClass, Iterable[str]]) -> str | None:
    """Give the first of the grounds stated for the class of a field that fits the field; None where none does."""
    fitting = list_fitting(field.code, field.field_class)
    return next((ground for ground in stated.get(field.field_class, ()) if ground in fitting), None)


def secrecy(geheim: str | None, citation: str | None) -> Verdict:
    """Judge how a duty of secrecy is put down: of a kind of art. 8.2, with the statute where it is one."""
    cited = citation is not None and bool(citation.strip())
    reason = geheim or "geen_geheim"
    allowed = False
    if geheim is None and cited:
        reason = "geheim_ontbreekt"
    elif geheim is not None and geheim not in GEHEIM:
        reason = "geheim_onbekend"
    elif geheim == "wet" and not cited:
        reason = "vindplaats_ontbreekt"
    else:
        allowed = True
    return Verdict(allowed=allowed, reason=reason, article="art. 8.2")
