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


def brings_copy(request: Request) -> bool:
    """Tell whether a copy is to be handed out on a request: it asks for one, and that is not refused."""
    from wkc.rules.requests.request import COPIES

    return request.kind in COPIES and not _is_refused(request)


def _is_refused(request: Request) -> bool:
    from wkc.rules.requests.request import FAVOURABLE

    return request.ruling is not None and request.ruling.decision not in FAVOURABLE


def which(*states: str, made_by: str = "request", fits: Callable[[Request], bool] | None = None) -> Question:
    """Give the question which request, of those at one of these states that fit the step; the only one is usual.

    `made_by` is the form that brings one that far.
    """

    def options(desk: Desk, answers: Answers) -> Mapping[str, str]:
        return desk.requests(answers.get(CLIENT), *states, fits=fits)

    def usual(desk: Desk, answers: Answers) -> str:
        known = list(options(desk, answers))
        return known[-1] if known and (len(known) == 1 or answers.get(CLIENT)) else ""

    return Question(REQUEST, N_("Request"), options, usual=usual, made_by=made_by, fits=fits)


def answering(desk: Desk, answers: Answers) -> Answering:
    """Give the request that was chosen, with its terms and proposals."""
    return desk.answering(answers[REQUEST])
