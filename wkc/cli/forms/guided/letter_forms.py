"""Forms about letters: printing them, the day on which they were sent, the notice to a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.cli.forms.confirmation import describe_notices
from wkc.cli.forms.guided import shared_answers
from wkc.cli.forms.guided.form import CLIENT, Answers, Filled, Form, Question, option, taking
from wkc.cli.terminal.codes import LETTERS, in_words
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wkc.cli.forms.guided.desk import Desk

ALL = "--all"


def describe_waiting(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the letters that are not sent yet, each with its kind and whose it is."""
    from wkc.procedures.letters import letter_list

    letters = letter_list.waiting(desk.session).letters
    return {
        one.number: f"{in_words(one.kind, LETTERS)}, {desk.session.names.get(one.client or '', one.client or '')}"
        for one in letters
    }


def _letters(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the letters that are not sent yet, and all of them together."""
    known = describe_waiting(desk, answers)
    return {**known, ALL: _("all of them")} if len(known) > 1 else known


def _only_letter(desk: Desk, answers: Answers) -> str:
    known = list(_letters(desk, answers))
    return known[-1] if known else ""


def _list_unnotified(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    known = desk.clients() or {}
    return {**known, ALL: _("everybody who is still to be told")}


def _new_file(desk: Desk, _answers: Answers) -> str:
    """Give a name that no earlier print has: letters are printed more than once a day."""
    from wkc.procedures.core.clock import amsterdam

    return desk.cli.environment.now().astimezone(amsterdam()).strftime("brieven-%Y%m%d-%H%M%S.pdf")


def _preview_notices(desk: Desk, answers: Answers) -> str:
    return describe_notices(desk.session) if answers[CLIENT] == ALL else _("One letter is about to be drawn up.")


def _print(answers: Answers) -> Filled:
    return Filled((answers["letter"], *option("--output", answers["file"])))


LETTER = Question("letter", N_("Which letter"), _letters, usual=_only_letter)

FORMS = {
    "print": Form(
        N_("Print a letter"),
        "letter.print",
        ("letter", "print"),
        (LETTER, Question("file", N_("File for the PDF"), usual=_new_file, read=shared_answers.read_place)),
        _print,
        ("sent",),
    ),
    "sent": Form(
        N_("A letter was sent"),
        "letter.send",
        ("letter", "sent"),
        (
            LETTER,
            Question("on", N_("Day on which it was sent"), usual=shared_answers.today, read=shared_answers.read_day),
        ),
        taking("letter"),
    ),
    "notify": Form(
        N_("Tell a client that we hold data"),
        "letter.notify",
        ("letter", "notify"),
        (Question(CLIENT, N_("Client"), _list_unnotified),),
        taking(CLIENT),
        ("print",),
        preview=_preview_notices,
    ),
}
"""The forms by the key under which menus and other forms name them."""
