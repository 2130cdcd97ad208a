-- From 13 to 14: a request that joins another; people who were erased at their own request (AVG 12.5, 17).

ALTER TABLE request ADD COLUMN joined INTEGER REFERENCES request;

CREATE INDEX request_joined ON request (joined) WHERE joined IS NOT NULL;

-- Art. 12.1: people who were erased at their own request, as a keyed digest beside the ledger: no name, no number. Kept
-- as long as a dossier would be, so that a list that brings them back is noticed.
CREATE TABLE erased_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE erased (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    on_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX erased_on ON erased (on_date);

-- A client on file again who was erased at the own request: the beheerder looks whether that is right.
CREATE TABLE relisted (
    client INTEGER PRIMARY KEY REFERENCES client,
    erased_on TEXT NOT NULL,
    since_on TEXT NOT NULL,
    accepted_on TEXT,
    accepted_by TEXT REFERENCES user,
    CHECK ((accepted_on IS NULL) = (accepted_by IS NULL))
) STRICT;

CREATE INDEX relisted_waiting ON relisted (since_on) WHERE accepted_on IS NULL;

PRAGMA user_version = 14;
