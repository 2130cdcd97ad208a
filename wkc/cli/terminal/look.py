"""Lines of the log in words: the action, the purpose, the outcome, the details."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import in_words
from wkc.i18n import _
from wkc.records.audit import AuditLine
from wkc.sentences import log_detail, look
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen

_ACTIONS, _PURPOSES, _OUTCOMES = map(for_staff, (look.ACTIONS, look.PURPOSES, look.OUTCOMES))
NOT_SHOWN = frozenset(
    {
        *(
            "slots",
            "withdrawn",
            "as",
            "explains",
            "verified",
            "wrap",
            "covers",
            "settings",
            "run",
            "digests",
            "removed",
        ),
        *("replaced", "party", "person", "mandate", "release", "hold", "disclosure", "assignment", "document"),
        *("generation", "sha256", "ledger", "error"),
    }
)
"""Details for verification, for the client's copy, or that name a row by its uuid; `--json` has them."""
_ROW = re.compile(r"[0-9a-f-]{32,}")


def action(line: AuditLine) -> str | None:
    """Say the action of a line."""
    return in_words(line.action, _ACTIONS)


def purpose(code: str) -> str | None:
    """Say the purpose of a look."""
    return in_words(code, _PURPOSES)


def outcome(line: AuditLine) -> str | None:
    """Say how the action of a line ended."""
    return in_words(line.outcome, _OUTCOMES)


def details(screen: Screen, line: AuditLine) -> Iterator[str]:
    """Say the details of a line, and why it failed or was refused; what only a program can use is left out."""
    for name, value in line.details.items():
        if name not in NOT_SHOWN and value not in ("", False) and not _ROW.search(str(value)):
            yield _detail(screen, name, value)
    if (said := _why(str(line.details.get("error", "")))) is not None:
        yield said


def _detail(screen: Screen, name: str, value: object) -> str:
    label = in_words(name, log_detail.DETAILS) or name
    if value is True:
        return label
    if name == "at":
        return f"{label}: {screen.minute(datetime.fromisoformat(str(value)))}"
    values = value if isinstance(value, list | tuple) else [value]
    return f"{label}: {', '.join(_in_words(name, str(one)) for one in values)}"


def _in_words(name: str, value: str) -> str:
    """Say a code of a detail; a field by its label, a reason as it is judged by."""
    from wkc.rules.dossier.field import BY_CODE
    from wkc.sentences.consent import CAPACITIES
    from wkc.sentences.disclosure_reason import REASONS

    if name == "field" and value in BY_CODE:
        return BY_CODE[value].label
    words = {**for_staff(REASONS), **log_detail.REFUSED, **for_staff(CAPACITIES)}
    if name == "step":
        words = dict(log_detail.STEPS)
    return _(words[value]) if value in words else value.replace("_", " ")


def _why(error: str) -> str | None:
    """Say the error that a line names, where its sentence needs nothing filled in."""
    from wkc.errors.families import WkcError

    kinds = list(WkcError.__subclasses__())
    for kind in kinds:
        kinds += kind.__subclasses__()
    text = next((kind.text for kind in kinds if _name(kind) == error), "")
    return None if not text or "{" in text else _(text).rstrip(".")


def _name(kind: type[object]) -> str:
    stable: str | None = getattr(kind, "stable_name", None)
    return stable or re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
