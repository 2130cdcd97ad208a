"""Art. 8: the letter to the recipient of a disclosure: what is given, on which ground, for that purpose only."""

from collections.abc import Mapping
from typing import Any

import msgspec

from wkc.documents import responsibility, vocabulary
from wkc.documents.paper import OFFICE_TIME, born_in_words, in_words, typeset
from wkc.documents.value import value_in_words
from wkc.records.disclosure import DisclosureDetails
from wkc.records.disclosure_letter import DisclosureLetter
from wkc.records.dossier import Entry
from wkc.sentences import disclosure
from wkc.sentences.sentence import for_recipient

PURPOSES = for_recipient(disclosure.PURPOSES)
"""The purposes of the registration in words for the recipient; another purpose is named by its word."""

GROUNDS = for_recipient(disclosure.GROUNDS)
"""The ground of a disclosure: one of the six of art. 8.1."""

MARKS: Mapping[str, str] = {
    "betwist": "betwist: wij zoeken nog uit of dit klopt",
    "beperkt": "beperkt: de persoon vroeg ons dit voorlopig niet te gebruiken",
}
"""The marks of a value, explained to the recipient."""

OTHER_LAW = "een wettelijk voorschrift"


def as_pdf(letter: DisclosureLetter) -> bytes:
    """Set the letter on paper, PDF/A-3a and PDF/UA-1; raises ValueError for a withheld value."""
    model = {"head": _head(letter), "matter": build_model(letter)}
    return typeset("letters/disclosure.typ", msgspec.json.encode(in_words(model)), letter.made_at)


def _head(letter: DisclosureLetter) -> dict[str, Any]:
    """Give the head that this letter shares with the others (letters/letter.typ)."""
    office, (name, *lines) = letter.houder, _address(letter)
    return {
        "number": letter.number,
        "on": letter.made_at.astimezone(OFFICE_TIME).date(),
        "sender": {
            "name": office.name,
            "place": office.place,
            "kvk": office.kvk,
            "address": office.address,
            "contact": office.contact,
            "signer": office.signer,
            "function": office.function,
        },
        "to": {"name": name, "lines": lines, "greeting": None},
        "dossier": None,
        "responsible": None,
        "head": None,
    }


def build_model(letter: DisclosureLetter) -> dict[str, Any]:
    """Put a letter in the words of the paper."""
    disclosure, case = letter.disclosure, letter.disclosure.case
    law = {"wet": letter.law or OTHER_LAW, "vindplaats": case.citation or ""}
    research = case.research
    return {
        "persoon": letter.person,
        "geboren": None if letter.born is None else born_in_words(letter.born),
        "verantwoordelijk": responsibility.to_the_party(letter.profile.role),
        "kenmerk": letter.number,
        "gevraagdOp": case.requested_on or disclosure.on,
        "kanaal": vocabulary.CHANNELS[case.channel],
        "grond": GROUNDS[case.ground].format(**law),
        "besluit": None
        if research is None or research.decided_on is None
        else {"datum": research.decided_on, "kenmerk": research.reference},
        "toestemming": case.ground == "toestemming",
        "gebruik": _use(case),
        "gegevens": [_value(entry, mark) for entry, mark in letter.entries],
        "bijlagen": [document.title for document in letter.documents],
    }


def _address(letter: DisclosureLetter) -> list[str]:
    """Give the lines in the window: who asked goes before the contact person on file."""
    person = letter.disclosure.person or letter.profile.contact
    attention = (f"Ter attentie van {person}",) if person else ()
    return [letter.disclosure.party.name, *attention, *letter.profile.lines]


def _use(case: DisclosureDetails) -> str:
    purpose = case.purpose or ""
    return disclosure.USES.get(case.ground) or PURPOSES.get(purpose) or purpose.replace("_", " ")


def _value(entry: Entry, mark: str | None) -> dict[str, str | None]:
    if entry.value is None:
        raise ValueError("a withheld value cannot go into a letter")
    if entry.has_dissent and entry.dissent is None:
        raise ValueError("withheld words cannot go into a letter")
    return {
        "naam": entry.field.label,
        "waarde": value_in_words(entry.field.code, entry.value),
        "let": None if mark is None else MARKS[mark],
        "verklaring": entry.dissent,
    }
