"""JSON as records: an array of objects, or one object; a name that comes twice in one becomes two columns.

The keys are msgspec's: json.loads with an object_pairs_hook would keep both names as well, but not name the place of a
value that is no text or number, and would take half a surrogate pair and any depth.
"""

import codecs
import re
from collections import Counter
from hashlib import sha256

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import JsonNotUtf8
from wkc.procedures.intake.cell import number
from wkc.procedures.intake.spreadsheet import Cell, Reading, Record, Spreadsheet
from wkc.procedures.intake.zip_parts import WIDEST

_Scalar = str | int | float | None


class _Key:
    """A name in a JSON object, equal to itself only: one that comes twice in an object is there twice."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def open_json(content: bytes) -> Spreadsheet:
    """Open an array of objects or one object; errors.FileNotTable, JsonNotUtf8."""
    import msgspec

    objects: list[dict[_Key, _Scalar | list[_Scalar]]] | dict[_Key, _Scalar | list[_Scalar]]
    try:
        objects = msgspec.json.decode(
            content.removeprefix(codecs.BOM_UTF8).decode(),
            type=list[dict[_Key, _Scalar | list[_Scalar]]] | dict[_Key, _Scalar | list[_Scalar]],
            dec_hook=lambda _, text: _Key(text),
        )
    except UnicodeDecodeError:
        raise JsonNotUtf8 from None
    except msgspec.DecodeError as error:
        where = re.search(r"byte \d+|\$[][.\d]*", str(error))
        raise FileNotTable(reason=f"JSON {where.group()}" if where else "JSON") from None
    places: dict[tuple[str, int], int] = {}
    records: list[Record] = []
    for count, named in enumerate(objects if isinstance(objects, list) else [objects], 1):
        cells: list[Cell] = [""] * len(places)
        times: Counter[str] = Counter()
        for key, value in named.items():
            place = places.setdefault((key.text, times[key.text]), len(places))
            times[key.text] += 1
            cells += [""] * (place + 1 - len(cells))
            if place >= WIDEST:  # Each object would have a cell for each name of all before it.
                raise FileNotTable(reason=f"JSON $[{count - 1}]")
            cells[place] = _cell(value)
        records.append((count, cells))
    names = (0, [name for name, _ in places])
    digest = sha256(content).hexdigest()
    return Spreadsheet(lambda: iter([names, *records]), lambda place: f"#{place + 1}", digest, Reading("JSON", "utf-8"))


def _cell(value: _Scalar | list[_Scalar]) -> Cell:
    if isinstance(value, list):
        parts = [_text(part) for part in value if part is not None]
        wrong = next((part for part in parts if isinstance(part, Invalid)), None)
        return wrong or tuple(part for part in parts if isinstance(part, str))
    return "" if value is None else _text(value)


def _text(value: str | float) -> str | Invalid:
    return value if isinstance(value, str) else number(value)
