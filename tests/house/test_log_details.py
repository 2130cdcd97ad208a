"""Each detail that the log has is shown in words, or is named among those that only a program uses."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

import wkc
from tests.house.source import list_nodes
from tests.stage import Stage
from wkc import i18n
from wkc.cli.terminal.log_codes import AS_THEY_ARE, BY_NAME, BY_NOUN
from wkc.cli.terminal.log_line import NOT_SHOWN, details
from wkc.cli.terminal.screen import Screen
from wkc.records.audit import AuditLine, Outcome
from wkc.sentences import (
    breach,
    contact,
    decision,
    destruction,
    disclosure,
    hold,
    letter,
    paper_form,
    party_kind,
    request,
    search_key,
    source,
)
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


def test_each_detail_that_has_codes_has_the_words_of_them() -> None:
    in_words = {*BY_NAME, *(name for _noun, name in BY_NOUN), "field", "body"}
    assert sorted(set(DETAILS) - in_words - AS_THEY_ARE - NOT_SHOWN - {"form"}) == []
    assert sorted(in_words & AS_THEY_ARE) == []
    assert sorted(AS_THEY_ARE - set(DETAILS)) == []


CODED = {
    ("breach", "kind"): breach.KINDS,
    ("breach", "whom"): breach.HEARERS,
    ("contact", "kind"): contact.KINDS,
    ("letter", "kind"): letter.KINDS,
    ("request", "kind"): request.KINDS,
    ("request", "method"): request.METHODS,
    ("request", "decision"): decision.DECISIONS,
    ("request", "code"): decision.REFUSALS,
    ("form", "kind"): paper_form.KINDS,
    ("party", "kind"): party_kind.KINDS,
    ("disclosure", "ground"): disclosure.GROUNDS,
    ("report", "ground"): disclosure.GROUNDS,
    ("retention", "ground"): hold.GROUNDS,
    ("client", "source"): source.DEATHS,
    ("client", "cause"): destruction.DESTROYED_FOR,
    ("disclosure", "outcome"): disclosure.STEPS,
    ("request", "sought"): search_key.KINDS,
}


@pytest.mark.parametrize(("noun", "name"), CODED)
def test_no_code_of_a_vocabulary_is_shown_as_it_is_typed(noun: str, name: str, stage: Stage) -> None:
    in_words = {code: getattr(one, "staff", one) for code, one in CODED[noun, name].items()}
    for code, expected in in_words.items():
        (line,) = said(stage, f"{noun}.act", "nl_NL.UTF-8", {name: code})
        assert "_" not in line
        (english,) = said(stage, f"{noun}.act", "C", {name: code})
        assert english.partition(": ")[2] == expected


def test_each_step_has_its_words() -> None:
    steps = set(STEP.findall(SOURCE))
    assert len(steps) > 15
    assert sorted(steps - set(STEPS)) == []


OF_WHAT_GOES = {"open", "afgehandeld", "inzage", "ouder", "zelfde_persoon"}
"""Reasons for what is allowed, in a line that has one against it too."""


def test_each_reason_of_a_refusal_has_its_words() -> None:
    paths = [path for room in ("procedures", "rules") for path in (PROCEDURES.parent / room).rglob("*.py")]
    reasons = {reason for path in paths for reason in _reasons(list_nodes(path))}
    assert len(reasons) > 100
    assert sorted(reasons - set(REASONS) - set(OF_REGISTER) - set(OF_REQUESTS) - OF_WHAT_GOES) == []


def _reasons(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Give the codes for which a module refuses something."""
    for node in nodes:
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
        ("party.set", {"cleared": ["address"]}, ["cleared: address"], ["leeggemaakt: adres"]),
        ("party.set", {"cleared": [], "set": ["role"]}, ["set: role"], ["ingesteld: rol"]),
        (
            "breach.decide",
            {"ap": False, "persons": False},
            ["not to be reported to the AP", "not to be told to the people"],
            ["niet te melden aan de AP", "niet te berichten aan de betrokkenen"],
        ),
        ("breach.notify", {"whom": "ap"}, ["to whom: the AP"], ["aan wie: de AP"]),
        ("breach.notify", {"whom": "personen"}, ["to whom: the people"], ["aan wie: de betrokkenen"]),
        ("breach.notify", {"late": False}, [], []),
        ("disclosure.decide", {"allowed": False}, ["not allowed"], ["niet toegestaan"]),
        ("contact.log", {"kind": "telefoon"}, ["kind: telephone call"], ["soort: telefoongesprek"]),
        (
            "letter.notify",
            {"kind": "kennisgeving_intake"},
            ["kind: text for an intake (AVG 13)"],
            ["soort: tekst bij intake (AVG 13)"],
        ),
        (
            "request.search",
            {"sought": "naam,telefoon", "found": 0},
            ["searched by: name, telephone"],
            ["gezocht op: naam, telefoon"],
        ),
        (
            "register.doctor",
            {"found": ["rows"]},
            ["found: consents, holds, settings"],
            ["gevonden: toestemmingen, opschortingen, instellingen"],
        ),
        (
            "agenda.done",
            {"work": "keys"},
            ["work: key files and recovery codes"],
            ["taak: sleutelbestanden en herstelcodes"],
        ),
        (
            "retention.hold",
            {"categories": "1,2", "ground": "rechtszaak"},
            ["categories: 1, 2", "ground: a court case"],
            ["categorieën: 1, 2", "grond: rechtszaak"],
        ),
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
from wkc.cli.terminal.log_line import details
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
