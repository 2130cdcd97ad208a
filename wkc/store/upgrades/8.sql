-- From 7 to 8: corrections, the client's own words beside what was not changed, and who is told (art. 12; AVG 18, 19).

ALTER TABLE entry ADD COLUMN beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1));
ALTER TABLE entry ADD COLUMN removed_at TEXT;

-- What was taken out under art. 12 and is not deleted yet: shown nowhere.
CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;

-- Art. 12: one change that a request asks for, what was decided on it and what was done. An entry by uuid, for it may
-- be removed; the value that should stand there only until it stands there. What was wrong is nowhere.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    entry BLOB CHECK (length(entry) = 16),
    field TEXT NOT NULL CHECK (field <> ''),
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
    CHECK (entry IS NOT NULL OR sealed_value IS NOT NULL OR applied_at IS NOT NULL),
    CHECK (applied_at IS NULL OR (granted IS 1 AND sealed_value IS NULL)),
    CHECK ((applied_at IS NULL) = (applied_by IS NULL)),
    CHECK (lifted_at IS NULL OR applied_at IS NOT NULL),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (sealed_lifted IS NULL)),
    CHECK ((lifted_at IS NULL) = (told_on IS NULL))
) STRICT;

CREATE INDEX correction_client ON correction (client);
CREATE INDEX correction_request ON correction (request);
CREATE UNIQUE INDEX correction_entry ON correction (entry, request) WHERE entry IS NOT NULL;

-- What a client has to say about an entry that was not changed: it goes wherever the entry goes.
CREATE TABLE dissent (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    entry BLOB NOT NULL UNIQUE CHECK (length(entry) = 16),
    sealed_text BLOB NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX dissent_client ON dissent (client);
CREATE INDEX dissent_request ON dissent (request);

-- AVG 19: who had what was corrected, removed or restricted, and the letter that tells them, which names fields alone.
CREATE TABLE correction_told (
    id INTEGER PRIMARY KEY,
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    disclosure INTEGER NOT NULL REFERENCES disclosure,
    letter INTEGER NOT NULL UNIQUE REFERENCES letter,
    fields TEXT NOT NULL CHECK (fields <> ''),
    since_on TEXT NOT NULL,
    told_on TEXT CHECK (told_on >= since_on),
    UNIQUE (request, disclosure)
) STRICT;

CREATE INDEX correction_told_client ON correction_told (client);
CREATE INDEX correction_told_disclosure ON correction_told (disclosure);
CREATE INDEX correction_told_waiting ON correction_told (since_on) WHERE told_on IS NULL;

PRAGMA user_version = 8;
