"""Art. 4.2 and 11.1: whether two dossiers may become one: what belongs to a number as such is settled first."""

from wkc.records.link import LinkFacts
from wkc.records.verdict import Verdict

_ARTICLE = "art. 4.2"


def judge_link(goes: LinkFacts, stays: LinkFacts) -> Verdict:
    """Judge whether the dossier that goes may lead to the one that stays; a burgerservicenummer is one person's."""
    reasons = (
        ("twee_burgerservicenummers", None not in {goes.bsn, stays.bsn} and goes.bsn != stays.bsn),
        ("leidt_al", goes.leads),
        ("rest", goes.reduced or stays.reduced),
        ("overleden", goes.died != stays.died),
        ("kennisgeving_open", goes.untold),
        ("terugkeer_open", goes.returned),
    )
    reason = next((code for code, applies in reasons if applies), None)
    return Verdict(allowed=reason is None, reason=reason or "zelfde_persoon", article=_ARTICLE)


def is_older(one: str, other: str) -> bool:
    """Judge whether the first of two dossier numbers is the older: by its year, then by its count."""
    return tuple(map(int, one.split("-"))) < tuple(map(int, other.split("-")))
