"""Art. 10: five years without contact, and the data are destroyed."""

from datetime import date

from wkc.records import Term

YEARS = 5
"""How long a dossier outlives the last contact."""


def term(from_contact: date | None, from_assignment: date) -> Term:
    """Count five years from the last contact or the start of the last assignment, whichever is later.

    The term is complete at the end of its last day and never rolls: a 29 February ends on a 28th.
    """
    if from_contact is not None and from_contact >= from_assignment:
        return Term(from_contact, "laatste_contact", _years_after(from_contact))
    return Term(from_assignment, "begin_opdracht", _years_after(from_assignment))


def _years_after(day: date) -> date:
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:
        return day.replace(year=day.year + YEARS, day=28)
