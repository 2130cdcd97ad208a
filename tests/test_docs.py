"""The pages that ship with the program: what the code cites in them is there, and what they show is so."""

import re
import shlex
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pictures import COMMANDS, COPY, TERMINAL, words_of
from wkc import cli
from wkc.cli import command_table

TOP = Path(__file__).parents[1]
DOCS = TOP / "wkc" / "docs"
README = TOP / "README.md"
PAGES = (README, *sorted(DOCS.glob("*.md")))
CITED = {"DESIGN": DOCS / "design.md", "VAULT": DOCS / "vault.md"}
LARGEST_PICTURE = 150 * 1024

CITATION = re.compile(
    r"\b(?P<page>DESIGN|VAULT|design\.md|vault\.md)\)?,?\s+§?"
    r"(?P<numbers>\d+(?:\.\d+)?(?:(?:,| and| to)\s+§?\d+(?:\.\d+)?)*)(?!\d|\s*[-+*/=:(])"
)
"""`DESIGN §8`, `VAULT 4, 7`, `VAULT 1 and 3`, `DESIGN 9.4`, `design.md §3`."""

PATH = re.compile(
    r"(?<![\w/.])(?:wkc/|tests/)?(?:cli|procedures|rules|store|vault|documents|records|errors|bench|transcripts)/"
    r"[a-z0-9_/]+\.(?:py|sql|typ|json)\b"
)
"""A file of the program as the pages name it, with or without `wkc/`; capitals stand for any name."""

GLOBAL_WITH_VALUE = {"--home", "--user", "--password-file", "--purpose", "--break-glass-file"}


def sections(page: Path) -> set[str]:
    """Give the numbers of a page: of its sections, and of the numbered points in them."""
    found, section = set[str](), ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\d+)\. ", line):
            section = heading[1]
            found.add(section)
        elif (point := re.match(r"(\d+)\. ", line)) and section:
            found.add(f"{section}.{point[1]}")
    return found


def citations(text: str) -> Iterator[tuple[str, str]]:
    """Give each page with each number by which a text cites it."""
    for cited in CITATION.finditer(text):
        for number in re.findall(r"\d+(?:\.\d+)?", cited["numbers"]):
            yield cited["page"].removesuffix(".md").upper(), number


def sources() -> list[Path]:
    """Give each file of the program, the tests and the pages that is text of ours."""
    kinds = {".py", ".sql", ".typ", ".md", ".play"}
    below = (path for folder in (TOP / "wkc", TOP / "tests") for path in folder.rglob("*"))
    return [path for path in (README, TOP / "schema.sql", *below) if path.suffix in kinds]


def code_blocks(page: Path) -> Iterator[str]:
    """Give the fenced blocks of a page."""
    yield from re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands_shown() -> Iterator[tuple[str, list[str]]]:
    """Give each `wkc …` in a block of code or between backticks, as words, with the page that shows it."""
    for page in PAGES:
        lines = [line.split(" #")[0] for block in code_blocks(page) for line in block.splitlines()]
        comments = [line for block in code_blocks(page) for line in block.splitlines()]
        text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        spans = re.findall(r"`(wkc [^`|]*)`", text + "\n".join(comments))
        for line in (*lines, *(" ".join(span.split()) for span in spans)):
            for part in re.split(r"&&|\|\||;", line):
                for shown in re.findall(r"(?<![\w/.\-`])wkc ((?:--[a-z-]+ \S+ )*(?:--[a-z-]+ )*[a-z].*)", part):
                    yield page.name, shlex.split(re.split(r"[|>)]|\",", shown)[0])


def command_of(words: list[str]) -> tuple[Any, list[str]]:
    """Find the command that words name behind the global options; give it with the words after it."""
    rest = list(words)
    while rest and rest[0].startswith("--"):
        rest = rest[2 if rest[0] in GLOBAL_WITH_VALUE else 1 :]
    command = cli.load(rest.pop(0))
    while rest and rest[0] in getattr(command, "commands", {}):
        command = command.commands[rest.pop(0)]
    return command, rest


