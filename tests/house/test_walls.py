import ast
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import wkc
from tests.house.source import list_nodes

PROGRAM = Path(wkc.__file__).parent
MODULES = {
    ".".join(("wkc", *path.relative_to(PROGRAM).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PROGRAM.rglob("*.py")
}


def imported(module: str, path: Path) -> Iterator[str]:
    """Give every module of the program that one imports: at the top, inside a function, or for types alone."""
    for node in list_nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                beneath = f"{node.module}.{name.name}"
                found = beneath if beneath in MODULES else node.module
                if found in MODULES and found != module:
                    yield found


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Give the strongly connected parts of more than one module (Tarjan, by two passes over the arrows)."""
    order: list[str] = []
    seen: set[str] = set()
    for start, onto in arrows.items():
        stack = [(start, iter(onto))] if start not in seen else []
        seen.add(start)
        while stack:
            here, onward = stack[-1]
            following = next((there for there in onward if there not in seen), None)
            if following is None:
                order.append(here)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(arrows[following])))
    back: dict[str, set[str]] = {module: set() for module in arrows}
    for module, targets in arrows.items():
        for there in targets:
            back[there].add(module)
    parts: list[list[str]] = []
    placed: set[str] = set()
    for start in reversed(order):
        part, waiting = [], [start]
        while waiting:
            module = waiting.pop()
            if module not in placed:
                placed.add(module)
                part.append(module)
                waiting.extend(back[module])
        if len(part) > 1:
            parts.append(sorted(part))
    return parts


def test_a_circle_is_found_where_there_is_one() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert circles({"a": {"b"}, "b": {"c"}, "c": set(), "d": {"a"}}) == []


def test_no_module_imports_itself_through_others_deferred_and_type_only_imports_included() -> None:
    arrows = {module: set(imported(module, path)) for module, path in MODULES.items()}

    assert circles(arrows) == []
    assert sum(map(len, arrows.values())) > 3 * len(arrows) > 1500


def test_an_import_is_seen_at_the_top_inside_a_function_and_for_types_alone(tmp_path: Path) -> None:
    module = tmp_path / "sample.py"
    module.write_text(
        "from wkc.errors import families\n"
        "if TYPE_CHECKING:\n    from wkc.records.user import Role\n"
        "def load():\n    import wkc.store.store\n    from json import dumps\n"
    )

    assert list(imported("wkc.sample", module)) == ["wkc.errors.families", "wkc.records.user", "wkc.store.store"]


def parts(folder: Path) -> Iterator[str]:
    """Give the modules and packages directly in a package."""
    for path in folder.iterdir():
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file():
            yield path.stem


def test_the_order_of_the_rooms_is_held_inside_each_room_that_has_rooms() -> None:
    contracts = tomllib.loads((PROGRAM.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = {
        contract["containers"][0]: {name.strip() for layer in contract["layers"] for name in layer.split("|")}
        for contract in contracts["contracts"]
        if contract["type"] == "layers" and contract["exhaustive"]
    }
    rooms = {parent: set(parts(PROGRAM.parent / parent.replace(".", "/"))) for parent in layers}

    rooms_in_order = {"wkc.cli", "wkc.cli.commands", "wkc.procedures", "wkc.rules", "wkc.store", "wkc.vault"}
    assert layers.keys() == {"wkc", *rooms_in_order}
    assert layers == rooms


def test_each_error_that_can_be_read_is_raised_somewhere() -> None:
    errors = {
        node.name
        for module, path in MODULES.items()
        if module.startswith("wkc.errors.") and module != "wkc.errors.families"
        for node in list_nodes(path)
        if isinstance(node, ast.ClassDef)
    }
    named = {node.id for path in MODULES.values() for node in list_nodes(path) if isinstance(node, ast.Name)}

    assert len(errors) > 100
    assert errors - named == set()


def test_a_store_is_made_in_one_place() -> None:
    makers = [
        module
        for module, path in MODULES.items()
        for node in list_nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Store"
    ]

    assert makers == ["wkc.procedures.core.transaction"]


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = {module: n for module, path in MODULES.items() if (n := len(path.read_text().splitlines())) > 300}

    assert long == {}


def test_a_path_that_somebody_types_is_made_in_one_place() -> None:
    """Elsewhere it would lead out of the one folder of `wkc shell --files`; what is refused in a shell may."""
    made = set()
    for module, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        if module.startswith(("wkc.cli.commands.", "wkc.cli.forms.")) and "refuse_in_shell()" not in text:
            calls = (node for node in list_nodes(path) if isinstance(node, ast.Call))
            made |= {module for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Path"}
    assert made == set()


def test_the_top_level_holds_the_package_its_schema_and_its_tests_alone() -> None:
    root = Path(__file__).parents[2]
    ignored = [line.strip("/") for line in (root / ".gitignore").read_text(encoding="utf-8").split()]
    top = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    kept = {name for name in top if not any(fnmatch(name, pattern) for pattern in ignored)}
    assert kept == {"wkc", "schema.sql", "tests", "pyproject.toml", "README.md"}
