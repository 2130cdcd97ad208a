"""Papers for outside the register: their way from one reading of it to a file, with a line before the file shows."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.io import output_file

Result = TypeVar("Result")


class RenderedPaper(Struct, frozen=True):
    """A paper that was rendered: where it will show, its size in bytes and its SHA-256."""

    path: Path
    size: int
    digest: bytes

    @property
    def sha256(self) -> str:
        """The digest in hexadecimals, as in the audit log."""
        return self.digest.hex()


class PreparedPaper(Struct, Generic[Result], frozen=True):
    """A paper of which all was read, not rendered yet.

    `log_paper` writes the line with the digest, judges anew where that is needed, and gives the result for the caller;
    `file_name` is its own name, for a place that may be a folder.
    """

    render: Callable[[], bytes]
    log_paper: Callable[[Action, RenderedPaper], Result]
    file_name: str = ""


class NoPaper(Struct, Generic[Result], frozen=True):
    """The result of an action that no paper came of."""

    result: Result


def publish(
    session: Session,
    name: str,
    place: Path,
    prepare: Callable[[Action], PreparedPaper[Result] | NoPaper[Result]],
    *,
    force: bool,
    folder: bool = False,
) -> Result:
    """Put a paper in its place by two actions of one name; gives its result.

    `prepare` judges and reads in the first action and fills its line. The paper is rendered outside the register; the
    line with its digest comes before the file shows. With `folder`, the place may be a folder, in which the paper has
    a name of its own. errors.OutputExists, OutputInRegister, OutputUnwritable.
    """
    check_place(session, place, force=force, folder=folder)
    with act(session, name) as action:
        prepared = prepare(action)
    if isinstance(prepared, NoPaper):
        return prepared.result
    target = place
    if folder:
        target = place / prepared.file_name if place.is_dir() else place
        output_file.check(target, session.home.path, force=force)
    content = prepared.render()
    paper = RenderedPaper(target, len(content), sha256(content).digest())
    results: list[Result] = []

    def log_before_shown() -> None:
        with act(session, name) as action:
            results.append(prepared.log_paper(action, paper))

    output_file.write(target, content, log_before_shown, state=session.environment.state(), force=force)
    return results[0]


def check_place(session: Session, place: Path, *, force: bool, folder: bool = False) -> None:
    """Refuse a place that cannot be before anything is done for it; with `folder`, any folder passes for now."""
    if not (folder and place.is_dir()):
        output_file.check(place, session.home.path, force=force)
