"""Art. 10: until when the data of the copy are kept, and what a legal duty keeps longer."""

from collections.abc import Mapping
from datetime import UTC, date
from typing import Annotated

from msgspec import Meta

from wkc.documents import vocabulary
from wkc.documents.copy.rights import Soort
from wkc.documents.part import Begrip, Day, Moment, Part, word
from wkc.records.dossier import Hold, Term


class Bewaring(Part, frozen=True):
    """Tot wanneer de gegevens bewaard worden en waarom (artikel 10)."""

    gerekend_vanaf: Day
    reden: Begrip
    tot_en_met: Annotated[date, Meta(description="De laatste dag; op de dag erna wordt er vernietigd.")]
    dagen_in_reservekopie: Annotated[int | None, Meta(description="Zoveel dagen daarna staat het nog in een kopie.")]


class Opgeheven(Part, frozen=True):
    """Een opschorting die niet meer geldt."""

    op: Day
    reden: str


class Opschorting(Part, frozen=True, kw_only=True):
    """Een plicht om genoemde soorten gegevens langer te bewaren (artikel 10)."""

    grond: Begrip
    vindplaats: Annotated[str | None, Meta(description="Het wetsartikel, als het om een wet gaat.")]
    soorten: tuple[Soort, ...]
    vanaf: Day
    tot_en_met: Day
    notitie: str | None
    opgeheven: Opgeheven | None
    vastgelegd_op: Moment


def bewaring(term: Term, backup_days: int | None) -> Bewaring:
    """Give the last day of the data, the day it is counted from, and how many days longer a backup has them."""
    return Bewaring(
        gerekend_vanaf=term.from_on,
        reden=word(term.reason, vocabulary.TERMS),
        tot_en_met=term.last_on,
        dagen_in_reservekopie=backup_days,
    )


def opschorting(hold: Hold, categories: Mapping[int, str]) -> Opschorting:
    """Put a hold in the words of the copy; ValueError for a withheld note or reason."""
    released = hold.released_on
    if (hold.has_note and hold.note is None) or (released is not None and hold.reason is None):
        raise ValueError("a withheld note cannot go into a copy")
    return Opschorting(
        grond=word(hold.ground, vocabulary.HOLDS),
        vindplaats=hold.citation,
        soorten=tuple(Soort(nummer=number, naam=categories[number]) for number in sorted(hold.categories)),
        vanaf=hold.from_on,
        tot_en_met=hold.until_on,
        notitie=hold.note,
        opgeheven=Opgeheven(op=released, reden=hold.reason or "") if released else None,
        vastgelegd_op=hold.recorded_at.astimezone(UTC),
    )
