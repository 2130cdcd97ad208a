"""The questions of `wkc init`: the office and its first beheerder, `<` for one back, and a summary at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wkc.cli.terminal.questions import BACK, NO, YES
from wkc.errors.terminal import Interrupted
from wkc.i18n import N_, _
from wkc.procedures.access import init as initialising
from wkc.procedures.io.text import line_on_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wkc.cli.terminal.context import CliContext


class InitQuestion(NamedTuple):
    """One question: the key of its answer, its words, the option in its place, and how the answer is read.

    One that `may_wait` may be left out. A script may leave out what `has_default` too: the procedure fills it in, and a
    person is offered `usual`.
    """

    key: str
    what: str
    how: str
    read: Callable[[str], str]
    may_wait: bool = False
    has_default: bool = False
    usual: str = ""


QUESTIONS = (
    InitQuestion("name", N_("Name of the office"), N_("Add --name."), line_on_paper),
    InitQuestion("place", N_("Place"), N_("Add --place."), line_on_paper),
    InitQuestion("kvk", N_("KvK number"), N_("Add --kvk."), initialising.parse_kvk, may_wait=True),
    InitQuestion(
        "beheerder", N_("USER ID of the first beheerder"), N_("Add --beheerder ID."), initialising.parse_user_id
    ),
    InitQuestion("person", N_("Name of the first beheerder"), N_("Add --person."), line_on_paper, has_default=True),
    InitQuestion(
        "function",
        N_("Function of the first beheerder"),
        N_("Add --function."),
        line_on_paper,
        has_default=True,
        usual=initialising.FUNCTION,
    ),
)


def ask_office(cli: CliContext, named: Mapping[str, str | None]) -> dict[str, str]:
    """Give what an office and its beheerder are called: as named, else asked for, until the summary is right."""
    questions = [question for question in QUESTIONS if not named[question.key]]
    if not cli.can_ask:
        questions = [question for question in questions if not question.has_default]
    answers = {key: answer for key, answer in named.items() if answer}
    if questions and cli.can_ask:
        cli.say(_("`<` goes a question back, Ctrl-C stops and keeps nothing."))
    place = 0
    while True:
        while place < len(questions):
            answer = _answer(cli, questions[place], answers.get(questions[place].key, questions[place].usual))
            if answer != BACK:
                answers[questions[place].key] = answer
            elif place == 0:
                raise Interrupted
            place += -1 if answer == BACK else 1
        if not questions or not cli.can_ask or _is_right(cli, answers):
            return answers
        place = len(questions) - 1


def _answer(cli: CliContext, question: InitQuestion, usual: str) -> str:
    """Ask one question; Enter gives the answer that it had, and leaves out what may wait; so does a script."""
    if question.may_wait and not cli.can_ask:
        return ""
    what = question.what
    if usual:
        what = f"{_(question.what)} [{usual}]"
    elif question.may_wait:
        what = _("{question} (Enter: later)").format(question=_(question.what))

    def read(typed: str) -> str:
        answer = typed.strip() or usual
        if answer == BACK or (not answer and question.may_wait):
            return answer
        return question.read(answer)

    return cli.ask_until(what, question.how, read)


def _is_right(cli: CliContext, answers: Mapping[str, str]) -> bool:
    from wkc.cli.terminal.screen import Screen

    cli.pause_progress()
    screen = Screen(cli.environment)
    screen.heading(_("The new register"))
    shown = [
        (_(question.what), answers.get(question.key) or _("later"))
        for question in QUESTIONS
        if question.key in answers or question.may_wait
    ]
    screen.pairs([*shown, (_("Folder"), str(cli.home))])
    while True:
        what = N_("Is this right? Enter makes the register, < goes back, n stops")
        typed = cli.ask(what, N_("Add --yes before the command.")).strip().casefold()
        if typed in YES:
            return True
        if typed == BACK:
            return False
        if typed in NO:
            raise Interrupted
        cli.say(_("Answer with Enter, < or n."))
