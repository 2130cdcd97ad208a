"""Art. 8, 11 and AVG 7: consents, lifted secrets and mandates, as parts of the copy."""

from collections.abc import Mapping
from datetime import UTC
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from wkc.documents import vocabulary
from wkc.documents.part import Begrip, Day, Moment, Part, word, word_or_none
from wkc.records.rights import Consent, Mandate, Release


class Soort(Part, frozen=True):
    """Een soort gegevens: een nummer van bijlage I, met wat het is."""

    nummer: Annotated[int, Meta(ge=1)]
    naam: str


class Namens(Part, frozen=True):
    """Wie iets namens de persoon deed, met de machtiging waaruit dat bleek."""

    machtiging: UUID
    hoedanigheid: Begrip
    naam: str


class Toestemming(Part, frozen=True):
    """Een toestemming: voor wie, waarvoor en welke gegevens (artikel 8 lid 1; AVG artikel 7)."""

    kenmerk: UUID
    ontvanger: Annotated[str | None, Meta(description="Wie ze mag krijgen; null is: alleen om te bewaren.")]
    doel: Begrip
    soorten: tuple[Soort, ...]
    wijze: Annotated[Begrip, Meta(description="Hoe de toestemming gegeven is.")]
    vanaf: Day
    tot_en_met: Day | None
    namens: Annotated[Namens | None, Meta(description="Wie haar gaf, als dat niet de persoon zelf was.")]
    ingetrokken_op: Annotated[Day | None, Meta(description="Vanaf deze dag geldt zij niet meer.")]
    vastgelegd_op: Moment


class Ontheffing(Part, frozen=True):
    """Een geheim dat is opgeheven, zodat een gegeven toch gegeven mag worden (artikel 8 lid 2)."""

    kenmerk: UUID
    gegeven: Annotated[UUID, Meta(description="Het kenmerk van het gegeven waar het om gaat.")]
    naam: Annotated[str, Meta(description="Wat het veld van dat gegeven betekent.")]
    door: Begrip
    instantie: Annotated[str | None, Meta(description="De instantie die haar eigen geheim ophief.")]
    ontvanger: Annotated[str | None, Meta(description="Alleen voor deze ontvanger; null als het voor iedereen is.")]
    wijze: Begrip | None
    vindplaats: Annotated[str | None, Meta(description="Het wetsartikel, als een wet het geheim ophief.")]
    vanaf: Day
    namens: Annotated[Namens | None, Meta(description="Wie het deed, als dat niet de persoon zelf was.")]
    ingetrokken_op: Annotated[Day | None, Meta(description="Vanaf deze dag geldt het geheim weer.")]
    vastgelegd_op: Moment


class Machtiging(Part, frozen=True):
    """Iemand die namens de persoon mag optreden (artikel 11 lid 1 en artikel 12 lid 1)."""

    kenmerk: UUID
    hoedanigheid: Begrip
    naam: str
    vanaf: Day
    tot_en_met: Day | None
    stuk: Annotated[str, Meta(description="Het stuk waaruit het bleek.")]
    gezien_op: Day
    vastgelegd_op: Moment


def toestemming(consent: Consent, categories: Mapping[int, str]) -> Toestemming:
    """Put a consent in the words of the copy; `categories` names the numbers of annex I."""
    return Toestemming(
        kenmerk=consent.uuid,
        ontvanger=None if consent.recipient is None else consent.recipient.name,
        doel=doel(consent.purpose),
        soorten=tuple(Soort(nummer=number, naam=categories[number]) for number in consent.categories),
        wijze=word(consent.how, vocabulary.WAYS),
        vanaf=consent.from_on,
        tot_en_met=consent.until_on,
        namens=_namens(consent.mandate),
        ingetrokken_op=consent.withdrawn_on,
        vastgelegd_op=consent.recorded_at.astimezone(UTC),
    )


def ontheffing(release: Release) -> Ontheffing:
    """Put a lifted secret in the words of the copy."""
    return Ontheffing(
        kenmerk=release.uuid,
        gegeven=release.entry,
        naam=f"Document: {release.field.label}" if release.is_document else release.field.label,
        door=word(release.by, vocabulary.RELEASERS),
        instantie=None if release.releaser is None else release.releaser.name,
        ontvanger=None if release.recipient is None else release.recipient.name,
        wijze=word_or_none(release.how, vocabulary.WAYS),
        vindplaats=release.citation,
        vanaf=release.from_on,
        namens=_namens(release.mandate),
        ingetrokken_op=release.withdrawn_on,
        vastgelegd_op=release.recorded_at.astimezone(UTC),
    )


def machtiging(mandate: Mandate) -> Machtiging:
    """Put a mandate in the words of the copy; raises ValueError where its document is withheld."""
    if mandate.document is None:
        raise ValueError("a withheld document cannot go into a copy")
    return Machtiging(
        kenmerk=mandate.uuid,
        hoedanigheid=word(mandate.kind, vocabulary.CAPACITIES),
        naam=mandate.name,
        vanaf=mandate.from_on,
        tot_en_met=mandate.until_on,
        stuk=mandate.document,
        gezien_op=mandate.seen_on,
        vastgelegd_op=mandate.recorded_at.astimezone(UTC),
    )


def doel(purpose: str) -> Begrip:
    """Give the purpose of a consent or a disclosure; one of the office's own is its word, without the underscores."""
    return Begrip(code=purpose, omschrijving=vocabulary.CONSENT_PURPOSES.get(purpose, purpose.replace("_", " ")))


def _namens(mandate: Mandate | None) -> Namens | None:
    if mandate is None:
        return None
    capacity = word(mandate.kind, vocabulary.CAPACITIES)
    return Namens(machtiging=mandate.uuid, hoedanigheid=capacity, naam=mandate.name)
