"""Lines of the log in words: the action, the purpose, the outcome, the details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from wkc.cli.terminal.codes import in_words
from wkc.cli.terminal.log_codes import words_of
from wkc.i18n import _
from wkc.records.audit import AuditLine
from wkc.sentences import log_action, log_detail
from wkc.sentences.sentence import for_staff

if TYPE_CHECKING:
    from wkc.cli.terminal.screen import Screen
    from wkc.errors.families import WkcError

_ACTIONS, _PURPOSES, _OUTCOMES = map(for_staff, (log_action.ACTIONS, log_action.PURPOSES, log_action.OUTCOMES))
NOT_SHOWN = frozenset(
    {
        *("as", "covers", "digests", "error", "explains", "generation", "ledger", "removed", "run", "settings"),
        *("contacts", "sha256", "slots", "verified", "withdrawn", "wrap"),
        *("assignment", "disclosure", "document", "hold", "mandate", "party", "person", "release", "replaced"),
    }
)
"""Details for verification, for the client's copy, or that name a row by its uuid; `--json` has them."""
PLACES = ("terminal", "ssh")
"""Details that say where somebody worked: they come last."""
_ROW = re.compile(r"[0-9a-f-]{32,}")
_FACT = re.compile(r"\{[a-z_]+\}")
_ENDING = re.compile(r"(?:: …| \(…\))*\.?$")


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
    for name, value in sorted(line.details.items(), key=lambda detail: detail[0] in PLACES):
        if name not in NOT_SHOWN and _is_shown(name, value) and not _ROW.search(str(value)):
            yield _detail(screen, line.action, name, value)
    error = str(line.details.get("error", ""))
    if error and (why := _why(error, has_reason="reason" in line.details)) is not None:
        yield why


def _is_shown(name: str, value: object) -> bool:
    """Tell whether a detail is worth a word: a no only where it is a decision."""
    return name in log_detail.DENIED if value is False else value not in ("", None, 0, [])


def _detail(screen: Screen, action: str, name: str, value: object) -> str:
    names = {**log_detail.DETAILS, **(log_detail.OF_UPGRADE if action == "register.upgrade" else {})}
    label = in_words(name, names) or name
    if isinstance(value, bool):
        return label if value else _(log_detail.DENIED[name])
    if name in {"at", "since"}:
        return f"{label}: {screen.minute(datetime.fromisoformat(str(value)))}"
    values = value if isinstance(value, list | tuple) else str(value).split(",")
    words = words_of(action, name)
    return f"{label}: {', '.join(_(words[one]) if one in words else one.replace('_', ' ') for one in map(str, values))}"


def _why(error: str, *, has_reason: bool) -> str | None:
    """Say the error that a line names by its sentence, with an ellipsis for a fact; by its name where no error has it.

    None beside a reason that says as much as a sentence without its facts.
    """
    text = _errors().get(error)
    if text is None:
        return error.replace("_", " ")
    if has_reason and "{" in text:
        return None
    return _ENDING.sub("", _FACT.sub("…", _(text)))


@cache
def _errors() -> Mapping[str, str]:
    """Give the sentence of every error by the name that the log has; only a log that is shown needs them all."""
    from pkgutil import iter_modules

    from wkc import errors
    from wkc.errors.families import WkcError

    for module in iter_modules(errors.__path__):
        import_module(f"{errors.__name__}.{module.name}")
    return {kind.class_name(): kind.text for kind in _list_kinds(WkcError) if kind.text != WkcError.text}


def _list_kinds(family: type[WkcError]) -> Iterator[type[WkcError]]:
    """Give every class of a family of errors, the families in it included."""
    for kind in family.__subclasses__():
        yield kind
        yield from _list_kinds(kind)
