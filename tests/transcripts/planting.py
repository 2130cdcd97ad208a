"""A name and a number in every free text of the register: none of them comes through a reviewed copy (AVG 15.4).

The columns are found from the schema: a later one is planted in as well, or stands below with a reason.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from string import ascii_lowercase
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from tests.stage import PASSWORD, Stage
from tests.text_columns import list_text_columns
from tests.transcripts.play import Scene, opening, read, set_stage
from wkc.procedures.core.session import Session
from wkc.records.field import Kind
from wkc.rules.dossier.field import BY_CODE
from wkc.store.core.sealed import SEALED, SealedColumn
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

CODES = {
    *(
        "kind",
        "outcome",
        "reason",
        "purpose",
        "source",
        "basis",
        "grondslag",
        "geheim",
        "categories",
        "field",
        "fields",
    ),
    *(
        "why",
        "article",
        "channel",
        "ground",
        "law",
        "role",
        "mark",
        "dropped",
        "how",
        "method",
        "document",
        "extension",
    ),
    *(
        "decision",
        "refusal",
        "state",
        "requester",
        "asker",
        "party_kind",
        "media_type",
        "sought",
        "noun",
        "kept",
        "body",
    ),
    *(
        "identified",
        "subject",
        "back_from",
        "verified_from",
        "name_key",
        "key",
        "word",
        "normal",
        "number",
        "letter_number",
    ),
    *("at_time", "last_characters", "coach", "user_id", "responsible", "agreed_until", "from_on", "since", "at", "by"),
}
"""Names of columns that hold codes of ours, keys, numbers and days."""

NOT_OF_A_PERSON = {"audit", "backup", "confirmation", "destroyed", "remains", "ledger", "setting", "party_column"}
NOT_OF_A_PERSON |= {"last_done", "codes_due", "purge_due", "signin_read", "slot_history", "breach", "year_report"}
"""Tables that are about nobody, or hold nothing that somebody typed about a client."""

NEVER_IN_A_COPY = {
    "letter.sealed_pdf": "a letter is named in the copy and not attached",
    "document.sealed_key": "a key",
    "review.sealed_marks": "places in texts, no words",
    "entry.sealed_value": "values from when values alone were sealed: tests/frozen",
    "paper_left.sealed_place": "where a paper lies whose dossier is gone",
    "report.citation": "the copy has the law of the disclosure that a report becomes",
    "request.sealed_name": "a request of somebody who has no dossier, and so no copy",
}
PLANT = re.compile(r"Sterre Plant\w+berg|06-8\d{7}")
TEXTS = {Kind.TEXT, Kind.NOTE}
NUMBERS = count(1)


def plant() -> str:
    number = next(NUMBERS)
    word = ascii_lowercase[number // 26] + ascii_lowercase[number % 26]
    return f"Zus Sterre Plant{word}berg belt 06-8{number:07d}"


@cache
def free_texts() -> frozenset[str]:
    """Give the columns in which somebody types what they like, from the schema."""
    found = {one for one in list_text_columns(CODES) if one.partition(".")[0] not in NOT_OF_A_PERSON}
    return frozenset(found - NEVER_IN_A_COPY.keys())


def plant_text(connection: Any, column: str) -> bool:
    """Plant in a column that is not sealed, where its row may have a text; an entry only in a field that takes any."""
    table, name = column.split(".")
    fields = [code for code, field in BY_CODE.items() if field.kind in TEXTS and field.category > 1]
    where = f"field IN ({','.join(map(repr, fields))})" if column == "entry.value" else "1"
    key = "user_id" if table == "user" else "rowid"
    planted = False
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE UPD%'"
    lifted = connection.execute(guards, (table,)).fetchall()
    for trigger, _sql in lifted:
        connection.execute(f"DROP TRIGGER {trigger}")
    for (row,) in connection.execute(f"SELECT {key} FROM {table} WHERE {where}").fetchall():
        with contextlib.suppress(dbapi2.IntegrityError):
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE {key} = ?", (plant(), row))
            planted = True
    for _trigger, sql in lifted:
        connection.execute(sql)
    return planted


def plant_sealed(register: Any, column: SealedColumn) -> bool:
    """Plant in a sealed column, also where its row has none; what is sealed as JSON keeps its other parts."""
    planted = False
    page = column.page.replace(f"{column.table}.{column.name} IS NOT NULL", "1")
    for rowid, client, uuid, place, sealed in register.connection.execute(page, {"after": 0, "most": 999}).fetchall():
        where = UUID(bytes=client), UUID(bytes=uuid), place
        text = "" if sealed is None else register.sealer.open(sealed, *where)
        anew = _planted(column.table, text, row_field(register.connection, column.table, rowid))
        if anew is not None:
            with contextlib.suppress(dbapi2.IntegrityError):
                register.connection.execute(column.put, (register.sealer.seal(anew, *where), rowid))
                planted = True
    return planted


def _planted(table: str, text: str, field: str | None) -> str | None:
    if table in {"entry", "mistake"}:
        if not text:
            return None
        content = json.loads(text)
        key = "words" if table == "mistake" else "value"
        kind = BY_CODE[content["field"]].kind if table == "entry" else Kind.NOTE
        return json.dumps(content | {key: plant()}) if kind in TEXTS else None
    return plant() if field is None or BY_CODE[field].kind in TEXTS else None


def row_field(connection: Any, table: str, rowid: int) -> str | None:
    """Give the field of a value that is asked for or was put aside."""
    if table not in {"correction", "supplied"}:
        return None
    return str(connection.execute(f"SELECT field FROM {table} WHERE rowid = ?", (rowid,)).fetchone()[0])


def acted(path: Path, folder: Path, original: Stage) -> Stage:
    stage = opening(folder, path, original)
    last = ""
    for step in read(path.read_text(encoding="utf-8")):
        if isinstance(step, Scene):
            step.run(stage)
        else:
            last = set_stage(stage, step, last)
    return Stage(stage.folder, "anna", stage.now)


def add_rows(stage: Stage, client: str) -> None:
    """Add what these plays leave nowhere: looks, holds, mistakes, papers, an extension, people and profiles."""
    who = ("--name", "Cor", "--role", "coach", "--function", "f")
    stage.must("user", "designate", "cor", *who, "--new-password-file", str(stage.password_file))
    looks = Stage(stage.folder, "cor", stage.now)
    looks.must("--break-glass-file", "-", "client", "show", client, stdin="Zij belde mij.")
    stage.now = looks.now
    number = max(one["number"] for one in stage.json("contact", "log", client, "--kind", "gesprek")["contacts"])
    stage.must("contact", "withdraw", client, str(number), stdin="Dat was een ander.")
    number = max(one["number"] for one in stage.json("contact", "log", client, "--kind", "gesprek")["contacts"])
    stage.must("client", "mistake", client, "--contact", str(number), "--reason", "dubbel", stdin="Het stond er al.")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14")
    held = stage.json("retention", "hold", client, *duty, "--until", "2035-12-31")["holds"]
    stage.must("retention", "release", client, str(held[-1]["number"]), stdin="De plicht geldt hier niet.")
    origin = ("--category", "10", "--source", "geregistreerde", "--geheim", "wet", "--citation", "Wet X")
    stage.must("document", "add", client, str(stage.file("cv.txt", "Tien jaar bouw.")), *origin, "--title", "cv")
    stage.must("document", "place", client, *origin, "--where", "kast 2", "--destroy-on", "2031-01-01")
    consent = ("--recipient", "UWV", "--purpose", "bemiddeling", "--categories", "1")
    stage.must("form", "print", "toestemming", client, *consent, "--output", str(stage.folder / "form.pdf"))
    asked = stage.json("request", "receive", client, "--kind", "overdracht")["request"]["number"]
    stage.must("request", "extend", asked, "--code", "complex", stdin="Veel papier.")
    stage.must("party", "set", "UWV", "--address", "Kade 1")
    person = {"name": "J. Bakker", "function": "consulent", "telephone": "072-5112233"}
    stage.must("party", "person", "add", "UWV", "--from", "-", stdin=json.dumps(person))


def planted_in(stage: Stage) -> Iterator[str]:
    """Plant in every free text of a register, and give the columns in which there was a row."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), here.identity) as register:
        for column in sorted(free_texts()):
            if ".sealed" not in column and plant_text(register.connection, column):
                yield column
        for one in SEALED:
            name = f"{one.table}.{one.name}"
            if name in free_texts() and plant_sealed(register, one):
                yield name


