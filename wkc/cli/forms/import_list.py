"""Importing a list at a terminal: how it was read, questions for what is not sure, a trial, and one key to go on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from wkc.errors.input import SheetsMany
from wkc.errors.intake import EncodingUnsure, HiddenColumn, HiddenRow
from wkc.errors.terminal import Interrupted
from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from wkc.cli.forms.import_faults import FaultDialog
    from wkc.cli.terminal.context import CliContext
    from wkc.cli.terminal.screen import Screen
    from wkc.procedures.core.session import Session
    from wkc.procedures.intake.choices import PersonChoices, ReadingChoices
    from wkc.procedures.intake.columns import Column
    from wkc.procedures.intake.order import IntakeOrder
    from wkc.procedures.intake.registration import Imported
    from wkc.procedures.intake.spreadsheet import Spreadsheet
    from wkc.procedures.intake.table import Table

_HOW = N_("Leave the terminal out with --yes and say it with options; `wkc client import --help` has them.")
_LEAVE_OUT = "-"
_SHOWN = 3
"""Rows of the preview."""


class ImportViews(NamedTuple):
    """The two views of an import before it is done: how the list was read, and what it brings."""

    preview: Callable[[Screen, Table, Sequence[Sequence[str]]], None]
    summary: Callable[[Screen, Imported], None]


class ImportForm:
    """One list that is being imported at a terminal; `choices` grow with the answers."""

    def __init__(
        self,
        cli: CliContext,
        session: Session,
        order: IntakeOrder,
        reading: ReadingChoices,
        choices: PersonChoices,
        left_out: frozenset[int],
        views: ImportViews,
    ) -> None:
        self._cli = cli
        self._session = session
        self._order = order
        self._reading = reading
        self._choices = choices
        self._left_out = left_out
        self._views = views
        self._confirmed: dict[str, str | None] = {}

    def run(self, source: Path | bytes, *, dry_run: bool) -> Imported:
        """Ask what is not sure, show what would be done, and do it when a person agrees; errors.Interrupted if not."""
        from wkc.cli.forms.grounds import complete_grounds
        from wkc.cli.forms.import_faults import FaultDialog

        sheet = self._open(source)
        table = self._read_table(sheet)
        self._show_preview(table)
        self._order = complete_grounds(self._cli, table, self._order)
        dialog = FaultDialog(self._cli, self._reading, self._choices, self._left_out)
        while True:
            trial = dialog.attempt(lambda answers: self._import(sheet, answers, dry_run=True))
            if trial is not None:
                break
        self._reading, self._choices, self._left_out = dialog.reading, dialog.choices, dialog.left_out
        if dry_run:
            return trial
        self._show_summary(trial)
        if self._cli.ask(N_("Enter takes them in; anything else stops"), _HOW).strip():
            raise Interrupted
        return self._import(sheet, dialog, dry_run=False)

    def _import(self, sheet: Spreadsheet, dialog: FaultDialog, *, dry_run: bool) -> Imported:
        from wkc.procedures.intake import registration
        from wkc.procedures.intake.table import table_of

        table = table_of(sheet, dialog.reading, dialog.left_out)
        progress = self._cli.progress(N_("rows"))
        return registration.import_list(
            self._session,
            table,
            self._order,
            progress,
            dry_run=dry_run,
            choices=dialog.choices,
            columns=self._confirmed,
        )

    def _open(self, source: Path | bytes) -> Spreadsheet:
        """Open the file, asking for its sheet or its encoding where that is not certain."""
        from wkc.procedures.intake.csv_file import ENCODINGS
        from wkc.procedures.intake.formats import open_spreadsheet

        while True:
            try:
                return open_spreadsheet(source, self._reading)
            except SheetsMany as error:
                names = str(error.facts["choices"]).split(", ")
                chosen = self._cli.choose_one(N_("Which sheet has the clients"), dict.fromkeys(names, ""), _HOW)
                self._reading = replace(self._reading, sheet=chosen)
            except EncodingUnsure as error:
                self._cli.say(" ".join(error.text_and_hint))
                chosen = self._cli.choose_one(N_("Which encoding is it"), dict.fromkeys(ENCODINGS, ""), _HOW)
                self._reading = replace(self._reading, encoding=chosen)

    def _read_table(self, sheet: Spreadsheet) -> Table:
        """Read the table, asking what each column is that is not sure; the answers are kept for the opdrachtgever."""
        from wkc.procedures.intake.table import table_of
        from wkc.rules.dossier.heading import normal_heading

        table = table_of(sheet, self._reading, self._left_out)
        if sheet.hidden_rows or any(isinstance(fault.error, HiddenRow | HiddenColumn) for fault in table.faults):
            self._ask_hidden(sheet)
        open_columns = [column for column in table.headings if column.is_open and normal_heading(column.heading)]
        if open_columns:
            self._cli.say(_("Enter takes the proposal in brackets; type a part of a field's name for another one."))
        for column in open_columns:
            self._confirmed[normal_heading(column.heading)] = self._ask_field(column, table)
        self._confirmed |= self._ask_prefixes(table)
        if self._confirmed:
            self._reading = replace(self._reading, columns={**self._reading.columns, **self._confirmed})
        return table_of(sheet, self._reading, self._left_out)

    def _ask_hidden(self, sheet: Spreadsheet) -> None:
        if self._reading.hidden is None:
            count = len(sheet.hidden_rows)
            self._cli.say(
                ngettext("{count} row is hidden in the file.", "{count} rows are hidden in the file.", count).format(
                    count=count
                )
            )
            choices = {"take": _("take them in"), "skip": _("leave them out")}
            answer = self._cli.choose_one(N_("Hidden rows and columns: take or skip"), choices, _HOW)
            self._reading = replace(self._reading, hidden=answer)

    def _ask_field(self, column: Column, table: Table) -> str | None:
        """Ask what one column is; an empty answer takes the proposal, which may be to leave it out."""
        from wkc.rules.dossier.field import FIELDS
        from wkc.rules.dossier.heading import DAYS, PARTS

        options = {_LEAVE_OUT: _("leave it out")} | {field.code: field.label for field in FIELDS}
        options |= dict(DAYS) | {code: " + ".join(makes) for code, makes in PARTS.items()}
        proposal = column.proposal if column.how == "proposed" else None
        shown = ", ".join(filter(None, _examples(table, column)))
        text = _("Column {heading} ({examples}) [{proposal}]").format(
            heading=column.heading, examples=shown or "…", proposal=proposal or _("leave it out")
        )
        answer = self._cli.choose(text, options, _HOW)
        if not answer:
            return proposal
        return None if answer == _LEAVE_OUT else answer

    def _ask_prefixes(self, table: Table) -> dict[str, str | None]:
        """Ask whether prefixes that are written in the surname are to have their own field."""
        from wkc.procedures.intake.table import Row
        from wkc.rules.dossier.heading import normal_heading
        from wkc.rules.dossier.wording import split_surname

        if "voorvoegsel" in table.columns:
            return {}
        heading = next((one.heading for one in table.headings if one.code == "geslachtsnaam"), None)
        names = (row.cells.get("geslachtsnaam", ("",))[0] for row in table.rows() if isinstance(row, Row))
        prefixed = [name for name in names if split_surname(name)[0]]
        if heading is None or not prefixed:
            return {}
        text = ngettext(
            "{count} surname has a prefix, as {example}: into voorvoegsel? [yes]",
            "{count} surnames have a prefix, as {example}: into voorvoegsel? [yes]",
            len(prefixed),
        ).format(count=len(prefixed), example=prefixed[0])
        return {normal_heading(heading): "naam_en_voorvoegsel"} if self._cli.ask_yes(text, _HOW) else {}

    def _show_preview(self, table: Table) -> None:
        from wkc.cli.terminal.screen import Screen
        from wkc.procedures.core.clock import day

        today = day(self._cli.environment.now())
        examples = [
            [_normalise(text, column.code, today) for text in _examples(table, column)] for column in table.headings
        ]
        self._cli.pause_progress()
        self._views.preview(Screen(self._cli.environment), table, examples)

    def _show_summary(self, trial: Imported) -> None:
        from wkc.cli.terminal.screen import Screen

        self._cli.pause_progress()
        self._views.summary(Screen(self._cli.environment), trial)


def _examples(table: Table, column: Column) -> list[str]:
    """Give what the first rows have in one column, as it is in the file."""
    records = (record for number, record in table.sheet.records() if number > table.heading_row)
    cells = (record[column.place] if column.place < len(record) else "" for record in records)
    return [" ".join(str(cell).split()) if isinstance(cell, str) else "!" for cell in islice(cells, _SHOWN)]


def _normalise(text: str, code: str | None, today: date) -> str:
    """Give a cell as the register would keep it; one that is no whole value of a field stays as it is in the file."""
    from wkc.errors.families import Invalid
    from wkc.procedures.intake.cell import clean
    from wkc.procedures.io.fields import parse, plain_text
    from wkc.rules.dossier.field import BY_CODE

    field = BY_CODE.get(code or "")
    if code is None or not text:
        return text
    try:
        return " ".join((parse(field, clean(text), today).text if field else plain_text(clean(text))).split())
    except Invalid:
        return text
