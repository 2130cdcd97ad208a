"""Art. 5.2, 11 to 14, AVG 5.2: the figures of a year, counted from its facts; small ones are withheld.

Each subject is a network of figures (withholding.py): a total equals its parts, and the parts of a part hang under it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from wkc.records.breach import BreachKind
from wkc.records.request import Decision, RequestKind
from wkc.records.year import CALLER, TOTAL, BreachFact, DisclosureFact, Figure, LogFact, RequestFact, YearFacts
from wkc.rules.regulation.withholding import Cell, withhold
from wkc.rules.requests.refusal import REFUSALS
from wkc.rules.requests.term import count_answer_term, judge_timeliness

ANSWERED = ("op_tijd", "op_tijd_avg", "te_laat")
COLUMNS = (*ANSWERED, "ingetrokken", "onbeantwoord")
"""The stage of a request: answered in time by the regulation, in time by the AVG alone, late; or not answered."""
REFUSED = (Decision.DEELS, Decision.AFGEWEZEN)
GROUNDS = ("doel", "wettelijk_voorschrift", "toestemming", "publieke_taak", "onderzoek", "dringende_reden")
RECIPIENTS = ("opdrachtgever", "instantie", "werkgever", "derde")
DECIDED = {"verstrekt": "toegestaan", "geweigerd": "geweigerd"}
"""The outcome of the disclosures of each table."""
REASONS = ("termijn", "verzoek", "vergissing", "eigen_beweging", "hervat")
LATENESS = ("op_tijd", "binnen_30_dagen", "later")
MONTH = 30
"""The days after which something that should be gone is very late."""


class Tally(NamedTuple):
    """A figure that is counted from lines of the log: its place, the action, and which of its lines count.

    `each` gives what is counted once, however many lines tell of it.
    """

    name: tuple[str, str]
    action: str
    counts: Callable[[LogFact], bool] = lambda _line: True
    each: Callable[[LogFact], object] = lambda line: line.seq
    personal: bool = False
    outcome: str = "done"


def _has(key: str, value: object = None) -> Callable[[LogFact], bool]:
    return lambda line: key in line.details and (value is None or line.details[key] == value)


def _select_opened(kind: BreachKind) -> Callable[[BreachFact], date | None]:
    return lambda one: one.opened_on if one.kind == kind else None


def _of(key: str) -> Callable[[LogFact], object]:
    return lambda line: str(line.details.get(key))


TALLIES: tuple[Tally, ...] = (
    Tally(("bewaren", "opgeschort"), "retention.hold", _has("hold"), _of("hold"), personal=True),
    Tally(("bewaren", "vrijgegeven"), "retention.release", _has("hold"), _of("hold"), personal=True),
    Tally(("verbeteren", "uitgevoerd"), "correction.apply", _has("step", "carried_out"), personal=True),
    Tally(("verbeteren", "vergissing"), "client.mistake", _has("removed"), _of("removed"), personal=True),
    Tally(("opdrachten", "beeindigd"), "client.end", _has("assignment"), _of("assignment"), personal=True),
    Tally(("toezicht", "mislukte_aanmelding"), "user.sign_in", outcome="failed"),
    Tally(("toezicht", "backup"), "backup.create", _has("step", "done")),
    Tally(("toezicht", "backup_nagegaan"), "backup.verify", _has("step", "done")),
    Tally(("toezicht", "teruggezet_geoefend"), "backup.drill", _has("step", "done")),
    Tally(("toezicht", "teruggezet"), "backup.restore", _has("step", "done")),
    Tally(("toezicht", "toegang_nagelopen"), "user.review", _has("step", "done")),
    Tally(("toezicht", "inzien_nagekeken"), "audit.sample", _has("step", "done")),
)
"""The figures of single lines. Those about people who have a dossier are personal."""


class BreachTally(NamedTuple):
    """A figure on breaches: the day that it counts in, None where it does not; and the line of a forgotten one."""

    name: str
    on: Callable[[BreachFact], date | None]
    action: str
    counts: Callable[[LogFact], bool]


BREACHES: tuple[BreachTally, ...] = (
    *(BreachTally(kind, _select_opened(kind), "breach.open", _has("kind", kind.value)) for kind in BreachKind),
    BreachTally("besluit_ap", lambda one: one.decided_on if one.to_ap else None, "breach.decide", _has("ap", True)),
    BreachTally(
        "besluit_betrokkenen",
        lambda one: one.decided_on if one.to_persons else None,
        "breach.decide",
        _has("persons", True),
    ),
    BreachTally("ap_op_tijd", lambda one: None if one.late else one.reported_on, "breach.notify", _has("late", False)),
    BreachTally("ap_te_laat", lambda one: one.reported_on if one.late else None, "breach.notify", _has("late", True)),
    BreachTally("gesloten", lambda one: one.closed_on, "breach.close", lambda line: "step" not in line.details),
)
"""The figures on breaches: a row says of each what was done when, for three years after the breach is closed."""

ACTIONS = frozenset({*(tally.action for tally in TALLIES), *(tally.action for tally in BREACHES)})
"""The actions whose lines are read."""


def list_public_figures(facts: YearFacts) -> tuple[Figure, ...]:
    """Give the figures of a year; those that are small or would give a small one away have no value."""
    cells = list_cells(facts)
    withheld = withhold(cells)
    return tuple(Figure(one.name, None if one.name in withheld else one.value) for one in cells if not one.hidden)


def list_figures(facts: YearFacts) -> tuple[Figure, ...]:
    """Give the figures of a year as they are, for the beheerder alone: nothing is withheld."""
    return tuple(Figure(one.name, one.value) for one in list_cells(facts) if not one.hidden)


def list_cells(facts: YearFacts) -> tuple[Cell, ...]:
    """Give every figure with its value, in the order in which they are shown."""
    return (
        *_requests(facts.requests),
        *(cell for subject, outcome in DECIDED.items() for cell in _table(subject, facts.disclosures, outcome)),
        *_exceptions(facts.disclosures),
        *_looks(facts),
        *_dossiers(facts),
        *_breaches(facts),
        *_tallies(facts.lines),
    )


def _requests(requests: tuple[RequestFact, ...]) -> Iterator[Cell]:
    """Give requests by kind and by how far they came; those answered by decision; those refused by ground."""
    by = Counter((one.kind, _how_far(one)) for one in requests)
    columns = Counter(_how_far(one) for one in requests)
    answered = [one for one in requests if one.answered_on is not None]
    decisions = Counter(one.decision for one in answered)
    refusals = Counter(one.refusal or "onbekend" for one in answered if one.decision in REFUSED)
    for kind in RequestKind:
        for column in COLUMNS:
            yield Cell(("verzoeken", kind, column), f"v:{kind}", f"v:{column}", by[kind, column])
        yield Cell(
            ("verzoeken", kind, TOTAL), "v:", f"v:{kind}", sum(by[kind, column] for column in COLUMNS), total=True
        )
    for column in COLUMNS:
        target = "v:answered" if column in ANSWERED else "v:end"
        yield Cell(("verzoeken", TOTAL, column), f"v:{column}", target, columns[column], total=True)
    yield Cell(("verzoeken", TOTAL, TOTAL), "v:end", "v:", len(requests), total=True)
    for decision in Decision:
        target = "v:refused" if decision in REFUSED else "v:end"
        yield Cell(("beslissingen", decision), "v:answered", target, decisions[decision])
    for code in (*REFUSALS, "onbekend"):
        yield Cell(("weigeringen", code), "v:refused", "v:end", refusals[code])


def _how_far(request: RequestFact) -> str:
    if request.answered_on is None:
        return "ingetrokken" if request.state == "ingetrokken" else "onbeantwoord"
    term = count_answer_term(request.received_on, request.asked_on, request.identified_on, request.extended_on)
    return judge_timeliness(term, request.answered_on)


def _table(subject: str, disclosures: Iterable[DisclosureFact], outcome: str) -> Iterator[Cell]:
    """Give disclosures of one outcome by ground and kind of recipient, with totals."""
    rows = [one for one in disclosures if one.outcome == outcome]
    by = Counter((one.ground, one.recipient) for one in rows)
    grounds = _list_grounds(subject)
    for ground in grounds:
        for recipient in RECIPIENTS:
            cell = (subject, ground, recipient)
            yield Cell(cell, f"{subject}:{ground}", f"{subject}:{recipient}", by[ground, recipient])
        total = sum(by[ground, recipient] for recipient in RECIPIENTS)
        yield Cell((subject, ground, TOTAL), f"{subject}:by:{ground}", f"{subject}:{ground}", total, total=True)
    for recipient in RECIPIENTS:
        total = sum(by[ground, recipient] for ground in grounds)
        yield Cell((subject, TOTAL, recipient), f"{subject}:{recipient}", f"{subject}:end", total, total=True)
    yield Cell((subject, TOTAL, TOTAL), f"{subject}:end", f"{subject}:", len(rows), total=True)


def _list_grounds(subject: str) -> tuple[str, ...]:
    return (*GROUNDS, CALLER) if subject == "geweigerd" else GROUNDS


def _exceptions(disclosures: tuple[DisclosureFact, ...]) -> Iterator[Cell]:
    """Give what the beheerder decided in single cases (art. 8.3), and what still waits for that.

    What was decided is a part of the disclosures by ground: the rest, shown nowhere, may not follow from the two.
    """
    for subject, outcome in DECIDED.items():
        of_outcome = [one for one in disclosures if one.outcome == outcome]
        by = Counter((one.exceptional, one.ground) for one in of_outcome)
        for exceptional, node in ((True, f"{subject}:exceptional"), (False, f"{subject}:regular")):
            value = sum(one.exceptional is exceptional for one in of_outcome)
            name = ("uitzonderingen", outcome) if exceptional else ("uitzonderingen", outcome, "-")
            yield Cell(name, f"{subject}:", node, value, hidden=not exceptional)
            for ground in _list_grounds(subject):
                yield Cell((node, ground), node, f"{subject}:by:{ground}", by[exceptional, ground], hidden=True)
    yield from _alone(("uitzonderingen", "wacht"), sum(one.outcome == "beheerder_beslist" for one in disclosures))


def _looks(facts: YearFacts) -> Iterator[Cell]:
    """Give the looks outside a caseload, and how many of them the beheerder looked over."""
    looks = [line.seq for line in facts.lines if line.details.get("break_glass")]
    seen = sum(seq in facts.reviewed for seq in looks)
    yield Cell(("inzien", "nagegaan"), "i:", "i:end", seen)
    yield Cell(("inzien", "niet_nagegaan"), "i:", "i:end", len(looks) - seen)
    yield Cell(("inzien", TOTAL), "i:end", "i:", len(looks), total=True)


def find_former_end(figures: Collection[Figure], former: Collection[Figure]) -> int | None:
    """Give the dossiers on the last day of the year before, where they are not as many as on the first of this one.

    A backup that was put back brings dossiers that were gone, or takes some away. None where a figure is withheld.
    """
    end = next((one.value for one in former if one.name == ("dossiers", "eind")), None)
    begin = next((one.value for one in figures if one.name == ("dossiers", "begin")), None)
    return end if end is not None and begin is not None and end != begin else None


def _dossiers(facts: YearFacts) -> Iterator[Cell]:
    """Give how many dossiers there were, came and went; why they went, and how late those of which the term ended.

    The number on the last day is the next year's on the first.
    """
    came = sum(facts.first <= on <= facts.last for on in facts.registered)
    gone = [one for one in facts.destroyed if facts.first <= one.on <= facts.last]
    began = sum(on < facts.first for on in facts.registered) - (len(facts.destroyed) - len(gone))
    yield Cell(("dossiers", "begin"), "d:", "d:there", began, fixed=True)
    yield Cell(("dossiers", "erbij"), "d:", "d:there", came)
    yield Cell(("dossiers", "eraf"), "d:there", "d:gone", len(gone))
    yield Cell(("dossiers", "eind"), "d:there", "d:", began + came - len(gone), fixed=True)
    reasons = Counter(one.reason for one in gone)
    for reason in REASONS:
        yield Cell(("vernietigd", reason), "d:gone", f"d:{reason}" if reason == REASONS[0] else "d:", reasons[reason])
    late = Counter(_lateness((one.on - (one.since or one.on)).days) for one in gone if one.reason == REASONS[0])
    for how in LATENESS:
        yield Cell(("na_de_termijn", how), f"d:{REASONS[0]}", "d:", late[how])


def _lateness(days: int) -> str:
    return LATENESS[0] if days <= 0 else LATENESS[1] if days <= MONTH else LATENESS[2]


def _breaches(facts: YearFacts) -> Iterator[Cell]:
    """Give what was done about breaches: by their rows, and by the log for those that have none any more."""
    there = {one.number for one in facts.breaches}
    done = [line for line in facts.lines if line.outcome == "done" and "breach" in line.details]
    forgotten = [line for line in done if line.details["breach"] not in there]
    for tally in BREACHES:
        days = {one.number: tally.on(one) for one in facts.breaches}
        of_year = {number for number, on in days.items() if on is not None and facts.first <= on <= facts.last}
        left = (line for line in forgotten if line.action == tally.action and tally.counts(line))
        value = len(of_year | {str(line.details["breach"]) for line in left})
        yield from _alone(("datalekken", tally.name), value, personal=False)


def _tallies(lines: Iterable[LogFact]) -> Iterator[Cell]:
    by: Mapping[str, list[LogFact]] = {action: [] for action in ACTIONS}
    for line in lines:
        if line.action in by:
            by[line.action].append(line)
    for one in TALLIES:
        counted = {one.each(line) for line in by[one.action] if line.outcome == one.outcome and one.counts(line)}
        yield from _alone(one.name, len(counted), personal=one.personal)


def _alone(name: tuple[str, ...], value: int, *, personal: bool = True) -> Iterator[Cell]:
    """Give a figure that is no part of another: what it comes from is shown nowhere."""
    node = ":".join(name)
    yield Cell(name, node, f"{node}:end", value, personal)
    yield Cell((*name, "-"), f"{node}:end", node, value, personal, hidden=True)
