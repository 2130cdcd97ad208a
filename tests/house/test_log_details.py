"""Each detail that the log has is shown in words, or is named among those that only a program uses."""

import re
from pathlib import Path

import wkc
from wkc.cli.terminal.look import NOT_SHOWN
from wkc.sentences.log_detail import DETAILS, STEPS

PROCEDURES = Path(wkc.__file__).parent / "procedures"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PROCEDURES.rglob("*.py")))
PUT = re.compile(r"details\[\"([a-z_0-9]+)\"\]")
MERGED = re.compile(r"details \|= (.*)")
STEP = re.compile(r"\"step\"(?:\] =|:) \"([a-z_]+)\"")


def test_each_detail_has_its_words() -> None:
    merged = [key for line in MERGED.findall(SOURCE) for key in re.findall(r"\"([a-z_0-9]+)\":", line)]
    known = {*PUT.findall(SOURCE), *merged}
    assert len(known) > 50
    assert sorted(known - set(DETAILS) - NOT_SHOWN) == []


def test_each_step_has_its_words() -> None:
    steps = set(STEP.findall(SOURCE))
    assert len(steps) > 15
    assert sorted(steps - set(STEPS)) == []
