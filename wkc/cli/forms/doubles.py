"""People who look alike: a question that --yes does not answer (art. 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from wkc.errors.intake import OtherPerson, PersonOnFile
from wkc.errors.register import FaultsFound
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.dossier.doubles import DoubleAnswer
    from wkc.procedures.intake.choices import PersonChoices

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


def attempt(cli: CliContext, answer: DoubleAnswer, run: Callable[[DoubleAnswer], Result]) -> Result:
    """Do what may make two people look alike, asking at a terminal who it is until nobody is left to ask about."""
    from msgspec.structs import replace

    while True:
        try:
            return run(answer)
        except PersonOnFile as error:
            if not cli.can_ask:
                raise
            if _is_same(cli, error):
                answer = replace(answer, same=answer.same | {str(error.facts["number"])})
            else:
                answer = replace(answer, not_same=True)


def register(cli: CliContext, choices: PersonChoices, run: Callable[[PersonChoices], Result]) -> Result:
    """Register one person, asking at a terminal who it is; errors.FaultsFound for any other fault."""
    from msgspec.structs import replace

    while True:
        try:
            return run(choices)
        except FaultsFound as faults:
            people = [one.error for one in faults.faults if isinstance(one.error, OtherPerson | PersonOnFile)]
            if not cli.can_ask or len(people) < faults.count:
                raise
            if _is_same(cli, people[0]):
                choices = replace(choices, same=choices.same | {str(people[0].facts["number"])})
            else:
                choices = replace(choices, all_new=True)


def _is_same(cli: CliContext, error: OtherPerson | PersonOnFile) -> bool:
    """Ask whether it is the person on file; without an answer the error stays."""
    cli.say(error.text_and_hint[0])
    is_free = isinstance(error, PersonOnFile)  # A burgerservicenummer is one person's.
    options = {
        "s": _("the same person"),
        "n": _("somebody else") if is_free else _("somebody else: the number is wrong"),
    }
    answer = cli.choose(N_("Who is it"), options, _HOW)
    if not answer or (answer == "n" and not is_free):
        raise error
    return answer == "s"
