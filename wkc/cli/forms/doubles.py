"""People who look alike: a question that --yes does not answer (art. 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from wkc.errors.intake import PersonOnFile
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wkc.cli.terminal.invocation import CliContext
    from wkc.procedures.dossier.doubles import DoubleAnswer

Result = TypeVar("Result")

_HOW = N_("Say it with --same-as NUMBER or --not-same.")


def parse_answer(same_as: Iterable[str] | None, *, not_same: bool) -> DoubleAnswer:
    """Read the options of a command that changes who somebody looks like; errors.RowsWrong, SameAndNot."""
    from wkc.errors.intake import SameAndNot
    from wkc.procedures.dossier.doubles import DoubleAnswer
    from wkc.procedures.intake.choices import parse_same

    if same_as and not_same:
        raise SameAndNot
    return DoubleAnswer(parse_same(same_as or ()), not_same)


def attempt(call: CliContext, answer: DoubleAnswer, run: Callable[[DoubleAnswer], Result]) -> Result:
    """Do what may make two people look alike, asking at a terminal who it is until nobody is left to ask about."""
    from msgspec.structs import replace

    while True:
        try:
            return run(answer)
        except PersonOnFile as error:
            if not call.can_ask:
                raise
            call.say(error.said[0])
            options = {"s": _("the same person"), "n": _("somebody else")}
            chosen = call.choose(N_("Who is it"), options, _HOW)
            if chosen == "s":
                answer = replace(answer, same=answer.same | {str(error.facts["number"])})
            elif chosen == "n":
                answer = replace(answer, not_same=True)
            else:
                raise
