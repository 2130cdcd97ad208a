"""Art. 12 (AVG 16 to 19 and 21): the changes that a client may ask for in all that is held, and their reasons."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from wkc.records.correction import ChangeFacts, Proposal
from wkc.records.mistake import MistakeNoun
from wkc.records.request import Decision
from wkc.records.verdict import Verdict

ARTICLES: Mapping[str, str] = {
    "verbetering": "art. 12.1",
    "aanvulling": "art. 12.1",
    "verwijdering": "art. 12.1",
    "beperking": "AVG 18.1",
    "bezwaar": "AVG 21.1",
}
"""The kinds of request that change what is held, and the article of each right; the others ask to see."""

WHY: Mapping[str, tuple[str, ...]] = {
    "verbetering": ("onjuist", "onvolledig"),
    "aanvulling": ("onvolledig",),
    "verwijdering": (
        "onjuist",
        "niet_ter_zake",
        "in_strijd_met_reglement",
        "niet_verwijderd",
        "toestemming_ingetrokken",  # AVG 17.1.b
        "bezwaar_toegewezen",  # AVG 17.1.c
    ),
    # AVG 18.1 a to d: it is contested; unlawful, yet not to be erased; needed for a claim; an objection is pending.
    "beperking": ("onjuist", "in_strijd_met_reglement", "rechtsvordering", "bezwaar_loopt"),
    "bezwaar": ("eigen_situatie",),
}
"""The reasons that fit each kind: those of art. 12.1, and for what the AVG adds, its own."""

CHANGED: Mapping[str, str] = {
    "verbetering": "verbeterd",
    "aanvulling": "aangevuld",
    "verwijdering": "verwijderd",
    "beperking": "beperkt",
}
"""The word for each change in the notice to its recipients (AVG 19: rectification, erasure, restriction)."""

TO_BE_REMOVED = "wordt_verwijderd"
"""The word for a whole dossier, of which its recipients hear before it goes: afterwards nobody knows who they were."""

_WORDS_OF = frozenset({MistakeNoun.VERZOEK, MistakeNoun.RAPPORTAGE, MistakeNoun.NOODINZAGE})
"""Words of a request, of a draft of a report, and the reason of a look outside the caseload."""

IMPROVED: frozenset[MistakeNoun] = _WORDS_OF | {MistakeNoun.GEGEVEN, MistakeNoun.CONTACT, MistakeNoun.VERSTREKKING}
"""The rows that say something in words: other words can stand there."""

_STAYS: frozenset[MistakeNoun] = _WORDS_OF | {MistakeNoun.VERSTREKKING, MistakeNoun.BRIEF}
"""Rows of which the words go alone.

That data went to somebody, a letter out, a request came in or somebody looked stays on file (AVG 5.2 and 15.1.c).
"""

_GUIDANCE: frozenset[MistakeNoun] = frozenset({MistakeNoun.CONTACT, MistakeNoun.AFSPRAAK})
"""Rows that belong to guidance, category 29 of annex I: a mentor's matter too."""

_GUIDANCE_CATEGORY = 29

NO_ENTRY = 0
"""The category of what is no gegeven of annex I, as art. 10 counts it (rules/retention/assess.py)."""

_SAYS_WHAT = frozenset({"verbetering", "aanvulling"})
"""Kinds that say what should stand there."""

_SETS_APART = frozenset({"beperking", "bezwaar"})
"""Kinds that leave a value and bar its use (AVG 18.2)."""


def judge_proposal(wish: ChangeFacts) -> Verdict:
    """Judge whether one change may be proposed under a request of its kind."""
    article = ARTICLES.get(wish.kind)
    if article is None:
        return Verdict(allowed=False, reason="geen_correctie", article="art. 12.1")
    if wish.why not in WHY[wish.kind]:
        return Verdict(allowed=False, reason="reden_past_niet", article=article)
    if wish.noun is not MistakeNoun.GEGEVEN:
        return _judge_row(wish, article)
    missing = wish.kind == "aanvulling"
    if wish.on_entry is missing:
        return Verdict(allowed=False, reason="gegeven_te_veel" if missing else "gegeven_ontbreekt", article=article)
    what = has_new_value(wish.kind)
    if wish.to_value is not what:
        return Verdict(allowed=False, reason="waarde_ontbreekt" if what else "waarde_te_veel", article=article)
    if wish.kind == "verwijdering" and wish.only_one:
        return Verdict(allowed=False, reason="verplicht_gegeven", article="art. 4.1")
    return Verdict(allowed=True, reason=wish.why, article=article)


