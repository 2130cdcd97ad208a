"""AVG 33.3: the answers to the questions of the AP's form for a breach, in its order, as a paper to copy from."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wkc.documents.breach_words import (
    ADDRESS,
    ASPECTS,
    GROUPS,
    KINDS,
    OFFICER,
    OPEN,
    RECORDS,
    REPORTER,
    ROLES,
    SECTOR,
    SEVERITIES,
    SPECIAL,
    UNREADABLE,
)
from wkc.documents.paper import in_words, typeset
from wkc.documents.processing_words import MEASURES
from wkc.records.breach import BreachAccount, BreachFile

Answer = tuple[str, object]
"""A question of the form in our words, and its answer: a text, an instant, several lines; None is not known yet."""


class Section(NamedTuple):
    """A part of the form, with its questions in order."""

    name: str
    answers: tuple[Answer, ...]


def answer(file: BreachFile, categories: Mapping[int, str]) -> Iterator[Section]:
    """Give the parts of the form with their answers; `categories` names the numbers of annex I."""
    yield from _describe_reporter(file)
    yield from _describe_breach(file, categories)
    yield from _describe_measures(file)


def _describe_reporter(file: BreachFile) -> Iterator[Section]:
    breach, known, office = file.breach, file.settings, file.houder
    before = "Vervolgmelding" if breach.ap_reported_at else "Eerste melding"
    yield Section(
        "Over deze melding",
        (
            ("Wat voor melding is het?", before),
            ("Op grond van welke wet?", "AVG, artikel 33"),
            ("Uw eigen nummer", breach.number),
        ),
    )
    yield Section(
        "Uw organisatie en wie de AP kan bellen",
        (
            ("Naam", office.name),
            ("Adres en plaats", office.address_with_place if office.address else f"{ADDRESS}, {office.place}"),
            ("Nummer bij de Kamer van Koophandel", office.kvk or OPEN),
            ("Sector", SECTOR),
            ("Wie meldt, en in welke functie?", ", ".join(filter(None, (office.signer, office.function))) or REPORTER),
            ("Hoe bereikbaar?", known["houder.contact"] or None),
            ("Functionaris voor gegevensbescherming", _officer(known)),
            (
                "Andere organisaties die erbij horen",
                tuple(f"{name}: {ROLES[role]}" for name, role in file.parties) or "Geen",
            ),
        ),
    )


def _describe_breach(file: BreachFile, categories: Mapping[int, str]) -> Iterator[Section]:
    breach, account = file.breach, file.breach.account
    is_late = (breach.ap_reported_at or file.made_at) > file.ap_until
    yield Section(
        "Tijdlijn",
        (
            ("Wanneer begon het?", breach.from_at),
            ("Wanneer was het voorbij?", breach.until_at),
            ("Wanneer wist u het?", breach.known_at),
            ("Einde van de 72 uur", file.ap_until),
            *((("Waarom meldt u later dan 72 uur?", account.late if account else None),) if is_late else ()),
        ),
    )
    yield Section(
        "Wat er is gebeurd",
        (
            ("Samenvatting", breach.events),
            ("Wat voor incident was het?", KINDS[breach.kind]),
            ("Waarop is inbreuk gemaakt?", _name_aspects(account)),
        ),
    )
    categories_in_it = sorted({number for one in breach.persons for number in one.categories})
    yield Section(
        "De persoonsgegevens",
        (
            ("Welke soorten?", tuple(_kind(file, number, categories) for number in categories_in_it) or None),
            ("Hoeveel gegevens?", RECORDS),
        ),
    )
    yield Section(
        "De mensen om wie het gaat",
        (
            ("Hoeveel personen?", str(len(breach.persons) + breach.gone)),
            ("Van hen is het dossier al vernietigd", str(breach.gone)),
            ("Welke groepen?", GROUPS),
        ),
    )


def _describe_measures(file: BreachFile) -> Iterator[Section]:
    breach, account, ruling = file.breach, file.breach.account, file.breach.ruling
    yield Section(
        "Maatregelen die er al waren",
        (
            (
                "Waren de gegevens onleesbaar voor wie ze kreeg?",
                UNREADABLE[account.unreadable] if account and account.unreadable else None,
            ),
            ("Welke beveiliging was er?", MEASURES),
        ),
    )
    yield Section(
        "Gevolgen",
        (
            ("Wat kunnen de mensen ervan merken?", account.consequences if account else None),
            ("Hoe ernstig schat u dat in?", SEVERITIES[account.severity] if account and account.severity else None),
        ),
    )
    yield Section(
        "Wat u daarna deed",
        (
            ("Welke maatregelen neemt u, ook voor later?", account.measures if account else None),
            ("Laat u het de mensen weten?", None if ruling is None else "Ja" if ruling.notify_persons else "Nee"),
            ("Waarom wel of niet?", ruling.persons_reasons if ruling else None),
            ("Wanneer hoorden zij het?", _describe_notice(file)),
            ("Wat schrijft u hun?", (account.nature, account.advice) if account else None),
            ("Waren er mensen in andere lidstaten bij?", _abroad(account)),
        ),
    )
    yield Section(
        "Tot slot",
        (
            ("Waarom meldt u het aan de AP?", ruling.ap_reasons if ruling else None),
            (
                "Is deze melding volledig?",
                "Ja" if breach.end else "Nee, er komt een vervolgmelding zodra wij meer weten",
            ),
        ),
    )


def as_pdf(file: BreachFile, categories: Mapping[int, str]) -> bytes:
    """Set the answers on paper, PDF/A-3a and PDF/UA-1."""
    parts = [
        {
            "name": part.name,
            "answers": [{"question": question, "lines": _lines(reply)} for question, reply in part.answers],
        }
        for part in answer(file, categories)
    ]
    breach = file.breach
    model = {
        "number": breach.number,
        "office": file.houder.name,
        "made_at": file.made_at,
        "until": file.ap_until,
        "reported": breach.ap_reported_at,
        "parts": parts,
        "line": file.head.seq,
        "seal": file.head.hash.hex(" ", 2),
        "open": OPEN,
    }
    return typeset("breach.typ", json.dumps(in_words(model)).encode(), file.made_at)


def _lines(reply: object) -> list[object]:
    """Give an answer as lines; none where it is not known."""
    if reply is None:
        return []
    return list(reply) if isinstance(reply, tuple) else [reply]


def _officer(known: Mapping[str, str]) -> str:
    if known["fg.name"]:
        return ", ".join(filter(None, (known["fg.name"], known["fg.contact"])))
    return f"Geen: {known['fg.none']}" if known["fg.none"] else OFFICER


def _kind(file: BreachFile, number: int, categories: Mapping[int, str]) -> str:
    classes = dict.fromkeys(one.field_class.value for one in file.fields if one.category == number)
    marks = ", ".join(SPECIAL[code] for code in classes if code in SPECIAL)
    return f"{number}. {categories[number]}" + (f" ({marks})" if marks else "")


def _describe_notice(file: BreachFile) -> object:
    if file.breach.persons_notified_at is not None:
        return file.breach.persons_notified_at
    return f"Tot nu toe {file.letters} per brief" if file.letters else None


def _name_aspects(account: BreachAccount | None) -> tuple[str, ...] | None:
    return tuple(ASPECTS[one] for one in account.aspects) if account and account.aspects else None


def _abroad(account: BreachAccount | None) -> str | None:
    if account is None or account.abroad is None:
        return None
    return "Ja; de AP vraagt dan ook in welke lidstaten" if account.abroad else "Nee"
