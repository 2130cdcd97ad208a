"""Mistakes of the office in the copy (art. 12 and 14.2): that something was removed and when, never what."""

from collections.abc import Iterable
from datetime import UTC
from typing import Annotated

from msgspec import Meta

from wkc.documents.copy.correction import Bericht, bericht
from wkc.documents.part import Begrip, Moment, Part, word
from wkc.records.correction import PriorRecipient
from wkc.records.mistake import Mistake
from wkc.sentences import mistake
from wkc.sentences.sentence import for_person

NOUNS = for_person(mistake.NOUNS)
"""The kinds of row, in words for the person."""

REASONS = for_person(mistake.REASONS)
"""The reason for which a row was taken back, in words for the person."""


class Vergissing(Part, frozen=True):
    """Iets wat wij verkeerd vastlegden en hebben teruggenomen; wat er stond is nergens meer."""

    soort: Begrip
    naam: Annotated[str | None, Meta(description="Wat het veld betekent, als het om een gegeven ging.")]
    reden: Begrip
    toelichting: str
    teruggenomen_op: Moment
    berichten: tuple[Bericht, ...]


def vergissing(taken_back: Mistake, letters: Iterable[PriorRecipient] = ()) -> Vergissing:
    """Put a mistake in the words of the copy, with the recipients notified; raises ValueError for withheld words."""
    if taken_back.words is None:
        raise ValueError("withheld words cannot go into a copy")
    return Vergissing(
        soort=word(taken_back.noun, NOUNS),
        naam=None if taken_back.field is None else taken_back.field.label,
        reden=word(taken_back.reason, REASONS),
        toelichting=taken_back.words,
        teruggenomen_op=taken_back.recorded_at.astimezone(UTC),
        berichten=tuple(bericht(one) for one in letters if one.mistake == taken_back.uuid),
    )
