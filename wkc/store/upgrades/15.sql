-- From 14 to 15: clients who died; when the retention run, a verified backup and a restore were last.

-- Art. 8.2, 10 and 11.1: a client who died: the rights and the mandates ended on that day, secrecy and the term did not.
CREATE TABLE death (
    client INTEGER PRIMARY KEY REFERENCES client,
    on_date TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('familie', 'opdrachtgever', 'akte', 'overig')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

-- Art. 10 and 14.2: when the work that nobody sees was done last: the retention run, a backup read through, a restore.
CREATE TABLE last_done (
    name TEXT PRIMARY KEY CHECK (name IN ('retention', 'verify', 'drill')),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 15;
