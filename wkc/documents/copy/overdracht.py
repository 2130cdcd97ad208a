"""AVG 20: what a person gave us, to take along, as JSON that a machine can read. Nothing that others gave."""

from collections.abc import Mapping
from datetime import UTC
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from wkc.documents.copy.inzage import copy_of
from wkc.documents.copy.model import Categorie, Houder, Persoon
from wkc.documents.copy.request import OverAnderen, Verzoek, Weggelaten
from wkc.documents.paper import TEMPLATES
from wkc.documents.part import Auditlog, Moment, Part
from wkc.records.inzage import Inzage

SCHEMA = TEMPLATES / "copy" / "overdracht.schema.json"
OWN_SOURCE = "geregistreerde"


class Overdracht(Part, frozen=True, kw_only=True):
    """De gegevens die de persoon zelf gaf, om mee te nemen (AVG artikel 20)."""

    versie: Annotated[Literal[2], Meta(description="De versie van deze opzet.")] = 2
    soort: Literal["overdracht"] = "overdracht"
    gemaakt_op: Moment
    houder: Houder
    persoon: Persoon
    verzoek: Verzoek
    gegevens: Annotated[
        tuple[Categorie, ...], Meta(description="Elke categorie van bijlage I, met alleen wat de persoon zelf gaf.")
    ]
    weggelaten: tuple[Weggelaten, ...]
    over_anderen: Annotated[OverAnderen | None, Meta(description="null als er niets over een ander is weggelaten.")]
    auditlog: Auditlog


def make_overdracht(inzage: Inzage, categories: Mapping[int, str]) -> Overdracht:
    """Give the data that a person gave us, and no name that somebody else gave. Raises ValueError as the copy does."""
    own = tuple(entry for entry in inzage.dossier.entries if entry.provenance.source == OWN_SOURCE)
    unreached = tuple(one for one in inzage.unreached if one.provenance.source == OWN_SOURCE)
    copy = copy_of(replace(inzage, dossier=replace(inzage.dossier, entries=own), unreached=unreached), categories)
    if copy.verzoek is None:
        raise ValueError("an overdracht answers a request")
    return Overdracht(
        gemaakt_op=inzage.made_at.astimezone(UTC),
        houder=copy.houder,
        persoon=copy.persoon,
        verzoek=copy.verzoek,
        gegevens=copy.gegevens,
        weggelaten=tuple(one for one in copy.weggelaten if one.nummer is not None and one.veld != ""),
        over_anderen=None,
        auditlog=copy.auditlog,
    )


def schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) from the structs; SCHEMA is this, checked in."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:wkc:overdracht:2",
        "title": "Uw eigen gegevens om mee te nemen",
        "description": "Alles wat één persoon zelf aan de registratie gaf, en niets van anderen.",
        **msgspec.json.schema(Overdracht),
    }
