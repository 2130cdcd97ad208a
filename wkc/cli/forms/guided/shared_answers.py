"""Answers that forms have in common: days, categories, fields, and what is on file, as lists and defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wkc.i18n import _

if TYPE_CHECKING:
    from wkc.cli.forms.guided.desk import Desk
    from wkc.cli.forms.guided.form import Answers
    from wkc.records.field import Field


MOST_FILES = 200
"""The files that a list narrows to while one types; the name of any other can be typed."""


def today(_desk: Desk, _answers: Answers) -> str:
    """Give the word for this day."""
    return _("today")


def read_day(desk: Desk, _answers: Answers, typed: str) -> object:
    """Read a day up to today."""
    from wkc.procedures.io import fields

    return fields.past_day_or_today(typed, desk.today)


def read_any_day(_desk: Desk, _answers: Answers, typed: str) -> object:
    """Read a day, also one to come."""
    from wkc.procedures.io.dates import parse_day

    return parse_day(typed)


def read_day_or_word(desk: Desk, _answers: Answers, typed: str) -> object:
    """Read a day, also one to come, or a word for it such as `morgen`."""
    from wkc.procedures.io.dates import parse_any_day

    return parse_any_day(typed, desk.today)


def read_file(desk: Desk, _answers: Answers, typed: str) -> object:
    """Read the name of a file that is there; errors.FileUnreadable."""
    from wkc.errors.input import FileUnreadable

    path = desk.files.to_visit(typed)
    if not path.is_file():
        raise FileUnreadable(path=path.absolute() if desk.files.only is None else typed)
    return typed


def read_place(desk: Desk, _answers: Answers, typed: str) -> object:
    """Read the name of a file that is still to be written; errors.OutputUnwritable, OutputExists."""
    from wkc.procedures.io import output_file

    place = desk.files.to_write(typed)
    output_file.check(place, desk.cli.home, force=False)
    return typed


def list_files(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the files of the folder in which a file needs no path, newest first, each with its day; no hidden ones."""
    from datetime import UTC, datetime

    from wkc.procedures.core.clock import day

    try:
        files = [one for one in desk.files.folder.iterdir() if one.name[0] != "." and one.is_file()]
    except OSError:
        return {}
    changed = sorted(((one.stat().st_mtime, one.name) for one in files), reverse=True)
    return {name: day(datetime.fromtimestamp(at, UTC)).isoformat() for at, name in changed[:MOST_FILES]}


def read_reason(_desk: Desk, _answers: Answers, typed: str) -> object:
    """Read reasons that somebody else can follow."""
    from wkc.procedures.io.text import parse_reason

    return parse_reason(typed)


def categories(_desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the categories of annex I."""
    from wkc.rules.dossier.field import CATEGORIES

    return {str(number): name for number, name in CATEGORIES.items()}


def fields_on_file(_desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the fields of annex I."""
    from wkc.rules.dossier.field import FIELDS

    return {field.code: field.label for field in FIELDS}


def field_of(answers: Answers) -> Field | None:
    """Give the field that was chosen."""
    from wkc.rules.dossier.field import BY_CODE

    return BY_CODE.get(answers.get("field", ""))


def entries(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give what is held on the client of the form, by its number on `wkc client show`."""
    from wkc.procedures.dossier import client

    every = client.show(desk.session, answers["client"]).dossier.entries
    current = [one for one in every if one.closed_at is None and one.number and one.value is not None]
    desk.fields = {str(entry.number): entry.field for entry in current}
    return {str(entry.number): f"{entry.field.label}: {entry.value}" for entry in current}


def on_file(desk: Desk, answers: Answers) -> str:
    """Give what the client of the form has now in the field that was chosen, as one line."""
    from wkc.procedures.dossier import client

    every = client.show(desk.session, answers["client"]).dossier.entries
    now = (one.value for one in every if one.field.code == answers["field"] and one.closed_at is None)
    return ", ".join(value for value in now if value)


def running_assignments(desk: Desk, answers: Answers) -> Mapping[str, str]:
    """Give the assignments of the client of the form that have not ended."""
    from wkc.procedures.dossier import client

    assignments = client.show(desk.session, answers["client"]).dossier.assignments
    return {one.reference: one.party.name for one in assignments if one.until_on is None}


def opdrachtgevers(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the opdrachtgevers on file."""
    return desk.parties("opdrachtgever")


def parties(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give all organisations on file."""
    return desk.parties()


def colleagues(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give who has access, but for the one who asks."""
    return {user: meant for user, meant in desk.users().items() if user != desk.session.user_id}


def coaches(desk: Desk, _answers: Answers) -> Mapping[str, str]:
    """Give the coaches."""
    return desk.users("coach")
