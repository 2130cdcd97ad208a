"""Art. 8.3 and 14.2: by e-mail and at the counter, as by telephone, the requester is identified before data go.

A letter is answered to the address on file, and a portal knows its users.
"""

from collections.abc import Iterator, Mapping

from wkc.records.disclosure import Allowance, Identification, Reasoned

NOT_IDENTIFIED = "niet"

MEANS: Mapping[str, tuple[str, ...]] = {
    # to and from the address that is on file; called back on the verified number on file
    "e_mail": ("bekend_adres", "teruggebeld", NOT_IDENTIFIED),
    # a pass of the body seen; known in person to the office; called back
    "mondeling": ("dienstpas", "bekend", "teruggebeld", NOT_IDENTIFIED),
}
"""The means to identify who asks, for each channel that needs one."""

_ARTICLE = "art. 8.3, 14.2"


def judge_asker(asker: Identification | None, *, vital: bool) -> Iterator[Reasoned]:
    """Give the step of the identification: a pass or a face counts for a person on file, else the beheerder decides.

    In danger to life a pass or a face is enough, as by telephone.
    """
    if asker is None:
        return
    yield _judge(asker, vital=vital)


def _judge(asker: Identification, *, vital: bool) -> Reasoned:
    match asker.means:
        case None:
            return Reasoned(_ARTICLE, "identificatie_niet_beantwoord", Allowance.GEWEIGERD)
        case "bekend_adres" if asker.address_on_file:
            return Reasoned(_ARTICLE, "bekend_adres", Allowance.TOEGESTAAN)
        case "bekend_adres":
            return Reasoned(_ARTICLE, "adres_niet_op_bestand", Allowance.GEWEIGERD)
        case "teruggebeld" if asker.verified:
            return Reasoned(_ARTICLE, "teruggebeld", Allowance.TOEGESTAAN)
        case "teruggebeld":
            return Reasoned(_ARTICLE, "nummer_niet_nagegaan", Allowance.GEWEIGERD)
        case "dienstpas" | "bekend" if asker.on_file:
            return Reasoned(_ARTICLE, "bekende_vrager", Allowance.TOEGESTAAN)
        case "dienstpas" | "bekend" if vital:
            return Reasoned(_ARTICLE, "pas_in_nood", Allowance.TOEGESTAAN)
        case "dienstpas" | "bekend":
            return Reasoned(_ARTICLE, "vrager_niet_bekend", Allowance.BEHEERDER_BESLIST)
    return Reasoned(_ARTICLE, "niet_geidentificeerd", Allowance.GEWEIGERD)