def _judge_row(wish: ChangeFacts, article: str) -> Verdict:
    """Judge a change of what is no gegeven: its words are improved or completed, or it goes."""
    if is_restriction(wish.kind):
        return Verdict(allowed=False, reason="alleen_gegevens", article=article)
    if has_new_value(wish.kind) and wish.noun not in IMPROVED:
        return Verdict(allowed=False, reason="geen_woorden", article=article)
    if wish.to_value is not has_new_value(wish.kind):
        missing = has_new_value(wish.kind)
        return Verdict(allowed=False, reason="waarde_ontbreekt" if missing else "waarde_te_veel", article=article)
    if wish.waits:
        return Verdict(allowed=False, reason="brief_wacht", article=article)
    if wish.rests and not has_words_alone(wish.noun, wish.kind):
        return Verdict(allowed=False, reason="er_steunt_iets_op", article=article)
    return Verdict(allowed=True, reason=wish.why, article=article)


def has_words_alone(noun: MistakeNoun, kind: str) -> bool:
    """Tell whether a change takes the words of a row and leaves the row itself."""
    return noun is not MistakeNoun.GEGEVEN and (has_new_value(kind) or noun in _STAYS)


def category_of(proposal: Proposal) -> int:
    """Give the category of annex I that a change is about, NO_ENTRY for what is no gegeven."""
    return proposal.field.category if proposal.field else NO_ENTRY


def list_reached(proposal: Proposal, every: Collection[int]) -> frozenset[int]:
    """Give the categories that a mandate must reach for a change: all of `every` for what belongs to none."""
    if proposal.field is not None:
        return frozenset({proposal.field.category})
    return frozenset({_GUIDANCE_CATEGORY}) if proposal.noun in _GUIDANCE else frozenset(every)


def has_new_value(kind: str) -> bool:
    """Tell whether a change of this kind says what should stand there."""
    return kind in _SAYS_WHAT


def is_restriction(kind: str) -> bool:
    """Tell whether what is granted stays, and leaves only on a citation or the client's consent (AVG 18.2)."""
    return kind in _SETS_APART


def has_notice(kind: str) -> bool:
    """Tell whether earlier recipients of the value are notified."""
    return kind in CHANGED


_ABOUT_A_USE = frozenset({"beperking", "bezwaar"})
"""Kinds that may be about a use of the data, not only about single values (AVG 18.1, 21.1)."""

DUTY_OF: Mapping[str, str] = {"wettelijke_bewaarplicht": "wettelijk_voorschrift", "rechtsvordering": "rechtszaak"}
"""The grounds on which data stay that were to be removed (AVG 17.3.b and e), and the hold that each rests on."""


class EndedDuty(Struct, frozen=True):
    """A duty that kept categories when a removal was decided, by the ground of its hold, and ended since."""

    ground: str
    categories: frozenset[int]


def is_freed(proposal: Proposal, refusal: str | None, ended: Collection[EndedDuty], kept: Collection[int]) -> bool:
    """Tell whether a removal that a duty alone stood in the way of is to be carried out now (AVG 17.1, 17.3).

    It was granted and a duty came after the answer, or it was refused for that duty; `refusal` is the ground of what
    was not granted. `kept` are the categories that duties keep still.
    """
    category, ground = category_of(proposal), DUTY_OF.get(refusal or "")
    if proposal.applied_at is not None or category in kept:
        return False
    if proposal.granted:
        return any(category in duty.categories for duty in ended)
    return any(category in duty.categories and duty.ground == ground for duty in ended)


