"""What goes with the paper of a letter, and from where the numbers of a linked dossier count."""

import sqlite3

import pytest

from wkc.store.queries import queries, schema


@pytest.fixture
def register() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    return connection


def test_why_a_letter_was_voided_goes_with_its_paper(register: sqlite3.Connection) -> None:
    columns = "uuid, number, kind, sealed_pdf, sha256, recorded_at, recorded_by, voided_on, sealed_void"
    values = (b"u" * 16, "B2026-0001", "inzage", b"pdf", bytes(32), "2026-11-23", "anna", "2026-11-24", b"reden")
    register.execute(f"INSERT INTO letter ({columns}) VALUES ({','.join('?' * 9)})", values)
    register.execute(queries("requests/row_words").remove_paper, {"uuid": b"u" * 16, "on_date": "2026-11-25"})
    assert register.execute("SELECT sealed_pdf, sealed_void FROM letter").fetchall() == [(None, None)]


@pytest.mark.parametrize(("numbered", "ahead"), [(0, [1000, 2000]), (999, [1000, 2000]), (1200, [2000, 4000])])
def test_a_linked_dossier_is_numbered_above_the_highest_number(
    register: sqlite3.Connection, numbered: int, ahead: list[int]
) -> None:
    gone = [(1, place) for place in range(1, numbered + 1)]
    register.executemany("INSERT INTO entry_gone (client, place) VALUES (?, ?)", gone)
    for client in (2, 3):
        at = {"at": "2026-11-23T09:00:00Z", "by": "anna"}
        register.execute(queries("dossier/link").add, {"client": client, "into": 1, **at})
    assert [row[0] for row in register.execute("SELECT ahead FROM link ORDER BY client")] == ahead
