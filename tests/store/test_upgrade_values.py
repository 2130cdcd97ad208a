"""The upgrade after which a value is found by its client: each stays as it was, and no index has its uuid."""

from tests.store.test_upgrade import opened_before
from wkc.store import upgrade

VALUES = 43
"""The upgrade that takes the index of the uuids of values away."""


def test_values_stay_as_they_were_and_their_uuids_are_in_no_index() -> None:
    connection = opened_before(VALUES)
    connection.executescript(
        """
        PRAGMA foreign_keys = OFF;
        INSERT INTO provenance VALUES (1, 'opdrachtgever', NULL, 7, '2026-01-02', NULL, NULL, 'then', 'anna');
        INSERT INTO provenance VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, 'then', 'anna');
        INSERT INTO entry VALUES
            (3, zeroblob(16), 9, 'adres', 'Laat 1', NULL, NULL, 'laat 1', 1, 1, 'now', 'bram', 1, 'later', 0),
            (8, randomblob(16), 9, NULL, NULL, x'AA', x'BB', NULL, 2, 0, NULL, NULL, 0, NULL, 1);
        """
    )
    before = connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
    connection.executescript(upgrade.script(VALUES))
    assert connection.execute("SELECT * FROM entry ORDER BY id").fetchall() == before
    indexes = [row[1] for row in connection.execute("PRAGMA index_list(entry)")]
    columns = {row[2] for index in indexes for row in connection.execute(f"PRAGMA index_info({index})")}
    assert columns == {"client", "provenance", "field", "normal", "removed_at"}
    assert connection.execute("SELECT count(*) FROM purge_due").fetchone() == (1,)
