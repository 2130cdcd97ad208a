"""The letters on a request, one for each step of art. 11 and 12 that has one, within the deed of that step.

Call them after the step is in the register, with the request as it is then; they say what stands there.
"""

from wkc.procedures.act import Deed
from wkc.procedures.client import name_of
from wkc.procedures.letter import About, addressee, draw_up
from wkc.records import (
    Addressee,
    Answered,
    AskedFor,
    Decision,
    Extended,
    IdentityAsked,
    Letter,
    LetterKind,
    Received,
    Request,
    Requester,
)
from wkc.rules.request import appeal_of, proof_until, term

_ANSWER = {
    Decision.TOEGEWEZEN: LetterKind.TOEGEWEZEN,
    Decision.DEELS: LetterKind.DEELS_TOEGEWEZEN,
    Decision.AFGEWEZEN: LetterKind.AFGEWEZEN,
    Decision.GEEN_GEGEVENS: LetterKind.GEEN_GEGEVENS,
}


def receipt(deed: Deed, request: Request, representative: str | None = None) -> Letter:
    """Say that a request came in, and when the answer comes; sent today.

    `representative` is the name of who asks for the person, where somebody does.
    """
    matter = Received(_asked(deed, request))
    return draw_up(deed, LetterKind.ONTVANGSTBEVESTIGING, _about(deed, request, representative), matter, deed.today)


def identity(deed: Deed, request: Request, representative: str | None = None) -> Letter:
    """Ask who asks (art. 11.5), or ask again with the last day; dated when that was done."""
    before = proof_until(request)
    kind = LetterKind.IDENTITEIT_GEVRAAGD if before is None else LetterKind.IDENTITEIT_HERINNERING
    about = _about(deed, request, representative)
    matter = IdentityAsked(_asked(deed, request), before)
    return draw_up(deed, kind, about, matter, request.reminded_on or request.asked_on)


def extension(deed: Deed, request: Request, representative: str | None = None) -> Letter:
    """Say that the answer takes longer and why (AVG 12.3), dated on the day that counts."""
    if request.extension is None:
        raise ValueError("not extended")
    matter = Extended(_asked(deed, request), (request.extension.code,), request.extension.reasons)
    return draw_up(deed, LetterKind.VERLENGING, _about(deed, request, representative), matter, request.extension.on)


def answer(deed: Deed, request: Request, representative: str | None = None) -> Letter:
    """Tell the decision; its appeal days are counted from the day it is sent, so it is drawn up on that day.

    Who may not read the reasons cannot write the letter: refused.
    """
    ruling = request.ruling
    if ruling is None or request.told_on is None:
        raise ValueError("not decided, or not told")
    if ruling.has_reasons and ruling.reasons is None:
        deed.refuse("niet_relevant_voor_functie")
    refused = ruling.decision is not Decision.TOEGEWEZEN
    matter = Answered(_asked(deed, request), ruling.refusal, ruling.reasons, appeal_of(request) if refused else None)
    return draw_up(deed, _ANSWER[ruling.decision], _about(deed, request, representative), matter, request.told_on)


def _asked(deed: Deed, request: Request) -> AskedFor:
    for_another = request.requester is not Requester.GEREGISTREERDE and request.client is not None
    person = name_of(deed.store, request.client) if for_another and request.client else None
    return AskedFor(request.number, request.kind, term(request), request.oral, person)


def _about(deed: Deed, request: Request, representative: str | None) -> About:
    """Address who asked: the person, or who represents them; the address on file is the person's own."""
    if request.client is None:
        to = Addressee(request.name)
    elif request.requester is Requester.GEREGISTREERDE:
        to = addressee(deed, request.client)
    else:
        to = Addressee(representative)
    return About(to, request.client, request)
