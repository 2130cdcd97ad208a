"""Art. 11, 12 and 13, AVG 12 and 15-21: what may be done with a request, from where, and what an answer needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wkc.records.request import Answering, Decision, Request, Requester, RequestKind, RequestState
from wkc.records.rights import Mandate
from wkc.records.term import AnswerTerm, AppealTerm
from wkc.records.verdict import Verdict
from wkc.rules.requests.term import PROOF_WEEKS, answer, appeal, in_time, silence

_S = RequestState

STEPS: Mapping[str, tuple[frozenset[RequestState], str]] = {
    "vraag_identiteit": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD}), "art. 11.5; AVG 12.6"),
    "identificeer": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD}), "art. 11.5; AVG 12.6"),
    "verleng": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD, _S.GEIDENTIFICEERD}), "AVG 12.3"),
    "stel_voor": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD, _S.GEIDENTIFICEERD}), "art. 12.1"),
    "besluit": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD, _S.GEIDENTIFICEERD}), "art. 11.4, 12.3"),
    "deel_mee": (frozenset({_S.BESLOTEN}), "art. 11.4, 12.3"),
    "ontvangst": (frozenset({_S.MEDEGEDEELD, _S.UITGEVOERD}), "art. 13.2"),
    "voer_uit": (frozenset({_S.MEDEGEDEELD}), "art. 11.2, 12.4"),
    "trek_in": (frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD, _S.GEIDENTIFICEERD}), "art. 11.3, 12.2"),
}
"""Each step with the states from which it may come, and the article it serves."""

COPIES: frozenset[RequestKind] = frozenset({RequestKind.INZAGE, RequestKind.AFSCHRIFT, RequestKind.OVERDRACHT})
"""What is answered with a copy (art. 11, AVG 15 and 20)."""

CORRECTIONS: frozenset[RequestKind] = frozenset(
    {RequestKind.VERBETERING, RequestKind.AANVULLING, RequestKind.VERWIJDERING}
)
"""What art. 12 calls correction."""

WEIGHED: frozenset[RequestKind] = frozenset({RequestKind.BEPERKING, RequestKind.BEZWAAR})
"""What is weighed: reasons are written down also when it is granted (AVG 18 and 21)."""

FAVOURABLE: frozenset[Decision] = frozenset({Decision.TOEGEWEZEN, Decision.DEELS})
"""Decisions that something follows from."""

METHODS: Mapping[str, bool] = {
    "getoond": True,
    "beeldbellen": True,
    "controlevragen": False,
    "bekend": False,
}
"""How it is made sure who asks (art. 11.5), and whether a document is seen then."""

EXTENSIONS: tuple[str, ...] = ("complex", "aantal")
"""What the AVG lets a term be extended for (12.3)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A ground to refuse: where it stands, for which kinds, and whether it needs no identity (early)."""

    article: str
    kinds: frozenset[RequestKind]
    early: bool = False


_ALL = frozenset(RequestKind)

REFUSALS: Mapping[str, Refusal] = {
    "identiteit": Refusal("art. 11.5; AVG 12.2, 12.6", _ALL, early=True),
    "machtiging": Refusal("art. 11.5, 12.1", _ALL, early=True),
    "kennelijk_ongegrond": Refusal("AVG 12.5", _ALL, early=True),
    "buitensporig": Refusal("AVG 12.5", _ALL, early=True),
    "rechten_van_anderen": Refusal("AVG 15.4; UAVG 41.1.i", _ALL),
    "uavg_41": Refusal("UAVG 41", _ALL),
    "gegeven_is_juist": Refusal("art. 12.1; AVG 16", CORRECTIONS | {RequestKind.BEPERKING}),
    "ter_zake": Refusal("art. 12.1; AVG 17.1", CORRECTIONS | WEIGHED),
    "wettelijke_bewaarplicht": Refusal("AVG 17.3.b", WEIGHED | {RequestKind.VERWIJDERING}),
}
"""The grounds to refuse (art. 11.6, 12.5)."""

NEVER_IN_PART: frozenset[str] = frozenset({"identiteit"})
"""Who asks is made sure of or not; a machtiging may reach for one part and not for another."""

_OPEN = frozenset({_S.ONTVANGEN, _S.IDENTITEIT_GEVRAAGD, _S.GEIDENTIFICEERD, _S.BESLOTEN})


def may(request: Request, step: str) -> Verdict:
    """Judge whether a step may come from where a request stands."""
    states, article = STEPS[step]
    if request.state not in states:
        return Verdict(allowed=False, reason="stand_past_niet", article=article)
    if step == "voer_uit" and not (request.ruling and request.ruling.decision in FAVOURABLE):
        return Verdict(allowed=False, reason="niet_toegewezen", article=article)
    return Verdict(allowed=True, reason=step, article=article)


def may_hand_out(request: Request, form: str) -> Verdict:
    """Judge whether a copy goes out on a request: on one for a copy, told; an overdracht for a machine to read."""
    if request.kind not in COPIES:
        return Verdict(allowed=False, reason="geen_afschrift_gevraagd", article="art. 11.2, 11.3; AVG 20")
    if request.kind is RequestKind.OVERDRACHT and form != "json":
        return Verdict(allowed=False, reason="overdracht_is_json", article="AVG 20.1")
    return may(request, "voer_uit")


def may_receive(kind: RequestKind, requester: Requester, *, on_file: bool, shown: bool) -> Verdict:
    """Judge who asks: nobody has a representative on file who is not on file; only a gemachtigde shows a request."""
    if shown and requester is not Requester.GEMACHTIGDE:
        return Verdict(allowed=False, reason="nadrukkelijk_verzoek_overbodig", article="art. 12.1")
    if not on_file and requester is not Requester.GEREGISTREERDE:
        return Verdict(allowed=False, reason="machtiging_zonder_dossier", article="art. 11.1, 12.1")
    return Verdict(allowed=True, reason=kind, article="art. 11.3, 12.2")


def may_identify(request: Request, mandate: Mandate | None, shown_on: date | None) -> Verdict:
    """Judge whether it is sure who asks, once the proof is there: a representative needs papers besides (art. 12.1).

    `mandate` is the one on file by now, `shown_on` the day on which the express request was seen.
    """
    step = may(request, "identificeer")
    if not step.allowed:
        return step
    if shown_on is not None and request.requester is not Requester.GEMACHTIGDE:
        return Verdict(allowed=False, reason="nadrukkelijk_verzoek_overbodig", article="art. 12.1")
    if request.requester is Requester.GEREGISTREERDE:
        return step
    if mandate is None:
        return Verdict(allowed=False, reason="machtiging_ontbreekt", article="art. 11.5, 12.1")
    express = request.requester is Requester.GEMACHTIGDE and request.kind in CORRECTIONS
    if express and shown_on is None:
        return Verdict(allowed=False, reason="nadrukkelijk_verzoek_ontbreekt", article="art. 12.1")
    return step


def proof(method: str, document: str | None) -> Verdict:
    """Judge how identity was made sure of: a method of the list, with the kind of document where one is seen."""
    article = "art. 11.5; AVG 12.6"
    if method not in METHODS:
        return Verdict(allowed=False, reason="wijze_onbekend", article=article)
    if METHODS[method] != (document is not None):
        return Verdict(allowed=False, reason="document_past_niet", article=article)
    return Verdict(allowed=True, reason=method, article=article)


def may_decide(request: Request, decision: Decision, refusal: str | None, left_out: int) -> Verdict:
    """Judge a decision before its reasons are asked for; `left_out` counts what a copy is to be without."""
    step = may(request, "besluit")
    if not step.allowed:
        return step
    if early := _too_early(request, decision, refusal):
        return early
    if reason := _does_not_fit(request, decision, refusal, left_out):
        return Verdict(allowed=False, reason=reason, article="art. 11.6, 12.5")
    article = REFUSALS[refusal].article if refusal else step.article
    return Verdict(allowed=True, reason=refusal or decision, article=article)


def needs_reasons(kind: RequestKind, decision: Decision) -> bool:
    """Tell whether a decision is nothing without reasons: each refusal (art. 11.6, 12.5), and what is weighed."""
    if decision in {Decision.AFGEWEZEN, Decision.DEELS}:
        return True
    return kind in WEIGHED and decision is Decision.TOEGEWEZEN


def term(request: Request) -> AnswerTerm:
    """Count until when a request is to be answered."""
    return answer(
        request.received_on,
        request.asked_on,
        request.identity.on if request.identity else None,
        request.extension.on if request.extension else None,
    )


def appeal_of(request: Request) -> AppealTerm | None:
    """Count the appeal days of an answer from its receipt, or from its sending while that is unknown."""
    told = request.answer_on or request.told_on
    return None if told is None else appeal(told)


def answering(request: Request) -> Answering:
    """Give a request with all its days."""
    counted = term(request)
    silent = request.told_on is None and request.withdrawn_on is None
    return Answering(
        request,
        counted,
        None if request.told_on is None else in_time(counted, request.told_on),
        appeal_of(request),
        silence(counted) if silent else None,
    )


def is_open(request: Request) -> bool:
    """Tell whether something is still to be done: an answer, or what follows from a favourable one."""
    if request.state is _S.MEDEGEDEELD:
        return request.ruling is not None and request.ruling.decision in FAVOURABLE
    return request.state in _OPEN


def holds(request: Request, today: date) -> bool:
    """Tell whether a request holds the dossier: while it is open, and through its appeal days, the two months."""
    days = appeal_of(request)
    return is_open(request) or (days is not None and today <= days.two_months_on)


def proof_until(request: Request) -> date | None:
    """Give the last day for proof of identity after a reminder; None while none is awaited."""
    if request.reminded_on is None or request.state is not _S.IDENTITEIT_GEVRAAGD:
        return None
    return request.reminded_on + timedelta(weeks=PROOF_WEEKS)


def last_step_on(request: Request) -> date:
    """Give the day of what was done last: nothing later in order comes earlier in time."""
    steps = (
        request.asked_on,
        request.reminded_on,
        request.identity.on if request.identity else None,
        request.ruling.on if request.ruling else None,
        request.told_on,
    )
    return max((day for day in steps if day is not None), default=request.received_on)


def _too_early(request: Request, decision: Decision, refusal: str | None) -> Verdict | None:
    """Judge a decision before it is sure who asks: only one that tells nothing about anybody."""
    if request.state is _S.GEIDENTIFICEERD or decision is Decision.GEEN_GEGEVENS:
        return None
    ground = REFUSALS.get(refusal or "")
    if decision is Decision.AFGEWEZEN and (ground is None or ground.early):
        return None
    return Verdict(allowed=False, reason="identiteit_niet_vastgesteld", article="art. 11.5; AVG 12.6")


def _does_not_fit(request: Request, decision: Decision, refusal: str | None, left_out: int) -> str | None:
    """Give why a decision cannot be this one; None when it can."""
    if reason := _wrong_for(request, decision):
        return reason
    if (decision in {Decision.AFGEWEZEN, Decision.DEELS}) != (refusal is not None):
        return "code_ontbreekt" if refusal is None else "code_overbodig"
    if refusal is not None:
        ground = REFUSALS.get(refusal)
        own = refusal == "machtiging" and request.requester is Requester.GEREGISTREERDE
        whole = decision is Decision.DEELS and refusal in NEVER_IN_PART
        if ground is None or request.kind not in ground.kinds or own or whole:
            return "code_past_niet"
    partial_copy = decision is Decision.DEELS and request.kind in COPIES
    if partial_copy != bool(left_out):
        return "weggelaten_ontbreekt" if partial_copy else "weggelaten_overbodig"
    return None


def _wrong_for(request: Request, decision: Decision) -> str | None:
    """Give why a decision is wrong for who asks: nothing to grant, or something that is held."""
    if request.client is None and decision in FAVOURABLE:
        return "niet_in_registratie"
    # Only an overdracht can find nothing on somebody on file: it is about what the person gave.
    held = request.client is not None and request.kind is not RequestKind.OVERDRACHT
    return "wel_in_registratie" if held and decision is Decision.GEEN_GEGEVENS else None
