"""Upgrades: each number has a script, and what they lead to is what a fresh register has."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from wkc.rules.dossier.field import BY_CODE
from wkc.store import upgrade
from wkc.store.queries import schema, version, version_of

OLD, NEW = "019A0000000070008000000000000001", "11111111111141118111111111111111"
"""A uuid of version 7, which counts the time, and one of version 4."""

(SEALING,) = (number for number in upgrade.numbers() if "sealed_entry(" in upgrade.script(number))
"""The number to which the upgrade leads that seals of a value what it is."""

FIRST = Path(__file__).with_name("schema-1.sql")
"""The schema of the first version, as it was: what every upgrade starts from."""

NUMBERED = 37
"""The upgrade that numbers rows through the register."""

PAPERS = 41
"""The upgrade that tells documents from values in what was disclosed and what was lifted."""

GONE = 40
"""The upgrade that knows of destroyed dossiers when they were made and when they went."""

SHARING = 35
"""The upgrade from which on values that came in together share where they came from."""

ANEW = 22
"""The upgrade that makes the tables of consents and disclosures anew."""


def shape(connection: Any) -> dict[str, str]:
    """Give each table, index and trigger with its text, without comments, quotes and spaces."""
    found = {}
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        plain = re.sub(r"--[^\n]*", "", sql)
        found[name] = re.sub(r"\s+", "", plain.replace('"', ""))
    return found


def opened(script: str) -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(script)
    return connection


def test_the_schema_of_the_first_version_is_the_first() -> None:
    assert version_of(opened(FIRST.read_text(encoding="utf-8"))) == 1


def test_each_number_from_the_second_on_has_a_script() -> None:
    assert upgrade.numbers() == list(range(2, version() + 1))


def opened_before(number: int) -> Any:
    """Open a register in memory of the schema before a number."""
    connection = opened(FIRST.read_text(encoding="utf-8"))
    connection.create_function("sealed_entry", 3, lambda _client, _row, text: text)
    connection.create_function("ledger_name", 1, lambda uuid: uuid)
    for earlier in range(2, number):
        connection.executescript(upgrade.script(earlier))
    return connection


def test_an_upgraded_register_has_the_schema_of_a_fresh_one() -> None:
    upgraded, fresh = opened(FIRST.read_text(encoding="utf-8")), opened(schema())
    upgrade.carry_out(upgraded, lambda text, _client, _row, _place: text.encode())
    assert version_of(upgraded) == version_of(fresh) == version()
    assert shape(upgraded) == shape(fresh)


def holding_a_sealed_value() -> Any:
    """Open a register of before the sealing, with a client, two sealed values and a hold."""
    connection = opened_before(SEALING)
    connection.executescript(
        """
        INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
        INSERT INTO client VALUES (1, zeroblob(16), '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL);
        INSERT INTO hold (uuid, client, ground, citation, categories, from_on, until_on, recorded_at, recorded_by)
            VALUES (zeroblob(16), 1, 'wettelijk_voorschrift', 'w', '2 24', '2026-01-01', '2027-01-01', 'now', 'anna');
        INSERT INTO entry (id, uuid, client, field, sealed, source, obtained_on, grondslag, geheim, recorded_at,
            recorded_by)
        VALUES
            (1, zeroblob(16), 1, 'detentie', x'01', 'geregistreerde', '2026-01-02', 'uavg_33', 'ambt', 'now', 'anna'),
            (2, randomblob(16), 1, 'gezondheid', x'02', 'geregistreerde', '2026-01-02', 'uavg_30', NULL, 'now', 'anna');
        """
    )
    return connection


def test_what_was_plain_of_a_sealed_value_is_sealed_with_the_holds_that_keep_it() -> None:
    connection = holding_a_sealed_value()
    upgrade.carry_out(connection, lambda text, client, row, place: f"{text} {client.int} {row.int} {place}".encode())
    row = connection.execute(
        "SELECT field, source, obtained_on, geheim, secret, sealed, sealed_value"
        " FROM entry JOIN provenance ON provenance.id = entry.provenance"
    ).fetchone()
    content, client, uuid, place = row[5].decode().rsplit(" ", 3)
    assert (row[:5], row[6]) == ((None, None, None, None, 1), b"\1")
    assert (client, uuid, place) == ("0", "0", "entry.content")
    assert json.loads(content) == {
        "field": "detentie",
        "source": "geregistreerde",
        "basis": None,
        "party": None,
        "obtained_on": "2026-01-02",
        "grondslag": "uavg_33",
        "geheim": "ambt",
        "citation": None,
    }
    assert connection.execute("SELECT hold, entry FROM hold_entry").fetchall() == [(1, 1)]
    assert connection.execute("SELECT count(*) FROM purge_due").fetchone() == (1,)


def test_values_keep_their_source_and_share_the_row_of_what_came_in_together() -> None:
    connection = opened(FIRST.read_text(encoding="utf-8"))
    connection.create_function("sealed_entry", 3, lambda *_: None)
    connection.create_function("ledger_name", 1, lambda _: None)
    for number in range(2, SHARING):
        connection.executescript(upgrade.script(number))
    connection.executescript(
        """
        INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
        INSERT INTO client VALUES (1, zeroblob(16), '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL);
        INSERT INTO party (id, uuid, name, name_key, kind, recorded_at, recorded_by)
            VALUES (3, zeroblob(16), 'UWV', 'uwv', 'instantie', 'now', 'anna');
        INSERT INTO entry (id, uuid, client, field, value, sealed, source, basis, party, obtained_on, geheim, citation,
            recorded_at, recorded_by)
        VALUES
            (4, randomblob(16), 1, 'adres', 'Laat 1', NULL, 'andere', 'b', 3, '2026-01-02', 'wet', 'w', 't1', 'anna'),
            (5, randomblob(16), 1, 'postcode', '1811', NULL, 'andere', 'b', 3, '2026-01-02', 'wet', 'w', 't1', 'anna'),
            (6, randomblob(16), 1, 'adres', 'Laat 2', NULL, 'andere', 'b', 3, '2026-01-02', NULL, NULL, 't1', 'anna'),
            (7, randomblob(16), 1, 'adres', 'Laat 3', NULL, 'andere', 'b', 3, '2026-01-02', 'wet', 'w', 't2', 'anna'),
            (8, randomblob(16), 1, NULL, NULL, x'05', NULL, NULL, NULL, NULL, NULL, NULL, 't2', 'anna');
        """
    )
    columns = "source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by"
    before = connection.execute(f"SELECT id, value, {columns} FROM entry ORDER BY id").fetchall()
    upgrade.carry_out(connection, lambda text, _client, _row, _place: text.encode())
    joined = "entry JOIN provenance ON provenance.id = entry.provenance"
    after = connection.execute(f"SELECT entry.id, value, {columns} FROM {joined} ORDER BY entry.id").fetchall()
    assert after == before
    assert connection.execute("SELECT provenance FROM entry ORDER BY id").fetchall() == [(1,), (1,), (2,), (3,), (4,)]


def test_every_field_of_a_sealed_class_of_then_has_its_category_in_the_upgrade() -> None:
    categories = dict(re.findall(r"WHEN '(\w+)' THEN (\d+)", upgrade.script(SEALING)))
    assert len(categories) == 9
    assert categories == {code: str(BY_CODE[code].category) for code in categories if BY_CODE[code].field_class.sealed}


def test_a_uuid_that_counts_the_time_gets_a_random_name_that_the_vault_alone_can_make() -> None:
    named = []
    for signature in ("11", "11", "22"):
        connection = opened(FIRST.read_text(encoding="utf-8"))
        for number in range(2, SEALING):
            connection.executescript(upgrade.script(number))
        connection.executescript(
            f"""
            INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
            INSERT INTO audit VALUES (1, 'now', 'anna', zeroblob(16), 'register.init', 'p', NULL, 'done', '{{}}',
                zeroblob(32), zeroblob(32), x'{signature * 64}');
            INSERT INTO client VALUES
                (1, x'{OLD}', '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL),
                (2, x'{NEW}', '2026-0002', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL);
            """
        )
        connection.row_factory = dbapi2.Row
        upgrade.carry_out(connection, lambda text, _client, _row, _place: text.encode())
        (row,) = connection.execute("SELECT hex(own), name FROM ledger_name").fetchall()
        assert row[0] == OLD
        named.append(UUID(bytes=row[1]))
        connection.execute("DELETE FROM client WHERE id = 1")
        assert connection.execute("SELECT count(*) FROM ledger_name").fetchone()[0] == 0
    assert {name.version for name in named} == {4}
    assert named[0] == named[1] != named[2]


def test_consents_and_disclosures_of_before_stay_as_they_were_in_tables_made_anew() -> None:
    connection = opened_before(ANEW)
    connection.executescript(
        """
        INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
        INSERT INTO client VALUES (1, zeroblob(16), '2026-0001', '2026-01-01', NULL, 'now', 'anna', '2026-01-01', NULL);
        INSERT INTO party (id, uuid, name, name_key, kind, recorded_at, recorded_by)
            VALUES (3, zeroblob(16), 'UWV', 'uwv', 'instantie', 'now', 'anna');
        INSERT INTO consent (id, uuid, client, party, purpose, categories, how, from_on, recorded_at, recorded_by,
            withdrawn_on, withdrawn_at, withdrawn_by)
        VALUES (5, zeroblob(16), 1, 3, 'stage', '1,2', 'e_mail', '2026-01-02', 'now', 'anna', '2026-02-01', 'then',
            'anna');
        INSERT INTO disclosure (id, uuid, client, party, on_date, channel, ground, purpose, categories, covers_bsn,
            outcome, vital, role, recorded_at, recorded_by, letter_at, letter_sha256, letter_number)
        VALUES (7, zeroblob(16), 1, 3, '2026-01-03', 'brief', 'doel', 'voortgang', '1', 0, 'toegestaan', 0, 'coach',
            'now', 'anna', 'then', zeroblob(32), 'G2026-0001');
        INSERT INTO disclosure_step VALUES (7, 1, 1, 'art. 8.1', 'doel_van_de_registratie', 'toegestaan');
        """
    )
    kept = {
        "consent": "id, party, purpose, categories, how, from_on, withdrawn_on, withdrawn_at, withdrawn_by",
        "disclosure": "id, party, on_date, channel, ground, purpose, outcome, role, letter_at, letter_number",
        "disclosure_step": "disclosure, place, article, reason, outcome",
    }
    before = {table: connection.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in kept.items()}
    upgrade.carry_out(connection, lambda text, _client, _row, _place: text.encode())
    after = {table: connection.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in kept.items()}
    assert after == before
    assert connection.execute("SELECT until_on FROM consent").fetchall() == [(None,)]
    assert connection.execute("SELECT identified, covers_sealed, sealed_late FROM disclosure").fetchall() == [
        (None, None, None)
    ]


def test_the_comparison_sees_a_column_a_check_and_an_index() -> None:
    base = "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT CHECK (b <> ''));"
    assert shape(opened(base)) == shape(opened(base.replace(", b", ",\n    b")))
    for other in (
        base.replace("b <> ''", "b <> 'x'"),
        base.replace(", b", ", c, b"),
        base + "CREATE INDEX i ON a (b);",
    ):
        assert shape(opened(base)) != shape(opened(other))


@pytest.mark.parametrize("number", upgrade.numbers())
def test_a_script_sets_its_number_and_touches_nothing_outside_its_file(number: int) -> None:
    sets = f"PRAGMA user_version = {number};"
    triggers = r"BEGIN\s+(SELECT RAISE|DELETE FROM (search_key|ledger_name|provenance))"
    rest = re.sub(triggers, "", upgrade.script(number).replace(sets, ""))
    assert sets in upgrade.script(number)
    assert not re.search(r"\b(ATTACH|DETACH|PRAGMA|VACUUM|BEGIN|COMMIT)\b", rest)


def test_numbers_count_on_after_the_last_and_each_link_has_a_thousand_of_its_own() -> None:
    connection = opened_before(NUMBERED)
    connection.executescript(
        """
        INSERT INTO user VALUES ('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL);
        WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 3)
        INSERT INTO client (id, uuid, number, registered_on, recorded_at, recorded_by)
        SELECT id, randomblob(16), '2026-000' || id, '2026-01-01', 'now', 'anna' FROM n;
        INSERT INTO link (client, into_client, linked_at, linked_by)
        VALUES (2, 1, 'now', 'anna'), (3, 1, 'now', 'anna');
        INSERT INTO contact (id, uuid, client, on_date, kind, recorded_at, recorded_by)
        VALUES (7, randomblob(16), 1, '2026-01-02', 'gesprek', 'now', 'anna');
        """
    )
    connection.executescript(upgrade.script(NUMBERED))
    assert connection.execute("SELECT noun, last FROM row_given").fetchall() == [("contact", 7)]
    assert connection.execute("SELECT client, ahead FROM link").fetchall() == [(2, 1000), (3, 2000)]


def test_a_destroyed_dossier_went_on_the_day_of_its_destruction_or_else_of_its_last_line() -> None:
    connection = opened_before(GONE)
    connection.create_function("ledger_name", 1, lambda uuid: uuid[::-1])
    run, winter, summer = (bytes([one]) + bytes(15) for one in (1, 2, 3))
    lines = (
        (run, "2026-01-02T09:00:00Z"), (run, "2031-12-01T09:00:00Z"),
        (winter, "2026-01-02T09:00:00Z"), (winter, "2026-12-31T23:30:00Z"),
        (summer, "2026-01-02T09:00:00Z"), (summer, "2026-07-31T22:30:00Z"),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO audit VALUES (:seq, :at, 'anna', zeroblob(16), 'client.show', 'beheer', :subject, 'done', '{}',"
        " zeroblob(32), zeroblob(32), zeroblob(64))",
        [{"seq": seq, "at": at, "subject": subject} for seq, (subject, at) in enumerate(lines, 1)],
    )
    connection.execute(
        "INSERT INTO destroyed (uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts,"
        " rules, at, by) VALUES (?, zeroblob(16), '', 'termijn', 'd', 'd', 'd', '2032-01-20', '{}', 1, 'now', 'anna')",
        (run[::-1],),
    )
    connection.executescript(upgrade.script(GONE))
    gone = dict(connection.execute("SELECT person, gone_on FROM dossier_gone").fetchall())
    assert gone == {run: "2032-01-20", winter: "2027-01-01", summer: "2026-08-01"}


def test_a_disclosure_knows_its_documents_once_they_are_gone_and_a_lifted_secret_keeps_its_entry() -> None:
    connection = opened_before(PAPERS)
    connection.executescript(
        """
        PRAGMA foreign_keys = OFF;
        INSERT INTO mistake
        VALUES (1, randomblob(16), 1, 'document', zeroblob(16), 'dubbel', x'00', 0, 'now', 'anna', NULL);
        INSERT INTO disclosure_entry (disclosure, entry, client, field) VALUES (1, zeroblob(16), 1, 'scholing');
        INSERT INTO disclosure_entry (disclosure, entry, client, field) VALUES (1, randomblob(16), 1, 'talen');
        INSERT INTO release (id, uuid, client, entry, by, citation, from_on, recorded_at, recorded_by)
        VALUES (1, randomblob(16), 1, 5, 'wet', 'BW 7:457', '2026-01-01', 'now', 'anna');
        """
    )
    connection.executescript(upgrade.script(PAPERS))
    items = connection.execute("SELECT field, is_document FROM disclosure_entry ORDER BY field").fetchall()
    assert items == [("scholing", 1), ("talen", 0)]
    assert connection.execute("SELECT entry, document FROM release").fetchall() == [(5, None)]
