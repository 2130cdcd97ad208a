"""Letters on paper: one template for each kind, in plain Dutch, PDF/A-3a and PDF/UA-1 (art. 11 to 13)."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from wkc.documents import letter_words, responsibility, texts
from wkc.documents.paper import in_words, typeset
from wkc.records.letter import (
    Answered,
    ClientTold,
    Extended,
    IdentityAsked,
    LetterHead,
    LetterKind,
    Matter,
    Received,
    RecipientTold,
    RequestedEntry,
    Responsibility,
)

TEMPLATE: Mapping[LetterKind, str] = {
    LetterKind.ONTVANGSTBEVESTIGING: "letters/receipt.typ",
    LetterKind.IDENTITEIT_GEVRAAGD: "letters/identity.typ",
    LetterKind.IDENTITEIT_HERINNERING: "letters/identity.typ",
    LetterKind.VERLENGING: "letters/extension.typ",
    LetterKind.TOEGEWEZEN: "letters/granted.typ",
    LetterKind.DEELS_TOEGEWEZEN: "letters/partly.typ",
    LetterKind.AFGEWEZEN: "letters/refused.typ",
    LetterKind.GEEN_GEGEVENS: "letters/no_data.typ",
    LetterKind.KENNISGEVING: "letters/client_notice.typ",
    LetterKind.KENNISGEVING_ONTVANGER: "letters/recipient_notice.typ",
}
"""The template of each kind of letter."""


def as_pdf(head: LetterHead, matter: Matter) -> bytes:
    """Set a letter on paper; the same letter gives the same bytes. Raises errors.PaperFailed."""
    model = {"head": _head(head), "matter": _matter(head, matter)}
    return typeset(TEMPLATE[head.kind], json.dumps(in_words(model)).encode(), head.made_at)


def _head(head: LetterHead) -> dict[str, Any]:
    return asdict(head) | {
        "sender": asdict(head.sender),
        "to": asdict(head.to),
        "head": {"seq": head.head.seq, "hash": head.head.hash.hex(" ", 2)},
        "responsible": None if head.responsible is None else _answers(head.responsible),
    }


def _answers(who: Responsibility) -> str:
    if who.to_party:
        return responsibility.to_the_party(who.role)
    return responsibility.to_the_person(who.role, who.party)


def _matter(head: LetterHead, matter: Matter) -> dict[str, Any]:
    told: dict[str, Any]
    match matter:
        case Received(request):
            told = {"request": _request(request)}
        case IdentityAsked(request, before):
            told = {"request": _request(request), "before": before}
        case Extended(request, codes, explanation):
            reasons = [letter_words.EXTENSIONS.get(code, code) for code in codes]
            told = {"request": _request(request), "reasons": reasons, "explanation": explanation}
        case Answered(request, code, reasons, appeal, late, sought):
            told = {
                "request": _request(request),
                "refused_for": None if code is None else letter_words.REFUSALS.get(code, code),
                "reasons": reasons,
                "appeal": None if appeal is None else asdict(appeal) | {"court": head.sender.court},
                "sought": [letter_words.SOUGHT[kind] for kind in sought],
                "late": None if late is None else asdict(late) | {"court": head.sender.court},
            }
        case RecipientTold(what=what):
            done, asked = letter_words.CHANGES[what]
            told = asdict(matter) | {"what": {"done": done, "asked": asked}}
        case ClientTold(supplier=supplier, role=role):
            answers = responsibility.to_the_person(role, supplier)
            told = asdict(matter) | _what_everybody_is_told() | {"responsible": answers}
    return told


def _request(request: RequestedEntry) -> dict[str, Any]:
    words = letter_words.REQUESTS[request.kind]
    return {
        "number": request.number,
        "yours": words.yours,
        "follows": words.follows,
        "oral": request.oral,
        "on_behalf_of": request.on_behalf_of,
        "joined": [{"number": number, "received_on": day} for number, day in request.joined],
        "received_on": request.term.received_on,
        "safe_on": request.term.safe_on,
        "ends_on": request.term.ends_on,
        "steps": [
            {"on": step.day, "what": letter_words.STEPS.get(step.code, step.code)} for step in request.term.steps
        ],
    }


def _what_everybody_is_told() -> dict[str, Any]:
    return {
        "purpose": texts.PURPOSE,
        "basis": letter_words.BASIS,
        "abroad": texts.ABROAD,
        "automated": texts.AUTOMATED,
        "how": texts.HOW,
        "complaint": texts.COMPLAINT,
        "rights": [{"name": name, "means": means} for name, means, _where in texts.RIGHTS],
    }
