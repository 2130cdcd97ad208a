"""Art. 2 and 8.1: the end of an assignment is the end of its reports, and of what was only for them."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from wkc.records.report import CheckItem, CheckState


class EndFacts(Struct, frozen=True):
    """All that the list at the end of an assignment goes by.

    `reported_on` is the day of the end report, `report_agreed` whether the agreement asks for reports at all. Numbers
    are those of the client's appointments, consents and disclosures, `requests` the numbers of open requests.
    `runs_on` tells that another assignment of the client runs.
    """

    until_on: date | None
    reported_on: date | None
    report_agreed: bool
    drafts: int
    appointments: Sequence[int]
    requests: Sequence[str]
    disclosures: Sequence[int]
    consents: Sequence[int]
    coach: str | None
    runs_on: bool


def check_end(facts: EndFacts) -> tuple[CheckItem, ...]:
    """Give the points to go through when an assignment ends, in the order in which one does them."""
    return (
        _report(facts),
        _open("concept", ("1",) if facts.drafts else ()),
        _day("opdracht", facts.until_on),
        _open("afspraken", map(str, facts.appointments)),
        _open("verzoeken", facts.requests),
        _open("verstrekkingen", map(str, facts.disclosures)),
        _open("toestemmingen", map(str, facts.consents)),
        _caseload(facts),
        CheckItem("papieren", CheckState.ZELF),
    )


def _report(facts: EndFacts) -> CheckItem:
    if facts.reported_on is not None:
        return CheckItem("eindrapportage", CheckState.GEDAAN, (facts.reported_on.isoformat(),))
    return CheckItem("eindrapportage", CheckState.OPEN if facts.report_agreed else CheckState.NIET_NODIG)


def _day(code: str, on: date | None) -> CheckItem:
    return CheckItem(code, CheckState.OPEN) if on is None else CheckItem(code, CheckState.GEDAAN, (on.isoformat(),))


def _open(code: str, left: Iterable[str]) -> CheckItem:
    details = tuple(left)
    return CheckItem(code, CheckState.OPEN if details else CheckState.GEDAAN, details)


def _caseload(facts: EndFacts) -> CheckItem:
    """Give the caseload: a client whose last assignment ends stays with the coach for nothing."""
    if facts.coach is None or facts.runs_on:
        return CheckItem("caseload", CheckState.NIET_NODIG if facts.runs_on else CheckState.GEDAAN)
    return CheckItem("caseload", CheckState.ZELF, (facts.coach,))
