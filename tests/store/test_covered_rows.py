"""Whatever writes a consent, a mandate or a hold has the signed log cover it (VAULT 6)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wkc import store

FOLDER = Path(store.__file__).parent
WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (?:consent|mandate|hold)\b")
BY_THEIR_CALLER = {"destruction", "link", "mistake", "sealed"}
"""Modules whose caller notes the change, or that leave a part of what was covered."""


def list_writing_queries() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.rglob("*.sql")):
        for name, _kind, text in re.findall(
            r"^-- (\w+)(: \w+)? --\n((?:(?!^-- \w+(?:: \w+)? --$).*\n?)*)", path.read_text(), re.MULTILINE
        ):
            if path.stem not in BY_THEIR_CALLER and WRITES.search(text):
                yield path.stem, name


@pytest.mark.parametrize(("module", "query"), [*list_writing_queries()])
def test_who_writes_a_covered_row_has_the_log_cover_it(module: str, query: str) -> None:
    (path,) = FOLDER.rglob(f"{module}.py")
    tree = ast.parse(path.read_text())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and f"_Q.{query}" in ast.unparse(node)]
    assert functions
    assert all("coverage." in ast.unparse(one) for one in functions)


def test_there_are_such_queries() -> None:
    assert {("death", "end_mandates"), ("mandate", "add"), ("hold", "add")} <= set(list_writing_queries())
