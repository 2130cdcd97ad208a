"""Each detail that the log has is shown in words, or is named among those that only a program uses."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

import wkc
from tests.stage import Stage
from wkc import i18n
from wkc.cli.terminal.look import NOT_SHOWN, details
from wkc.cli.terminal.screen import Screen
from wkc.records.audit import AuditLine, Outcome
from wkc.sentences.disclosure_reason import REASONS
from wkc.sentences.log_detail import DETAILS, STEPS
from wkc.sentences.refusal_reason import OF_REGISTER, OF_REQUESTS

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


OF_WHAT_GOES = {"open", "afgehandeld", "inzage", "ouder", "zelfde_persoon"}
"""Reasons for what is allowed, in a line that has one against it too."""


def test_each_reason_of_a_refusal_has_its_words() -> None:
    paths = [path for room in ("procedures", "rules") for path in (PROCEDURES.parent / room).rglob("*.py")]
    reasons = {reason for path in paths for reason in _reasons(ast.parse(path.read_text(encoding="utf-8")))}
    assert len(reasons) > 100
    assert sorted(reasons - set(REASONS) - set(OF_REGISTER) - set(OF_REQUESTS) - OF_WHAT_GOES) == []


def _reasons(module: ast.Module) -> Iterator[str]:
    """Give the codes for which a module refuses something."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            if name in {"mark_refused", "refuse"} and node.args:
                yield from _codes(node.args[0])
            allowed = named.get("allowed")
            if name == "Verdict" and not (isinstance(allowed, ast.Constant) and allowed.value):
                yield from _codes(named["reason"])
        elif isinstance(node, ast.FunctionDef) and node.name in {"_does_not_fit", "_wrong_for"}:
            yield from (code for one in ast.walk(node) if isinstance(one, ast.Return) for code in _codes(one))


def _codes(node: ast.AST) -> Iterator[str]:
    """Give the codes that an expression may be: not what it compares with, nor the beginning of one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for part in ast.iter_child_nodes(node):
        if not isinstance(node, ast.JoinedStr) and not (isinstance(node, ast.IfExp) and part is node.test):
            yield from _codes(part)


def said(stage: Stage, action: str, language: str, found: dict[str, object]) -> list[str]:
    i18n.use({"LC_ALL": language})
    at = datetime(2026, 11, 29, tzinfo=UTC)
    line = AuditLine(1, at, "anna", UUID(int=1), action, "beheer", None, Outcome.DONE, found, b"", b"", b"")
    return list(details(Screen(stage.environment()), line))


@pytest.mark.parametrize(
    ("action", "found", "english", "dutch"),
    [
        (
            "breach.decide",
            {"ap": True, "persons": True},
            ["to be reported to the AP", "to be told to the people"],
            ["te melden aan de AP", "te berichten aan de betrokkenen"],
        ),
        (
            "register.upgrade",
            {"from": 43, "to": 44},
            ["from version: 43", "to version: 44"],
            ["van versie: 43", "naar versie: 44"],
        ),
        (
            "audit.report",
            {"from": "2026-01-01", "terminal": "/dev/pts/0", "to": "2026-11-29"},
            ["from: 2026-01-01", "up to: 2026-11-29", "terminal: /dev/pts/0"],
            ["van: 2026-01-01", "tot en met: 2026-11-29", "terminal: /dev/pts/0"],
        ),
        ("consent.lift", {"by": "wet"}, ["lifted by: a statute"], ["opgeheven door: wettelijk voorschrift"]),
        ("client.end", {"short": True}, ["kept for two years"], ["twee jaar bewaard (zieke werknemer)"]),
        ("party.set", {"cleared": ["address"]}, ["cleared: address"], ["leeggemaakt: address"]),
        ("consent.give", {"capacity": "ouder"}, ["capacity: parent with authority"], ["hoedanigheid: ouder met gezag"]),
        (
            "consent.give",
            {"reason": "nog_niet_ingegaan"},
            ["reason: it begins later"],
            ["reden: zij begint later"],
        ),
        (
            "client.mistake",
            {"noun": "contact", "reason": "typefout"},
            ["kind of row: contact", "reason: it was mistyped"],
            ["soort: contact", "reden: het was verkeerd getypt"],
        ),
    ],
)
def test_a_detail_is_said_in_both_languages(
    action: str, found: dict[str, object], english: list[str], dutch: list[str], stage: Stage
) -> None:
    assert said(stage, action, "C", found) == english
    assert said(stage, action, "nl_NL.UTF-8", found) == dutch


ALONE = """
from wkc.cli.terminal.look import details
class Line:
    action = "client.import"
    details = {"error": %r}
print(*details(None, Line))
"""


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("sign_unprintable", "The papers of the office cannot show this"),
        ("value_too_long", "The value is longer than … characters"),
        ("client_ambiguous", "More than one client is found by this"),
        ("an_error_of_before", "an error of before"),
    ],
)
def test_the_reason_of_a_failure_is_said_whatever_is_loaded(error: str, expected: str) -> None:
    done = subprocess.run([sys.executable, "-c", ALONE % error], capture_output=True, text=True, check=True)
    assert done.stdout == expected + "\n"
