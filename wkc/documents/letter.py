"""Letters on paper: one template for each kind, in plain Dutch, PDF/A-3a and PDF/UA-1 (art. 11 to 13)."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from wkc.documents import letter_words, responsibility, texts
from wkc.documents.ended_uses import describe_rest, name_use
from wkc.documents.paper import born_in_words, in_words, typeset
from wkc.records.letter import (
    Addressee,
    BreachNotice,
    BreachReport,
    ClientNotice,
    ExtensionNotice,
    IdentityQuestion,
    IntakeNotice,
    LetterHead,
    LetterKind,
    Matter,
    NoticeFacts,
    RecipientNotice,
    RequestAnswer,
    RequestInLetter,
    RequestReceipt,
    Responsibility,
)

OBJECTION = "Bezwaar"
"""The right that the letter has apart from the others (AVG 21.4)."""

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
    LetterKind.KENNISGEVING_INTAKE: "letters/intake_notice.typ",
    LetterKind.KENNISGEVING_ONTVANGER: "letters/recipient_notice.typ",
    LetterKind.DATALEK: "letters/breach_person.typ",
    LetterKind.DATALEK_OPDRACHTGEVER: "letters/breach_party.typ",
}
"""The template of each kind of letter."""

CHECK = 8
"""The number of hexadecimal digits of the log's hash that a letter shows, beside the number of the line."""

GREETINGS: Mapping[str, str] = {"M": "heer", "V": "mevrouw"}
"""The salutation of each sex; who is neither is greeted by name."""


def as_pdf(head: LetterHead, matter: Matter) -> bytes:
    """Set a letter on paper; the same letter gives the same bytes. Raises errors.PaperFailed."""
    model = {"head": _head(head, _whose(matter)), "matter": _matter(head, matter)}
    return typeset(TEMPLATE[head.kind], json.dumps(in_words(model)).encode(), head.made_at)


def _whose(matter: Matter) -> str | None:
    """Give the person on whose behalf the addressee asked."""
    match matter:
        case RequestReceipt(request) | IdentityQuestion(request) | ExtensionNotice(request) | RequestAnswer(request):
            return request.on_behalf_of
    return None


def _head(head: LetterHead, whose: str | None) -> dict[str, Any]:
    return asdict(head) | {
        "sender": asdict(head.sender),
        "to": asdict(head.to) | {"greeting": _greeting(head.to)},
        "head": f"{head.head.seq}-{head.head.hash.hex()[:CHECK]}",
        "responsible": None if head.responsible is None else _describe_responsibility(head.responsible, whose),
    }


def _greeting(to: Addressee) -> str | None:
    """Give the words after `Geachte`: heer or mevrouw with the surname, else the whole name."""
    title = GREETINGS.get(to.sex or "")
    if title and to.surname:
        return f"{title} {to.surname[0].upper()}{to.surname[1:]}"
    return to.name


def _describe_responsibility(who: Responsibility, whose: str | None) -> str:
    if who.to_party:
        return responsibility.to_the_party(who.role)
    if whose is not None:
        return responsibility.to_who_asks(who.role, who.party, whose)
    return responsibility.to_the_person(who.role, who.party)


