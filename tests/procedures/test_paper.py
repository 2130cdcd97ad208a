"""Papers for outside the register: their steps in order, and each maker of them by the one way."""

import ast
import hashlib
from pathlib import Path
from typing import Any

import pytest

import wkc.procedures
from tests.stage import PASSWORD, Stage
from wkc.errors.terminal import OutputExists
from wkc.procedures.core.action import Action
from wkc.procedures.core.paper import NoPaper, PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session

OTHER_SHAPES = {
    "document/document.py",  # a file of a dossier, in the chunks in which it is sealed
    "requests/copy_documents.py",  # the list of the files beside a copy
    "operations/handbook.py",  # a page of the handbook, about nobody
    "access/user.py",  # a key file, which is no paper
    "intake/template.py",  # an empty list
    "letters/notice.py",  # a letter that is kept in the same action
    "letters/printing.py",  # letters that are kept in the same action, or were before
    "operations/audit_export.py",  # the log, line by line
    "progress/report_final.py",  # a draft, which goes to nobody
}


def session(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None, None)


def lines(stage: Stage) -> list[tuple[str, dict[str, Any]]]:
    newest = stage.json("audit", "list")["lines"]
    return [(line["outcome"], line["details"]) for line in newest if line["action"] == "retention.statement"]


def test_a_paper_is_rendered_outside_the_register_between_two_lines(stage: Stage) -> None:
    place = stage.folder / "paper"

    def prepare(action: Action) -> PreparedPaper[str]:
        action.details["step"] = "prepared"

        def render() -> bytes:
            # The register is free for others by now.
            assert lines(stage) == [("done", {"as": "beheerder", "step": "prepared"})]
            return b"words"

        def log_paper(action: Action, paper: RenderedPaper) -> str:
            assert not place.exists()
            action.details |= {"step": "made", "sha256": paper.sha256}
            return f"{paper.path.name} of {paper.size} bytes"

        return PreparedPaper(render, log_paper)

    assert publish(session(stage), "retention.statement", place, prepare, force=False) == "paper of 5 bytes"
    assert place.read_bytes() == b"words"
    made = ("done", {"as": "beheerder", "step": "made", "sha256": hashlib.sha256(b"words").hexdigest()})
    assert lines(stage) == [made, ("done", {"as": "beheerder", "step": "prepared"})]


def test_an_action_that_no_paper_comes_of_leaves_one_line_and_no_file(stage: Stage) -> None:
    place = stage.folder / "paper"
    result = publish(session(stage), "retention.statement", place, lambda _action: NoPaper("waits"), force=False)
    assert result == "waits"
    assert not place.exists()
    assert lines(stage) == [("done", {"as": "beheerder"})]


def test_a_taken_place_is_refused_before_anything_is_read(stage: Stage) -> None:
    place = stage.folder / "paper"
    place.write_bytes(b"somebody else's")
    with pytest.raises(OutputExists):
        publish(session(stage), "retention.statement", place, lambda _action: NoPaper("read"), force=False)
    assert lines(stage) == []
    assert place.read_bytes() == b"somebody else's"


def test_a_folder_is_no_place_for_a_paper_without_a_name_of_its_own(stage: Stage) -> None:
    with pytest.raises(OutputExists) as refused:
        publish(session(stage), "retention.statement", stage.folder, lambda _action: NoPaper("read"), force=True)
    assert lines(stage) == []
    assert "is a folder or a device, and no file to replace" in refused.value.text_and_hint[0]
    assert "--force" not in refused.value.text_and_hint[1]


def test_a_paper_that_cannot_be_rendered_leaves_the_line_that_it_was_prepared(stage: Stage) -> None:
    def prepare(action: Action) -> PreparedPaper[None]:
        action.details["step"] = "prepared"

        def render() -> bytes:
            raise MemoryError

        return PreparedPaper(render, lambda _action, _paper: None)

    with pytest.raises(MemoryError):
        publish(session(stage), "retention.statement", stage.folder / "paper", prepare, force=False)
    assert lines(stage) == [("done", {"as": "beheerder", "step": "prepared"})]
    assert not (stage.folder / "paper").exists()


def test_no_procedure_writes_a_file_by_itself_but_those_of_another_shape() -> None:
    root = Path(wkc.procedures.__file__).parent
    writers = {str(path.relative_to(root)) for path in root.rglob("*.py") if _writes(path)}
    assert writers - {"core/paper.py"} == OTHER_SHAPES


def _writes(path: Path) -> bool:
    """Tell whether a module calls output_file.write, write_parts or write_stream."""
    text = path.read_text(encoding="utf-8")
    return "output_file" in text and any(
        isinstance(node, ast.Attribute)
        and node.attr in {"write", "write_parts", "write_stream"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "output_file"
        for node in ast.walk(ast.parse(text))
    )
