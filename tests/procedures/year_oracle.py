"""The figures of a year the long way round: plain Python over made-up dossiers, with a calendar of its own."""

from collections import Counter
from datetime import date, timedelta

from dateutil.easter import easter

from tests.procedures.year_dossiers import Asked, Dossier

PLACES = {
    "retention.hold": ("bewaren", "opgeschort"),
    "client.mistake": ("verbeteren", "vergissing"),
    "client.end": ("opdrachten", "beeindigd"),
}


EQUATED = {
    *(date(2022, 5, 27), date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27)),
    *(date(2025, 5, 30), date(2026, 1, 2), date(2026, 5, 15)),
}
"""Days that a decree made as free as a Sunday."""


def month_later(day: date, months: int) -> date:
    """Give the day so many months later, or the last of its month."""
    year, month = divmod(day.month - 1 + months, 12)
    following = date(day.year + year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    most = (following - timedelta(days=1)).day
    return date(day.year + year, month + 1, min(day.day, most))


def is_rest(day: date) -> bool:
    """Tell whether a day is one of rest in the Netherlands."""
    spring = easter(day.year)
    moving = {spring + timedelta(days=days) for days in (-2, 0, 1, 39, 49, 50)}
    king = date(day.year, 4, 27)
    king = king - timedelta(days=1) if king.weekday() == 6 else king
    fixed = {date(day.year, 1, 1), king, date(day.year, 5, 5), date(day.year, 12, 25), date(day.year, 12, 26)}
    return day.weekday() > 4 or day in moving | fixed | EQUATED


def rolled(day: date) -> date:
    """Give a day, or the first working day after it."""
    while is_rest(day):
        day += timedelta(days=1)
    return day


def timeliness(one: Asked) -> str:
    """Say how a request was answered, by the calendar."""
    assert one.told is not None
    safe = month_later(one.received, 1)
    fifth, days = one.received, 0
    while days < 5:
        fifth += timedelta(days=1)
        days += not is_rest(fifth)
    earned = timedelta(0)
    if one.asked and one.identified and one.asked <= fifth:
        earned = one.identified - one.asked
    ends = rolled(safe + earned)
    if one.extended and one.extended <= ends:
        ends = rolled(month_later(one.received, 3) + earned)
    return "op_tijd" if one.told <= safe else "op_tijd_avg" if one.told <= ends else "te_laat"


def expected(dossiers: list[Dossier], year: int) -> Counter[tuple[str, ...]]:
    """Count the figures of a year the long way round; what is 0 is not there."""
    count: Counter[tuple[str, ...]] = Counter()
    for one in dossiers:
        count_dossier(count, one, year)
        for asked in one.requests:
            if asked.received.year == year:
                count_request(count, asked)
        for ground, recipient, outcome, allowed, day in one.disclosures:
            if day.year == year:
                count_disclosure(count, ground, recipient, outcome, allowed=allowed)
        for day, seen in one.looks:
            count["inzien", "nagegaan" if seen else "niet_nagegaan"] += day.year == year
            count["inzien", "totaal"] += day.year == year
        for name, day, details in one.lines:
            place = PLACES.get(name, ("verbeteren", "uitgevoerd"))
            count[place] += day.year == year and details.get("step") != "applied"
    return +count


def count_dossier(count: Counter[tuple[str, ...]], one: Dossier, year: int) -> None:
    """Count a dossier among those that were there, came and went."""
    count["dossiers", "begin"] += one.made.year < year and not (one.gone and one.gone.year < year)
    count["dossiers", "erbij"] += one.made.year == year
    count["dossiers", "eind"] += one.made.year <= year and not (one.gone and one.gone.year <= year)
    if one.gone and one.since and one.gone.year == year:
        count["dossiers", "eraf"] += 1
        count["vernietigd", one.reason] += 1
        late = (one.gone - one.since).days
        how = "op_tijd" if late == 0 else "binnen_30_dagen" if late <= 30 else "later"
        count["na_de_termijn", how] += one.reason == "termijn"


def count_request(count: Counter[tuple[str, ...]], asked: Asked) -> None:
    """Count a request, its decision and its refusal."""
    how = timeliness(asked) if asked.told else "ingetrokken" if asked.withdrawn else "onbeantwoord"
    for kind in (asked.kind, "totaal"):
        count["verzoeken", kind, how] += 1
        count["verzoeken", kind, "totaal"] += 1
    if asked.decision:
        count["beslissingen", asked.decision] += 1
    if asked.refusal:
        count["weigeringen", asked.refusal] += 1


def count_disclosure(
    count: Counter[tuple[str, ...]], ground: str, recipient: str, outcome: str, *, allowed: bool | None
) -> None:
    """Count a disclosure by what came of it in the end."""
    final = outcome if allowed is None else "toegestaan" if allowed else "geweigerd"
    if outcome == "beheerder_beslist":
        count["uitzonderingen", "wacht" if allowed is None else final] += 1
    if final != "beheerder_beslist":
        subject = "verstrekt" if final == "toegestaan" else "geweigerd"
        for row in (ground, "totaal"):
            count[subject, row, recipient] += 1
            count[subject, row, "totaal"] += 1
