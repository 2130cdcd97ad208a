"""Art. 11, 12 and 13, AVG 12: the letter of each step with a request, with its addressee and its facts."""

from collections.abc import Iterator
from datetime import date

from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.retention_blocks import block_of_hold
from wkc.procedures.letters.letter import Subject, draw_up, read_addressee
from wkc.records.dossier import Client
from wkc.records.letter import (
    Addressee,
    Answered,
    Extended,
    IdentityAsked,
    Letter,
    LetterKind,
    Matter,
    Received,
    RequestedEntry,
)
from wkc.records.request import Decision, Request, RequestKind, Ruling
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests import request as rules
from wkc.rules.requests.identity import list_means
from wkc.rules.requests.late import judge_lateness
from wkc.rules.requests.term import count_appeal_term
from wkc.rules.retention.assess import NAME, is_in_force
from wkc.store import correction as corrections
from wkc.store import entry as entries
from wkc.store import hold as holds
from wkc.store import letter as letters
from wkc.store import request as requests
from wkc.store import search as searches

_DECIDED = {
    Decision.TOEGEWEZEN: LetterKind.TOEGEWEZEN,
    Decision.DEELS: LetterKind.DEELS_TOEGEWEZEN,
    Decision.AFGEWEZEN: LetterKind.AFGEWEZEN,
    Decision.GEEN_GEGEVENS: LetterKind.GEEN_GEGEVENS,
}


def confirm_receipt(action: Action, request: Request, name: str | None) -> Letter:
    """Confirm that a request came in; `name` is as typed of who is not on file, whom not everybody can read back."""
    return _letter(
        action, request, LetterKind.ONTVANGSTBEVESTIGING, Received(_asked(action, request)), action.today, name
    )


def ask_identity(action: Action, request: Request) -> Letter:
    """Ask for proof of identity; the second time with the last day for it."""
    until = rules.proof_until(request)
    kind = LetterKind.IDENTITEIT_HERINNERING if until else LetterKind.IDENTITEIT_GEVRAAGD
    return _letter(
        action, request, kind, IdentityAsked(_asked(action, request), until, list_means(request)), action.today
    )


def tell_extension(action: Action, request: Request) -> Letter | None:
    """Tell that the answer takes longer, and why; None for a request that was not extended."""
    longer = request.extension
    if longer is None:
        return None
    matter = Extended(_asked(action, request), (longer.code,), longer.reasons)
    return _letter(action, request, LetterKind.VERLENGING, matter, action.today)


def tell_decision(action: Action, request: Request) -> Letter | None:
    """Write the decision, not sent yet; of what is refused also why, and where to go with it."""
    ruling = request.ruling
    if ruling is None:
        return None
    days = None if ruling.decision is Decision.TOEGEWEZEN else count_appeal_term(action.today)
    overdue = judge_lateness(rules.count_term(request), action.today)
    granted, withheld = _named(action, request, ruling)
    matter = Answered(
        _asked(action, request),
        ruling.refusal,
        ruling.reasons,
        days,
        overdue,
        _sought(action, request),
        granted,
        withheld,
    )
    return _letter(action, request, _DECIDED[ruling.decision], matter, None)


def mark_sent(action: Action, request: Request, on: date) -> None:
    """Write down that the decision went out on a day."""
    for letter in letters.of_request(action.store, request):
        if letter.kind in _DECIDED.values():
            letters.sent(action.store, letter, on)


def _letter(
    action: Action, request: Request, kind: LetterKind, matter: Matter, sent_on: date | None, name: str | None = None
) -> Letter:
    subject = Subject(_to(action, request, name), request.client, request, names_dossier=not rules.is_unproven(request))
    drawn = draw_up(action, kind, subject, matter, sent_on)
    action.details["letter"] = drawn.number
    return drawn


def _kept(action: Action, client: Client) -> Iterator[str]:
    """Name what stays of a dossier that is removed, until when and by which law (AVG 12.4, 17.3)."""
    from wkc.documents.paper import in_words

    kept = [one for one in holds.of_client(action.store, client) if is_in_force(block_of_hold(one), action.today)]
    for hold in kept:
        law = f" ({hold.citation})" if hold.citation else ""
        for category in sorted(hold.categories):
            yield f"{CATEGORIES[category]}: bewaard tot en met {in_words(hold.until_on)}{law}"
    if kept and all(NAME not in hold.categories for hold in kept):
        yield f"{CATEGORIES[NAME]}: bewaard zolang iets anders blijft, zodat wij weten van wie het is"


def _named(action: Action, request: Request, ruling: Ruling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name what a decision grants and what it does not: the fields of a correction, the parts a copy is without."""
    proposals = corrections.of_request(action.store, request, BY_CODE)
    granted = dict.fromkeys(one.field.label for one in proposals if one.granted)
    withheld = dict.fromkeys(one.field.label for one in proposals if one.granted is False)
    if request.kind is RequestKind.VERWIJDERING and not proposals and request.client is not None:
        withheld |= dict.fromkeys(_kept(action, request.client))
    if ruling.left_out and request.client is not None:
        fields = {one.uuid: one.field.label for one in entries.of_client(action.store, request.client, BY_CODE)}
        withheld |= dict.fromkeys(
            CATEGORIES[category] if one is None else fields.get(one, CATEGORIES[category])
            for category, one in ruling.left_out
        )
    return tuple(granted), tuple(withheld)


def _sought(action: Action, request: Request) -> tuple[str, ...]:
    """Give the kinds of key by which was searched for who asks, the last time."""
    made = searches.of_request(action.store, request)
    return made[-1].sought if made else ()


def _to(action: Action, request: Request, name: str | None) -> Addressee:
    """Give who asked: the client, who acts for them by a mandate on file, or somebody who is not on file."""
    if request.mandate is not None:
        return Addressee(request.mandate.name)
    if request.client is not None:
        return read_addressee(action, request.client)
    lines_given = name or request.name
    if lines_given is None:  # The name is sealed to who would write: the letter would reach nobody.
        action.refuse("niet_relevant_voor_functie")
    first, *lines = lines_given.splitlines()
    return Addressee(first, tuple(lines))


def _asked(action: Action, request: Request) -> RequestedEntry:
    proven = request.mandate is not None and not rules.is_unproven(request)
    whose = name_of(action.store, request.client) if request.client and proven else None
    also = requests.joined(action.store, request)
    return RequestedEntry(request.number, request.kind, rules.count_term(request), request.oral, whose, also)
