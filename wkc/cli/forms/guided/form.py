"""A form: its questions in the order in which people know the answers, and the command that the answers become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from wkc.i18n import N_

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk
    from wkc.records.request import Request

Answers = dict[str, str]
"""The answers so far, by the key of the question."""

CLIENT, REQUEST = "client", "request"
"""The keys of the answers that one form hands on to the next."""

AGAIN = N_("It cannot go like this. Enter goes back to the questions, n stops")
"""The question after a failure of what is more than keeping the answers."""

OTHER_CLIENT = "other"
"""The key of a second client: one is looked for as the first is."""


def always(_desk: Desk, _answers: Answers) -> bool:
    """Have a question asked whatever was answered before it."""
    return True


class Question(NamedTuple):
    """One question: how it is asked, and when.

    `options` are the words that can be chosen, each with its meaning; `usual` is the answer that Enter gives; `read`
    raises errors.Invalid for what cannot be. One that is not `required` may be left out; one that `is_long` may have
    lines. Of `several` the answers are chosen one by one and joined with commas; one that is `open` takes other files
    than its options too. Where there is nothing to choose from yet, the form `made_by` makes the first, with the
    answers of `made_with`; of requests only those that `fits` are chosen from, also on the way there.
    """

    key: str
    line: str
    options: Callable[[Desk, Answers], Mapping[str, str]] | None = None
    usual: Callable[[Desk, Answers], str] | None = None
    read: Callable[[Desk, Answers, str], object] | None = None
    asked: Callable[[Desk, Answers], bool] = always
    required: bool = True
    several: bool = False
    is_long: bool = False
    open: bool = False
    made_by: str = ""
    made_with: tuple[tuple[str, str], ...] = ()
    fits: Callable[[Request], bool] | None = None


class Filled(NamedTuple):
    """The words after those of the command, and the answers to the questions that the command asks itself."""

    words: tuple[str, ...]
    typed: tuple[str, ...] = ()


class Form(NamedTuple):
    """A form: its line in a menu, its action, its command, its questions, what these become, and what comes next.

    The command of one that is `alone` signs in by itself: it takes the register from under a session. `preview` says in
    words, with the name, what a step without a way back will do. `failed` asks whether to go on after a failure. Where
    `client_later`, another word of the command comes before the client. `done` are the exit codes of what was done.
    """

    line: str
    action: str
    words: tuple[str, ...]
    questions: tuple[Question, ...]
    command: Callable[[Answers], Filled]
    next: tuple[str, ...] = ()
    alone: bool = False
    preview: Callable[[Desk, Answers], str] | None = None
    failed: str = N_("It was not kept. Enter goes back to the questions, n stops")
    client_later: bool = False
    done: tuple[int, ...] = (0,)

    @property
    def begins_with_client(self) -> bool:
        """Tell whether the client, asked for first, is also the first word after those of the command."""
        return bool(self.questions) and self.questions[0].key == CLIENT and not self.client_later


def option(name: str, value: str | None) -> tuple[str, ...]:
    """Give an option with its value as words; none where there is no value."""
    return (f"{name}={value}",) if value else ()


def flag(name: str, value: object) -> tuple[str, ...]:
    """Give an option without a value where something was answered."""
    return (name,) if value else ()


def only_option(options: Callable[[Desk, Answers], Mapping[str, str]]) -> Callable[[Desk, Answers], str]:
    """Give what answers a question with a single option: that one; with more options nothing is usual."""

    def usual(desk: Desk, answers: Answers) -> str:
        offered = list(options(desk, answers))
        return offered[0] if len(offered) == 1 else ""

    return usual


def taking(*keys: str) -> Callable[[Answers], Filled]:
    """Give the command that takes these answers as they are, with the day where one was asked for."""

    def command(answers: Answers) -> Filled:
        return Filled((*(answers[key] for key in keys), *option("--on", answers.get("on"))))

    return command
