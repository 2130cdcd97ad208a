"""Art. 11, 12 and 13, AVG 12 and 15-21: the steps of a request, the states before each, the needs of an answer."""

from collections.abc import Mapping
from datetime import date, timedelta

from wkc.records.request import Answering, Decision, Request, Requester, RequestKind, RequestState
from wkc.records.rights import Mandate
from wkc.records.term import AnswerTerm, AppealTerm
from wkc.records.verdict import Verdict
from wkc.rules.requests.correction import DUTY_OF
from wkc.rules.requests.late import REGULATED
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.refusal import CORRECTIONS, NEVER_IN_PART, REFUSALS, WEIGHED, is_contradicted
from wkc.rules.requests.term import PROOF_WEEKS, count_answer_term, count_appeal_term, count_silence, judge_timeliness

_State = RequestState

STEPS: Mapping[str, tuple[frozenset[RequestState], str]] = {
    "vraag_identiteit": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD}), "art. 11.5; AVG 12.6"),
    "identificeer": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD}), "art. 11.5; AVG 12.6"),
    "verleng": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD}), "AVG 12.3"),
    "stel_voor": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD}), "art. 12.1"),
    "besluit": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD}), "art. 11.4, 12.3"),
    "zoek": (frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD}), "art. 11.4; AVG 15.1"),
    "deel_mee": (frozenset({_State.BESLOTEN}), "art. 11.4, 12.3"),
    "ontvangst": (frozenset({_State.MEDEGEDEELD, _State.UITGEVOERD}), "art. 13.2"),
    "voer_uit": (frozenset({_State.MEDEGEDEELD}), "art. 11.2, 12.4"),
    "geef_kopie": (frozenset({_State.BESLOTEN, _State.MEDEGEDEELD, _State.UITGEVOERD}), "art. 11.2, 12.4"),
    "vergis": (
        frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD, _State.BESLOTEN}),
        "AVG 5.1",
    ),
    "trek_in": (
        frozenset(
            {_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD, _State.BESLOTEN, _State.MEDEGEDEELD}
        ),
        "art. 11.3, 12.2",
    ),
}
"""Each step with the states from which it may come, and the article it serves."""

COPIES: frozenset[RequestKind] = frozenset({RequestKind.INZAGE, RequestKind.AFSCHRIFT, RequestKind.OVERDRACHT})
"""The kinds that are answered with a copy (art. 11, AVG 15 and 20)."""

FAVOURABLE: frozenset[Decision] = frozenset({Decision.TOEGEWEZEN, Decision.DEELS})
"""Decisions that something follows from."""

METHODS: Mapping[str, bool] = {
    "getoond": True,
    "beeldbellen": True,
    "controlevragen": False,
    "bekend": False,
}
"""The methods of identification (art. 11.5), and whether a document is seen then."""

EXTENSIONS: tuple[str, ...] = ("complex", "aantal")
"""The causes for which the AVG lets a term be extended (12.3)."""


_OPEN = frozenset({_State.ONTVANGEN, _State.IDENTITEIT_GEVRAAGD, _State.GEIDENTIFICEERD, _State.BESLOTEN})


def judge_step(request: Request, step: str) -> Verdict:
    """Judge whether a step may follow the state of a request."""
    states, article = STEPS[step]
    answered_no = request.state is _State.MEDEGEDEELD and not (request.ruling and request.ruling.decision in FAVOURABLE)
    if request.state not in states or (step == "trek_in" and answered_no):
        return Verdict(allowed=False, reason="stand_past_niet", article=article)
    granted = request.ruling is not None and request.ruling.decision in FAVOURABLE
    if (step == "voer_uit" and answered_no) or (step == "geef_kopie" and not granted):
        return Verdict(allowed=False, reason="niet_toegewezen", article=article)
    return Verdict(allowed=True, reason=step, article=article)


