"""Art. 5.2 and 14.2, AVG 5.2: the figures of a year, without anything that tells of one person."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct

from wkc.errors.year import FiguresNotMade, YearAhead, YearNotOver
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam, day
from wkc.procedures.core.letterhead import notify_gaps
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes
from wkc.procedures.requests.export import FORMATS
from wkc.records.breach import Breach
from wkc.records.user import Role
from wkc.records.year import BreachFact, LogFact, YearFacts, YearReport, give_first_day
from wkc.rules.regulation import year as rules
from wkc.rules.regulation.breach import ap_until
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.operations import breach as breaches
from wkc.store.operations import year as years


class YearPaper(Struct, frozen=True):
    """The figures of a year on paper or as JSON: their path and the SHA-256."""

    year: int
    path: Path
    sha256: str


def show(session: Session, year: int) -> YearReport:
    """Give the figures of a year as they were made; before that, the beheerder sees how they are now.

    errors.YearAhead for a year that did not begin; FiguresNotMade.
    """
    with act(session, "figures.show") as action:
        _log_year(action, year)
        made = years.find_made(action.store, year)
        if made is None and action.user.role is not Role.BEHEERDER:
            raise FiguresNotMade(year=year, first=give_first_day(year))
        return made or _count(action, year, is_made=False)


def is_made(session: Session, year: int) -> bool:
    """Tell whether the figures of a year were made; errors.YearAhead, YearNotOver."""
    with act(session, "figures.export") as action:
        _log_year(action, year)
        action.details["step"] = "asked"
        made = years.find_made(action.store, year) is not None
        if not made:
            _check_over(action, year)
        return made


def export(session: Session, year: int, form: str, place: Path, *, force: bool) -> YearPaper:
    """Put the figures of a year on paper, or in a file as JSON: made once, the same ever after.

    errors.YearAhead, YearNotOver.
    """
    form = codes.parse_code(form, FORMATS)

    def prepare(action: Action) -> PreparedPaper[YearPaper]:
        _log_year(action, year)
        report = years.find_made(action.store, year) or _make(action, year)
        notify_gaps(action)
        action.details |= {"format": form, "step": "prepared"}

        def log_paper(action: Action, paper: RenderedPaper) -> YearPaper:
            action.details |= {"year": year, "format": form, "step": "made", "sha256": paper.sha256}
            return YearPaper(year, paper.path, paper.sha256)

        return PreparedPaper(lambda: _render(report, form), log_paper, f"jaarcijfers-{year}.{form}")

    return publish(session, "figures.export", place, prepare, force=force, folder=True)


def gather(action: Action, year: int) -> YearFacts:
    """Read all that the figures of a year are counted from, up to today."""
    store = action.store
    first, last = date(year, 1, 1), min(date(year, 12, 31), action.today)
    registered = (day(at) for at in years.list_registered(store))
    instants = _instants(first, last)
    lines = years.list_lines(store, *instants, rules.ACTIONS)
    callers = years.list_refused_callers(store, *instants)
    return YearFacts(
        first,
        last,
        years.list_requests(store, first, last),
        (*years.list_disclosures(store, first, last), *callers),
        tuple(on for on in registered if on <= last),
        years.list_destroyed(store, last),
        tuple(LogFact(seq, day(at), name, outcome, details) for seq, at, name, outcome, details in lines),
        years.list_reviewed(store),
        tuple(map(_breach, breaches.every(store))),
    )


def _breach(one: Breach) -> BreachFact:
    ruling, reported = one.ruling, one.ap_reported_at
    return BreachFact(
        one.number,
        one.kind,
        day(one.recorded_at),
        day(ruling.at) if ruling else None,
        ruling is not None and ruling.report_ap,
        ruling is not None and ruling.notify_persons,
        day(reported) if reported else None,
        reported is not None and reported > ap_until(one),
        day(one.closed_at) if one.closed_at else None,
    )


def _log_year(action: Action, year: int) -> None:
    if year > action.today.year:
        raise YearAhead(year=year)
    action.details["year"] = year


def _check_over(action: Action, year: int) -> None:
    if action.today < give_first_day(year):
        raise YearNotOver(year=year, first=give_first_day(year))


def _make(action: Action, year: int) -> YearReport:
    """Make the figures of a year that is over, and keep them."""
    _check_over(action, year)
    report = _count(action, year, is_made=True)
    years.make(action.store, report, action.by)
    return report


def _count(action: Action, year: int, *, is_made: bool) -> YearReport:
    facts = gather(action, year)
    figures = rules.list_public_figures(facts) if is_made else rules.list_figures(facts)
    houder, head = register_metadata.houder(action.store), audit.head(action.store)
    is_whole = facts.last == date(year, 12, 31)
    former = years.find_made(action.store, year - 1)
    former_end = rules.find_former_end(figures, former.figures) if former else None
    return YearReport(year, facts.last, is_whole, figures, houder, head, action.now, is_made, former_end)


def _instants(first: date, last: date) -> tuple[datetime, datetime]:
    """Give the first and the last second of a period of days in the Netherlands."""
    ends = (datetime.combine(on, time(), amsterdam()) for on in (first, last + timedelta(days=1)))
    begins, following = (end.astimezone(UTC) for end in ends)
    return begins, following - timedelta(seconds=1)


def _render(report: YearReport, form: str) -> bytes:
    from wkc.documents import year as paper
    from wkc.documents.part import as_json

    return as_json(paper.figures_of(report)) if form == "json" else paper.as_pdf(report)
