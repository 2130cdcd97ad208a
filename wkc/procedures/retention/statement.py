"""Art. 10: the statement of a destruction, as PDF or JSON, without personal data, made again at any time."""

from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.retention import RunUnknown
from wkc.procedures.core.action import Action
from wkc.procedures.core.last_backup import find_last_day
from wkc.procedures.core.letterhead import read_letterhead
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes
from wkc.procedures.requests.export import FORMATS
from wkc.records.retention import Statement
from wkc.store.core import audit, ledger
from wkc.store.retention import destruction


class WrittenStatement(Struct, frozen=True):
    """A statement that was made: its run, its path, its size in bytes and its SHA-256."""

    run: UUID
    format: str
    path: Path
    size: int
    sha256: str


def make(session: Session, run: str | None, form: str, place: Path, *, force: bool) -> WrittenStatement:
    """Make the statement of a run, or of the last one that destroyed anything.

    `place` is a file, or a folder in which it is named after its day and run.
    """
    form = codes.parse_code(form, FORMATS)
    wanted = None if run is None else _parse_run(run)

    def prepare(action: Action) -> PreparedPaper[WrittenStatement]:
        statement = _facts(action, wanted)
        first = statement.destroyed[0]
        action.details |= {"run": first.run.hex, "format": form, "step": "prepared"}

        def log_paper(action: Action, paper: RenderedPaper) -> WrittenStatement:
            action.details |= {"run": first.run.hex, "format": form, "step": "made", "sha256": paper.sha256}
            return WrittenStatement(first.run, form, paper.path, paper.size, paper.sha256)

        file_name = f"vernietiging-{first.on}-{first.run.hex[:8]}.{form}"
        return PreparedPaper(lambda: _render(statement, form), log_paper, file_name)

    return publish(session, "retention.statement", place, prepare, force=force, folder=True)


def _facts(action: Action, wanted: UUID | None) -> Statement:
    store, run = action.store, wanted or destruction.last_run(action.store)
    destroyed = () if run is None else destruction.of_run(store, run)
    if not destroyed:
        raise RunUnknown
    since, last = ledger.due_since(store), max(one.at for one in destroyed)
    return Statement(
        read_letterhead(action),
        destroyed,
        since is None or since > last,
        find_last_day(store, last),
        audit.head(store),
        action.now,
    )


def _parse_run(typed: str) -> UUID:
    try:
        return UUID(typed.strip())
    except ValueError:
        raise RunUnknown from None


def _render(statement: Statement, form: str) -> bytes:
    from wkc.documents.part import as_json
    from wkc.documents.statement import as_pdf, statement_of

    facts = statement_of(statement)
    return as_json(facts) if form == "json" else as_pdf(facts, statement.houder)
