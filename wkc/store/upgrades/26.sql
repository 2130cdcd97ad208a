-- From 25 to 26: one person, one dossier: a dossier leads to the one that goes on (art. 4.2, 11.1).

-- Art. 4.2 and 11.1: a person who was in two dossiers: `client` is the one whose number leads to `into_client`.
CREATE TABLE link (
    client INTEGER PRIMARY KEY REFERENCES client,
    into_client INTEGER NOT NULL REFERENCES client,
    linked_at TEXT NOT NULL,
    linked_by TEXT NOT NULL REFERENCES user,
    CHECK (client <> into_client)
) STRICT;

CREATE INDEX link_into ON link (into_client);

-- The rows, by uuid, that came over with a link: they stay sealed for the client that they came from.
CREATE TABLE linked_row (
    row BLOB PRIMARY KEY CHECK (length(row) = 16),
    client INTEGER NOT NULL REFERENCES client
) STRICT, WITHOUT ROWID;

CREATE INDEX linked_row_client ON linked_row (client);

-- The values, by uuid, that a link ended because the other dossier had the field too: to come back when it is undone.
CREATE TABLE linked_end (
    entry BLOB PRIMARY KEY CHECK (length(entry) = 16),
    client INTEGER NOT NULL REFERENCES client
) STRICT, WITHOUT ROWID;

CREATE INDEX linked_end_client ON linked_end (client);

PRAGMA user_version = 26;
