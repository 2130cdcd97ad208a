"""Faults of a list at a terminal: those that a person can answer are asked, the others are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wkc.errors.intake import OtherPerson, PersonOnFile, PersonTwice, TotalsRow, ValueSecret, ValueWord
from wkc.errors.register import AlreadyRegistered, FaultsFound
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wkc.cli.terminal.context import CliContext
    from wkc.errors.families import Fault
    from wkc.procedures.intake.choices import PersonChoices, ReadingChoices
    from wkc.procedures.intake.registration import Imported

_HOW = N_("Leave the terminal out with --yes and say it with options; `wkc client import --help` has them.")
_MOST_SHOWN = 20
_ABOUT_PEOPLE = (OtherPerson, PersonOnFile, PersonTwice)


class FaultDialog:
    """The choices about one list, as they grow with the answers to its faults."""

    def __init__(
        self, cli: CliContext, reading: ReadingChoices, choices: PersonChoices, left_out: frozenset[int]
    ) -> None:
        self._cli = cli
        self.reading = reading
        self.choices = choices
        self.left_out = left_out
        self._shown: FaultsFound | None = None

    def attempt(self, run: Callable[[FaultDialog], Imported]) -> Imported | None:
        """Try, and give what came of it; None when faults were answered and it is worth another try.

        Raises errors.FaultsFound when a person would rather change the file.
        """
        try:
            return run(self)
        except FaultsFound as faults:
            if self._answer(faults):
                return None
            if self._shown is not faults:
                raise
            raise FaultsFound((), faults.count) from None  # Each was shown with the question.

    def _answer(self, faults: FaultsFound) -> bool:
        people = [fault for fault in faults.faults if isinstance(fault.error, _ABOUT_PEOPLE)]
        words = [fault for fault in faults.faults if isinstance(fault.error, ValueWord)]
        totals = [fault for fault in faults.faults if isinstance(fault.error, TotalsRow)]
        if words and self._ask_blank(words):
            return True
        if totals:
            return self._leave_totals_out(totals)
        if people:
            return all(map(self._decide, people))
        return self._ask_leaving_out(faults)

    def _ask_blank(self, words: Sequence[Fault]) -> bool:
        if any(isinstance(fault.error, ValueSecret) for fault in words):
            text = ngettext(
                "{count} cell says geheim or has a word for an unknown value (row {rows}): leave it empty? [yes]",
                "{count} cells say geheim or have a word for an unknown value (rows {rows}): leave them empty? [yes]",
                len(words),
            )
        else:
            text = ngettext(
                "{count} cell has a word for an unknown value (row {rows}): leave it empty? [yes]",
                "{count} cells have a word for an unknown value (rows {rows}): leave them empty? [yes]",
                len(words),
            )
        if not self._cli.ask_yes(text.format(count=len(words), rows=_list_rows(words)), _HOW):
            return False
        self.reading = replace(self.reading, blank_words=True)
        return True

    def _decide(self, fault: Fault) -> bool:
        """Ask who a row is about: the same person, somebody else, or left out."""
        self._show([fault])
        options = {"s": _("the same person"), "l": _("leave the row out")}
        if not isinstance(fault.error, OtherPerson):
            options["n"] = _("somebody else, a new client")
        if isinstance(fault.error, PersonTwice):
            del options["s"]
        answer = self._cli.choose(_("Row {row}").format(row=fault.row), options, _HOW)
        row = fault.row or 0
        if answer == "s":
            self.choices = replace(self.choices, same=self.choices.same | {str(row)})
        elif answer == "n":
            self.choices = replace(self.choices, new=self.choices.new | {row})
        elif answer == "l":
            self.left_out = self.left_out | {row}
        return bool(answer)

    def _ask_leaving_out(self, faults: FaultsFound) -> bool:
        """Show the faults, and offer to leave their rows out when each has a row."""
        self._show(faults.faults[:_MOST_SHOWN])
        self._shown = faults if faults.count <= _MOST_SHOWN else None
        if faults.count > len(faults.faults) or any(fault.row is None for fault in faults.faults):
            return False
        again = all(isinstance(fault.error, AlreadyRegistered) for fault in faults.faults)
        return self._leave_out(
            faults.faults, _("rows of clients who have this assignment") if again else _("these rows")
        )

    def _leave_totals_out(self, totals: Sequence[Fault]) -> bool:
        rows = _list_rows(totals)
        text = ngettext(
            "Row {rows} looks like a total, which is no client: leave it out? [yes]",
            "Rows {rows} look like totals, which are no clients: leave them out? [yes]",
            len(totals),
        )
        if not self._cli.ask_yes(text.format(rows=rows), _HOW):
            return False
        self.left_out = self.left_out | {fault.row for fault in totals if fault.row is not None}
        return True

    def _leave_out(self, faults: Sequence[Fault], what: str) -> bool:
        rows = frozenset(fault.row for fault in faults if fault.row is not None)
        text = _("Leave {what} out, {count} in all? [no]").format(what=what, count=len(rows))
        if not self._cli.ask_yes(text, _HOW, usual=False):
            return False
        self.left_out = self.left_out | rows
        return True

    def _show(self, faults: Sequence[Fault]) -> None:
        from wkc.cli.terminal.errors import fault_lines

        for line in fault_lines(faults):
            self._cli.say(line)


def _list_rows(faults: Sequence[Fault]) -> str:
    """List the rows of faults, each once, and the first of many."""
    rows = [str(row) for row in dict.fromkeys(fault.row for fault in faults)]
    return ", ".join(rows[:_MOST_SHOWN]) + (", …" if len(rows) > _MOST_SHOWN else "")
