"""Art. 14.1: which papers a dossier may hold as files; AVG 5.1.c: never the copy of an identity document."""

from wkc.records.document import InspectedFile
from wkc.records.field import Field
from wkc.records.verdict import Verdict
from wkc.rules.dossier.field import FIELDS

IDENTITY = 20
"""The category of annex I that keeps of an identity document its kind and three characters, and nothing else."""
ACTIVE = frozenset({"macros", "javascript", "programma", "formulier", "media"})
"""Content that does something by itself when a file is opened."""
FOREIGN = frozenset({"bijlage", "ander_bestand", "extern"})
"""Content that is no part of what one reads: other files, which nobody judged."""
_IDENTITY_WORDS = (
    *("paspoort", "passport", "identiteitskaart", "identiteitsbewijs", "idkaart", "idbewijs", "idcard"),
    *("rijbewijs", "drivinglicence", "verblijfsdocument", "vreemdelingendocument"),
)


def judge_document(field: Field | None, title: str, file: InspectedFile, most: int) -> Verdict:
    """Judge whether a file may go into the register; `most` is its greatest size in octets."""
    if (field is not None and field.category == IDENTITY) or file.is_identity or is_identity_document(title):
        return Verdict(allowed=False, reason="identiteitsbewijs", article="AVG 5.1.c, UAVG 46")
    if file.media_type is None or not file.size:
        return Verdict(allowed=False, reason="soort_onbekend", article="art. 14.1")
    if file.size > most:
        return Verdict(allowed=False, reason="te_groot", article="art. 14.2")
    if file.is_protected:
        return Verdict(allowed=False, reason="wachtwoord", article="art. 11.1")
    if file.dangers & ACTIVE:
        return Verdict(allowed=False, reason="actieve_inhoud", article="art. 14.2")
    if file.dangers & FOREIGN:
        return Verdict(allowed=False, reason="vreemde_inhoud", article="art. 14.2")
    return Verdict(allowed=True, reason="papier_van_het_dossier", article="art. 14.1")


def is_identity_document(title: str) -> bool:
    """Tell whether a title says that it is an identity document: blind to case, spaces and hyphens."""
    folded = "".join(character for character in title.casefold() if character.isalnum())
    return any(word in folded for word in _IDENTITY_WORDS)


def fields_of_category(category: int) -> tuple[Field, ...]:
    """Give the fields of a category that a paper may stand for: one, where all are of one class."""
    fields = tuple(field for field in FIELDS if field.category == category)
    return fields[:1] if len({field.field_class for field in fields}) == 1 else fields
