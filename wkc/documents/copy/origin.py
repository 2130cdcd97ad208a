"""Art. 4.2 and annex II: from whom a value or a paper came, in the words of the copy."""

from wkc.documents import vocabulary
from wkc.documents.copy.model import Geheim, Herkomst
from wkc.documents.part import word, word_or_none
from wkc.records.dossier import Provenance


def herkomst(source: Provenance) -> Herkomst:
    """Give the source of a value or a paper, and the day."""
    return Herkomst(
        bron=word(source.source, vocabulary.SOURCES),
        naam=None if source.party is None else source.party.name,
        wet=word_or_none(source.basis, vocabulary.BASES),
        verkregen_op=source.obtained_on,
    )


def geheim(source: Provenance) -> Geheim | None:
    """Give the duty of secrecy on a value or a paper, if there is one (art. 8.2)."""
    if source.geheim is None:
        return None
    return Geheim(plicht=word(source.geheim, vocabulary.SECRETS), vindplaats=source.citation)