def is_dossier_freed(refusal: str | None, ended: Collection[EndedDuty]) -> bool:
    """Tell whether a removal of a whole dossier was refused for a duty that ended since (AVG 17.1, 17.3)."""
    ground = DUTY_OF.get(refusal or "")
    return ground is not None and any(duty.ground == ground for duty in ended)


def judge_grant(
    kind: str,
    decision: Decision,
    proposed: int,
    granted: Collection[int],
    *,
    refusal: str | None = None,
    bars: int = 0,
) -> Verdict:
    """Judge which of the changes that a request proposes are granted, by their numbers; those named in part alone.

    A verwijdering that names no gegeven is about the whole dossier; a beperking or bezwaar that names none is about a
    use, and `bars` counts the uses that the decision names. `refusal` is the ground of what is not granted.
    """
    article = ARTICLES.get(kind, "art. 12.1")
    if bars and (kind not in _ABOUT_A_USE or decision not in {Decision.TOEGEWEZEN, Decision.DEELS}):
        return Verdict(allowed=False, reason="gebruik_past_niet", article=article)
    whole_in_part = decision is Decision.DEELS and not proposed and not granted
    if whole_in_part and kind == "verwijdering" and refusal in DUTY_OF:
        return Verdict(allowed=True, reason=decision, article="AVG 17.3")
    if whole_in_part and bars:
        return Verdict(allowed=True, reason=decision, article=article)
    if reason := _does_not_fit(kind, decision, proposed, granted):
        return Verdict(allowed=False, reason=reason, article=article)
    return Verdict(allowed=True, reason=decision, article=article)


def judge_duty(decision: Decision, refusal: str | None, *, is_kept: bool, is_rest_free: bool = False) -> Verdict:
    """Judge the decision on a removal beside the stated duties: what a duty keeps stays, and the letter says so.

    `is_kept` tells that a hold keeps today what is granted whole or, of a refusal for a duty, that a hold of that
    ground keeps what is refused. Granted whole, the letter would say that all of it goes; a duty that nobody stated is
    no ground. `is_rest_free` tells that of a whole dossier the hold keeps a part: a duty is a ground for as far as it
    goes, so the rest is not refused for it.
    """
    if is_kept and decision is Decision.TOEGEWEZEN:
        return Verdict(allowed=False, reason="bewaarplicht_staat", article="AVG 17.3.b")
    if not is_kept and decision in {Decision.DEELS, Decision.AFGEWEZEN} and refusal in DUTY_OF:
        return Verdict(allowed=False, reason="bewaarplicht_ontbreekt", article="AVG 17.3.b")
    if is_rest_free and decision is Decision.AFGEWEZEN and refusal in DUTY_OF:
        return Verdict(allowed=False, reason="bewaarplicht_deels", article="AVG 17.3")
    return Verdict(allowed=True, reason=decision, article="art. 12.1")


def judge_application(kind: str, proposed: int) -> Verdict:
    """Judge whether a request is carried out by changing what it names; a whole dossier goes in another way.

    A use that is barred needs no change of a value: its request is carried out by saying so.
    """
    article = ARTICLES.get(kind)
    if article is None:
        return Verdict(allowed=False, reason="geen_correctie", article="art. 12.1")
    if not proposed and kind not in _ABOUT_A_USE:
        return Verdict(allowed=False, reason="heel_dossier", article=article)
    return Verdict(allowed=True, reason=kind, article=article)


def _does_not_fit(kind: str, decision: Decision, proposed: int, granted: Collection[int]) -> str | None:
    """Give why a decision does not go with what was proposed; None when it does."""
    if decision is not Decision.DEELS or kind not in ARTICLES:
        whole = kind == "verwijdering" or kind in _ABOUT_A_USE or kind not in ARTICLES
        if decision is Decision.TOEGEWEZEN and not proposed and not whole:
            return "voorstel_ontbreekt"
        return "toewijzing_overbodig" if granted else None
    numbers = set(granted)
    return None if numbers and numbers < set(range(1, proposed + 1)) else "toewijzing_ontbreekt"
