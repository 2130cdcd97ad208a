"""XLSX as sheets: the values by calamine, with the faults and hidden parts that it passes over."""

import io
import re
from collections.abc import Mapping
from typing import Any

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import FileLocked
from wkc.procedures.intake import zip_parts
from wkc.procedures.intake.cell import write_cell
from wkc.procedures.intake.spreadsheet import Cell, Sheet, overlay
from wkc.procedures.intake.zip_parts import SheetFacts

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_Raw = tuple[str, bool, tuple[int, int], list[list[Any]]]


def sheets_of(content: bytes) -> list[Sheet]:
    """Give the sheets of a workbook; errors.FileNotTable, FileLocked."""
    try:
        fit, parts = zip_parts.unpack(content, _is_wanted, zip_parts.MOST_BYTES)
        facts = {name: zip_parts.look_at(text) for name, text in parts.items()}
        return [_sheet(raw, facts, _places(parts)) for raw in read(fit)]
    except Invalid:
        raise
    except Exception as error:  # noqa: BLE001  (whatever zipfile, zlib, expat and calamine make of a file that is no XLSX)
        if type(error).__name__ == "PasswordError" or "encrypted" in str(error):
            raise FileLocked from None
        raise FileNotTable(reason="XLSX") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Of calamine; it has no name that can be imported.
            raise
        raise FileNotTable(reason="XLSX") from None


def read(content: bytes) -> list[_Raw]:
    """Read every worksheet with calamine: name, whether it is shown, where its rows begin (from 0), and the rows."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_object(io.BytesIO(content))
    raws: list[_Raw] = []
    for about in book.sheets_metadata:
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(about.name)
            raws.append(
                (about.name, about.visible == SheetVisibleEnum.Visible, sheet.start or (0, 0), sheet.to_python())
            )
    return raws


def _is_wanted(name: str) -> bool:
    """Judge by its name whether calamine needs a part; of XLSB and ODS, whose cells are not measured here, none is."""
    return name.lower().endswith((".xml", ".rels")) and name != "content.xml"


def _sheet(raw: _Raw, facts: Mapping[str, SheetFacts], places: Mapping[str, str]) -> Sheet:
    name, visible, (above, before), values = raw
    about = facts.get(places.get(name, ""), SheetFacts())
    rows: list[list[Cell]] = [list(map(write_cell, row)) for row in values]
    if not rows and about.cells:
        above, before = min(row for row, _ in about.cells) - 1, min(column for _, column in about.cells)
    overlay(rows, (above + 1, before), about.cells)
    return Sheet(
        name, above + 1, before, rows, frozenset(about.hidden_rows), frozenset(about.hidden_columns), visible=visible
    )


def _places(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Give the part of each sheet by the sheet's name (ECMA-376 part 1, 12.3.23 and part 2, 9)."""
    from html import unescape

    workbook = next((name for name in parts if name.lower().endswith("workbook.xml")), "")
    folder, _, base = workbook.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels", b"")
    targets = {}
    for attributes in map(_attributes, _RELATION.findall(relations)):
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}" if folder else target
        targets[attributes.get("Id", "")] = _normal(path)
    places = {}
    for attributes in map(_attributes, _SHEET.findall(parts.get(workbook, b""))):
        identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        places[unescape(attributes.get("name", ""))] = targets.get(identifier, "")
    return places


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(tag)}


def _normal(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
