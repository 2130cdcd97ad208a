"""Art. 11, 12 and 13, AVG 12: the letter of each step with a request, with its addressee and its facts."""

from collections.abc import Iterator
from datetime import date

from wkc.errors.death import AnswerAfterDeath
from wkc.errors.letter import AskerUnknown
from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.retention_blocks import block_of_hold
from wkc.procedures.letters.address import Choice, addressee_of_lines, addressee_of_mandate, read_addressee
from wkc.procedures.letters.letter import Subject, draw_up, redraw
from wkc.records.correction import Proposal
from wkc.records.dossier import Client, Hold
from wkc.records.letter import (
    Addressee,
    ExtensionNotice,
    IdentityQuestion,
    Letter,
    LetterKind,
    Matter,
    RequestAnswer,
    RequestInLetter,
    RequestReceipt,
)
from wkc.records.objection import Objection
from wkc.records.request import Decision, Request, RequestKind, RequestState, Ruling
from wkc.rules.dossier.death import judge_answer
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests import request as rules
from wkc.rules.requests.correction import DUTY_OF, category_of
from wkc.rules.requests.identity import list_means
from wkc.rules.requests.late import judge_lateness
from wkc.rules.requests.term import count_appeal_term
from wkc.rules.retention.assess import NAME, is_in_force
from wkc.store.core import audit
from wkc.store.dossier import death as deaths
from wkc.store.dossier import entry as entries
from wkc.store.dossier import hold as holds
from wkc.store.dossier import search as searches
from wkc.store.letters import letter as letters
from wkc.store.requests import correction as corrections
from wkc.store.requests import objection as objections
from wkc.store.requests import request as requests

DECIDED = {
    Decision.TOEGEWEZEN: LetterKind.TOEGEWEZEN,
    Decision.DEELS: LetterKind.DEELS_TOEGEWEZEN,
    Decision.AFGEWEZEN: LetterKind.AFGEWEZEN,
    Decision.GEEN_GEGEVENS: LetterKind.GEEN_GEGEVENS,
}
"""The letter of each decision."""

_REMOVED, _TAKEN_UP = ", daarna verwijderen wij het", ", daarna nemen wij uw verzoek uit onszelf weer op"
"""The promise of a letter about what a duty keeps, for what goes then by itself and for a whole dossier."""

THE_OTHER = "degene voor wie u dit vraagt"
"""The client in a letter to a requester who proved nothing yet: it confirms nobody on file (art. 11.5)."""


def confirm_receipt(action: Action, request: Request, name: str | None = None) -> Letter | None:
    """Confirm that a request came in; None while nobody knows who asks for a client.

    `name` is as typed of who is not on file, whom not everybody can read back.
    """
    if _is_asker_unknown(request):
        return None
    return _draw(action, request, LetterKind.ONTVANGSTBEVESTIGING, name)


def ask_identity(action: Action, request: Request) -> Letter | None:
    """Ask for proof of identity; the second time with the last day for it."""
    again = rules.proof_until(request) is not None
    return _draw(action, request, LetterKind.IDENTITEIT_HERINNERING if again else LetterKind.IDENTITEIT_GEVRAAGD)


def write_extension(action: Action, request: Request) -> Letter | None:
    """Write that the answer takes longer, and why; None for a request that was not extended."""
    return _draw(action, request, LetterKind.VERLENGING)


def write_decision(action: Action, request: Request) -> Letter | None:
    """Write the decision, not sent yet; of what is refused also why, and where to go with it."""
    return None if request.ruling is None else _draw(action, request, DECIDED[request.ruling.decision])


def mark_answered(action: Action, request: Request, on: date) -> None:
    """Write down that a decision was sent; the copy that went with it carries the request out.

    errors.AnswerAfterDeath for a day after the death of the client.
    """
    if request.client is not None:
        verdict = judge_answer(deaths.of_client(action.store, request.client), on)
        if not verdict.allowed:
            action.mark_refused(verdict.reason)
            raise AnswerAfterDeath(request=request.number, article=verdict.article)
    requests.mark_answer_sent(action.store, request, on)
    if request.client is not None and audit.is_handed_out(action.store, request.client, request.number):
        requests.carry_out(action.store, request, on)


