"""Art. 11.4, 12.3 and 13.2, Atw 3: the days of rest, by which the terms of the law of today end later.

Asked by Reg. 1182/71 art. 3.4 (the AVG's terms) and by Atw 1.1 (the six weeks of UAVG 35).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_SATURDAY, _SUNDAY = 5, 6
_WEEKEND = {_SATURDAY: "zaterdag", _SUNDAY: "zondag"}

_FROM_EASTER: Mapping[str, int] = {
    "goede_vrijdag": -2,
    "tweede_paasdag": 1,
    "hemelvaartsdag": 39,
    "tweede_pinksterdag": 50,
}
_FIXED: Mapping[str, tuple[int, int]] = {
    "nieuwjaarsdag": (1, 1),
    "bevrijdingsdag": (5, 5),
    "eerste_kerstdag": (12, 25),
    "tweede_kerstdag": (12, 26),
}

FIRST_KONINGSDAG = 2014
"""The first year with the birthday on 27 April (Besluit van 30 januari 2013, Stcrt. 2013, 4075), not the 30th."""

DECREED: tuple[tuple[tuple[date, ...], str], ...] = (
    (
        (
            date(2012, 5, 18),
            date(2012, 12, 24),
            date(2012, 12, 31),
            date(2013, 4, 29),
            date(2013, 5, 10),
            date(2013, 12, 27),
        ),
        "Besluit gelijkstelling van 7 juni 2010, nr. 10.001566 (BWBR0027755)",
    ),
    (
        (date(2014, 5, 30), date(2015, 1, 2), date(2015, 5, 4), date(2015, 5, 15), date(2016, 5, 6)),
        "Besluit gelijkstelling van 17 juni 2013, nr. 13.001210 (BWBR0033679)",
    ),
    (
        (
            date(2017, 4, 28),
            date(2017, 5, 26),
            date(2018, 5, 11),
            date(2018, 12, 24),
            date(2018, 12, 31),
            date(2019, 5, 31),
            date(2019, 12, 27),
        ),
        "Besluit gelijkstelling van 24 oktober 2016, nr. 2016001827, Stcrt. 2016, 58653 (BWBR0038666)",
    ),
    (
        (date(2021, 5, 14),),
        "Besluit gelijkstelling over 2021, as the overviews of BoitenLuhrs and KM gerechtsdeurwaarders name the day",
    ),
    (
        (date(2022, 5, 27),),
        "Besluit gelijkstelling over 2022, as the overview of the Atw for 2022 of WVHL advocaten names the day",
    ),
    (
        (date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)),
        "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025",
    ),
    (
        (date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)),
        "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028",
    ),
)
"""Days equated by royal decree (Atw 3.3), with the decree that does it; a new one comes about every three years.

The decree for 2020-2022 itself could not be seen: its days of 2021 and 2022 are here as others name them, and 2020 has
none. A day that is missing makes a term end earlier than it might, never later.
"""

_BY_DECREE = frozenset(equated for days, _source in DECREED for equated in days)


@lru_cache(maxsize=256)
def _of_year(year: int) -> Mapping[date, str]:
    named = {easter(year) + timedelta(days=after): name for name, after in _FROM_EASTER.items()}
    named |= {date(year, month, day): name for name, (month, day) in _FIXED.items()}
    named.setdefault(_birthday(year), "koningsdag")
    return named


def _birthday(year: int) -> date:
    """Give the day on which the birthday of the King is kept, never a Sunday; a successor would move it."""
    kept = date(year, 4, 27 if year >= FIRST_KONINGSDAG else 30)
    return kept - timedelta(days=1) if kept.weekday() == _SUNDAY else kept


def name_holiday(day: date) -> str | None:
    """Give the name of the day of Atw art. 3 that this is; None for any other, a weekend too."""
    return _of_year(day.year).get(day) or ("gelijkgesteld" if day in _BY_DECREE else None)


def explain_rest(day: date) -> tuple[str, str] | None:
    """Give the reason why a day is no working day, with its article; None when it is one."""
    if name := name_holiday(day):
        article = {"goede_vrijdag": "Atw 3.2", "gelijkgesteld": "Atw 3.3"}.get(name, "Atw 3.1")
        return name, article
    weekend = _WEEKEND.get(day.weekday())
    return None if weekend is None else (weekend, "Reg. 1182/71 art. 3.4")


def is_working_day(day: date) -> bool:
    """Tell whether a day is no Saturday, no Sunday and no day of Atw art. 3."""
    return explain_rest(day) is None


def working_days_after(day: date, count: int) -> date:
    """Give the day that is so many working days after another, which is not counted itself (Reg. 1182/71 art. 3.1)."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
