"""Art. 5.2, 11 to 14, AVG 5.2: the figures of a year, counted from its facts; small ones are withheld.

Each subject is a network of figures (withholding.py): a total equals its parts, and the parts of a part hang under it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from wkc.records.breach import BreachKind
from wkc.records.request import Decision, RequestKind
from wkc.records.year import TOTAL, DisclosureFact, Figure, LogFact, RequestFact, YearFacts
from wkc.rules.regulation.withholding import Cell, withhold
from wkc.rules.requests.refusal import REFUSALS
from wkc.rules.requests.term import count_answer_term, judge_timeliness

ANSWERED = ("op_tijd", "op_tijd_avg", "te_laat")
COLUMNS = (*ANSWERED, "ingetrokken", "onbeantwoord")
"""How far a request came: answered in time by the regulation, in time by the AVG alone, late; or not answered."""
REFUSED = (Decision.DEELS, Decision.AFGEWEZEN)
GROUNDS = ("doel", "wettelijk_voorschrift", "toestemming", "publieke_taak", "onderzoek", "dringende_reden")
RECIPIENTS = ("opdrachtgever", "instantie", "werkgever", "derde")
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


def _of(key: str) -> Callable[[LogFact], object]:
    return lambda line: str(line.details.get(key))


TALLIES: tuple[Tally, ...] = (
    Tally(("bewaren", "opgeschort"), "retention.hold", _has("hold"), _of("hold"), personal=True),
    Tally(("bewaren", "vrijgegeven"), "retention.release", _has("hold"), _of("hold"), personal=True),
    Tally(("verbeteren", "uitgevoerd"), "correction.apply", _has("step", "carried_out"), personal=True),
    Tally(("verbeteren", "vergissing"), "client.mistake", _has("removed"), _of("removed"), personal=True),
    Tally(("opdrachten", "beeindigd"), "client.end", _has("assignment"), _of("assignment"), personal=True),
    *(Tally(("datalekken", kind.value), "breach.open", _has("kind", kind.value)) for kind in BreachKind),
    Tally(("datalekken", "besluit_ap"), "breach.decide", _has("ap", True), _of("breach")),
    Tally(("datalekken", "besluit_betrokkenen"), "breach.decide", _has("persons", True), _of("breach")),
    Tally(("datalekken", "ap_op_tijd"), "breach.notify", _has("late", False), _of("breach")),
    Tally(("datalekken", "ap_te_laat"), "breach.notify", _has("late", True), _of("breach")),
    Tally(("datalekken", "gesloten"), "breach.close", lambda line: "step" not in line.details),
    Tally(("toezicht", "mislukte_aanmelding"), "user.sign_in", outcome="failed"),
    Tally(("toezicht", "backup"), "backup.create", _has("step", "done")),
    Tally(("toezicht", "backup_nagegaan"), "backup.verify", _has("step", "done")),
    Tally(("toezicht", "teruggezet_geoefend"), "backup.drill", _has("step", "done")),
    Tally(("toezicht", "teruggezet"), "backup.restore", _has("step", "done")),
    Tally(("toezicht", "toegang_nagelopen"), "user.review", _has("step", "done")),
    Tally(("toezicht", "inzien_nagekeken"), "audit.sample", _has("step", "done")),
)
"""The figures of single lines. Those about people who have a dossier are personal."""

ACTIONS = frozenset(tally.action for tally in TALLIES)
"""The actions whose lines are read."""


def publish(facts: YearFacts) -> tuple[Figure, ...]:
    """Give the figures of a year; those that are small or would give a small one away have no value."""
    cells = list_cells(facts)
    withheld = withhold(cells)
    return tuple(Figure(one.name, None if one.name in withheld else one.value) for one in cells if not one.hidden)


def list_cells(facts: YearFacts) -> tuple[Cell, ...]:
    """Give every figure with its value, in the order in which they are shown."""
    return (
        *_requests(facts.requests),
        *_table("verstrekt", [one for one in facts.disclosures if one.outcome == "toegestaan"]),
        *_table("geweigerd", [one for one in facts.disclosures if one.outcome == "geweigerd"]),
        *_exceptions(facts.disclosures),
        *_looks(facts),
        *_dossiers(facts),
        *_tallies(facts.lines),
    )


def _requests(found: tuple[RequestFact, ...]) -> Iterator[Cell]:
    """Give requests by kind and by how far they came; those answered by decision; those refused by ground."""
    by = Counter((one.kind, _how_far(one)) for one in found)
    columns = Counter(_how_far(one) for one in found)
    answered = [one for one in found if one.answered_on is not None]
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
    yield Cell(("verzoeken", TOTAL, TOTAL), "v:end", "v:", len(found), total=True)
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


def _table(subject: str, found: list[DisclosureFact]) -> Iterator[Cell]:
    """Give disclosures by ground and kind of recipient, with totals."""
    by = Counter((one.ground, one.recipient) for one in found)
    for ground in GROUNDS:
        for recipient in RECIPIENTS:
            cell = (subject, ground, recipient)
            yield Cell(cell, f"{subject}:{ground}", f"{subject}:{recipient}", by[ground, recipient])
        total = sum(by[ground, recipient] for recipient in RECIPIENTS)
        yield Cell((subject, ground, TOTAL), f"{subject}:", f"{subject}:{ground}", total, total=True)
    for recipient in RECIPIENTS:
        total = sum(by[ground, recipient] for ground in GROUNDS)
        yield Cell((subject, TOTAL, recipient), f"{subject}:{recipient}", f"{subject}:end", total, total=True)
    yield Cell((subject, TOTAL, TOTAL), f"{subject}:end", f"{subject}:", len(found), total=True)


def _exceptions(found: tuple[DisclosureFact, ...]) -> Iterator[Cell]:
    """Give what the beheerder decided in single cases (art. 8.3), and what still waits for that."""
    by = Counter(one.outcome for one in found if one.exceptional)
    yield from _alone(("uitzonderingen", "toegestaan"), by["toegestaan"])
    yield from _alone(("uitzonderingen", "geweigerd"), by["geweigerd"])
    yield from _alone(("uitzonderingen", "wacht"), by["beheerder_beslist"])


def _looks(facts: YearFacts) -> Iterator[Cell]:
    """Give the looks outside a caseload, and how many of them the beheerder looked over."""
    looks = [line.seq for line in facts.lines if line.details.get("break_glass")]
    seen = sum(seq in facts.reviewed for seq in looks)
    yield Cell(("inzien", "nagegaan"), "i:", "i:end", seen)
    yield Cell(("inzien", "niet_nagegaan"), "i:", "i:end", len(looks) - seen)
    yield Cell(("inzien", TOTAL), "i:end", "i:", len(looks), total=True)


def _dossiers(facts: YearFacts) -> Iterator[Cell]:
    """Give how many dossiers there were, came and went; why they went, and how late those of which the term ended."""
    came = sum(facts.first <= on <= facts.last for on in facts.registered)
    gone = [one for one in facts.destroyed if facts.first <= one.on <= facts.last]
    began = sum(on < facts.first for on in facts.registered) - (len(facts.destroyed) - len(gone))
    yield Cell(("dossiers", "begin"), "d:", "d:there", began)
    yield Cell(("dossiers", "erbij"), "d:", "d:there", came)
    yield Cell(("dossiers", "eraf"), "d:there", "d:gone", len(gone))
    yield Cell(("dossiers", "eind"), "d:there", "d:", began + came - len(gone))
    reasons = Counter(one.reason for one in gone)
    for reason in REASONS:
        yield Cell(("vernietigd", reason), "d:gone", f"d:{reason}" if reason == REASONS[0] else "d:", reasons[reason])
    late = Counter(_lateness((one.on - (one.since or one.on)).days) for one in gone if one.reason == REASONS[0])
    for how in LATENESS:
        yield Cell(("na_de_termijn", how), f"d:{REASONS[0]}", "d:", late[how])


def _lateness(days: int) -> str:
    return LATENESS[0] if days <= 0 else LATENESS[1] if days <= MONTH else LATENESS[2]


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
    yield Cell((*name, "-"), f"{node}:end", node, value, hidden=True)
