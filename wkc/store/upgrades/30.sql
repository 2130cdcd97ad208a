-- From 29 to 30: the field of a mistake is sealed with the words about it. No program before this one wrote any.

DROP TABLE mistake;

CREATE TABLE mistake (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    noun TEXT NOT NULL CHECK (noun IN ('gegeven', 'contact', 'toestemming', 'machtiging', 'opschorting', 'verstrekking',
        'afspraak', 'document')),
    removed BLOB NOT NULL CHECK (length(removed) = 16),
    reason TEXT NOT NULL CHECK (reason IN ('typefout', 'verkeerd_dossier', 'dubbel')),
    sealed_words BLOB NOT NULL,
    moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    removed_at TEXT
) STRICT;

CREATE INDEX mistake_client ON mistake (client);
CREATE INDEX mistake_waiting ON mistake (id) WHERE removed_at IS NULL;

PRAGMA user_version = 30;
