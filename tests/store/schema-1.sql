-- The register, version 1. Encrypted as a whole by SQLCipher; columns named `sealed` hold HPKE ciphertext of a
-- sealed class, a free note or a reason besides. Instants are UTC, ISO 8601 with seconds and Z; days are ISO 8601
-- in Europe/Amsterdam; uuids are 16 bytes. STRICT: SQLite refuses a value of another type.

PRAGMA application_id = 0x776B6331;  -- 'wkc1'
PRAGMA user_version = 1;

-- One row: which vault and generation this file belongs to (a file of another one put in its place is noticed).
CREATE TABLE register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vault BLOB NOT NULL CHECK (length(vault) = 16),
    generation INTEGER NOT NULL CHECK (generation >= 1),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Art. 6 and 7: who was designated, as what, when and by whom. A row stays when access has ended.
CREATE TABLE user (
    user_id TEXT PRIMARY KEY CHECK (user_id GLOB '[a-z]*' AND length(user_id) BETWEEN 2 AND 32),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('beheerder', 'coach', 'medewerker', 'management', 'service')),
    function TEXT NOT NULL,
    designated_at TEXT NOT NULL,
    designated_by TEXT NOT NULL,
    secrecy_on TEXT NOT NULL,
    responsible TEXT REFERENCES user,
    revoked_at TEXT,
    CHECK ((role = 'service') = (responsible IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Every slot there ever was, to verify old signatures and to refuse a public key that somebody exchanged.
CREATE TABLE slot_history (
    slot BLOB PRIMARY KEY CHECK (length(slot) = 16),
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'recovery', 'service')),
    x25519 BLOB NOT NULL CHECK (length(x25519) = 32),
    ed25519 BLOB NOT NULL CHECK (length(ed25519) = 32),
    from_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slot_history_keeps_keys BEFORE UPDATE OF slot, user_id, kind, x25519, ed25519, from_at ON slot_history
BEGIN
    SELECT RAISE(ABORT, 'slot_history is append-only');
END;

CREATE TRIGGER slot_history_keeps_rows BEFORE DELETE ON slot_history
BEGIN
    SELECT RAISE(ABORT, 'slot_history is append-only');
END;

-- Up to which byte of signins.jsonl each user has been told of failed sign-ins.
CREATE TABLE signin_read (
    user_id TEXT PRIMARY KEY REFERENCES user,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('opdrachtgever', 'instantie', 'werkgever', 'derde')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

-- Dossier numbers count on by year and are never given out again, whatever is destroyed.
CREATE TABLE number_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    registered_on TEXT NOT NULL,
    coach TEXT REFERENCES user,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX client_coach ON client (coach) WHERE coach IS NOT NULL;

-- What a name is looked up by, without accents and case: by geslachtsnaam, by voorvoegsel, as one says it.
CREATE TABLE name_key (
    key TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES client,
    way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 2),
    PRIMARY KEY (key, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_key_client ON name_key (client);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER NOT NULL REFERENCES party,
    reference TEXT NOT NULL CHECK (reference <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT CHECK (until_on >= from_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX assignment_client ON assignment (client, from_on);
CREATE INDEX assignment_party ON assignment (party);

-- Art. 4: one recorded value. A change closes the row and opens another.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT NOT NULL,
    value TEXT,
    sealed BLOB,
    normal TEXT,
    source TEXT NOT NULL,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT NOT NULL,
    grondslag TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    CHECK ((value IS NULL) <> (sealed IS NULL)),
    CHECK (sealed IS NULL OR (normal IS NULL AND grondslag IS NOT NULL)),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE INDEX entry_client ON entry (client, field);
CREATE INDEX entry_party ON entry (party) WHERE party IS NOT NULL;
CREATE INDEX entry_normal ON entry (field, normal) WHERE normal IS NOT NULL AND closed_at IS NULL;

-- Art. 10: a contactmoment; a withdrawn one stays and counts no longer.
CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    sealed_reason BLOB,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (sealed_reason IS NULL))
) STRICT;

CREATE INDEX contact_client ON contact (client, on_date);

-- A look outside the caseload, for a sealed reason; it stays on the beheerder's list until it is reviewed.
CREATE TABLE break_glass (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    line INTEGER NOT NULL REFERENCES audit (seq),
    sealed_reason BLOB NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user,
    reviewed_at TEXT,
    reviewed_by TEXT REFERENCES user,
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL))
) STRICT;

CREATE INDEX break_glass_client ON break_glass (client);
CREATE INDEX break_glass_line ON break_glass (line);
CREATE INDEX break_glass_open ON break_glass (line) WHERE reviewed_at IS NULL;

-- The chain (who, what, when, why, about whom; never a personal value). subject is a client's uuid: when the client
-- is destroyed it means nothing any more and the chain stays whole. There is deliberately no second UNIQUE here:
-- REPLACE through one would pass the triggers by.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    user_id TEXT NOT NULL,
    slot BLOB NOT NULL CHECK (length(slot) = 16),
    action TEXT NOT NULL,
    purpose TEXT NOT NULL,
    subject BLOB CHECK (length(subject) = 16),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    details TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL;

CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1
    OR NEW.previous IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'the audit log is a chain');
END;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