def busiest(stage: Stage) -> str:
    """Give the client with whom most was done."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    lines = "SELECT count(*) FROM audit WHERE subject = client.uuid"
    with open_alone(Home(stage.home), here.identity) as register:
        found = register.connection.execute(f"SELECT number FROM client ORDER BY ({lines}) DESC LIMIT 1").fetchone()
    return str(found[0])


def review(stage: Stage, number: str) -> None:
    """Hide in each text of the copy on a request whatever was planted there."""
    texts = stage.json("request", "review", number)["texts"]
    said = [
        {"text": one["name"], "do": "verbergen", "words": words}
        for one in texts
        if (words := PLANT.findall(one["text"]))
    ]
    assert said
    stage.must("request", "review", number, "--from", "-", stdin=json.dumps(said))


def copied(stage: Stage, client: str) -> bytes:
    number = stage.json("request", "receive", client, "--kind", "inzage")["request"]["number"]
    stage.must("request", "identify", number, "--method", "bekend")
    review(stage, number)
    refusal = ("--decision", "deels", "--code", "rechten_van_anderen")
    stage.must("request", "decide", number, *refusal, stdin="Er staat iets in over een ander.")
    stage.must("request", "notify", number)
    place = stage.folder / "planted.pdf"
    stage.must("inzage", "export", client, "--request", number, "--output", str(place), "--force")
    return place.read_bytes()


def check_copy(folder: Path, now: datetime, play: str) -> set[str]:
    """Plant in the register that a play leaves, see that its reviewed copy has none of it, and give the columns."""
    from tests.documents.pdf import opened, text_of

    stage = Stage(folder, "anna", now)
    if play == "disclosure":
        add_rows(stage, busiest(stage))
    planted = set(planted_in(stage))
    made = copied(stage, busiest(stage))
    with opened(made) as pdf:
        attached = b"".join(one.get_file().read_bytes() for one in pdf.attachments.values())
    for content in (text_of(made), attached.decode()):
        assert "Plant" not in content, play
        assert not re.search(r"06.?8\d{7}", content), play
    return planted
