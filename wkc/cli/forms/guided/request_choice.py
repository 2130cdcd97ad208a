"""The question which request a form is about, and that request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided.form import CLIENT, REQUEST, Answers, Question
from wkc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.request import Answering, Request

UNDECIDED = ("ontvangen", "identiteit_gevraagd", "geidentificeerd")
"""The states before a decision."""


def asks_change(request: Request) -> bool:
    """Tell whether a request is about a change of what is held."""
    from wkc.rules.requests.correction import WHY

    return request.kind in WHY


def brings_change(request: Request) -> bool:
    """Tell whether something is to be changed by a request: it asks for a change, and that is not refused."""
    return asks_change(request) and not _is_refused(request)


def refuses_change(request: Request) -> bool:
    """Tell whether a request for a change is refused in whole or in part, or not decided yet."""
    from wkc.records.request import Decision

    return asks_change(request) and (request.ruling is None or request.ruling.decision is not Decision.TOEGEWEZEN)


def has_proposals(answering: Answering) -> bool:
    """Tell whether anything is proposed on a request."""
    return bool(answering.proposals)


def has_refused(answering: Answering) -> bool:
    """Tell whether a proposal on a request was refused."""
    return any(one.granted is False for one in answering.proposals)


def can_extend(request: Request) -> bool:
    """Tell whether more time can still be taken for a request: once (AVG 12.3)."""
    return request.extension is None


def can_withdraw(request: Request) -> bool:
    """Tell whether a request can still be taken back."""
    from wkc.rules.requests.request import judge_step

    return judge_step(request, "trek_in").allowed


def brings_copy(request: Request) -> bool:
    """Tell whether a copy is to be handed out on a request: it asks for one, and that is not refused."""
    from wkc.rules.requests.request import COPIES

    return request.kind in COPIES and not _is_refused(request)


def _is_refused(request: Request) -> bool:
    from wkc.rules.requests.request import FAVOURABLE

    return request.ruling is not None and request.ruling.decision not in FAVOURABLE


def which(
    *states: str,
    made_by: str = "request",
    fits: Callable[[Request], bool] | None = None,
    shows: Callable[[Answering], bool] | None = None,
) -> Question:
    """Give the question which request, of those at one of these states that fit the step; the only one is usual.

    `made_by` is the form that brings one that far; `shows` looks at the proposals of one that fits.
    """

    def options(desk: Desk, answers: Answers) -> Mapping[str, str]:
        fitting = desk.requests(answers.get(CLIENT), *states, fits=fits)
        if shows is None:
            return fitting
        return {number: words for number, words in fitting.items() if shows(desk.answering(number))}

    def usual(desk: Desk, answers: Answers) -> str:
        known = list(options(desk, answers))
        return known[-1] if known and (len(known) == 1 or answers.get(CLIENT)) else ""

    return Question(REQUEST, N_("Request"), options, usual=usual, made_by=made_by, fits=fits)


def answering(desk: Desk, answers: Answers) -> Answering:
    """Give the request that was chosen, with its terms and proposals."""
    return desk.answering(answers[REQUEST])
