"""The handbook of the office: chapters in plain text, read for the terminal and set on paper.

A chapter is a file of `handboek/`: its title, who it is for, then paragraphs; lines that begin with a number or a dash
are a list, lines that begin with four spaces are commands, each with the exit codes it may end with behind ` = `.
"""

import json
import re
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from wkc.documents.paper import in_words, typeset

SOURCE = Path(__file__).parent / "handboek"
_NAME = re.compile(r"\d+-(?P<key>[a-z-]+)\.txt")
_STEP = re.compile(r"(?P<mark>\d+\.|-) (?P<text>.+)")
_COMMAND = re.compile(r" {4}\$ (?P<typed>wkc .+?)(?: = (?P<codes>[\d ]+))?")


class HandbookBlock(Struct, frozen=True):
    """One paragraph, one line of a list (with its number or a dash as `mark`), or one command with its exit codes."""

    kind: str
    text: str
    mark: str = ""
    codes: tuple[int, ...] = ()


class Chapter(Struct, frozen=True):
    """One task of the office, with the word under which `wkc handboek` gives it."""

    key: str
    title: str
    blocks: tuple[HandbookBlock, ...]


def chapters() -> tuple[Chapter, ...]:
    """Give all chapters in their order."""
    return tuple(map(_chapter, sorted(SOURCE.glob("*.txt"))))


def render_handbook(made_at: datetime) -> bytes:
    """Set the whole handbook on paper; errors.PaperFailed."""
    parts = [
        {
            "titel": chapter.title,
            "blokken": [{"soort": one.kind, "tekst": one.text, "merk": one.mark} for one in chapter.blocks],
        }
        for chapter in chapters()
    ]
    model = in_words({"hoofdstukken": parts, "gemaaktOp": made_at.date()})
    return typeset("handboek.typ", json.dumps(model).encode(), made_at)


def _chapter(path: Path) -> Chapter:
    title, *lines = path.read_text(encoding="utf-8").splitlines()
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise ValueError(path.name)
    return Chapter(named["key"], title, tuple(_block(line) for line in lines if line))


def _block(line: str) -> HandbookBlock:
    if command := _COMMAND.fullmatch(line):
        codes = tuple(map(int, (command["codes"] or "0").split()))
        return HandbookBlock("commando", command["typed"], codes=codes)
    if step := _STEP.fullmatch(line):
        return HandbookBlock("stap", step["text"], step["mark"])
    return HandbookBlock("alinea", line)
