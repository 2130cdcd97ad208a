"""Columns of a list: each heading with the field that it is, chosen, sure, proposed, or none (art. 4)."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.families import Fault, Invalid
from wkc.errors.input import ColumnMissing, ColumnMisspelt, ColumnTwice, ColumnUnknown
from wkc.errors.intake import ColumnsWrong, ColumnUnsure, HiddenColumn
from wkc.procedures.intake.spreadsheet import Spreadsheet
from wkc.procedures.io.codes import find_code
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.dossier.heading import (
    CODES,
    DAYS,
    NO_FIELD,
    PROPOSED,
    SECOND,
    SURE,
    find_known,
    forms_of,
    makes,
    normal_heading,
)

_ALIKE = 0.8
"""The likeness, of 1, to a field from which an unknown heading gets a hint."""

_RATHER = frozenset({"roepnaam", "voornaamroepnaam"})
"""Headings that come before others of their kind: a name rather than initials."""

_STREET_PARTS = frozenset({"huisnummer", "huisletter", "toevoeging"})


class Column(Struct, frozen=True):
    """One column of a list: its place, its heading as written, and the code that it is, None when it is left out.

    `how` tells how that is known: `chosen`, `sure`, `proposed` (a person has to confirm `proposal`), `no_field` (a
    person is asked whether it is left out; in a script it is), `unknown`, or `twice` (another column is this field).
    """

    place: int
    heading: str
    code: str | None
    how: str
    proposal: str | None = None
    is_hidden: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has to say what this column is."""
        return self.how in ("proposed", "no_field", "unknown", "twice")


def match(names: Sequence[str], sheet: Spreadsheet, chosen: Mapping[str, str | None]) -> tuple[Column, ...]:
    """Find the field of each column; `chosen` has codes, or None to leave out, by normal heading."""
    columns = [
        replace(_match(place, name, chosen), is_hidden=place in sheet.hidden_places) for place, name in enumerate(names)
    ]
    taken = {column.code for column in columns if column.code}
    if "voorvoegsel" in taken:
        columns = [replace(column, code=_without_prefix(column)) for column in columns]
    for place, column in sorted(enumerate(columns), key=lambda one: normal_heading(one[1].heading) not in _RATHER):
        second = find_known(column.heading, SECOND)
        if column.how == "unknown" and second is not None:
            free = not taken & {second, "volledige_naam"}
            columns[place] = replace(column, code=second, how="sure") if free else replace(column, how="no_field")
            taken.add(second)
    if "adres" in taken and "straat" not in taken and taken & _STREET_PARTS:
        columns = [replace(column, code="straat") if column.code == "adres" else column for column in columns]
    return tuple(_without_twice(columns))


def score(names: Sequence[str], chosen: Mapping[str, str | None]) -> int:
    """Count the cells of a row that are headings."""
    return sum(_is_heading(forms_of(name), chosen) for name in names)


def _is_heading(forms: Sequence[str], chosen: Mapping[str, str | None]) -> bool:
    known = any(form in table for form in forms for table in (SURE, SECOND, PROPOSED))
    return known or (bool(forms) and forms[0] in chosen)


def faults_of(columns: Sequence[Column], sheet: Spreadsheet, hidden: str | None) -> list[Fault]:
    """Give what is wrong with the columns; a heading is not repeated, for it may be a value."""
    faults: list[Fault] = []
    absent = {*BY_CODE, *DAYS} - {code for column in columns if column.code for code in makes(column.code)}
    for column in columns:
        label = sheet.label(column.place)
        if column.how == "twice":
            faults.append(Fault(ColumnTwice(), column=column.proposal))
        elif column.how == "proposed":
            faults.append(Fault(ColumnUnsure(known=column.proposal), column=label))
        elif column.is_open and column.how != "no_field":
            faults.append(Fault(_unknown(column.heading, absent), column=label))
        elif column.is_hidden and column.code and hidden is None:
            faults.append(Fault(HiddenColumn(), column=label))
    made = {code for column in columns for code in makes(column.code or column.proposal or "")}
    required = (field.code for field in FIELDS if field.required)
    faults += [Fault(ColumnMissing(), column=code) for code in required if code not in made]
    return faults


def read_choices(content: str) -> dict[str, str | None]:
    """Read the file of --columns: a JSON object of headings with a code each, or null; errors.ColumnsWrong."""
    import msgspec

    wrong = ColumnsWrong(example='{"Klantnr": "sociale_dienst_nummer", "Opmerking": null}')
    try:
        named = msgspec.json.decode(content, type=dict[str, str | None])
    except (msgspec.DecodeError, UnicodeEncodeError):
        raise wrong from None
    choices: dict[str, str | None] = {}
    for heading, code in named.items():
        known_code = None if code is None else find_code(code, CODES)
        if not normal_heading(heading) or (code is not None and known_code is None):
            raise wrong
        choices[normal_heading(heading)] = known_code
    return choices


def _match(place: int, name: str, chosen: Mapping[str, str | None]) -> Column:
    heading = " ".join(name.split())
    normal = normal_heading(heading)
    if normal in chosen:
        return Column(place, heading, chosen[normal], "chosen")
    if code := find_known(heading, SURE):
        return Column(place, heading, code, "sure")
    if proposal := find_known(heading, PROPOSED):
        return Column(place, heading, None, "proposed", proposal)
    return Column(place, heading, None, "no_field" if normal in NO_FIELD else "unknown")


def _without_prefix(column: Column) -> str | None:
    """Give the code of a column in a list that has its prefixes apart, also if those of an earlier list had not."""
    is_surname = column.how == "chosen" and find_known(column.heading, SURE) == "geslachtsnaam"
    return "geslachtsnaam" if is_surname and column.code == "naam_en_voorvoegsel" else column.code


def _without_twice(columns: Sequence[Column]) -> list[Column]:
    """Mark a column whose field another column is already; several telephones with headings of their own are fine."""
    seen: dict[str, set[str]] = {}
    kept = []
    for column in columns:
        if column.code is None:
            kept.append(column)
            continue
        normal, one = normal_heading(column.heading), column
        for code in makes(column.code) if column.code not in _STREET_PARTS | {"straat"} else (column.code,):
            headings = seen.setdefault(code, set())
            many = code in BY_CODE and BY_CODE[code].many
            if headings and (not many or normal in headings):
                one = replace(column, code=None, how="twice", proposal=code)
            headings.add(normal)
        kept.append(one)
    return kept


def _unknown(heading: str, absent: set[str]) -> Invalid:
    """Give the error of an unknown column, with the name it is near to, if any, that is not in the file itself."""
    from difflib import get_close_matches

    code = "_".join(heading.casefold().replace("-", " ").split())
    if len(code) <= 2 * max(map(len, BY_CODE)) and (near := get_close_matches(code, absent, 1, _ALIKE)):
        return ColumnMisspelt(known=near[0])
    return ColumnUnknown()