def mark_sent(action: Action, request: Request, on: date) -> None:
    """Write down that the decision went out on a day; one that nobody printed here bears that day from now on."""
    for letter in letters.of_request(action.store, request):
        if letter.kind in DECIDED.values() and letter.is_waiting:
            if letter.printed_on is None and letter.dated_on != on:
                _date(action, request, letter, on)
            letters.put_sent(action.store, letter, on)


def write_letter(
    action: Action, request: Request, kind: LetterKind, on: date, choice: Choice | None = None, name: str | None = None
) -> tuple[Subject, Matter] | None:
    """Give the subject and the content of a letter on a request, sent on a day; None once its step is past."""
    matter = _matter(action, request, kind, on)
    if matter is None:
        return None
    to = _to(action, request, name, choice)
    return Subject(to, request.client, request, names_dossier=not rules.is_unproven(request)), matter


def _draw(action: Action, request: Request, kind: LetterKind, name: str | None = None) -> Letter | None:
    written = write_letter(action, request, kind, action.today, name=name)
    if written is None:
        return None
    drawn = draw_up(action, kind, *written)
    action.details["letter"] = drawn.number
    return drawn


def _date(action: Action, request: Request, letter: Letter, on: date) -> None:
    """Let the kept decision bear the day on which it went out."""
    written = write_letter(action, request, letter.kind, on)
    if written is not None:
        redraw(action, letter, *written, on)


def _matter(action: Action, request: Request, kind: LetterKind, on: date) -> Matter | None:
    asked = _describe_request(action, request)
    match kind:
        case LetterKind.ONTVANGSTBEVESTIGING:
            return RequestReceipt(asked)
        case LetterKind.IDENTITEIT_GEVRAAGD | LetterKind.IDENTITEIT_HERINNERING:
            if request.state is not RequestState.IDENTITEIT_GEVRAAGD:
                return None
            until = rules.proof_until(request) if kind is LetterKind.IDENTITEIT_HERINNERING else None
            return IdentityQuestion(asked, until, list_means(request))
        case LetterKind.VERLENGING if request.extension is not None:
            return ExtensionNotice(asked, (request.extension.code,), request.extension.reasons)
        case _ if request.ruling is not None and kind is DECIDED[request.ruling.decision]:
            return _describe_answer(action, request, request.ruling, asked, on)
    return None


def _describe_answer(
    action: Action, request: Request, ruling: Ruling, asked: RequestInLetter, on: date
) -> RequestAnswer:
    granted, withheld = _name_granted(action, request, ruling)
    return RequestAnswer(
        asked,
        ruling.refusal,
        ruling.reasons,
        None if ruling.decision is Decision.TOEGEWEZEN else count_appeal_term(on),
        judge_lateness(rules.count_term(request), on, request.kind),
        _sought(action, request),
        granted,
        withheld,
        _list_ended(action, request),
    )


def _name_kept(action: Action, client: Client, ruling: Ruling) -> Iterator[str]:
    """Name what stays of a dossier that is removed, until when and by which law (AVG 12.4, 17.3)."""
    kept = _list_in_force(action, client)
    for hold in kept:
        is_taken_up = ruling.decision is Decision.AFGEWEZEN and DUTY_OF.get(ruling.refusal or "") == hold.ground
        afterwards = _REMOVED if ruling.decision is Decision.DEELS else _TAKEN_UP if is_taken_up else ""
        for category in sorted(hold.categories):
            yield CATEGORIES[category] + _describe_end(hold, afterwards)
    if kept and all(NAME not in hold.categories for hold in kept):
        yield f"{CATEGORIES[NAME]}: bewaard zolang iets anders blijft, zodat wij weten van wie het is"


def _list_in_force(action: Action, client: Client) -> list[Hold]:
    every = holds.of_client(action.store, client)
    return [one for one in every if is_in_force(block_of_hold(one), action.today)]


