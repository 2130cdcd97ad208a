"""Art. 11 and 14.1: the papers of a dossier, as the copy lists them."""

from collections.abc import Mapping
from datetime import UTC

from wkc.documents import vocabulary
from wkc.documents.copy.model import Document as Papier
from wkc.documents.copy.origin import geheim, herkomst
from wkc.documents.copy.request import is_left_in
from wkc.documents.copy.rights import Soort
from wkc.documents.part import word_or_none
from wkc.records.document import MEDIA_TYPES, Document
from wkc.records.inzage import Inzage


def documenten(inzage: Inzage, categories: Mapping[int, str]) -> tuple[Papier, ...]:
    """Give the papers, in the order of writing down, but for those that a decision leaves out.

    ValueError for a withheld title, place or statement.
    """
    kept = (one for one in inzage.documents if is_left_in(one.field, one.uuid, inzage.answers))
    return tuple(_papier(document, categories) for document in kept)


def _papier(document: Document, categories: Mapping[int, str]) -> Papier:
    if document.title is None or (document.is_paper and document.place is None):
        raise ValueError("a withheld title or place cannot go into a copy")
    if document.has_statement and document.statement is None:
        raise ValueError("withheld words cannot go into a copy")
    source, field = document.provenance, document.field
    return Papier(
        kenmerk=document.uuid,
        titel=document.title,
        gaat_over=None if field is None else Soort(nummer=field.category, naam=categories[field.category]),
        formulier=document.form,
        soort=None if document.media_type is None else MEDIA_TYPES[document.media_type].upper(),
        octetten=document.size,
        plaats=document.place,
        vernietigen_op=document.destroy_on,
        herkomst=herkomst(source),
        grondslag=word_or_none(source.grondslag, vocabulary.GROUNDS),
        geheim=geheim(source),
        in_onderzoek=document.in_onderzoek,
        beperkt=document.beperkt,
        verklaring=document.statement,
        vastgelegd_op=document.recorded_at.astimezone(UTC),
    )
