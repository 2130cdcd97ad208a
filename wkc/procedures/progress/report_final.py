"""A report that goes: judged anew, logged as one disclosure, put on paper; its day and digest stay (art. 8.1)."""

from hashlib import sha256
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.disclosure import DisclosureUnknown
from wkc.errors.report import ReportChanged, ReportHoldsBarred, ReportNotAllowed, ReportNotPrinted, ReportTooLate
from wkc.procedures.core import clock
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import read_letterhead
from wkc.procedures.core.paper import NoPaper, PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields, output_file
from wkc.procedures.letters import notice
from wkc.procedures.letters.address import check_postal_address
from wkc.procedures.progress.assignment import find_assignment
from wkc.procedures.progress.report import find_draft, refuse_outright
from wkc.procedures.progress.report_facts import JudgedReport, judge_report
from wkc.records.disclosure import Allowance, Disclosure, SentLetter
from wkc.records.dossier import Client, Contact
from wkc.records.report import Report, ReportPaper
from wkc.records.user import Role
from wkc.rules.disclosure.annex import LAWS
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.letters.again import AGAIN, can_make_again
from wkc.rules.progress.report import NAME
from wkc.rules.progress.screening import ABSOLUTE
from wkc.rules.retention.contact import RESTARTS
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports
from wkc.store.disclosure.disclosure import Asker, Judged
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import party_profile as profiles
from wkc.store.requests.correction import is_asked

FORMATS = ("pdf", "json")


class SentPaper(Struct, frozen=True):
    """A report that was put on paper: its path and its SHA-256; `disclosure` is its number in the log.

    A draft has no number and no disclosure: it goes to nobody.
    """

    client: Client
    report: Report
    path: Path
    sha256: str
    number: str | None
    disclosure: int | None


class PaperOrder(Struct, frozen=True):
    """A report on paper as it is asked for: where it goes, as pdf or json, and whether its words stay until it is sent.

    `despite` is the beheerder's reason for which a word in the text is no barred value after all.
    """

    place: Path
    form: str
    despite: str | None = None
    force: bool = False
    keeps_words: bool = False


class ReportSent(Struct, frozen=True):
    """A report that was printed and is sent now: its number, and that of its disclosure in the log."""

    client: Client
    report: Report
    number: str | None
    disclosure: int


def preview(
    session: Session, client_text: str, party: str, reference: str | None, place: Path, form: str, *, force: bool
) -> SentPaper:
    """Put a draft on paper with a mark on every page; barred values in its text are refused as they would be."""
    form = _check(session, form, place, force=force)
    with act(session, "report.show") as action:
        client, report, judged = _judge_draft(action, client_text, party, reference, None)
        paper = _paper(action, client, report, judged, None, None)
    content = _render(paper, form)
    # A draft goes to nobody: no line with its digest comes before it.
    output_file.write(place, content, lambda: None, state=session.environment.state(), force=force)
    return SentPaper(client, report, place, sha256(content).hexdigest(), None, None)


def finish(
    session: Session, client_text: str, party: str, reference: str | None, order: PaperOrder
) -> SentPaper | Disclosure:
    """Put a draft on paper to be sent: gives the paper, or the disclosure where the beheerder has to decide first.

    Its words go with that, unless the order keeps them so that it can be made again under its number until `mark_sent`.
    errors.ReportHoldsBarred, ReportRefused, ReportNotAllowed, ReportChanged, ReportTooLate, PartyAddressMissing.
    """
    place, form = order.place, _check(session, order.form, order.place, force=order.force)
    reason = None if order.despite is None else fields.parse_reason(order.despite)

    def prepare(action: Action) -> PreparedPaper[SentPaper | Disclosure] | NoPaper[SentPaper | Disclosure]:
        client, report, judged = _judge_draft(action, client_text, party, reference, reason)
        made = _put_disclosure(action, client, report, judged)
        if made.is_waiting:
            return NoPaper(made)
        if not made.is_given:
            action.mark_refused("beheerder")
            raise ReportNotAllowed
        _check_again(action, made, judged)
        check_postal_address(action, made.party, report.channel)
        number = (made.letter and made.letter.number) or disclosures.next_letter(action.store, action.today)
        content = _paper(action, client, report, judged, number, made)
        shown = [contact.uuid.hex for contact in content.contacts]

        def log_paper(action: Action, paper: RenderedPaper) -> SentPaper:
            the_client(action, client.number)
            action.details |= {"disclosure": made.uuid.hex, "step": "made", "sha256": paper.sha256, "contacts": shown}
            disclosures.put_letter(action.store, made, SentLetter(action.now, paper.digest, number))
            if not order.keeps_words:
                reports.finish(action.store, report, paper.digest, action.now, action.by)
            return SentPaper(client, report, paper.path, paper.sha256, number, made.number)

        return PreparedPaper(lambda: _render(content, form), log_paper)

    return publish(session, "report.final", place, prepare, force=order.force)


