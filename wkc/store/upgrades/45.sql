-- From 44 to 45: a request under art. 12 names the words of a request, of a draft and of a look for a reason, and the
-- ledger names a row of which the note alone was changed.

-- Their checks change, so the tables are made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE correction_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    entry BLOB CHECK (length(entry) = 16),
    field TEXT CHECK (field <> ''),
    why TEXT NOT NULL CHECK (why <> ''),
    grondslag TEXT,
    sealed_value BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    granted INTEGER CHECK (granted IN (0, 1)),
    applied_at TEXT,
    applied_by TEXT REFERENCES user,
    told_on TEXT,
    lifted_at TEXT,
    lifted_by TEXT REFERENCES user,
    sealed_lifted BLOB,
    is_document INTEGER NOT NULL DEFAULT 0 CHECK (is_document IN (0, 1)),
    noun TEXT NOT NULL DEFAULT 'gegeven' CHECK (noun IN ('gegeven', 'contact', 'afspraak', 'toestemming',
        'machtiging', 'opschorting', 'verstrekking', 'brief', 'verzoek', 'rapportage', 'noodinzage')),
    row_on TEXT,
    named_at TEXT,
    CHECK (noun <> 'gegeven' OR field IS NOT NULL),
    CHECK (noun = 'gegeven' OR entry IS NOT NULL),
    CHECK (named_at IS NULL OR (noun <> 'gegeven' AND applied_at IS NOT NULL)),
    CHECK (entry IS NOT NULL OR sealed_value IS NOT NULL OR applied_at IS NOT NULL),
    CHECK (applied_at IS NULL OR (granted IS 1 AND sealed_value IS NULL)),
    CHECK ((applied_at IS NULL) = (applied_by IS NULL)),
    CHECK (lifted_at IS NULL OR applied_at IS NOT NULL),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (sealed_lifted IS NULL)),
    CHECK ((lifted_at IS NULL) = (told_on IS NULL))
) STRICT;

INSERT INTO correction_anew (
    id, uuid, client, request, entry, field, why, grondslag, sealed_value, recorded_at, recorded_by, granted,
    applied_at, applied_by, told_on, lifted_at, lifted_by, sealed_lifted, is_document, noun, row_on,
    named_at
)
SELECT
    id, uuid, client, request, entry, field, why, grondslag, sealed_value, recorded_at, recorded_by, granted,
    applied_at, applied_by, told_on, lifted_at, lifted_by, sealed_lifted, is_document, noun, row_on,
    named_at
FROM correction;

DROP TABLE correction;
ALTER TABLE correction_anew RENAME TO correction;

CREATE INDEX correction_client ON correction (client);
CREATE INDEX correction_request ON correction (request);
CREATE UNIQUE INDEX correction_entry ON correction (entry, request) WHERE entry IS NOT NULL;
CREATE INDEX correction_unnamed ON correction (id)
WHERE noun <> 'gegeven' AND applied_at IS NOT NULL AND named_at IS NULL;

CREATE TABLE ledger_anew (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('dossier', 'erasure', 'rest', 'entry', 'words', 'note', 'slot')),
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kept TEXT NOT NULL CHECK (kind = 'rest' OR kept = ''),
    run BLOB NOT NULL CHECK (length(run) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    user_id TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

INSERT INTO ledger_anew (
    n, kind, uuid, kept, run, previous, user_id, hash, signature
)
SELECT
    n, kind, uuid, kept, run, previous, user_id, hash, signature
FROM ledger;

DROP TABLE ledger;
ALTER TABLE ledger_anew RENAME TO ledger;

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

PRAGMA user_version = 45;
