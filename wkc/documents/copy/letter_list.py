"""The letters and notices of one person, as the copy lists them (art. 11)."""

from datetime import date

from wkc.documents.copy.model import Brief
from wkc.documents.letter_words import KINDS
from wkc.documents.part import Begrip
from wkc.records.inzage import Inzage
from wkc.records.letter import Letter, LetterKind


def brieven(inzage: Inzage) -> tuple[Brief, ...]:
    """Give the letters, oldest first, and before them the notice that was no letter."""
    listed = [
        _brief(letter.kind, letter.number, letter.sent_on, letter.request, letter.removed_on)
        for letter in inzage.letters
        if not _is_mistake(letter)
    ]
    if inzage.notified_on is not None:
        listed.insert(0, _brief(LetterKind.KENNISGEVING, None, inzage.notified_on, None))
    return tuple(listed)


def _is_mistake(letter: Letter) -> bool:
    """Tell whether a letter was a mistake of the office that went to nobody: the log has it."""
    return letter.voided_on is not None and letter.sent_on is None


def _brief(
    kind: LetterKind, number: str | None, sent_on: date | None, request: str | None, removed_on: date | None = None
) -> Brief:
    soort = Begrip(code=kind, omschrijving=KINDS[kind])
    return Brief(nummer=number, soort=soort, verzonden_op=sent_on, verzoek=request, tekst_verwijderd_op=removed_on)
