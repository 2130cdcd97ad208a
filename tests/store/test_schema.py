"""What the schema itself refuses, whoever asks."""

from collections.abc import Iterator, Mapping

import pytest
from sqlcipher3 import dbapi2

from wkc.store.core.register import create
from wkc.store.queries import schema, version

LINE = "INSERT INTO audit VALUES (?, '2026-11-23T09:00:00Z', 'anna', zeroblob(16), 'x', 'y', NULL, ?, '{}', ?, ?, ?)"


@pytest.fixture
def register() -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(schema())
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    anna = "('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL)"
    connection.execute(f"INSERT INTO user VALUES {anna}")
    connection.execute(
        "INSERT INTO client VALUES"
        " (1, zeroblob(16), '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL)"
    )
    yield connection
    connection.close()


def line(register: dbapi2.Connection, seq: int, previous: bytes, own: bytes = b"h" * 32) -> None:
    register.execute(LINE, (seq, "done", previous, own, b"s" * 64))


def test_the_number_of_the_schema_is_the_files_own(register: dbapi2.Connection) -> None:
    assert register.execute("PRAGMA user_version").fetchone() == (version(),)
    assert register.execute("PRAGMA application_id").fetchone() == (0x776B6331,)


def test_tables_of_which_one_cannot_be_made_are_none_at_all() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE mistake (taken INTEGER)")
    with pytest.raises(dbapi2.OperationalError, match="mistake already exists"):
        create(connection)
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("mistake",)]
    connection.close()


def test_the_audit_log_takes_the_next_line_only(register: dbapi2.Connection) -> None:
    line(register, 1, bytes(32))
    line(register, 2, b"h" * 32, b"i" * 32)
    for seq, previous in ((2, b"i" * 32), (4, b"i" * 32), (3, b"h" * 32)):
        with pytest.raises(dbapi2.IntegrityError, match="chain"):
            line(register, seq, previous)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET action = 'nothing'",
        "DELETE FROM audit",
        (
            "REPLACE INTO audit SELECT 1, at, user_id, slot, 'z', purpose, subject, outcome, details, previous, hash,"
            " signature FROM audit"
        ),
    ],
)
def test_the_audit_log_changes_nothing(register: dbapi2.Connection, statement: str) -> None:
    line(register, 1, bytes(32))
    with pytest.raises(dbapi2.IntegrityError):
        register.execute(statement)
    assert register.execute("SELECT action FROM audit").fetchall() == [("x",)]


def test_a_slot_keeps_its_keys(register: dbapi2.Connection) -> None:
    keys = (b"s" * 16, b"x" * 32, b"e" * 32)
    register.execute("INSERT INTO slot_history VALUES (?, 'anna', 'person', ?, ?, 'now', NULL)", keys)
    with pytest.raises(dbapi2.IntegrityError):
        register.execute("UPDATE slot_history SET ed25519 = zeroblob(32)")
    with pytest.raises(dbapi2.IntegrityError):
        register.execute("DELETE FROM slot_history")
    register.execute("UPDATE slot_history SET withdrawn_at = 'now'")


ENTRY = {"uuid": b"u" * 16, "client": 1, "field": "adres", "value": "Laat 1"}
SOURCE = {"source": "geregistreerde", "obtained_on": "2026-01-01", "recorded_at": "now", "recorded_by": "anna"}
OF_THE_SOURCE = {"party", "basis", "geheim", "citation", *SOURCE}
"""What stands in the row that an entry shares with what came in together."""


SEALED = {"field": None, "value": None, "sealed": b"s", "source": None, "obtained_on": None}
"""What the row of a value of a sealed class has in the place of all that tells what it is."""


