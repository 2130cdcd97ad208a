"""A list of clients: every fault is named at once, and the same list gives the same lines in every format."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from wkc.errors.families import Fault
from wkc.errors.input import BasisMissing
from wkc.procedures.intake.check import Line, check
from wkc.procedures.intake.table import LeftOut, open_table
from wkc.records.field import FieldClass, PartialDate, Value

TODAY = date(2026, 3, 31)

COLUMNS = (
    "geslachtsnaam",
    "voorvoegsel",
    "geboortedatum",
    "geboorteland_ouder",
    "burgerservicenummer",
    "geregistreerd_op",
    "laatste_contact",
)
PEOPLE = (
    ("Özdemir", "van der", PartialDate(1968, 3, 2), "Turkije; België", "999900006", date(2025, 11, 3), None),
    ("Þórsdottir", None, PartialDate(1968), "IJsland", "000999908", date(2020, 1, 6), date(2024, 2, 29)),
    ("Fløgstad", "in 't", PartialDate(1968, 3), None, None, None, date(2026, 3, 31)),
)

DATES: dict[str, Callable[[object], str]] = {
    "iso": str,
    "dutch": lambda day: "-".join(reversed(str(day).split("-"))),
}


def as_csv(*, between: str, dates: str, encoding: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=between)
    writer.writerow(COLUMNS)
    for person in PEOPLE:
        shown = (DATES[dates](cell) if isinstance(cell, date | PartialDate) else cell for cell in person)
        writer.writerow(["" if cell is None else cell for cell in shown])
    return text.getvalue().encode(encoding)


def as_xlsx() -> bytes:
    """Write day cells and number cells, so that a BSN loses its zeros."""
    book, content = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(COLUMNS)
    for person in PEOPLE:
        sheet.append([typed(cell) for cell in person])
    book.save(content)
    return content.getvalue()


def typed(cell: object) -> object:
    if isinstance(cell, PartialDate):
        whole = cell.day and cell.month and date(cell.year, cell.month, cell.day)
        return whole or (str(cell) if cell.month else cell.year)
    return int(cell) if isinstance(cell, str) and cell.isdigit() else cell


def as_json() -> bytes:
    return json.dumps(
        [
            {
                name: cell and (str(cell).split("; ") if name == "geboorteland_ouder" else str(cell))
                for name, cell in reversed(tuple(zip(COLUMNS, person, strict=True)))
            }
            for person in PEOPLE
        ]
    ).encode()


def checked(content: bytes, special: str | None = "uavg_25", criminal: str | None = None) -> list[Line | Fault]:
    grounds = {FieldClass.BIJZONDER: (special or "",), FieldClass.STRAFRECHTELIJK: (criminal or "",)}
    rows = check(open_table(content), today=TODAY, grounds=grounds)
    return [row for row in rows if not isinstance(row, LeftOut)]


def shown(content: bytes) -> list[tuple[object, ...]]:
    return [
        (
            [(field.code, *values) for field, values in line.values],
            line.registered_on,
            line.last_contact,
        )
        for line in checked(content)
        if isinstance(line, Line)
    ]


def faults(content: bytes, special: str | None = None, criminal: str | None = None) -> list[tuple[object, ...]]:
    found = [fault for fault in checked(content, special, criminal) if isinstance(fault, Fault)]
    return [(fault.row, fault.column, fault.error.name) for fault in found]


@pytest.mark.parametrize(
    "content",
    [
        as_csv(between=",", dates="iso", encoding="utf-8"),
        as_csv(between=",", dates="iso", encoding="utf-8-sig"),
        as_csv(between=";", dates="dutch", encoding="utf-8"),
        as_csv(between=";", dates="dutch", encoding="cp1252"),
        as_csv(between="\t", dates="dutch", encoding="cp1252"),
        as_xlsx(),
        as_json(),
    ],
    ids=["comma", "bom", "semicolon", "windows-1252", "tab", "xlsx", "json"],
)
def test_the_same_list_gives_the_same_lines_in_every_format(content: bytes) -> None:
    assert shown(content) == [
        (
            [
                ("geslachtsnaam", Value("Özdemir")),
                ("voorvoegsel", Value("van der")),
                ("geboortedatum", Value("1968-03-02")),
                ("geboorteland_ouder", Value("Turkije"), Value("België")),
                ("burgerservicenummer", Value("999900006", "999900006")),
            ],
            date(2025, 11, 3),
            None,
        ),
        (
            [
                ("geslachtsnaam", Value("Þórsdottir")),
                ("geboortedatum", Value("1968")),
                ("geboorteland_ouder", Value("IJsland")),
                ("burgerservicenummer", Value("000999908", "000999908")),
            ],
            date(2020, 1, 6),
            date(2024, 2, 29),
        ),
        (
            [
                ("geslachtsnaam", Value("Fløgstad")),
                ("voorvoegsel", Value("in 't")),
                ("geboortedatum", Value("1968-03")),
            ],
            None,
            date(2026, 3, 31),
        ),
    ]


def test_a_line_knows_its_row_and_its_values_by_field() -> None:
    (line,) = checked(b"geslachtsnaam,telefoon\n\nVos,0612345678; 0725123456\n")
    assert isinstance(line, Line)
    assert (line.row, line.value("telefoon"), line.value("adres")) == (3, Value("0612345678"), None)


def test_every_fault_of_every_row_is_named_and_the_other_rows_are_lines() -> None:
    content = (
        b"geslachtsnaam,geslacht,geboortedatum,burgerservicenummer,nationaliteit,hobby\n"
        b"Vos,mens,31-02-1968,999900007,Turkse,\n"
        b",V,1968,,,\n"
        b"Bos,V,1968,,,\n"
        b"Mos,V,1968,,,,meer\n"
        b"Ros,V,1968,,Turkse; T\x07rkse; \x1b,\n"
    )
    assert faults(content) == [
        (None, "F", "column_unknown"),
        (2, "geslacht", "value_not_in_list"),
        (2, "geboortedatum", "bad_partial_date"),
        (2, "burgerservicenummer", "bad_bsn"),
        (3, "geslachtsnaam", "value_missing"),
        (5, None, "row_too_long"),
        (6, "nationaliteit", "value_control"),
        (6, "nationaliteit", "value_control"),
    ]
    assert [line.row for line in checked(content) if isinstance(line, Line)] == [4]


def test_no_fault_repeats_a_value() -> None:
    content = b"geslachtsnaam,Pietersen,geslacht,geboortedatum\nVos,geheim,onzin,ooit\n,geheim,onzin,ooit,extra\n"
    said = " ".join(
        f"{fault.error.text_and_hint} {fault.column}" for fault in checked(content) if isinstance(fault, Fault)
    )
    assert not [word for word in ("Vos", "Pietersen", "geheim", "onzin", "ooit", "extra") if word in said]


def test_a_bsn_may_have_lost_its_zeros_but_not_be_a_count() -> None:
    for bsn in (b"9866", b'"9866"', b'"000009866"'):
        (line,) = checked(b'[{"geslachtsnaam": "Vos", "burgerservicenummer": ' + bsn + b"}]")
        assert isinstance(line, Line)
        assert line.value("burgerservicenummer") == Value("000009866", "000009866")
    assert faults(b'[{"geslachtsnaam": "Vos", "burgerservicenummer": 12}]') == [
        (1, "burgerservicenummer", "bsn_length")
    ]
    assert faults(b"geslachtsnaam,burgerservicenummer\nVos,12\n") == [(2, "burgerservicenummer", "bsn_length")]


def test_a_list_for_a_field_of_one_value_is_a_fault() -> None:
    content = b'[{"geslachtsnaam": ["Vos", "Bos"], "geregistreerd_op": ["2026-01-01", "2026-01-02"]}]'
    assert faults(content) == [(1, "geslachtsnaam", "values_many"), (1, "geregistreerd_op", "values_many")]


def test_a_bsn_that_stands_twice_is_a_fault_with_the_row_where_it_stood_first() -> None:
    content = b"geslachtsnaam,burgerservicenummer\nVos,999908\nBos,999900006\nVos,0009.99.908\nRos,\nMos,\n"
    twice = [fault for fault in checked(content) if isinstance(fault, Fault)]
    assert [(fault.row, fault.column, fault.error.name, fault.error.facts) for fault in twice] == [
        (4, "burgerservicenummer", "bsn_twice", {"row": 2})
    ]


def test_among_many_bsns_each_second_one_is_found() -> None:
    numbers = [f"{number:08d}" for number in range(12_000_000, 12_009_000)]
    checks = [sum((9 - i) * int(digit) for i, digit in enumerate(number)) % 11 for number in numbers]
    bsns = [number + str(check) for number, check in zip(numbers, checks, strict=True) if check < 10]
    content = "geslachtsnaam,burgerservicenummer\n" + "".join(f"Vos,{bsn}\n" for bsn in (*bsns, *bsns[::-1]))
    found = [fault for fault in checked(content.encode()) if isinstance(fault, Fault)]
    assert [(fault.row, fault.error.facts["row"]) for fault in found] == [
        (len(bsns) + 2 + back, len(bsns) + 1 - back) for back in range(len(bsns))
    ]


@pytest.mark.parametrize(("special", "criminal"), [(None, None), ("uavg_32", "uavg_30"), ("zomaar", "zomaar")])
def test_a_sealed_column_without_a_ground_that_fits_is_told_once(special: str | None, criminal: str | None) -> None:
    content = b"geslachtsnaam,gezondheid,begeleiding,detentie\nVos,,,\nBos,tilt niet,,ja\nMos,zit niet,,ja\n"
    assert faults(content, special, criminal) == [
        (3, "detentie", "basis_missing"),
        (3, "gezondheid", "basis_missing"),
    ]
    told = [fault.error for fault in checked(content, special, criminal) if isinstance(fault, Fault)]
    assert [error.facts for error in told if isinstance(error, BasisMissing)] == [
        {"option": "--criminal-basis", "choices": "uitdrukkelijke_toestemming, uavg_32, uavg_33"},
        {"option": "--special-basis", "choices": "uitdrukkelijke_toestemming, uavg_30"},
    ]


def test_a_sealed_column_with_its_ground_is_no_fault() -> None:
    content = b"geslachtsnaam,gezondheid,detentie\nVos,tilt niet,ja\n"
    assert faults(content, "uavg_30", "uavg_33") == []


def test_a_ground_fits_its_field_health_never_on_that_of_origin() -> None:
    content = b"geslachtsnaam,gezondheid,geboorteland_ouder\nVos,tilt niet,Marokko\n"
    assert faults(content, "uavg_25", None) == [(2, "gezondheid", "basis_missing")]
    assert faults(content, "uavg_30", None) == [(2, "geboorteland_ouder", "basis_missing")]


def test_a_sealed_column_without_values_needs_no_ground() -> None:
    assert faults(b"geslachtsnaam,gezondheid,detentie\nVos,,\n") == []


@pytest.mark.parametrize(
    ("registered_on", "last_contact", "found"),
    [
        ("2021-03-31", "", []),
        ("2021-03-30", "", [("geregistreerd_op", "past_term")]),
        ("2012-02-21", "2021-03-31", []),
        ("2012-02-21", "2021-03-30", [("laatste_contact", "past_term")]),
        ("2021-03-30", "2012-02-21", [("geregistreerd_op", "past_term")]),
        ("31-03-2026", "30-03-2026", []),
        ("", "2012-02-21", []),
        ("2026-04-01", "", [("geregistreerd_op", "date_in_future")]),
        ("", "2026-04-01", [("laatste_contact", "date_in_future")]),
        ("2012-02-21", "gisteren", [("laatste_contact", "bad_date")]),
        ("2012", "2012", [("geregistreerd_op", "bad_date"), ("laatste_contact", "bad_date")]),
    ],
)
def test_a_client_past_the_five_years_is_not_taken_in(
    registered_on: str, last_contact: str, found: list[tuple[str, str]]
) -> None:
    content = f"geslachtsnaam,geregistreerd_op,laatste_contact\nVos,{registered_on},{last_contact}\n".encode()
    assert [(column, error) for _, column, error in faults(content)] == found


def test_one_client_is_checked_like_a_list() -> None:
    assert faults(b'{"geslachtsnaam": "Vos", "geslacht": "?"}') == [(1, "geslacht", "value_not_in_list")]
