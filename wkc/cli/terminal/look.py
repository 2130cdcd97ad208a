"""Lines of the log in words: the action, the purpose, the outcome."""

from wkc.cli.terminal.codes import in_words
from wkc.records.audit import AuditLine
from wkc.sentences import look
from wkc.sentences.sentence import for_staff

_ACTIONS, _PURPOSES, _OUTCOMES = map(for_staff, (look.ACTIONS, look.PURPOSES, look.OUTCOMES))


def action(line: AuditLine) -> str | None:
    """Say the action of a line."""
    return in_words(line.action, _ACTIONS)


def purpose(code: str) -> str | None:
    """Say the purpose of a look."""
    return in_words(code, _PURPOSES)


def outcome(line: AuditLine) -> str | None:
    """Say how the action of a line ended."""
    return in_words(line.outcome, _OUTCOMES)
