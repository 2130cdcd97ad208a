"""Art. 8.3: who may be told something by telephone, about what, and when to call back first."""

from collections.abc import Iterator, Mapping

from wkc.records.disclosure import Allowance, PhoneCall, Reasoned, Recipient
from wkc.rules.disclosure.verified_number import VERIFIED_FROM

CALLERS: Mapping[str, tuple[str, ...]] = {
    "uwv": ("arbeidsongeschiktheidsuitkering", "werkloosheidsuitkering"),
    "uwv_werkbedrijf": ("in_en_uitdiensttreding",),
    "sociale_dienst": ("in_en_uitdiensttreding", "activiteitenovereenkomst"),
    "bureau_schuldhulpverlening": ("schuldhulpverlening",),
    "gemeentesecretarie": ("bezwaarprocedure",),
}
"""The five bodies of the paper and the subjects of each."""

FROM_THE_CALL = "gesprek"

NUMBER_SOURCES: Mapping[str, bool] = {**dict.fromkeys(VERIFIED_FROM, True), FROM_THE_CALL: False}
"""The source of a number to call back, and whether that is another source than the call itself."""

_ARTICLE = "art. 8.3"


def judge_caller(call: PhoneCall, to: Recipient) -> Reasoned:
    """Judge who calls about what: a person on file at one of the five, about a subject of that body."""
    if to.body is None or to.body not in CALLERS:
        return Reasoned(_ARTICLE, "andere_instantie", Allowance.BEHEERDER_BESLIST)
    if not call.on_file:
        return Reasoned(_ARTICLE, "beller_niet_bekend", Allowance.BEHEERDER_BESLIST)
    if call.subject not in CALLERS[to.body]:
        return Reasoned(_ARTICLE, "ander_onderwerp", Allowance.BEHEERDER_BESLIST)
    return Reasoned(_ARTICLE, "bekende_beller", Allowance.TOEGESTAAN)


def judge_doubt(call: PhoneCall) -> Reasoned:
    """Judge the doubt about who calls: it lasts until one has called back on a number from another source."""
    if call.doubt is None:
        return Reasoned(_ARTICLE, "twijfel_niet_beantwoord", Allowance.GEWEIGERD)
    if not call.doubt:
        return Reasoned(_ARTICLE, "geen_twijfel", Allowance.TOEGESTAAN)
    if call.called_back is None:
        return Reasoned(_ARTICLE, "twijfel", Allowance.GEWEIGERD)
    if not NUMBER_SOURCES.get(call.called_back.source, False):
        return Reasoned(_ARTICLE, "nummer_uit_het_gesprek", Allowance.GEWEIGERD)
    return Reasoned(_ARTICLE, "teruggebeld", Allowance.TOEGESTAAN)


def judge_call(call: PhoneCall | None, to: Recipient, *, vital: bool) -> Iterator[Reasoned]:
    """Give the steps of the telephone rule; in danger to life it asks only about doubt."""
    if call is None:
        return
    if not vital:
        yield judge_caller(call, to)
    yield judge_doubt(call)
