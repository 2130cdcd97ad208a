import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import wkc
from tests.house.source import list_nodes

PROGRAM = Path(wkc.__file__).parent
ROOMS: dict[Path, list[Path]] = {}
"""Every folder of the program with Python files, and those files: a test of its own for each folder."""
for file in sorted(PROGRAM.rglob("*.py")):
    ROOMS.setdefault(file.parent, []).append(file)
RELATIVE = re.compile(r"(What|Who|Which|Whom|Whose|Whoever|Whether|How|Why|Where|That|It)\b")
SAYS_NOTHING = 3
"""A docstring of so few words says no more than the name beside it."""

# The private words of before, each with the plain term that took its place (the glossary of contributing.md).
BANNED = {
    "told": "translated, notified, sent",
    "found": "the noun of what was looked up: client, entry, match, members",
    "given": "the noun of what came in: typed, answers, consent_input",
    "said": "the noun of what was stated: reason, text, words, assessment",
    "Said": "DisclosureInput, GlobalOptions, ProposalInput, Bilingual",
    "Given": "NewConsent, NewRelease, NewMandate, EntryInput",
    "Asked": "Requester",
    "Asking": "Asker, NewProposal",
    "AskedFor": "RequestedEntry",
    "Deed": "Action",
    "deed": "action",
    "at_large": "log_own_line",
    "self_knowledge": "register_metadata",
    "mends": "repairs",
    "nothing_lost": "check_not_rolled_back",
    "SignedIn": "AgentIdentity",
    "signed_in": "agent_client",
    "reached": "failpoint",
    "debris": "leftovers",
    "Founding": "NewVault",
    "founding": "new_vault",
    "Founded": "Created",
    "stops": "retention_blocks",
    "Stop": "RetentionBlock",
    "Grid": "Spreadsheet",
    "BrokenOff": "TruncatedInput",
    "Seat": "ShellContext",
    "seat": "shell",
    "Entrance": "Invocation",
    "entrance": "invocation",
    "NotAtASeat": "NotInsideShell",
    "World": "Environment",
    "world": "environment",
    "harmless": "escape_control_chars",
    "fitted": "wrap",
    "put_out": "print_letter",
    "owe": "schedule",
    "owe_again": "add_again",
    "told_otherwise": "mark_notified",
    "Sight": "InspectedBackup",
    "sight": "inspected",
    "Way": "RestoreOptions",
    "Standing": "CurrentRegister",
    "standing": "current",
    "dissent": "statement",
    "stands": "repair_ledger_file, is_in_force",
    "holds()": "verify_digest, contains, keys_of_role",
    "beyond": "new_lines",
    "bring": "flush",
    "who_may": "authorised_keys",
    "told_on": "answer_sent_on, notified_on",
    "answer_on": "answer_received_on",
    "trace": "write_lines, log_paper",
    "may_mend": "can_repair_rows",
    "Mending": "FaultDialog",
    "mending": "dialog",
    "reaches": "check_scope",
    "sees": "can_see, classes",
    "with_reason": "has_reason",
    "touched": "touched_clients, changed_clients",
    "Patience": "ProgressLine",
    "Filling": "FormDialog",
    "Wish": "ChangeFacts",
    "ToTell": "PriorRecipient",
    "Removed": "RemovalKind",
    "Answered": "RequestAnswer",
    "ClientTold": "ClientNotice",
    "RecipientTold": "RecipientNotice",
    "Task": "MenuItem",
    "TASKS": "START_MENU",
    "out_of_shape": "faulty_row",
}

BANNED_DEFINITIONS = {
    "about": "touch_client",
    "answers": "views/request",
    "asked": "request",
    "be": "set_body",
    "Call": "CliContext",
    "drawn": "render_letter",
    "enter": "record_on_disk",
    "held": "dossier",
    "inquiry": "from_options",
    "judged": "mark_refused",
    "keeping": "views/retention",
    "made": "make_copy",
    "named": "append_lines",
    "outside": "environment",
    "seen": "last_seen",
}
"""Words that may name a value and no function or class."""

BANNED_MODULES = {
    "debris": "leftovers",
    "entrance": "invocation",
    "founding": "init",
    "given": "input",
    "harmless": "escape",
    "heads": "last_seen",
    "held": "dossier",
    "inquiry": "input",
    "keeping": "retention",
    "mends": "repairs",
    "removal": "pending_deletion",
    "seat": "shell",
    "seen": "last_seen",
    "sight": "inspected_backup",
    "signed_in": "client",
    "standing": "current_register",
    "steps": "failpoints",
    "stops": "retention",
    "told": "sqlite_errors",
    "upgrading": "upgrade",
    "work": "user",
    "world": "environment",
}

PUBLIC = {("records/dossier.py", "dissent"), ("records/dossier.py", "holds"), ("records/search.py", "found")}
"""Names that are keys of the JSON envelope: scripts know them, so they stay."""


