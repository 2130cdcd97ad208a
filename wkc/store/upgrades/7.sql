-- From 6 to 7: the destruction ledger, the purge that is due, the backups.

-- What was removed for good (art. 10 and 12), as the ledger beside the register has it: line by line, and for ever.
CREATE TABLE ledger (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('dossier', 'rest', 'entry', 'slot')),
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kept TEXT NOT NULL CHECK (kind = 'rest' OR kept = ''),
    run BLOB NOT NULL CHECK (length(run) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    user_id TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE INDEX ledger_run ON ledger (run);

CREATE TRIGGER ledger_follows BEFORE INSERT ON ledger
WHEN NEW.n IS NOT coalesce((SELECT max(n) FROM ledger), 0) + 1
    OR NEW.previous IS NOT coalesce((SELECT hash FROM ledger ORDER BY n DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is a chain');
END;

CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is append-only');
END;

CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is append-only');
END;

-- One row while something was deleted and this file has not been written anew since: it may still hold traces.
CREATE TABLE purge_due (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
) STRICT;

-- Art. 14.2: a backup, from before it is made (without sha256 it was cut short) until it is pruned.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 BLOB CHECK (length(sha256) = 32),
    pruned_on TEXT
) STRICT;

PRAGMA user_version = 7;

PRAGMA user_version = 7;
