"""Corrections in the copy (art. 12): the question, the changes with their day, the recipients notified (AVG 19)."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from wkc.documents import vocabulary
from wkc.documents.copy.request import is_left_in
from wkc.documents.paper import in_words
from wkc.documents.part import Begrip, Day, Moment, Part, word
from wkc.records.correction import DOCUMENT, PriorRecipient, Proposal
from wkc.records.inzage import Inzage
from wkc.sentences.mistake import NOUNS


class Bericht(Part, frozen=True):
    """Een ontvanger die het gegeven had en van de verandering hoort (AVG artikel 19)."""

    ontvanger: str
    brief: Annotated[str, Meta(description="Het kenmerk van de brief.")]
    verzonden_op: Annotated[Day | None, Meta(description="Wanneer hij verzonden is; null als dat nog niet is gebeurd.")]
    onmogelijk_op: Annotated[
        Day | None, Meta(description="Wanneer bleek dat het niet kan, of alleen met onevenredig veel moeite.")
    ]


class Correctie(Part, frozen=True, kw_only=True):
    """Een verandering die iemand vroeg in de eigen gegevens (artikel 12; AVG artikel 16 tot en met 21)."""

    verzoek: Annotated[str, Meta(description="Het kenmerk van het verzoek.")]
    soort: Begrip
    veld: Annotated[str | None, Meta(description="De code van het veld; null voor wat geen gegeven is.")]
    naam: Annotated[str, Meta(description="Wat het veld betekent, of wat het is, met de dag.")]
    reden: Begrip
    gevraagde_waarde: Annotated[
        str | None, Meta(description="Wat er zou moeten staan; null zodra het er staat, en waar niets nieuws komt.")
    ]
    gevraagd_op: Moment
    toegewezen: Annotated[bool | None, Meta(description="null zolang er niet besloten is.")]
    uitgevoerd_op: Annotated[Moment | None, Meta(description="Wat er eerst stond, is dan echt weg.")]
    opgeheven_op: Annotated[Moment | None, Meta(description="Wanneer een beperking eindigde.")]
    opgeheven_omdat: str | None
    berichten: tuple[Bericht, ...]


def bericht(letter: PriorRecipient) -> Bericht:
    """Put a recipient who is notified of a change or a mistake in words, with the day of the letter."""
    return Bericht(
        ontvanger=letter.recipient,
        brief=letter.letter,
        verzonden_op=letter.notified_on,
        onmogelijk_op=letter.impossible_on,
    )


def correcties(inzage: Inzage) -> tuple[Correctie, ...]:
    """Give every change that was asked for, but of what the copy leaves out; never the old value.

    ValueError for what is withheld.
    """
    asked = (one for one in inzage.corrections if is_left_in(one.field, one.entry, inzage.answers))
    return tuple(_correctie(inzage, one) for one in asked)


def name_changed(asked: Proposal) -> str:
    """Give the words for what a change is about; what is no value of a field has its day besides."""
    return asked.label if asked.row_on is None else name_row(f"{asked.noun} {asked.row_on}")


def name_row(row: str) -> str:
    """Give the words for what is no gegeven in a letter to its recipient: `contact 2026-03-03`, its kind and day."""
    noun, on = row.split(" ")
    return f"{NOUNS[noun].recipient} van {in_words(date.fromisoformat(on))}"


def _correctie(inzage: Inzage, asked: Proposal) -> Correctie:
    if asked.has_value and asked.value is None:
        raise ValueError("a withheld value cannot go into a copy")
    if asked.lifted_at is not None and asked.lifted_for is None:
        raise ValueError("withheld reasons cannot go into a copy")
    about = {f"{asked.noun} {asked.row_on}"} if asked.field is None else {asked.field.code}
    if asked.is_document:
        about |= {DOCUMENT + code for code in about}  # letters of earlier versions named the field alone
    letters = [one for one in inzage.to_tell if one.request == asked.request and about & set(one.subjects)]
    return Correctie(
        verzoek=asked.request,
        soort=word(asked.kind, vocabulary.REQUESTS),
        veld=asked.field.code if asked.field else None,
        naam=name_changed(asked),
        reden=word(asked.why, vocabulary.WHY),
        gevraagde_waarde=f"document {asked.value}" if asked.is_document and asked.value else asked.value,
        gevraagd_op=asked.proposed_at,
        toegewezen=asked.granted,
        uitgevoerd_op=asked.applied_at,
        opgeheven_op=asked.lifted_at,
        opgeheven_omdat=asked.lifted_for,
        berichten=tuple(bericht(one) for one in letters if asked.applied_at is not None),
    )
