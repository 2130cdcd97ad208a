"""Odd files offered as lists: mutated CSV, XLSX, XLS, ODS, HTML, PDF, ZIP and JSON, none of which is a fault of ours.

Each is opened, checked and, in memory, tried to the last row. A list is read, or refused with an error that says what
to do; anything else is a fault of the program.
"""

import io
import json
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import openpyxl

from tests.stage import Stage
from wkc.errors.families import Fault, Invalid
from wkc.procedures.intake.check import check
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.table import open_table
from wkc.records.field import FieldClass

MANY = 2_000
"""Files of the long form."""

_HEADINGS = ("Achternaam", "Tussenvoegsel", "Voornaam", "Geb.datum", "BSN", "Telefoon", "E-mail", "Postcode", "Plaats")
_ROWS = (
    ("Vos", "", "Bo", "16-07-1968", "999900006", "0612345678", "bo@example.nl", "1811 EA", "Alkmaar"),
    ("Berg", "van den", "Žofie", "1968-00-00", "", "072-5123456", "", "B-2000", "'s-Gravenhage"),
    ('Tjon "Jon"', "", "Ayşe\u200b", "onbekend", "999 900 006", "+31 6 12345678", "a@b", "0", "#N/B"),
)
_ODD = (
    *("\0", "\ufeff", "\ud7ff", "\u202e", "=1+1", '="', "'", '"', ";", "\r", "\n", "\t", "|", "9" * 400, "1e400"),
    *("-" * 300, "#REF!", "<table>", "{", "[", "\\u0000", "\U0001f600", "e\u0301" * 90, " " * 5_000, "sep=;"),
)
ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
_TODAY = date(2026, 3, 31)
_GROUNDS = {FieldClass.BIJZONDER: ("uavg_30", "uavg_25"), FieldClass.STRAFRECHTELIJK: ("uavg_33",)}


def files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Give odd files with the kind each began as; the same seed gives the same files."""
    chance = random.Random(seed)  # noqa: S311  (files, no secrets)
    kinds: dict[str, Callable[[list[tuple[str, ...]]], bytes]] = {
        "csv": lambda rows: _csv(
            rows, chance.choice(";,\t|"), chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
        ),
        "json": lambda rows: json.dumps([dict(zip(_HEADINGS, row, strict=False)) for row in rows]).encode(),
        "xlsx": _xlsx,
        "sheet": lambda rows: _with_odd_part(chance, _xlsx(rows)),
        "ods": _ods,
        "html": _html,
        "pdf": lambda rows: b"%PDF-1.7\n" + _csv(rows, ";", "utf-8"),
        "zip": lambda rows: _zip({"lijst.csv": _csv(rows, ";", "utf-8")}),
        "xls": lambda rows: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + _csv(rows, ";", "utf-16"),
    }
    for number in range(count):
        kind = list(kinds)[number % len(kinds)]
        rows = [_HEADINGS, *(_odd_row(chance, row) for row in chance.choices(_ROWS, k=chance.randrange(6)))]
        if chance.random() < 0.3:
            rows.insert(0, ("Lijst van november",))
        content = kinds[kind](rows)
        yield kind, _mutated(chance, content) if chance.random() < 0.7 else content


def judge(content: bytes) -> str:
    """Offer one file and give what came of it: `read`, or the name of its first error; raises a fault of ours."""
    try:
        table = open_table(content, ReadingChoices())
        rows = check(table, today=_TODAY, grounds=_GROUNDS)
        outcome = next((row.error.name for row in rows if isinstance(row, Fault)), "read")
        for row in rows:
            assert not isinstance(row, Fault) or all(row.error.text_and_hint)
    except Invalid as error:
        return error.name if all(error.text_and_hint) else ""
    return outcome


def trial(stage: Stage) -> str:
    """Offer MANY odd files, and some of them to the whole program: none ends in a fault of the program itself."""
    outcomes: Counter[str] = Counter()
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    seed = int(datetime.now(UTC).timestamp())
    for number, (kind, content) in enumerate(files(seed, MANY)):
        try:
            outcomes[judge(content)] += 1
        except Exception as error:
            raise AssertionError(f"seed {seed}, file {number}, {kind}") from error
        if number % 40 == 0:
            path = stage.file(f"odd.{kind}", content)
            ran = stage.wkc(
                "client", "import", str(path), "--opdrachtgever", "Gemeente", "--assignment", "A1", "--dry-run"
            )
            assert ran.code in (0, 6), f"seed {seed}, file {number}, {kind}: exit {ran.code}, {ran.err}"
    return f"{MANY} odd files, seed {seed}: {outcomes['read']} read, {len(outcomes) - 1} kinds of fault, none of ours"


def _odd_row(chance: random.Random, row: tuple[str, ...]) -> tuple[str, ...]:
    cells = list(row)
    if chance.random() < 0.5:
        place = chance.randrange(len(cells))
        cells[place] = chance.choice((chance.choice(_ODD), cells[place] + chance.choice(_ODD)))
    return tuple(cells[: chance.randrange(1, 12)]) if chance.random() < 0.2 else tuple(cells)


def _mutated(chance: random.Random, content: bytes) -> bytes:
    """Cut, double, swap and overwrite some bytes."""
    octets = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(octets) + 1)
        size = chance.choice((1, 1, 2, 8, 200))
        match chance.randrange(5):
            case 0:
                del octets[at : at + size]
            case 1:
                octets[at:at] = octets[max(0, at - size) : at]
            case 2:
                octets[at : at + size] = chance.randbytes(size)
            case 3:
                octets[at:at] = chance.choice(_ODD).encode("utf-8", "surrogatepass")
            case _:
                octets = octets[: at or 1]
    return bytes(octets)


def _csv(rows: list[tuple[str, ...]], separator: str, encoding: str) -> bytes:
    return "\r\n".join(separator.join(row) for row in rows).encode(encoding, "replace")


def _html(rows: list[tuple[str, ...]]) -> bytes:
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return ("<html><table>" + "".join(lines) + "</table></html>").encode()


def _xlsx(rows: list[tuple[str, ...]]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        clean = ["".join(sign for sign in cell if sign.isprintable())[:300] for cell in row]
        book.worksheets[0].append([int(cell) if cell.isdecimal() and len(cell) < 18 else cell for cell in clean])
    book.save(content)
    return content.getvalue()


def _ods(rows: list[tuple[str, ...]]) -> bytes:
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{urn}office:1.0" xmlns:table="{urn}table:1.0" '
        f'xmlns:text="{urn}text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="a">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{urn}manifest:1.0"></manifest:manifest>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind.encode(), "META-INF/manifest.xml": manifest.encode()}
    return _zip(parts | {"content.xml": content.encode("utf-8", "replace")})


def _with_odd_part(chance: random.Random, content: bytes) -> bytes:
    """Change one part inside a workbook, so that the archive itself is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return _zip(parts | {name: _mutated(chance, parts[name])})


def _zip(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()
