"""What the schema itself refuses of mandates, consents, releases and people on file, whoever asks."""

from collections.abc import Iterator, Mapping

import pytest
from sqlcipher3 import dbapi2

from wkc.store.queries import schema

MADE = {"recorded_at": "now", "recorded_by": "anna"}
ROWS: Mapping[str, Mapping[str, object]] = {
    "mandate": MADE | {"uuid": b"u" * 16, "client": 1, "kind": "mentor", "name": "J.", "from_on": "2026-01-02",
                       "sealed_document": b"s", "seen_on": "2026-01-02", "seen_by": "anna"},
    "consent": MADE | {"uuid": b"u" * 16, "client": 1, "party": 1, "purpose": "stage", "categories": "1,2",
                       "how": "e_mail", "from_on": "2026-01-02"},
    "release": MADE | {"uuid": b"u" * 16, "client": 1, "entry": 1, "by": "geregistreerde", "how": "e_mail",
                       "from_on": "2026-01-02"},
    "person": MADE | {"uuid": b"u" * 16, "party": 1, "name": "J.", "function": "f", "telephone": "0"},
}  # fmt: skip


@pytest.fixture
def register() -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(schema())
    connection.execute("PRAGMA foreign_keys=ON")
    connection.executescript(
        """
        INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
        INSERT INTO client VALUES (1, zeroblob(16), '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL);
        INSERT INTO party (id, uuid, name, name_key, kind, recorded_at, recorded_by)
            VALUES (1, zeroblob(16), 'UWV', 'uwv', 'instantie', 'now', 'anna');
        INSERT INTO provenance (id, source, obtained_on, recorded_at, recorded_by)
            VALUES (1, 'geregistreerde', '2026-01-01', 'now', 'anna');
        INSERT INTO entry (id, uuid, client, field, value, provenance)
            VALUES (1, zeroblob(16), 1, 'adres', 'Laat 1', 1);
        """
    )
    yield connection
    connection.close()


def insert(register: dbapi2.Connection, table: str, row: Mapping[str, object]) -> None:
    places = ", ".join("?" * len(row))
    register.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values()))


@pytest.mark.parametrize("table", ROWS)
def test_a_whole_row_is_taken(register: dbapi2.Connection, table: str) -> None:
    insert(register, table, ROWS[table])


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("mandate", {"kind": "buurman"}),
        ("mandate", {"name": ""}),
        ("mandate", {"until_on": "2026-01-01"}),
        ("mandate", {"sealed_document": None}),
        ("mandate", {"seen_by": "nobody"}),
        ("consent", {"party": 2}),
        ("consent", {"purpose": "Wat u wilt"}),
        ("consent", {"categories": ""}),
        ("consent", {"how": "knikken"}),
        ("consent", {"withdrawn_at": "now"}),
        ("consent", {"withdrawn_at": "now", "withdrawn_by": "anna"}),
        ("consent", {"mandate": 1}),
        ("consent", {"party": None}),
        ("consent", {"until_on": "2026-01-01"}),
        ("release", {"entry": 2}),
        ("release", {"by": "buurman"}),
        ("release", {"how": None}),
        ("release", {"citation": "WGBO"}),
        ("release", {"by": "wet"}),
        ("release", {"by": "wet", "citation": "WGBO"}),
        ("release", {"by": "instantie"}),
        ("release", {"releaser": 1}),
        ("release", {"withdrawn_on": "2026-01-03"}),
        ("person", {"telephone": ""}),
        ("person", {"verified_on": "2026-01-01"}),
        ("person", {"verified_from": "gesprek", "verified_on": "2026-01-01", "verified_by": "anna"}),
        ("person", {"removed_at": "now"}),
    ],
    ids=str,
)
def test_a_row_that_is_not_whole_is_refused(
    register: dbapi2.Connection, table: str, wrong: Mapping[str, object]
) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        insert(register, table, {**ROWS[table], **wrong})
