"""The articles as plain functions of days, roles and words; nothing here is imported from the program."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
NOTICE, WARNING = 30, 7
"""Days before the end of the term on which a dossier is announced, and that an announcement comes ahead."""

ALL, OWN, ONE, NONE = "all", "own", "one", "none"
"""The dossiers a role does something in: all, the own caseload, one for a written reason, none (art. 7, 14.1)."""

MAY: Mapping[str, Mapping[str, str]] = {
    # what is done:  by beheerder, coach, medewerker, management, service
    "client register": {"beheerder": ALL, "coach": ALL, "medewerker": ALL},
    "client list": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "client show": {"beheerder": ALL, "coach": OWN, "medewerker": ALL, "management": ONE},
    "client record": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "client assign": {"beheerder": ALL},
    "client end": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "client mistake": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "client destroy": {"beheerder": ALL},
    "client deceased": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "client link": {"beheerder": ALL},
    "client unlink": {"beheerder": ALL},
    "contact log": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "contact withdraw": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "contact list": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "consent give": {"beheerder": ALL, "coach": OWN},
    "consent withdraw": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "mandate withdraw": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "letter notify": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "disclosure log": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request receive": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request ask-identity": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request identify": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request withdraw": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request list": {"beheerder": ALL, "coach": OWN, "medewerker": ALL},
    "request extend": {"beheerder": ALL},
    "request decide": {"beheerder": ALL},
    "request notify": {"beheerder": ALL},
    "inzage export": {"beheerder": ALL, "coach": OWN},
    "retention hold": {"beheerder": ALL},
    "retention release": {"beheerder": ALL},
    "retention due": {"beheerder": ALL, "service": ALL},
    "retention run": {"beheerder": ALL, "service": ALL},
    "user role": {"beheerder": ALL},
    "user revoke": {"beheerder": ALL},
    "audit verify": {"beheerder": ALL, "service": ALL},
}
FOR_A_REASON = {"client show", "client record", "contact log", "contact withdraw", "contact list", "consent withdraw",
                "disclosure log"}  # fmt: skip
"""What a coach does in one dossier outside the own caseload for a written reason; management only looks."""

FIELDS: Mapping[str, tuple[int, str, bool]] = {
    # field: its number in annex I, its class, whether it has several values
    "geslachtsnaam": (1, "gewoon", False),
    "adres": (2, "gewoon", False),
    "geboortedatum": (5, "gewoon", False),
    "activiteit": (12, "gewoon", True),
    "inkomsten": (14, "gevoelig", True),
    "burgerservicenummer": (17, "gevoelig", False),
    "detentie": (24, "strafrechtelijk", True),
    "gezondheid": (25, "bijzonder", True),
    "plaatsing": (29, "gewoon", True),
    "begeleiding": (29, "bijzonder", True),
}
SEALED = ("bijzonder", "strafrechtelijk")
SEEN: Mapping[str, tuple[str, ...]] = {
    "beheerder": ("gewoon", "gevoelig", *SEALED),
    "coach": ("gewoon", "gevoelig", *SEALED),
    "medewerker": ("gewoon", "gevoelig"),
    "management": ("gewoon",),
}
CAPACITIES = ("gemachtigde", "curator")
"""Who acts for a client in every matter; where there is a curator, the client gives no consent alone (BW 1:381)."""
RESTARTS = ("gesprek", "telefoon", "bezoek", "e_mail_ontvangen", "brief_ontvangen")
NO_CONTACT = ("poging", "niet_verschenen", "brief_verzonden")

COPIES, CORRECTIONS = ("inzage", "afschrift"), ("verbetering", "aanvulling", "verwijdering")
KINDS = (*COPIES, *CORRECTIONS, "beperking", "bezwaar")
REFUSALS: Mapping[str, tuple[bool, tuple[str, ...]]] = {
    # ground: whether it needs no proof of identity, and the kinds of request that it serves
    "identiteit": (True, KINDS),
    "machtiging": (True, KINDS),
    "kennelijk_ongegrond": (True, KINDS),
    "buitensporig": (True, KINDS),
    "rechten_van_anderen": (False, COPIES),
    "uavg_41": (False, KINDS),
    "ter_zake": (False, (*CORRECTIONS, "beperking")),
    "dwingende_gronden": (False, ("bezwaar",)),
}

ADDING = {("client", "record"), ("client", "mistake"), ("contact", "log"), ("consent", "give"), ("retention", "hold"),
          ("disclosure", "log"), ("request", "receive"), ("request", "review"), ("request", "ask-identity"),
          ("request", "extend"), ("request", "decide")}  # fmt: skip
"""Commands that write a row or a letter down in a dossier: two dossiers that were one cannot be two again then."""


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, last))


def five_years_after(day: date) -> date:
    """Art. 10: the last day of the five years; of a 29 February it is a 28th."""
    return add_months(day, 60)


def easter(year: int) -> date:
    """Easter Sunday (Butcher's rule)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


DECREED = (date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26))
"""Days that royal decrees equate with days of rest, of the years in which these tests begin."""


def is_rest(day: date) -> bool:
    """Atw 3: Saturdays, Sundays, the Christian and national days, and those that a decree adds."""
    king = date(day.year, 4, 27)
    named = {king - DAY if king.weekday() == 6 else king, date(day.year, 5, 5), date(day.year, 1, 1)}
    named |= {date(day.year, 12, 25), date(day.year, 12, 26)}
    named |= {easter(day.year) + after * DAY for after in (-2, 1, 39, 50)}
    return day.weekday() >= 5 or day in named or day in DECREED


def next_working(day: date) -> date:
    """The day itself, or the first after it that is a working day."""
    while is_rest(day):
        day += DAY
    return day


def answer_by(received: date, asked: date | None, proven: date | None, extended: date | None) -> tuple[date, date]:
    """Art. 11.4: the regulation's last day, which nothing moves, and the AVG's, which proof and extension move."""
    safe = add_months(received, 1)
    fifth, left = received, 5
    while left:
        fifth += DAY
        left -= not is_rest(fifth)
    waited = proven - asked if asked and proven and asked <= fifth else timedelta(0)
    first = next_working(safe + waited)
    last = add_months(received, 3) if extended is not None and extended <= first else safe
    return safe, next_working(last + waited)


class Use(NamedTuple):
    """What somebody else asks: on which ground, for which purpose, which categories, of which recipient."""

    recipient: str
    ground: str
    purpose: str | None
    categories: tuple[int, ...]
    covers_bsn: bool = False
    covers_sealed: bool = False


RECIPIENTS = {
    "Gemeente Alkmaar": "opdrachtgever",
    "Gemeente Heiloo": "opdrachtgever",
    "Bakkerij Bart": "werkgever",
    "UWV": "instantie",
}
PURPOSES = {
    "voortgang": (1, 2, 3, 10, 12, 29),
    "bemiddeling": (1, 10, 12),
    "uitvoering_uitkering": (1, 5, 11, 13, 14, 29),
}


def fits_purpose(use: Use, *, current: bool) -> bool:
    """Art. 8.1 and 2: each purpose of the registration is for one kind of recipient."""
    if use.purpose == "voortgang":
        return use.recipient == "Gemeente Alkmaar" and current
    return RECIPIENTS[use.recipient] == "werkgever" if use.purpose == "bemiddeling" else use.recipient == "UWV"


def consent_covers(how: str, categories: Iterable[int], field: str) -> bool:
    """AVG 7 and 9: a consent covers the categories that it names, a sealed class only in writing."""
    number, field_class, _many = FIELDS[field]
    return number in categories and (field_class not in SEALED or how != "mondeling")
