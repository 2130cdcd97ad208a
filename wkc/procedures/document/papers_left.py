"""Art. 10 and 14.1: papers whose dossier is destroyed lie at their place until somebody destroys them by hand."""

from msgspec import Struct

from wkc.errors.document import PaperUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.records.document import PaperLeft
from wkc.store.document import paper_left


class PapersLeft(Struct, frozen=True):
    """The papers that are still to be destroyed, oldest first; people name one by its place on this list, from 1."""

    papers: tuple[PaperLeft, ...]


def list_left(session: Session, destroyed: int | None) -> PapersLeft:
    """Give what is still to be destroyed, without the one that was; errors.PaperUnknown."""
    with act(session, "document.papers") as action:
        papers = paper_left.every(action.store)
        if destroyed is not None:
            if not 1 <= destroyed <= len(papers):
                raise PaperUnknown
            gone = papers[destroyed - 1]
            action.details["document"] = gone.uuid.hex
            paper_left.remove(action.store, gone)
            papers = paper_left.every(action.store)
        return PapersLeft(papers)