def defined(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Give every name that a module defines: classes, functions, parameters, variables, attributes."""
    for node in nodes:
        match node:
            case ast.FunctionDef(name="holds", lineno=line):
                yield "holds()", line  # As a noun it is the plural of the hold of art. 10.
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name):
                yield name, node.lineno
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                yield name, node.lineno


def definitions(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Give every function and class, those of one module included, without the underscore before its name."""
    for node in nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name.strip("_"), node.lineno


def docstrings(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Give every docstring with its line, those under constants included."""
    for node in nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value, node.lineno


def comments(text: str) -> Iterator[tuple[str, int]]:
    """Give every comment that has a line of its own or ends one."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.search(r"(?:^|\s)# (?!noqa|type:)(.+)$", line):
            yield found[1], number


def shown(path: Path) -> str:
    return str(path.relative_to(PROGRAM))


@pytest.mark.parametrize("room", ROOMS, ids=shown)
def test_no_name_of_the_old_dialect_is_defined(room: Path) -> None:
    found = [
        f"{shown(path)}:{line}: {name} ({BANNED[name]})"
        for path in ROOMS[room]
        for name, line in defined(list_nodes(path))
        if name in BANNED and (shown(path), name) not in PUBLIC
    ]

    assert found == []


@pytest.mark.parametrize("room", ROOMS, ids=shown)
def test_no_function_class_or_module_has_a_word_of_the_old_dialect(room: Path) -> None:
    banned = BANNED | BANNED_DEFINITIONS
    found = [
        f"{shown(path)}:{line}: {name} ({banned[name]})"
        for path in ROOMS[room]
        for name, line in definitions(list_nodes(path))
        if name in banned or name.endswith("Idle")
    ]
    modules = [f"{shown(path)} ({BANNED_MODULES[path.stem]})" for path in ROOMS[room] if path.stem in BANNED_MODULES]

    assert found + modules == []


def test_a_class_has_a_name_of_its_own() -> None:
    """Not those of a paper: each is a file of its own, whose nouns are the law's, and its schema names them."""
    places: dict[str, list[str]] = {}
    for path in sorted(PROGRAM.rglob("*.py")):
        if "documents" not in path.relative_to(PROGRAM).parts:
            for node in list_nodes(path):
                if isinstance(node, ast.ClassDef):
                    places.setdefault(node.name, []).append(shown(path))

    assert {name: where for name, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize("room", ROOMS, ids=shown)
def test_docstrings_and_comments_begin_with_a_noun_and_say_something(room: Path) -> None:
    relative, empty = [], []
    for path in ROOMS[room]:
        text = path.read_text(encoding="utf-8")
        every = list(docstrings(list_nodes(path)))
        said_there = [(f"{shown(path)}:{line}: {said}", said) for said, line in (*every, *comments(text))]
        relative += [place for place, said in said_there if RELATIVE.match(said)]
        empty += [place for place, said in said_there[: len(every)] if len(said.split()) < SAYS_NOTHING]

    assert relative + empty == []


QUERIES = [path for path in sorted(PROGRAM.rglob("store/**/*.sql")) if path.parent.name != "upgrades"]
RELATIVE_IN_SQL = re.compile(r"-- (What|Who|Which|Whom|Whose|Whoever|How|Why|When|Where|That|It|They|And)\b")
"""A query that answers yes or no may begin with Whether."""


@pytest.mark.parametrize("path", QUERIES, ids=shown)
def test_the_line_that_explains_a_query_begins_with_a_noun(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if RELATIVE_IN_SQL.match(line)] == []


def test_a_line_that_begins_with_a_relative_word_is_seen_among_sixty_files_of_queries() -> None:
    assert RELATIVE_IN_SQL.match("-- What one client was told.")
    assert not RELATIVE_IN_SQL.match("-- The notice of one client.")
    assert len(QUERIES) > 55


def test_the_old_words_are_seen_where_there_are_any() -> None:
    module = '''
"""Whose it is."""
class Said:  # Who asks
    def holds(self, told): self.seat = world = told
    try: [said for said in told]
    except Error as found: (given := 1)
def _made(): ...
'''
    nodes = tuple(ast.walk(ast.parse(module)))
    assert {name for name, _line in defined(nodes)} & set(BANNED) == {
        "Said",
        "holds()",
        "told",
        "seat",
        "world",
        "said",
        "found",
        "given",
    }
    assert {name for name, _line in definitions(nodes)} & set(BANNED_DEFINITIONS) == {"made"}
    assert [bool(RELATIVE.match(said)) for said, _line in (*docstrings(nodes), *comments("x  # Who asks"))] == [
        True,
        True,
    ]
    assert sum(map(len, ROOMS.values())) == len(list(PROGRAM.rglob("*.py"))) > 600
