"""Art. 12.4: the copy of the corrected data, which is what one request changed and nothing else of the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from wkc.documents import texts
from wkc.documents.copy.correction import Correctie, name_changed
from wkc.documents.copy.inzage import copy_of
from wkc.documents.copy.model import Categorie, Houder, Persoon
from wkc.documents.copy.request import OverAnderen, Verzoek
from wkc.documents.paper import TEMPLATES, Attachment, in_words, typeset
from wkc.documents.part import Auditlog, Moment, Part, as_json
from wkc.documents.value import value_in_words
from wkc.records.inzage import Inzage
from wkc.records.request import RequestKind

SCHEMA = TEMPLATES / "copy" / "corrected.schema.json"
ATTACHED_AS = "correctie.json"


class Tekst(Part, frozen=True):
    """Wat er nu staat bij iets dat geen gegeven is, zoals een contactmoment."""

    naam: Annotated[str, Meta(description="Waar het bij staat, met de dag.")]
    tekst: str


class Gecorrigeerd(Part, frozen=True, kw_only=True):
    """Afschrift van de gecorrigeerde gegevens (artikel 12 lid 4): wat op één verzoek veranderd is, en verder niets."""

    versie: Annotated[Literal[1], Meta(description="De versie van deze opzet.")] = 1
    soort: Literal["correctie"] = "correctie"
    gemaakt_op: Moment
    houder: Houder
    persoon: Persoon
    verzoek: Verzoek
    gegevens: Annotated[tuple[Categorie, ...], Meta(description="Wat er nu staat van wat veranderd is.")]
    teksten: Annotated[tuple[Tekst, ...], Meta(description="Wat er nu staat bij wat geen gegeven is.")]
    correcties: Annotated[tuple[Correctie, ...], Meta(description="Wat er gevraagd is, en wat ervan is uitgevoerd.")]
    over_anderen: Annotated[OverAnderen | None, Meta(description="null als er niets over een ander is weggelaten.")]
    hoe: Annotated[str, Meta(description="Wat u kunt doen als er iets niet klopt.")]
    auditlog: Auditlog


def make_corrected_copy(inzage: Inzage, categories: Mapping[int, str]) -> Gecorrigeerd:
    """Give the current values of what a request changed, and what is gone. Raises ValueError as the copy does."""
    whole = copy_of(inzage, categories)
    if whole.verzoek is None:
        raise ValueError("a corrected copy answers a request")
    new = frozenset(_list_new(inzage, whole.verzoek.kenmerk))
    parts = (
        replace(part, gegevens=tuple(one for one in part.gegevens if one.kenmerk in new), eerder=())
        for part in whole.gegevens
    )
    return Gecorrigeerd(
        gemaakt_op=whole.gemaakt_op,
        houder=whole.houder,
        persoon=whole.persoon,
        verzoek=whole.verzoek,
        gegevens=tuple(part for part in parts if part.gegevens),
        teksten=tuple(_list_texts(inzage, whole.verzoek.kenmerk)),
        correcties=tuple(one for one in whole.correcties if one.verzoek == whole.verzoek.kenmerk),
        over_anderen=None,
        hoe=texts.HOW,
        auditlog=whole.auditlog,
    )


def as_pdf(copy: Gecorrigeerd) -> bytes:
    """Set it on paper, PDF/A-3a and PDF/UA-1, with its JSON attached."""
    model = in_words(msgspec.to_builtins(copy, builtin_types=(date, datetime)))
    for part in model["gegevens"]:
        for entry in part["gegevens"]:
            entry["waarde"] = value_in_words(entry["veld"], entry["waarde"])
    return typeset(
        "copy/corrected.typ",
        msgspec.json.encode(model),
        copy.gemaakt_op,
        Attachment(ATTACHED_AS, "application/json", as_json(copy), "Dezelfde gegevens, leesbaar voor een computer"),
    )


def schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) from the structs; SCHEMA is this, checked in."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:wkc:correctie:1",
        "title": "Kopie van uw gecorrigeerde gegevens",
        "description": "Wat op één verzoek veranderd is, en verder niets uit het dossier.",
        **msgspec.json.schema(Gecorrigeerd),
    }


def _list_new(inzage: Inzage, request: str) -> Iterator[UUID]:
    """Give the values that a request put there: those of its fields, recorded at the moment it was carried out."""
    changed = {
        (asked.field, asked.applied_at)
        for asked in inzage.corrections
        if asked.request == request and asked.applied_at is not None
    }
    for entry in inzage.dossier.entries:
        if (entry.field, entry.recorded_at) in changed:
            yield entry.uuid


def _list_texts(inzage: Inzage, request: str) -> Iterator[Tekst]:
    """Give the words that a request put beside a contact or a disclosure; ValueError where they are withheld."""
    notes = {one.uuid: one.note for one in inzage.dossier.contacts}
    notes |= {one.uuid: one.case.note for one in inzage.disclosures}
    for asked in inzage.corrections:
        is_changed = asked.request == request and asked.applied_at is not None
        if is_changed and asked.entry in notes and asked.kind != RequestKind.VERWIJDERING:
            note = notes[asked.entry]
            if note is None:
                raise ValueError("withheld words cannot go into a copy")
            yield Tekst(naam=name_changed(asked), tekst=note)
