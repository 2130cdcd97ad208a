"""Art. 8.1 and 8.2: the facts of a report, its judgement, and the barred values in its text."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core.action import Action
from wkc.procedures.disclosure.facts import Circumstances, gather_facts
from wkc.records.disclosure import DisclosureDetails, DisclosureFacts, Judgement
from wkc.records.dossier import Client, Entry
from wkc.records.report import BarredValue, Finding, Report, TextPart
from wkc.rules.disclosure.judge import judge
from wkc.rules.disclosure.secrecy import is_secret
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.progress.report import FIELDS, NAME, PURPOSE
from wkc.rules.progress.screening import bar, bar_field, find_barred
from wkc.store.core import register as register_metadata
from wkc.store.disclosure import release as releases
from wkc.store.dossier import entry as entries
from wkc.store.dossier import supplied

GOAL, CONSENT, STATUTE = "doel", "toestemming", "wettelijk_voorschrift"


class JudgedReport(Struct, frozen=True):
    """A report as the rules see it: case, facts, judgement, the barred values left in it, the entries that go."""

    case: DisclosureDetails
    facts: DisclosureFacts
    judgement: Judgement
    findings: tuple[Finding, ...]
    entries: tuple[tuple[Entry, str | None], ...]


def judge_report(action: Action, client: Client, report: Report, note: str | None = None) -> JudgedReport:
    """Judge a report by art. 8 as of today: what it shows, and each barred value in its text.

    A value in the text goes only where the ground carries it: a consent that names it, a law that is cited.
    """
    every = entries.of_client(action.store, client, BY_CODE)
    if entries.closed_to(action.store, client) is not None:
        action.refuse("niet_relevant_voor_functie")
    listed = _findings(action, client, report, every)
    shown = [entry for entry in every if _is_shown(entry, report.from_on, report.until_on)]
    written = {finding.entry for finding in listed} if report.ground != GOAL else set()
    asked = {entry.uuid: entry for entry in every if entry in shown or entry.uuid in written}
    case = _case(report, asked.values(), note)
    facts = gather_facts(action, client, report.assignment.party, case, Circumstances(action.today, action.user.role))
    facts = replace(facts, asked=tuple(one for one in facts.asked if one.entry in asked))
    judgement = judge(facts)
    marks = {granted.asked.entry: granted.mark for granted in judgement.granted}
    return JudgedReport(
        case,
        facts,
        judgement,
        tuple(finding for finding in listed if finding.entry not in marks),
        tuple((entry, marks[entry.uuid]) for entry in shown if entry.uuid in marks),
    )


def _is_shown(entry: Entry, first: date, last: date) -> bool:
    """Tell whether a report shows a value: the name, and what was done in the period."""
    if entry.closed_at is not None or entry.field.code not in FIELDS:
        return False
    return entry.field.code in NAME or first <= entry.provenance.obtained_on <= last


def _findings(action: Action, client: Client, report: Report, every: tuple[Entry, ...]) -> tuple[Finding, ...]:
    texts = {TextPart.AFSPRAKEN: report.agreed, TextPart.WOORDEN: report.words}
    lifted, party = releases.of_client(action.store, client, BY_CODE), report.assignment.party
    barred, known = [], [party.name, report.assignment.reference, register_metadata.houder(action.store).name]
    for entry in every:
        why = bar(entry, is_secret=is_secret(entry, lifted, action.today, party.uuid))
        value = entry.value or ""
        if why is not None:
            barred.append(BarredValue(entry.number, entry.uuid, entry.field, value, *why))
        elif entry.closed_at is None:
            known.append(value)
    for aside in supplied.of_client(action.store, client, BY_CODE):
        why = bar_field(aside.field)
        if why is not None and aside.value is not None:
            barred.append(BarredValue(0, aside.uuid, aside.field, aside.value, *why))
    return find_barred({part: text for part, text in texts.items() if text}, barred, known)


def _case(report: Report, asked: Iterable[Entry], note: str | None) -> DisclosureDetails:
    return DisclosureDetails(
        channel=report.channel,
        ground=report.ground,
        purpose=PURPOSE,
        categories=tuple(sorted({entry.field.category for entry in asked})),
        law=report.law,
        citation=report.citation,
        covers_bsn=report.covers_bsn,
        requested_on=None,
        subject=None,
        doubt=None,
        called_back=None,
        research=None,
        danger=None,
        reason=None,
        note=note,
    )
