"""Mistakes of the office as the copy tells them (art. 12 and 14.2): that something was removed and when, never what."""

from collections.abc import Mapping
from datetime import UTC
from typing import Annotated

from msgspec import Meta

from wkc.documents.part import Begrip, Moment, Part, word
from wkc.records.mistake import Mistake

NOUNS: Mapping[str, str] = {
    "gegeven": "een gegeven",
    "contact": "een contact",
    "afspraak": "een afspraak",
    "toestemming": "een toestemming",
    "machtiging": "een machtiging",
    "opschorting": "een opschorting",
    "verstrekking": "een verstrekking",
    "document": "een document",
}
"""The kinds of row, said to the person."""

REASONS: Mapping[str, str] = {
    "typefout": "het was verkeerd getypt",
    "verkeerd_dossier": "het ging niet over u",
    "dubbel": "het stond er twee keer",
}
"""Why a row was taken back, said to the person."""


class Vergissing(Part, frozen=True):
    """Iets wat wij verkeerd vastlegden en hebben teruggenomen; wat er stond is nergens meer."""

    soort: Begrip
    naam: Annotated[str | None, Meta(description="Wat het veld betekent, als het om een gegeven ging.")]
    reden: Begrip
    toelichting: str
    teruggenomen_op: Moment


def vergissing(taken_back: Mistake) -> Vergissing:
    """Say a mistake in the words of the copy; raises ValueError for withheld words."""
    if taken_back.words is None:
        raise ValueError("withheld words cannot go into a copy")
    return Vergissing(
        soort=word(taken_back.noun, NOUNS),
        naam=None if taken_back.field is None else taken_back.field.label,
        reden=word(taken_back.reason, REASONS),
        toelichting=taken_back.words,
        teruggenomen_op=taken_back.recorded_at.astimezone(UTC),
    )
