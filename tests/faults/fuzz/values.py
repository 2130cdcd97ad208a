"""Values of annex I, days, numbers and codes as people type them: read, and read again the same."""

from datetime import date
from functools import partial

from hypothesis import strategies as st

from tests.faults.fuzz.strategy import Parser, texts
from wkc.errors.families import WkcError
from wkc.procedures.core.settings import SETTINGS
from wkc.procedures.disclosure import contact_person
from wkc.procedures.dossier.reference import parse_reference
from wkc.procedures.dossier.search import own_number
from wkc.procedures.intake.cell import clean
from wkc.procedures.io import codes, dates, fields
from wkc.procedures.io.text import normal_name, parse_note, parse_reason, plain_text
from wkc.records.field import Field, PartialDate
from wkc.rules.dossier.field import BY_CODE, CATEGORIES, FIELDS
from wkc.rules.dossier.heading import CODES, SURE, find_known, normal_heading
from wkc.rules.dossier.wording import split_surname
from wkc.vault.keys import recovery_code

TODAY = date(2026, 11, 23)
DAYS = (
    "2026-03-31",
    "31-03-2026",
    "31/3/2026",
    "31 maart 2026",
    "20260331",
    "1968-03",
    "19680000",
    "vandaag",
    "1-1-26",
)
RIGHT = {
    "burgerservicenummer": ("999083016", "9990.83.016", "BSN 999083016", "99908301,00"),
    "bankrekening": ("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "IBAN: BE68539007547034"),
    "postcode": ("1811 EH", "nl-1811eh", "B-1000", "SW1A 1AA", "1811"),
    "telefoon": ("0612345678", "072-5112233", "+31 6 12345678", "+49 30 123456", "31612345678"),
    "e_mail": ("suze@voorbeeld.nl", '"a b"@voorbeeld.nl', "suze@xn--80ak6aa92e.com"),
    "identiteitsbewijs_nummer": ("NWPXJ4711", "SPECI2014", "IF-7 12"),
    "geboortedatum": DAYS,
}


def read_value(field: Field, typed: str) -> None:
    """Read a value; what was made of it is read again as the same."""
    value = fields.parse_new(field, typed, TODAY)
    again = fields.parse(field, value.text, TODAY)
    assert again.text == value.text, (again, value)
    assert value.text.isprintable() or "\n" in value.text or "\t" in value.text or not value.text.isascii()
    assert "\x1b" not in value.text


def read_day(typed: str) -> None:
    """Read a day, which is read again in each of three ways to write it."""
    day = dates.parse_day(typed)
    for written in (day.isoformat(), f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year:04d}"):
        assert dates.parse_day(written) == day, written


def keep_day(day: date) -> None:
    """Write a day of these centuries as people do; it is read as that day."""
    for written in (day.isoformat(), f"{day:%d-%m-%Y}", f"{day:%Y%m%d}", f" {day.day}-{day.month}-{day.year} "):
        assert dates.parse_day(written) == day, written
    assert dates.parse_partial_date(str(PartialDate(day.year, day.month, None))) == PartialDate(
        day.year, day.month, None
    )


def read_partial(typed: str) -> None:
    """Read a day that may miss its parts; what is shown of it is read as the same."""
    read = dates.parse_partial_date(typed)
    assert dates.parse_partial_date(str(read)) == read


def read_past(typed: str) -> None:
    """Read the day of what was done, which is no later than today."""
    dates.check_day(typed)
    assert dates.past_day_or_today(typed, TODAY) <= TODAY


def bsn_of(eight: int) -> str | None:
    """Give the burgerservicenummer that begins with eight digits, by the eleven-test; None where there is none."""
    digits = [int(digit) for digit in f"{eight:08d}"]
    last = sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
    return f"{eight:08d}{last}" if last < 10 and eight else None


def keep_bsn(typed: tuple[int, int, int]) -> None:
    """A number that passes the eleven-test is taken; with one other digit it is not."""
    eight, place, more = typed
    number, bsn = bsn_of(eight), BY_CODE["burgerservicenummer"]
    if number is None:
        return
    assert fields.parse(bsn, number, TODAY).normal == number
    assert fields.bsn_digits(f"{number[:3]} {number[3:6]} {number[6:]}") == number
    other = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
    assert fields.bsn_digits(other) is None, other


def read_code_of(octets_and_place: tuple[bytes, int, str]) -> None:
    """A recovery code is read as it was written; with one other sign it is refused, or means the same."""
    octets, place, sign = octets_and_place
    code = recovery_code.show(octets)
    assert recovery_code.read(code.lower().replace("-", " ")) == code
    typed = code[:place] + sign + code[place + 1 :]
    try:
        assert recovery_code.read(typed) == code
    except WkcError:
        return


def read_number(typed: str) -> None:
    """The number of a paper or a dossier is none, or is read again as the same."""
    for letter in "VBGFD":
        number = parse_reference(letter, typed, 2026)
        assert number is None or parse_reference(letter, number, 2025) == number
    own = own_number(typed)
    assert own is None or own_number(own) == own


def read_categories(typed: str) -> None:
    """Numbers of annex I, in order, each once."""
    numbers = codes.parse_categories(typed)
    assert numbers == tuple(sorted(set(numbers)))
    assert set(numbers) <= set(CATEGORIES)
    assert codes.parse_categories(",".join(map(str, numbers))) == numbers


def read_lines(typed: str) -> None:
    """A line, a note and a reason are tidied once: a second time changes nothing."""
    for read in (plain_text, parse_note, parse_reason):
        try:
            made = read(typed)
        except WkcError:
            continue
        assert read(made) == made, read.__name__
        assert "\x1b" not in made


def read_words(typed: str) -> None:
    """A heading, a cell, a name to search by: any text is one, or is refused."""
    normal_heading(typed)
    find_known(typed, SURE)
    split_surname(typed)
    assert normal_name(normal_name(typed)) == normal_name(typed)
    assert codes.find_code(typed, CODES) in {None, *CODES}
    clean(typed)


def read_setting(named: tuple[str, str]) -> None:
    """A setting takes what its pattern takes, and none with a sign that is not shown."""
    import re

    name, typed = named
    given = plain_text(typed)
    if SETTINGS[name].pattern and re.fullmatch(SETTINGS[name].pattern, given):
        assert given.isprintable() or not given.isascii()


PARSERS = (
    *(
        Parser(
            f"value {field.code}",
            texts(*RIGHT.get(field.code, (*field.choices, *DAYS, "Jansen", "Laat 1"))),
            partial(read_value, field),
        )
        for field in FIELDS
    ),
    Parser("day", texts(*DAYS), read_day, 4),
    Parser("day round", st.dates(date(1850, 1, 1), date(2199, 12, 31)), keep_day, 2),
    Parser("partial date", texts(*DAYS), read_partial, 4),
    Parser("past day", texts(*DAYS, "gisteren"), read_past, 2),
    Parser("bsn round", st.tuples(st.integers(0, 10**8 - 1), st.integers(0, 8), st.integers(1, 9)), keep_bsn, 4),
    Parser(
        "recovery code round",
        st.tuples(st.binary(min_size=20, max_size=20), st.integers(0, 46), st.sampled_from(recovery_code.ALPHABET)),
        read_code_of,
        2,
    ),
    Parser("recovery code", texts(recovery_code.show(bytes(range(20)))), recovery_code.read, 2),
    Parser("number", texts("V2026-0003", "v3", "B2026-13", "2026-1", "G2026-0001", "F1"), read_number, 4),
    Parser("categories", texts("1,2,29", "1 2;3", "30"), read_categories, 2),
    Parser("line, note, reason", texts("Laat 1", "De elfde keer", "a\nb", "=1+1", "\x1b[31mrood"), read_lines, 4),
    Parser(
        "heading, cell, name", texts("Achternaam", "BSN-nummer", "v.d. Berg", "Jansen, van", '="0612"'), read_words, 4
    ),
    Parser("telephone of a person", texts("072-5112233", "+31 6 12345678"), contact_person.check_telephone),
    Parser(
        "setting",
        st.tuples(st.sampled_from([*SETTINGS]), texts("15", "ja", "/mnt/back-up", "12345678")),
        read_setting,
        2,
    ),
)