def _describe_end(hold: Hold, afterwards: str) -> str:
    """Give the last day for which a hold keeps something, and what follows then (requests/freed.py)."""
    from wkc.documents.paper import in_words

    law = f" ({hold.citation})" if hold.citation else ""
    return f": bewaard tot en met {in_words(hold.until_on)}{law}{afterwards}"


def _name_refused(action: Action, request: Request, ruling: Ruling, refused: Proposal) -> str:
    """Name what is not granted; what a duty keeps with its last day."""
    from wkc.documents.copy.correction import name_changed

    name, ground = name_changed(refused), DUTY_OF.get(ruling.refusal or "")
    if ground is None or request.client is None or request.kind is not RequestKind.VERWIJDERING:
        return name
    keeping = [
        hold
        for hold in _list_in_force(action, request.client)
        if hold.ground == ground and category_of(refused) in block_of_hold(hold).categories
    ]
    return name + _describe_end(max(keeping, key=lambda hold: hold.until_on), _REMOVED) if keeping else name


def _name_granted(action: Action, request: Request, ruling: Ruling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name what a decision grants and what it does not: the fields of a correction, the parts a copy is without."""
    from wkc.documents.copy.correction import name_changed

    proposals = corrections.of_request(action.store, request, BY_CODE)
    granted = dict.fromkeys(name_changed(one) for one in proposals if one.granted)
    refused = (one for one in proposals if one.granted is False)
    withheld = dict.fromkeys(_name_refused(action, request, ruling, one) for one in refused)
    if request.kind is RequestKind.VERWIJDERING and not proposals and request.client is not None:
        withheld |= dict.fromkeys(_name_kept(action, request.client, ruling))
    if ruling.left_out and request.client is not None:
        fields = {one.uuid: one.field.label for one in entries.of_client(action.store, request.client, BY_CODE)}
        withheld |= dict.fromkeys(
            CATEGORIES[category] if one is None else fields.get(one, CATEGORIES[category])
            for category, one in ruling.left_out
        )
    return tuple(granted), tuple(withheld)


def _list_ended(action: Action, request: Request) -> tuple[Objection, ...]:
    """Give the uses of a client's data that a decision ends (AVG 18.2, 21.1)."""
    if request.client is None:
        return ()
    every = objections.of_client(action.store, request.client)
    return tuple(one for one in every if one.request == request.number)


def _sought(action: Action, request: Request) -> tuple[str, ...]:
    """Give the kinds of key of the last search for the requester."""
    made = searches.of_request(action.store, request)
    return made[-1].sought if made else ()


def _is_asker_unknown(request: Request) -> bool:
    return request.client is not None and request.mandate is None and rules.is_unproven(request) and not request.asker


def _to(action: Action, request: Request, name: str | None, choice: Choice | None) -> Addressee:
    """Give the addressee: the client, the representative, or a requester who is not on file; errors.AskerUnknown."""
    if request.mandate is not None:
        known = addressee_of_mandate(request.mandate)
        return known if known.lines or not request.asker else addressee_of_lines(request.asker)
    if _is_asker_unknown(request):
        raise AskerUnknown(request=request.number)
    if request.client is not None and rules.is_unproven(request):
        return addressee_of_lines(request.asker or "")
    if request.client is not None:
        return read_addressee(action, request.client, choice)
    lines = name or request.name
    if lines is None:  # The name is sealed to this user: the letter would reach nobody.
        action.refuse("niet_relevant_voor_functie")
    return addressee_of_lines(lines)


def _describe_request(action: Action, request: Request) -> RequestInLetter:
    whose = None
    if rules.is_unproven(request):
        whose = THE_OTHER
    elif request.client is not None and request.mandate is not None:
        whose = name_of(action.store, request.client)
    also = requests.list_joined(action.store, request)
    return RequestInLetter(
        request.number, request.kind, rules.count_term(request), request.oral, whose, whose != THE_OTHER, also
    )