def judge_handing_out(request: Request, form: str) -> Verdict:
    """Judge whether a copy goes out on a request: on one for a copy, decided in favour; an overdracht as JSON.

    It may go with the letter of the decision, and be made again; that of a correction too, once it is carried out.
    """
    if request.kind in CORRECTIONS and request.state is _State.UITGEVOERD:
        return judge_step(request, "geef_kopie")
    if request.kind not in COPIES:
        return Verdict(allowed=False, reason="geen_afschrift_gevraagd", article="art. 11.2, 11.3; AVG 20")
    if request.kind is RequestKind.OVERDRACHT and form != "json":
        return Verdict(allowed=False, reason="overdracht_is_json", article="AVG 20.1")
    return judge_step(request, "geef_kopie")


def choose_form(request: Request | None) -> str:
    """Give the form of a copy for which none is named: JSON on an overdracht (AVG 20.1), else PDF."""
    return "json" if request is not None and request.kind is RequestKind.OVERDRACHT else "pdf"


def judge_attribution(request: Request) -> Verdict:
    """Judge whether a request from outside the register can be said to be a client's: before it is decided."""
    if request.client is not None:
        return Verdict(allowed=False, reason="al_gekoppeld", article="art. 11.1")
    return judge_step(request, "zoek")


def judge_receipt(
    kind: RequestKind, requester: Requester, *, on_file: bool, shown: bool, mandated: bool = False
) -> Verdict:
    """Judge the requester: a mandate is in a dossier; only a gemachtigde shows an express request.

    Somebody may ask for a person of whom no dossier is known yet; the mandate is put on file once it is.
    """
    if requester is Requester.BEHEERDER:
        return Verdict(allowed=False, reason="niemand_vraagt", article="art. 11.3, 12.2")
    if shown and requester is not Requester.GEMACHTIGDE:
        return Verdict(allowed=False, reason="nadrukkelijk_verzoek_overbodig", article="art. 12.1")
    if mandated and not on_file:
        return Verdict(allowed=False, reason="machtiging_zonder_dossier", article="art. 11.1, 12.1")
    return Verdict(allowed=True, reason=kind, article="art. 11.3, 12.2")


def judge_identification(request: Request, mandate: Mandate | None, shown_on: date | None) -> Verdict:
    """Judge an identification, once the proof is there: a representative needs papers besides (art. 12.1).

    `mandate` is the one on file by now, `shown_on` the day on which the express request was seen.
    """
    step = judge_step(request, "identificeer")
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


def judge_proof(method: str, document: str | None) -> Verdict:
    """Judge how identity was made sure of: a method of the list, with the kind of document where one is seen."""
    article = "art. 11.5; AVG 12.6"
    if method not in METHODS:
        return Verdict(allowed=False, reason="wijze_onbekend", article=article)
    if METHODS[method] != (document is not None):
        return Verdict(allowed=False, reason="document_past_niet", article=article)
    return Verdict(allowed=True, reason=method, article=article)


def judge_decision(
    request: Request,
    decision: Decision,
    refusal: str | None,
    left_out: int,
    *,
    is_mandated: bool = False,
    is_overtaken: bool = False,
) -> Verdict:
    """Judge a decision before its reasons are asked for.

    `left_out` counts what a copy is to be without; `is_mandated` tells that the mandate on file is in force,
    `is_overtaken` that a duty keeps since what was granted and answered: then it is decided anew, with another letter.
    """
    step = judge_step(request, "besluit")
    again = is_overtaken and request.state is _State.MEDEGEDEELD and refusal in DUTY_OF
    if not step.allowed and not again:
        return step
    if early := _too_early(request, decision, refusal):
        return early
    if reason := _does_not_fit(request, decision, refusal, left_out):
        return Verdict(allowed=False, reason=reason, article="art. 11.6, 12.5")
    if refusal is not None and is_contradicted(request, decision, refusal, is_mandated=is_mandated):
        return Verdict(allowed=False, reason="code_weersproken", article="art. 11.6, 12.5")
    article = REFUSALS[refusal].article if refusal else step.article
    return Verdict(allowed=True, reason=refusal or decision, article=article)


