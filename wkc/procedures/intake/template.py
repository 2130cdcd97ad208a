"""An empty list for an opdrachtgever to fill in: headings, choices and an example row, as XLSX."""

import io
from pathlib import Path

from msgspec import Struct

from wkc.procedures.intake.table import EXAMPLE
from wkc.procedures.io import output_file
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.heading import DAYS

COLUMNS = (
    *("geslachtsnaam", "voorvoegsel", "voornamen", "geslacht", "geboortedatum", "burgerservicenummer"),
    *("adres", "postcode", "woonplaats", "telefoon", "e_mail", "nationaliteit", "burgerlijke_staat"),
    *("sociale_dienst_nummer", "opleiding", "werkervaring", "geregistreerd_op", "laatste_contact"),
)
"""The columns of the list: what an opdrachtgever knows of everybody, nothing of the sealed classes."""

_EXAMPLE = {
    "geslachtsnaam": EXAMPLE,
    "voorvoegsel": "van der",
    "voornamen": "Anna",
    "geslacht": "V",
    "geboortedatum": "16-07-1968",
    "burgerservicenummer": "999900006",
    "adres": "Laat 1",
    "postcode": "1811 EA",
    "woonplaats": "Alkmaar",
    "telefoon": "06-12345678; 072-5123456",
    "e_mail": "naam@example.nl",
    "geregistreerd_op": "01-11-2026",
}
_ROWS, _WIDTH = 1_000, 18


class TemplateWritten(Struct, frozen=True):
    """An empty list that was written, and where."""

    path: Path


def write(path: Path, home: Path, state: Path) -> TemplateWritten:
    """Write an empty list; errors.OutputExists, OutputInRegister, OutputUnwritable."""
    output_file.check(path, home, force=False)
    # Nothing of the register is in it: it needs no session, and leaves no line.
    output_file.write(path, as_xlsx(), lambda: None, state=state, force=False)
    return TemplateWritten(path)


def as_xlsx() -> bytes:
    """Give the empty list: every cell is text, so that no zero and no digit goes lost."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Clienten")
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "num_format": "@"})
        grey = book.add_format({"font_color": "#777777", "italic": True, "num_format": "@"})
        sheet.set_column(0, len(COLUMNS) - 1, _WIDTH, text)
        sheet.freeze_panes(1, 0)
        for place, code in enumerate(COLUMNS):
            sheet.write_string(0, place, DAYS[code] if code in DAYS else BY_CODE[code].label, bold)
            if example := _EXAMPLE.get(code):
                sheet.write_string(1, place, example, grey)
            if code in BY_CODE and BY_CODE[code].choices:
                choices = {"validate": "list", "source": list(BY_CODE[code].choices)}
                sheet.data_validation(2, place, _ROWS, place, choices)
    return content.getvalue()