@pytest.mark.parametrize(
    "wrong",
    [
        {"sealed": b"both"},
        {"value": None},
        {"value": None, "sealed": b"s"},
        {"field": None},
        {"obtained_on": None},
        SEALED | {"normal": "readable"},
        SEALED | {"basis": "brief"},
        SEALED | {"geheim": "ambt"},
        SEALED | {"field": "detentie"},
        SEALED | {"source": "geregistreerde"},
        SEALED | {"obtained_on": "2026-01-01"},
        {"sealed_value": b"s"},
        {"geheim": "wet"},
        {"geheim": "vriendschap"},
        {"closed_at": "now"},
        {"client": 2},
        {"recorded_by": "nobody"},
        {"source": None},
    ],
    ids=str,
)
def test_an_entry_that_is_not_whole_is_refused(register: dbapi2.Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        insert_with_source(register, SOURCE | ENTRY | wrong)


def test_a_whole_entry_is_taken(register: dbapi2.Connection) -> None:
    insert_with_source(register, SOURCE | ENTRY)
    assert register.execute("SELECT field, value FROM entry").fetchall() == [("adres", "Laat 1")]


def test_an_entry_takes_its_source_along_with_the_last_that_shares_it(register: dbapi2.Connection) -> None:
    insert(register, "provenance", SOURCE)
    for octet in b"uv":
        insert(register, "entry", ENTRY | {"uuid": bytes([octet]) * 16, "provenance": 1})
    with pytest.raises(dbapi2.IntegrityError, match="shared"):
        register.execute("UPDATE provenance SET source = 'andere'")
    for left in (1, 0):
        register.execute("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")
        assert register.execute("SELECT count(*) FROM provenance").fetchone() == (left,)


def insert_with_source(register: dbapi2.Connection, whole: Mapping[str, object]) -> None:
    insert(register, "provenance", {name: value for name, value in whole.items() if name in OF_THE_SOURCE})
    of_the_entry = {name: value for name, value in whole.items() if name not in OF_THE_SOURCE}
    insert(register, "entry", of_the_entry | {"provenance": 1})


def insert(register: dbapi2.Connection, table: str, row: Mapping[str, object]) -> None:
    places = ", ".join("?" * len(row))
    register.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values()))


def test_a_withdrawn_contact_has_its_reason(register: dbapi2.Connection) -> None:
    register.execute(
        "INSERT INTO contact (uuid, client, on_date, kind, recorded_at, recorded_by)"
        " VALUES (zeroblob(16), 1, '2026-01-01', 'gesprek', 'now', 'anna')"
    )
    with pytest.raises(dbapi2.IntegrityError):
        register.execute("UPDATE contact SET withdrawn_at = 'now', withdrawn_by = 'anna'")


REQUEST = {
    "uuid": b"r" * 16,
    "number": "V2026-0001",
    "client": 1,
    "kind": "inzage",
    "received_on": "2026-03-05",
    "opgetekend": 0,
    "requester": "geregistreerde",
    "identified_on": "2026-03-06",
    "identified_by": "anna",
    "method": "bekend",
    "recorded_at": "now",
    "recorded_by": "anna",
}
DECIDED = {"decided_on": "2026-03-20", "decided_by": "anna"}


def put_request(register: dbapi2.Connection, **changes: object) -> str:
    row = {name: value for name, value in (REQUEST | changes).items() if value is not None}
    marks = ", ".join("?" for _ in row)
    register.execute(f"INSERT INTO request ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    return str(register.execute("SELECT state FROM request").fetchone()[0])


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": "afgewezen"},
        {"decision": "afgewezen", "refusal": "uavg_41"},
        {"decision": "deels", "refusal": "uavg_41"},
        {"decision": "afgewezen", "refusal": "uavg_41", "sealed_reasons": b""},
        {"decision": "afgewezen", "sealed_reasons": b"why"},
        {"decision": "toegewezen", "refusal": "uavg_41", "sealed_reasons": b"why"},
        {"decision": "toegewezen", "identified_on": None, "identified_by": None, "method": None},
        {"decision": "toegewezen", "client": None},
        {"decision": "toegewezen", "decided_on": "2026-03-04"},
        {"decision": "geen_gegevens", "done_on": "2026-03-20", "told_on": "2026-03-20"},
        {"decision": "toegewezen", "told_on": "2026-03-20", "done_on": "2026-03-21", "withdrawn_on": "2026-03-22"},
        {"decision": "toegewezen", "withdrawn_on": "2026-03-04"},
    ],
)
def test_a_decision_that_cannot_be_is_no_row(register: dbapi2.Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        put_request(register, **(DECIDED | wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"sealed_name": b"name"},  # whose client is on file has their name there
        {"client": None, "requester": "curator", "mandate": 1},  # a mandate on file is of a client on file
        {"shown_on": "2026-03-05"},
        {"reminded_on": "2026-03-10"},
        {"document": "paspoort"},
        {"document": "paspoort", "last_characters": "NL4F7"},
        {"extended_on": "2026-03-10", "extension": "complex"},
        {"told_on": "2026-03-10"},
        {"number": "2026-0001"},
    ],
)
def test_a_request_that_cannot_be_is_no_row(register: dbapi2.Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        put_request(register, **wrong)


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ({"identified_on": None, "identified_by": None, "method": None}, "ontvangen"),
        (
            {"identified_on": None, "identified_by": None, "method": None, "asked_on": "2026-03-06"},
            "identiteit_gevraagd",
        ),
        ({}, "geidentificeerd"),
        (DECIDED | {"decision": "afgewezen", "refusal": "uavg_41", "sealed_reasons": b"why"}, "besloten"),
        (DECIDED | {"decision": "toegewezen", "told_on": "2026-03-21"}, "medegedeeld"),
        (DECIDED | {"decision": "toegewezen", "told_on": "2026-03-21", "done_on": "2026-03-22"}, "uitgevoerd"),
        ({"withdrawn_on": "2026-03-07"}, "ingetrokken"),
    ],
)
def test_the_state_of_a_request_follows_from_what_was_done(
    register: dbapi2.Connection, done: dict[str, object], state: str
) -> None:
    assert put_request(register, **done) == state