def is_reason_required(kind: RequestKind, decision: Decision) -> bool:
    """Tell whether a decision is nothing without reasons: each refusal (art. 11.6, 12.5), and what is weighed."""
    if decision in {Decision.AFGEWEZEN, Decision.DEELS}:
        return True
    return kind in WEIGHED and decision is Decision.TOEGEWEZEN


def count_term(request: Request) -> AnswerTerm:
    """Count the term within which a request is to be answered."""
    return count_answer_term(
        request.received_on,
        request.asked_on,
        request.identity.on if request.identity else None,
        request.extension.on if request.extension else None,
    )


def count_appeal(request: Request) -> AppealTerm | None:
    """Count the appeal days of an answer from its receipt, or from its sending while that is unknown.

    None where nobody was answered.
    """
    counted_from = request.answer_received_on or request.answer_sent_on
    return None if counted_from is None or is_own_accord(request) else count_appeal_term(counted_from)


def count_days(request: Request) -> Answering:
    """Give a request with all its days."""
    counted = count_term(request)
    silent = request.answer_sent_on is None and request.withdrawn_on is None
    answered_on = None if is_own_accord(request) else request.answer_sent_on
    return Answering(
        request,
        counted,
        None if answered_on is None else judge_timeliness(counted, answered_on),
        count_appeal(request),
        count_silence(counted) if silent and request.kind in REGULATED else None,
    )


def is_open(request: Request) -> bool:
    """Tell whether something is still to be done: an answer, or what follows from a favourable one."""
    if request.state is _State.MEDEGEDEELD:
        return request.ruling is not None and request.ruling.decision in FAVOURABLE
    return request.state in _OPEN


def is_unproven(request: Request) -> bool:
    """Tell whether somebody asks for a client without proof yet: no letter to them confirms that anybody is known."""
    return request.requester is not Requester.GEREGISTREERDE and request.identity is None


def is_mistake(request: Request) -> bool:
    """Tell whether a request was a mistake of the office: nobody asked anything, and only the log has it."""
    return request.state is _State.VERGISSING


def is_undecided(request: Request) -> bool:
    """Tell whether a request is neither decided nor withdrawn."""
    return request.ruling is None and request.withdrawn_on is None


def is_blocking(request: Request, today: date) -> bool:
    """Tell whether a request blocks destruction: while it is open, and through the two months of its appeal."""
    days = count_appeal(request)
    return is_open(request) or (days is not None and today <= days.two_months_on)


def proof_until(request: Request) -> date | None:
    """Give the last day for proof of identity after a reminder; None while none is awaited."""
    if request.reminded_on is None or request.state is not _State.IDENTITEIT_GEVRAAGD:
        return None
    return request.reminded_on + timedelta(weeks=PROOF_WEEKS)


def last_step_on(request: Request) -> date:
    """Give the day of what was done last: nothing later in order comes earlier in time."""
    steps = (
        request.asked_on,
        request.reminded_on,
        request.identity.on if request.identity else None,
        request.ruling.on if request.ruling else None,
        request.answer_sent_on,
    )
    return max((day for day in steps if day is not None), default=request.received_on)


def _too_early(request: Request, decision: Decision, refusal: str | None) -> Verdict | None:
    """Judge a decision on a request without identity: only one that says nothing about anybody."""
    if request.identity is not None or decision is Decision.GEEN_GEGEVENS:
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
    """Give why a decision is wrong for this requester: nothing is held to grant, or something is held."""
    if request.client is None and decision in FAVOURABLE:
        return "niet_in_registratie"
    # Only an overdracht can find nothing on somebody on file: it is about what the person gave.
    is_held = request.client is not None and request.kind is not RequestKind.OVERDRACHT
    return "wel_in_registratie" if is_held and decision is Decision.GEEN_GEGEVENS else None