def _matter(head: LetterHead, matter: Matter) -> dict[str, Any]:
    words: dict[str, Any]
    match matter:
        case RequestReceipt(request):
            words = {"request": _request(request)}
        case IdentityQuestion(request, before, means):
            words = {"request": _request(request), "before": before, "known": "controlevragen" in means}
        case ExtensionNotice(request, codes, explanation):
            reasons = [letter_words.EXTENSIONS.get(code, code) for code in codes]
            words = {"request": _request(request), "reasons": reasons, "explanation": explanation}
            words["court"] = head.sender.court
        case RequestAnswer(request, code, reasons, appeal, late, sought, granted, withheld, uses):
            words = {
                "request": _request(request, is_late=late is not None),
                "refused_for": None if code is None else _refusal(code, request.on_behalf_of),
                "reasons": reasons,
                "granted": granted,
                "withheld": withheld,
                "uses": [name_use(use, request.on_behalf_of) for use in uses],
                "after_uses": describe_rest(uses, request.on_behalf_of),
                "appeal": None if appeal is None else asdict(appeal) | {"court": head.sender.court},
                "sought": [_sought(request)[kind] for kind in sought],
                "late": None if late is None else asdict(late) | {"court": head.sender.court},
            }
        case RecipientNotice(what=what):
            done, asked = letter_words.CHANGES[what]
            born = None if matter.born is None else born_in_words(matter.born)
            pending = what == "wordt_verwijderd"
            words = asdict(matter) | {"what": {"done": done, "asked": asked, "pending": pending}, "born": born}
        case ClientNotice(supplier=supplier, role=role):
            words = _notice(matter.facts, supplier, role) | asdict(matter)
            words["facts"] = asdict(matter.facts)
        case BreachNotice():
            words = asdict(matter) | {"complaint": texts.COMPLAINT}
        case BreachReport(role=role):
            words = asdict(matter) | {"decides": responsibility.of_a_breach(role)}
        case IntakeNotice(supplier=supplier, role=role):
            words = _notice(matter.facts, supplier, role) | asdict(matter)
            words |= {"facts": asdict(matter.facts), "own_data": letter_words.OWN_DATA.format(naam=supplier)}
    return words


def _refusal(code: str, whose: str | None) -> str:
    if whose is not None and code in letter_words.REFUSALS_THEM:
        return letter_words.REFUSALS_THEM[code].format(naam=whose)
    return letter_words.REFUSALS.get(code, code)


def _sought(request: RequestInLetter) -> Mapping[str, str]:
    return letter_words.SOUGHT if request.on_behalf_of is None else letter_words.SOUGHT_THEM


def _capitalise(name: str) -> str:
    return name[:1].upper() + name[1:]


def _request(request: RequestInLetter, *, is_late: bool = False) -> dict[str, Any]:
    words, whose = letter_words.REQUESTS[request.kind], request.on_behalf_of
    about = words.about if whose is None else words.about_them.format(naam=whose)
    follows = words.follows if whose is None else words.follows_them
    article = letter_words.ARTICLES.get(request.kind)
    last = request.term.ends_on if article is None else request.term.safe_on
    until = "" if is_late else f", of uiterlijk op {in_words(last)}"
    return {
        "number": request.number,
        "thing": words.thing,
        "about": about,
        "yours": f"{words.thing} {about}",
        "follows": follows.format(naam=whose, of_uiterlijk=until),
        "article": article,
        "oral": request.oral,
        "on_behalf_of": request.on_behalf_of,
        "behalf": _describe_behalf(request),
        "joined": [{"number": number, "received_on": day} for number, day in request.joined],
        "received_on": request.term.received_on,
        "safe_on": request.term.safe_on,
        "ends_on": request.term.ends_on,
    }


def _describe_responsible(facts: NoticeFacts, supplier: str, role: str | None) -> str:
    """Name who answers for the data, and the address of an opdrachtgever that does (AVG 13.1.a, 14.1.a)."""
    sentence = responsibility.to_the_person(role, supplier)
    if role != "verantwoordelijk" or not facts.reached_at:
        return sentence
    return f"{sentence} U bereikt {supplier} op: {', '.join(facts.reached_at)}."


def _describe_behalf(request: RequestInLetter) -> str | None:
    if request.on_behalf_of is None or not request.is_named:
        return None
    does = "maakt dit bezwaar" if request.kind == "bezwaar" else "doet dit verzoek"
    return f"U {does} namens {request.on_behalf_of}."


def _notice(facts: NoticeFacts, supplier: str, role: str | None) -> dict[str, Any]:
    basis = letter_words.BASES.get(facts.basis or "", letter_words.BASIS)
    return {
        "responsible": _describe_responsible(facts, supplier, role),
        "by_law": facts.basis != "avg_6_1_e",
        "purpose": texts.PURPOSE,
        "basis": basis.format(naam=_capitalise(supplier)),
        "sources": facts.sources or letter_words.SOURCES,
        "abroad": facts.abroad or texts.ABROAD,
        "automated": facts.automated or texts.AUTOMATED,
        "how": texts.HOW,
        "complaint": texts.COMPLAINT,
        "rights": [{"name": name, "means": means} for name, means, _where in texts.RIGHTS if name != OBJECTION],
    }
