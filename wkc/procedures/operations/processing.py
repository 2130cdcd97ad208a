"""Art. 1, 2 and 5, AVG 30: the register of processing activities, from what the register knows."""

from pathlib import Path

from msgspec import Struct

from wkc.errors.processing import ProcessingIncomplete
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import notify_gaps
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.io import codes
from wkc.procedures.requests.export import FORMATS
from wkc.records.processing import ProcessingFacts
from wkc.rules.dossier.field import CATEGORIES, FIELDS
from wkc.rules.regulation.processing import Gap, list_gaps
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.dossier import coverage
from wkc.store.dossier import party as parties
from wkc.store.dossier import party_profile as profiles
from wkc.store.operations import processing


class ProcessingView(Struct, frozen=True):
    """The register of processing in short: parties by role, kinds that received, and what is not filled in."""

    facts: ProcessingFacts
    gaps: tuple[Gap, ...]


class ProcessingExport(Struct, frozen=True):
    """A register of processing that was made: its path, its size in bytes and its SHA-256."""

    format: str
    path: Path
    size: int
    sha256: str


def show(session: Session) -> ProcessingView:
    """Give the facts of the register of processing, and what is still missing."""
    with act(session, "processing.show") as action:
        facts = _gather(action)
        return ProcessingView(facts, tuple(list_gaps(facts)))


def export(session: Session, form: str, place: Path, *, force: bool) -> ProcessingExport:
    """Make the register of processing as PDF or JSON; errors.ProcessingIncomplete while a part is empty."""
    form = codes.parse_code(form, FORMATS)

    def prepare(action: Action) -> PreparedPaper[ProcessingExport]:
        facts = _gather(action)
        gaps = tuple(list_gaps(facts))
        if gaps:
            action.mark_refused("niet_ingevuld")
            raise ProcessingIncomplete(parts=", ".join(gap.part for gap in gaps), command=gaps[0].command)
        notify_gaps(action)
        action.details |= {"format": form, "step": "prepared"}

        def log_paper(action: Action, paper: RenderedPaper) -> ProcessingExport:
            action.details |= {"format": form, "step": "made", "sha256": paper.sha256}
            return ProcessingExport(form, paper.path, paper.size, paper.sha256)

        return PreparedPaper(lambda: _render(facts, form), log_paper, f"verwerkingsregister.{form}")

    return publish(session, "processing.export", place, prepare, force=force, folder=True)


def _gather(action: Action) -> ProcessingFacts:
    store = action.store
    coverage.check_settings(store)
    return ProcessingFacts(
        register_metadata.houder(store),
        in_force(store),
        FIELDS,
        tuple((party, profiles.one(store, party)) for party in parties.every(store)),
        processing.list_received(store),
        audit.head(store),
        action.now,
    )


def _render(facts: ProcessingFacts, form: str) -> bytes:
    from wkc.documents import processing as paper
    from wkc.documents.part import as_json

    register = paper.register_of(facts, CATEGORIES)
    return as_json(register) if form == "json" else paper.as_pdf(register)
