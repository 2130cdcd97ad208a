"""The source of the program as its trees: each file is parsed once for all tests of the house."""

import ast
from functools import cache
from pathlib import Path


@cache
def list_nodes(path: Path) -> tuple[ast.AST, ...]:
    """List every node of the tree of a file, in the order of ast.walk: the module is the first."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
