-- From 30 to 31: why a log was accepted that is not the one that was seen last (VAULT 6).

-- Its check changes, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE confirmation_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('klok', 'aandeel', 'logboek')),
    count INTEGER CHECK (count > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    on_date TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user,
    CHECK ((kind = 'aandeel') = (count IS NOT NULL))
) STRICT;

INSERT INTO confirmation_anew (id, uuid, kind, count, reason, on_date, at, by)
SELECT id, uuid, kind, count, reason, on_date, at, by FROM confirmation;

DROP TABLE confirmation;
ALTER TABLE confirmation_anew RENAME TO confirmation;

PRAGMA user_version = 31;