DISCLOSURE = {
    "uuid": b"u" * 16, "client": 1, "party": 1, "on_date": "2026-01-01", "channel": "brief", "ground": "doel",
    "purpose": "voortgang", "categories": "1,2", "covers_bsn": 0, "outcome": "toegestaan", "vital": 0, "role": "coach",
    "recorded_at": "now", "recorded_by": "anna",
}  # fmt: skip
ANSWER = {"decided_at": "now", "decided_by": "anna", "allowed": 1, "sealed_decision": b"s"}
LETTER = {"letter_at": "now", "letter_sha256": b"h" * 32}


def disclosed(register: dbapi2.Connection, changes: dict[str, object]) -> None:
    row = DISCLOSURE | changes
    register.execute(
        "INSERT OR IGNORE INTO party (id, uuid, name, name_key, kind, recorded_at, recorded_by)"
        " VALUES (1, zeroblob(16), 'UWV', 'uwv', 'instantie', 'now', 'anna')"
    )
    places = ", ".join("?" * len(row))
    register.execute(f"INSERT INTO disclosure ({', '.join(row)}) VALUES ({places})", tuple(row.values()))


@pytest.mark.parametrize(
    "whole",
    [
        {},
        LETTER,
        {"outcome": "beheerder_beslist"} | ANSWER | LETTER,
        {"channel": "telefoon", "doubt": 1, "back_from": "gids", "back_on": "2026-01-01", "back_by": "anna"},
        {"role": "medewerker", "outcome": "geweigerd"},
        {"channel": "mondeling", "identified": "dienstpas"},
    ],
    ids=str,
)
def test_a_disclosure_that_is_whole_is_kept(register: dbapi2.Connection, whole: dict[str, object]) -> None:
    disclosed(register, whole)


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "geweigerd"} | LETTER,
        {"outcome": "beheerder_beslist"} | LETTER,
        {"outcome": "beheerder_beslist"} | ANSWER | {"allowed": 0} | LETTER,
        {"outcome": "geweigerd"} | ANSWER,
        ANSWER,
        {"outcome": "beheerder_beslist"} | ANSWER | {"sealed_decision": None},
        {"ground": "dringende_reden"},
        {"ground": "gewoonte"},
        {"vital": 1},
        {"vital": 1, "ground": "dringende_reden", "sealed_reason": b"s"},
        {"channel": "telefoon"},
        {"doubt": 0},
        {"channel": "telefoon", "doubt": 1, "back_from": "gids"},
        {"law": "ww"},
        {"covers_bsn": 1},
        {"categories": ""},
        {"role": "medewerker"},
        {"role": "medewerker", "outcome": "beheerder_beslist"},
        {"identified": "dienstpas"},
        {"channel": "mondeling", "identified": "gezicht"},
        {"covers_sealed": 1},
    ],
    ids=str,
)
def test_a_disclosure_that_is_not_whole_is_refused(register: dbapi2.Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        disclosed(register, wrong)


def test_a_gegeven_that_does_not_go_has_its_reason_and_article(register: dbapi2.Connection) -> None:
    disclosed(register, {})
    columns = "disclosure, entry, client, field, mark, dropped, article"
    add = f"INSERT INTO disclosure_entry ({columns}) VALUES (1, ?, 1, ?, ?, ?, ?)"
    register.execute(add, (b"a" * 16, "adres", None, "geheim", "art. 8.2"))
    for wrong in (
        (None, "geheim", None),
        (None, None, "art. 8.2"),
        ("betwist", "geheim", "art. 8.2"),
        ("x", None, None),
    ):
        with pytest.raises(dbapi2.IntegrityError):
            register.execute(add, (b"b" * 16, "adres", *wrong))


def test_the_bodies_of_the_schema_are_those_of_the_annex(register: dbapi2.Connection) -> None:
    from wkc.rules.disclosure.annex import BODIES

    add = "INSERT INTO party (uuid, name, name_key, kind, recorded_at, recorded_by, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
    for number, body in enumerate(BODIES):
        register.execute(add, (number.to_bytes(16), body, body, "instantie", "now", "anna", body))
    with pytest.raises(dbapi2.IntegrityError):
        register.execute(add, (b"x" * 16, "x", "x", "instantie", "now", "anna", "ouwv"))
