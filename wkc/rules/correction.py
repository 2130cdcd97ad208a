"""Art. 12 (AVG 16 to 19 and 21): what a client may have corrected, added, removed or set apart, and why."""

from collections.abc import Mapping

from wkc.records import Verdict, Wish

ARTICLES: Mapping[str, str] = {
    "verbetering": "art. 12.1",
    "aanvulling": "art. 12.1",
    "verwijdering": "art. 12.1",
    "beperking": "AVG 18.1",
    "bezwaar": "AVG 21.1",
}
"""The kinds of request that change what is held, and where each right stands; the others ask to see."""

WHY: Mapping[str, tuple[str, ...]] = {
    "verbetering": ("onjuist", "onvolledig"),
    "aanvulling": ("onvolledig",),
    "verwijdering": ("onjuist", "niet_ter_zake", "in_strijd_met_reglement", "niet_verwijderd"),
    # AVG 18.1 a to d: it is contested; unlawful, yet not to be erased; needed for a claim; an objection is pending.
    "beperking": ("onjuist", "in_strijd_met_reglement", "rechtsvordering", "bezwaar_loopt"),
    "bezwaar": ("eigen_situatie",),
}
"""The reasons that fit each kind: those of art. 12.1, and for what the AVG adds, its own."""

_SAYS_WHAT = frozenset({"verbetering", "aanvulling"})
"""Kinds that say what should stand there."""

_SETS_APART = frozenset({"beperking", "bezwaar"})
"""Kinds that leave a value and bar its use (AVG 18.2)."""

_TOLD = frozenset({"verbetering", "aanvulling", "verwijdering", "beperking"})


def judge(wish: Wish) -> Verdict:
    """Judge whether one change may be proposed under a request of its kind."""
    article = ARTICLES.get(wish.kind)
    if article is None:
        return Verdict(allowed=False, reason="geen_correctie", article="art. 12.1")
    if wish.why not in WHY[wish.kind]:
        return Verdict(allowed=False, reason="reden_past_niet", article=article)
    missing = wish.kind == "aanvulling"
    if wish.on_entry is missing:
        return Verdict(allowed=False, reason="gegeven_te_veel" if missing else "gegeven_ontbreekt", article=article)
    says_what = wish.kind in _SAYS_WHAT
    if wish.to_value is not says_what:
        return Verdict(allowed=False, reason="waarde_ontbreekt" if says_what else "waarde_te_veel", article=article)
    if wish.kind == "verwijdering" and wish.only_one:
        return Verdict(allowed=False, reason="verplicht_gegeven", article="art. 4.1")
    return Verdict(allowed=True, reason=wish.why, article=article)


def sets_apart(kind: str) -> bool:
    """Tell whether what is granted stays, and leaves only on a citation or the client's consent (AVG 18.2)."""
    return kind in _SETS_APART


def tells_recipients(kind: str) -> bool:
    """Tell whether who had the value earlier must hear of it (AVG 19: rectification, erasure, restriction)."""
    return kind in _TOLD
