"""Art. 8 and AVG 15.1.c: who got data, and who asked and did not, as parts of the copy."""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Annotated

from msgspec import Meta

from wkc.documents import vocabulary
from wkc.documents.copy.rights import Soort, doel
from wkc.documents.part import Begrip, Day, Moment, Part, word, word_or_none
from wkc.records.disclosure import Allowance, Disclosure, DisclosureDetails, Reasoned
from wkc.sentences import disclosure, disclosure_reason
from wkc.sentences.sentence import for_person

GROUNDS = for_person(disclosure.GROUNDS)
"""The ground of a disclosure (art. 8.1), in words for the person."""

OUTCOMES: Mapping[str, str] = {
    "verstrekt": "gegeven",
    "geweigerd": "niet gegeven",
    "wacht": "nog niet gegeven: de beheerder beslist",
}
"""The outcomes of a disclosure (art. 8)."""

REASONS = for_person(disclosure_reason.REASONS)
"""The reason for which it was not given at once: the step that the judgement turned on."""


class Beslissing(Part, frozen=True):
    """Wat de beheerder besliste, en waarom."""

    toegestaan: bool
    reden: str
    op: Moment


class Ontvanger(Part, frozen=True):
    """Iemand die om gegevens vroeg: wie, wanneer en waarom, en wat die kreeg (artikel 8; AVG artikel 15)."""

    naam: str
    datum: Day
    wijze: Begrip
    grond: Begrip
    doel: Begrip | None
    wet: Annotated[str | None, Meta(description="De wet die genoemd is, met de vindplaats.")]
    uitkomst: Begrip
    soorten: Annotated[tuple[Soort, ...], Meta(description="Welke soorten gegevens gegeven zijn.")]
    gevraagd: Annotated[tuple[Soort, ...], Meta(description="Om welke soorten gegevens gevraagd is.")]
    reden: Annotated[Begrip | None, Meta(description="Waarom het niet meteen gegeven is.")]
    toelichting: Annotated[str | None, Meta(description="De reden of de afweging die erbij is opgeschreven.")]
    notitie: str | None
    waarom_later: Annotated[str | None, Meta(description="Waarom het later is vastgelegd.")]
    besluit: Beslissing | None
    brief_op: Annotated[Moment | None, Meta(description="Wanneer er een brief met de gegevens is gemaakt.")]
    vastgelegd_op: Moment


def ontvanger(made: Disclosure, categories: Mapping[int, str], laws: Mapping[str, str]) -> Ontvanger:
    """Put a disclosure in the words of the copy; raises ValueError where the beheerder's reason is withheld."""
    case = made.case
    gone = sorted({item.field.category for item in made.gone}) if made.is_given else []
    return Ontvanger(
        naam=made.party.name,
        datum=made.on,
        wijze=word(case.channel, vocabulary.CHANNELS),
        grond=word("vitaal_belang" if made.vital else case.ground, GROUNDS),
        doel=None if case.purpose is None else doel(case.purpose),
        wet=_law(case, laws),
        uitkomst=word(_find_outcome(made), OUTCOMES),
        soorten=tuple(Soort(nummer=number, naam=categories[number]) for number in gone),
        gevraagd=tuple(Soort(nummer=number, naam=categories[number]) for number in case.categories),
        reden=word_or_none(_find_withholding_reason(made.steps), REASONS),
        toelichting=case.reason,
        notitie=case.note,
        waarom_later=case.late,
        besluit=_make_decision(made),
        brief_op=None if made.letter is None else made.letter.at.astimezone(UTC),
        vastgelegd_op=made.recorded_at.astimezone(UTC),
    )


def _find_outcome(made: Disclosure) -> str:
    if made.is_given:
        return "verstrekt"
    return "wacht" if made.is_waiting else "geweigerd"


def _find_withholding_reason(steps: Iterable[Reasoned]) -> str | None:
    """Give the reason of the first of the strictest steps, unless all allow it."""
    for ruling in (Allowance.GEWEIGERD, Allowance.BEHEERDER_BESLIST):
        for step in steps:
            if step.outcome is ruling:
                return step.reason
    return None


def _law(case: DisclosureDetails, laws: Mapping[str, str]) -> str | None:
    if case.law is None:
        return None
    return ", ".join(filter(None, (laws.get(case.law), case.citation)))


def _make_decision(made: Disclosure) -> Beslissing | None:
    decision = made.decision
    if decision is None:
        return None
    if decision.reason is None:
        raise ValueError("a withheld reason cannot go into a copy")
    return Beslissing(toegestaan=decision.allowed, reden=decision.reason, op=decision.at.astimezone(UTC))
