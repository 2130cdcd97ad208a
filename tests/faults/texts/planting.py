"""Texts of the worst kind in the place of those that the commands of a play left, column by column."""

import contextlib
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from tests.faults.texts.column import list_columns
from tests.stage import PASSWORD, Stage
from tests.transcripts.planting import TEXTS, row_field
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import LINE, SETTINGS
from wkc.rules.dossier.field import BY_CODE
from wkc.store.core.sealed import SEALED, SealedColumn
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

MARKUP = r"""#panic("x") $y$ \z @ref <label> *b* _i_ `c` // [q] {r} = - + / ~ ' " http://x #let"""
"""What Typst would carry out, look up, set in another letter or leave out."""
ESCAPES = "\x1b[31m\x1b]0;title\x07\x1b]8;;http://x\x07\x9b2J\x08\r\x7f"
"""What a terminal would carry out: colour, its title, a link, a cleared screen, a line written over."""
MARK = "Merk{:03d}z"


def mark_of(column: str) -> str:
    """Give the word that stands in one column alone."""
    return MARK.format(sorted(list_columns()).index(column))


def text_of(column: str) -> str:
    """Give the text that stands in one column."""
    return f"{mark_of(column)} {MARKUP} {ESCAPES}"


def plant(stage: Stage) -> set[str]:
    """Plant in each column wherever a command left something; give the columns in which one had."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), here.identity) as register:
        found = {column for column in list_columns() if _put(register.connection, column)}
        found |= {f"{one.table}.{one.name}" for one in SEALED if _put_sealed(register, one)}
    return found | _set_settings(stage)


def _put(connection: Any, column: str) -> bool:
    table, name = column.split(".")
    if name.startswith("sealed") or table == "setting":
        return False
    fields = ",".join(repr(code) for code, field in BY_CODE.items() if field.kind in TEXTS)
    where = f"{name} IS NOT NULL" + (f" AND field IN ({fields})" if column == "entry.value" else "")
    key = "user_id" if table == "user" else "heading" if table == "party_column" else "rowid"
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE UPD%'"
    lifted = connection.execute(guards, (table,)).fetchall()
    for trigger, _sql in lifted:
        connection.execute(f"DROP TRIGGER {trigger}")
    planted = False
    for number, (row,) in enumerate(connection.execute(f"SELECT {key} FROM {table} WHERE {where}").fetchall()):
        with contextlib.suppress(dbapi2.IntegrityError):
            text = text_of(column) + (f" {number}" if name in {"heading", "name"} else "")
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE {key} = ?", (text, row))
            planted = True
    for _trigger, sql in lifted:
        connection.execute(sql)
    return planted


def _put_sealed(register: Any, column: SealedColumn) -> bool:
    name = f"{column.table}.{column.name}"
    if name not in list_columns():
        return False
    planted = False
    for rowid, client, uuid, place, sealed in register.connection.execute(
        column.page, {"after": 0, "most": 999}
    ).fetchall():
        where = UUID(bytes=client), UUID(bytes=uuid), place
        before = register.sealer.open(sealed, *where)
        anew = _changed(name, before, row_field(register.connection, column.table, rowid))
        if anew is not None:
            register.connection.execute(column.put, (register.sealer.seal(anew, *where), rowid))
            planted = True
    return planted


def _in_json(key: str) -> Callable[[str, str], str]:
    return lambda before, text: json.dumps(json.loads(before) | {key: text})


def _account(before: str, text: str) -> str:
    said = json.loads(before)
    return json.dumps(said | {key: text for key in ("nature", "consequences", "measures", "advice") if key in said})


def _form(before: str, text: str) -> str:
    return json.dumps(json.loads(before) | {"name": text}) if '"name"' in before else before


WITHIN: Mapping[str, Callable[[str, str], str]] = {
    "entry.sealed": _in_json("value"),
    "mistake.sealed_words": _in_json("words"),
    "breach.sealed_account": _account,
    "form.sealed_content": _form,
}
"""Columns that hold JSON, with what is put in it."""


def _changed(column: str, before: str, field: str | None) -> str | None:
    if column == "entry.sealed":
        field = json.loads(before)["field"]
    if field is not None and BY_CODE[field].kind not in TEXTS:
        return None
    within = WITHIN.get(column)
    anew = text_of(column) if within is None else within(before, text_of(column))
    return None if anew == before else anew


def _set_settings(stage: Stage) -> set[str]:
    """Set each setting of one line, by the command: what the log vouches for is changed in no other way."""
    for name, rule in SETTINGS.items():
        if rule is LINE:
            text = f"{mark_of('setting.value')} {MARKUP}"
            stage.must("settings", "set", name, text)
    return {"setting.value"}