def commands_of_the_design() -> Iterator[str]:
    """Give each command that the table of DESIGN 11 names."""
    table = re.search(r"^## 11\..*?^```\n(.*?)^```", CITED["DESIGN"].read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert table
    for part in re.split(r"\n|\s{2,}(?=wkc )", table[1].strip()):
        words = re.sub(r"\[[^]]*\]", "", part.removeprefix("wkc ")).strip()
        if grouped := re.match(r"(\w+(?: \w+)?)\s{2,}(\S.*)", words):
            yield from (f"{grouped[1]} {name.strip()}" for name in grouped[2].split("|"))
            continue
        for single in words.split(" · "):
            noun, _, verbs = single.strip().partition(" ")
            yield from (f"{noun} {verb}".strip() for verb in verbs.split("|"))


def commands_there_are() -> Iterator[str]:
    """Give each command of the program by the words that are typed."""
    waiting = [(name, cli.load(name)) for name in command_table.COMMANDS]
    while waiting:
        name, command = waiting.pop()
        children = getattr(command, "commands", {})
        waiting += [(f"{name} {child}", below) for child, below in children.items()]
        if not children:
            yield name


def test_the_table_of_the_design_has_each_command_and_no_other() -> None:
    assert sorted(commands_of_the_design()) == sorted(commands_there_are())


def test_each_cited_section_exists() -> None:
    known = {page: sections(path) for page, path in CITED.items()}
    missing = [
        f"{path.relative_to(TOP)}: {page} {number}"
        for path in sources()
        for page, number in citations(path.read_text(encoding="utf-8"))
        if number not in known[page]
    ]
    assert missing == []


def test_a_citation_is_read_in_each_of_its_forms() -> None:
    text = "(DESIGN 3, VAULT §4, 7). VAULT 1 and 3; DESIGN 9.4; see design.md §13, VAULT = 5"
    assert list(citations(text)) == [
        *(("DESIGN", "3"), ("VAULT", "4"), ("VAULT", "7"), ("VAULT", "1"), ("VAULT", "3")),
        *(("DESIGN", "9.4"), ("DESIGN", "13")),
    ]


def test_what_holds_the_screens_is_there() -> None:
    named = re.findall(r"`((?:plays/|screens/)?[\w-]+\.(?:py|play|txt))`", (DOCS / "terminal.md").read_text("utf-8"))
    tests = {path.relative_to(TOP / "tests").as_posix() for path in (TOP / "tests").rglob("*.*")}
    assert len(named) > 50
    assert [name for name in named if not any(f"/{one}".endswith(f"/{name}") for one in tests)] == []


def test_the_numbers_of_the_pages_stay() -> None:
    assert {f"{number}" for number in range(1, 15)} <= sections(CITED["DESIGN"])
    assert {f"{number}" for number in range(1, 10)} | {"3.5", "3.6"} <= sections(CITED["VAULT"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_file_that_a_page_names_is_there(page: Path) -> None:
    named = set(PATH.findall(page.read_text(encoding="utf-8")))
    assert [name for name in named if not ((TOP / name).exists() or (TOP / "wkc" / name).exists())] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_to_a_page_and_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]*(?:#[\w-]+)?)\)|src=\"([^\"]+)\"", text):
        name, _, anchor = "".join(target).partition("#")
        linked = page.parent / name if name else page
        assert linked.is_file(), (page.name, name)
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_each_command_that_a_page_shows_is_one_of_the_program() -> None:
    shown = list(commands_shown())
    assert len(shown) > 80
    for page, words in shown:
        command, rest = command_of(words)
        assert not getattr(command, "commands", {}), (page, words)
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known, (page, words)


def test_the_lines_for_cron_name_a_command_after_five_times() -> None:
    lines = [
        line
        for block in code_blocks(DOCS / "operating.md")
        if "MAILTO" in block
        for line in block.splitlines()
        if not re.match(r"[A-Z_]+=", line)
    ]
    assert len(lines) >= 5
    for line in lines:
        assert re.match(r"(?:\*|\d+(?:-\d+)?)(?: (?:\*|\d+(?:-\d+)?)){4}  \S", line), line
        assert "wkc " in line


def test_the_front_door_is_short_and_begins_with_the_two_commands() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 120
    first = next(code_blocks(README)).splitlines()
    assert first == [
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/wkc demo",
        ".venv/bin/pip install -q '.[test]' && .venv/bin/pytest -q",
    ]


def test_the_pictures_are_small_and_ask_for_nothing_outside_themselves() -> None:
    assert COPY.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    for picture in (TERMINAL, COPY):
        assert picture.stat().st_size < LARGEST_PICTURE
        assert picture.relative_to(TOP).as_posix() in README.read_text(encoding="utf-8")
    drawn = TERMINAL.read_text(encoding="utf-8")
    assert ET.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314  (our own file)
    assert re.findall(r"(?:href|src)=|url\((?!#)|@import", drawn) == []


def test_the_picture_of_the_terminal_shows_the_commands_that_are_typed_for_it() -> None:
    drawn = words_of(TERMINAL.read_text(encoding="utf-8"))
    for words in COMMANDS:
        assert "$wkc" + "".join(words) in drawn
    assert "Geslachtsnaam" in drawn
    assert "Gezondheid" in drawn
