"""The question which request a form is about, and that request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.guided.form import CLIENT, REQUEST, Answers, Question
from wkc.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.request import Answering

UNDECIDED = ("ontvangen", "identiteit_gevraagd", "geidentificeerd")
"""The states before a decision."""


def which(*states: str, made_by: str = "request") -> Question:
    """Give the question which request, of those that stand at one of these states; the only one is usual.

    `made_by` is the form that brings one that far.
    """

    def options(desk: Desk, answers: Answers) -> Mapping[str, str]:
        return desk.requests(answers.get(CLIENT), *states)

    def usual(desk: Desk, answers: Answers) -> str:
        known = list(options(desk, answers))
        return known[-1] if known and (len(known) == 1 or answers.get(CLIENT)) else ""

    return Question(REQUEST, N_("Request"), options, usual=usual, made_by=made_by)


def answering(desk: Desk, answers: Answers) -> Answering:
    """Give the request that was chosen, with its terms and proposals."""
    return desk.answering(answers[REQUEST])