def mark_sent(session: Session, client_text: str, party: str, reference: str | None) -> ReportSent:
    """Write down that a report that was printed is sent: its words go; errors.ReportUnknown, ReportNotPrinted."""
    with act(session, "report.final") as action:
        client = the_client(action, client_text)
        report = find_draft(action, client, find_assignment(action, client, party, reference))
        number = report.disclosure or 0
        made = disclosures.by_number(action.store, client, number, BY_CODE) if number else None
        if made is None or made.letter is None:
            raise ReportNotPrinted
        action.details |= {"disclosure": made.uuid.hex, "step": "done"}
        reports.finish(action.store, report, made.letter.sha256, action.now, action.by)
        return ReportSent(client, report, made.letter.number, number)


def _check(session: Session, form: str, place: Path, *, force: bool) -> str:
    output_file.check(place, session.home.path, force=force)
    return codes.parse_code(form, FORMATS)


def _judge_draft(
    action: Action, client_text: str, party: str, reference: str | None, despite: str | None
) -> tuple[Client, Report, JudgedReport]:
    """Judge a draft as of today; errors.ReportHoldsBarred names the fields of what may not go."""
    client = the_client(action, client_text)
    report = find_draft(action, client, find_assignment(action, client, party, reference))
    if despite is not None and action.user.role is not Role.BEHEERDER:
        action.refuse("niet_opgedragen")
    judged = judge_report(action, client, report, despite)
    refuse_outright(action, judged)
    left = [one for one in judged.findings if despite is None or one.reason in ABSOLUTE]
    if left:
        action.mark_refused(left[0].reason)
        raise ReportHoldsBarred(fields=", ".join(dict.fromkeys(one.field.label for one in left)))
    return client, report, judged


def _put_disclosure(action: Action, client: Client, report: Report, judged: JudgedReport) -> Disclosure:
    """Give the disclosure of a report: put on file once, whatever is asked again."""
    if report.disclosure is not None:
        made = disclosures.by_number(action.store, client, report.disclosure, BY_CODE)
        if made is None:
            raise DisclosureUnknown
        return made
    by = Judged(action.today, action.user.role, vital=False, judgement=judged.judgement)
    asker = Asker(report.assignment.party, None)
    row = disclosures.add(action.store, client, asker, judged.case, by, action.now, action.by)
    made = disclosures.one(action.store, row, BY_CODE)
    reports.put_disclosure(action.store, report, made)
    action.details |= {
        "disclosure": made.uuid.hex,
        "party": made.party.uuid.hex,
        "ground": made.case.ground,
        "categories": list(made.case.categories),
        "outcome": made.outcome.value,
    }
    if made.is_given:
        notice.recount(action, client, contacts.of_client(action.store, client, RESTARTS))
    return made


def _check_again(action: Action, made: Disclosure, judged: JudgedReport) -> None:
    """Refuse a paper that is made again too late, or that has more than its disclosure lists.

    So is one that the rules let go by themselves, and that the beheerder would have to decide on now.
    """
    if made.letter is not None and not can_make_again(clock.day(made.letter.at), action.today):
        raise ReportTooLate(days=AGAIN.days)
    listed = {item.entry for item in made.gone}
    by_rule = made.outcome is Allowance.TOEGESTAAN and judged.judgement.outcome is not Allowance.TOEGESTAAN
    if by_rule or not {granted.asked.entry for granted in judged.judgement.granted} <= listed:
        action.mark_refused("sindsdien_gewijzigd")
        raise ReportChanged


def _paper(
    action: Action, client: Client, report: Report, judged: JudgedReport, number: str | None, made: Disclosure | None
) -> ReportPaper:
    """Read all that a report shows: what the judgement lets go, and the contacts of its period; of a draft, as of now.

    One that was logged after the moment of the disclosure, or that the first print did not have, would make another
    paper of the next print. One that a request contests stays out until that is answered, as a value does (AVG 18.1.a).
    """
    name = {entry.field.code: entry.value or "" for entry, _mark in judged.entries}
    listed = contacts.of_client(action.store, client, RESTARTS)
    shown = None if made is None else reports.list_shown(action.store, made)
    law = LAWS.get(report.law) if report.law else None
    return ReportPaper(
        read_letterhead(action),
        report.assignment.party,
        profiles.one(action.store, report.assignment.party),
        " ".join(name[code] for code in NAME if code in name) or None,
        report,
        tuple(one for one in listed if _is_of_period(one, report) and _may_show(action, one, made, shown)),
        tuple((entry, mark) for entry, mark in judged.entries if entry.field.code not in NAME),
        number,
        None if law is None else law.name,
        action.now,
    )


def _is_of_period(contact: Contact, report: Report) -> bool:
    return contact.withdrawn_at is None and report.from_on <= contact.on <= report.until_on


def _may_show(action: Action, contact: Contact, made: Disclosure | None, shown: frozenset[UUID] | None) -> bool:
    """Tell whether a contact is contested by nobody and, of a report that goes, was on file and on its first print."""
    if is_asked(action.store, contact.uuid):
        return False
    if made is None:
        return True
    return contact.recorded_at <= made.recorded_at and (shown is None or contact.uuid in shown)


def _render(paper: ReportPaper, form: str) -> bytes:
    from wkc.documents.part import as_json
    from wkc.documents.report import as_pdf, build_report

    report = build_report(paper)
    return as_json(report) if form == "json" else as_pdf(report)
