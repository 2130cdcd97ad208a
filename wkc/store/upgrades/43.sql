-- From 42 to 43: a value is found by its client, so that its uuid needs no index.

-- Its constraints change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE entry_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT,
    value TEXT,
    sealed BLOB,
    sealed_value BLOB,
    normal TEXT,
    provenance INTEGER NOT NULL REFERENCES provenance,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1)),
    removed_at TEXT,
    secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
    CHECK ((value IS NULL) <> (sealed IS NULL)),
    CHECK ((field IS NULL) = (value IS NULL)),
    CHECK (sealed IS NULL OR normal IS NULL),
    CHECK (sealed_value IS NULL OR sealed IS NOT NULL),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

INSERT INTO entry_anew (
    id, uuid, client, field, value, sealed, sealed_value, normal, provenance, in_onderzoek, closed_at,
    closed_by, beperkt, removed_at, secret
)
SELECT
    id, uuid, client, field, value, sealed, sealed_value, normal, provenance, in_onderzoek, closed_at,
    closed_by, beperkt, removed_at, secret
FROM entry ORDER BY id;

-- The room that this saves comes free when the file is written anew.
INSERT INTO purge_due (id, since)
SELECT 1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE EXISTS (SELECT 1 FROM entry)
ON CONFLICT (id) DO NOTHING;

DROP TABLE entry;
ALTER TABLE entry_anew RENAME TO entry;

CREATE INDEX entry_client ON entry (client);
CREATE INDEX entry_provenance ON entry (provenance);
CREATE INDEX entry_normal ON entry (field, normal) WHERE normal IS NOT NULL AND closed_at IS NULL;
-- What was taken out under art. 12 and is not deleted yet: shown nowhere.
CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;

CREATE TRIGGER entry_has_its_source BEFORE INSERT ON entry
WHEN (NEW.sealed IS NULL) IS NOT (SELECT source IS NOT NULL FROM provenance WHERE id = NEW.provenance)
BEGIN
    SELECT RAISE(ABORT, 'a plain value has a source, and that of a sealed one is sealed');
END;

CREATE TRIGGER provenance_entry_gone AFTER DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE provenance = OLD.provenance)
BEGIN
    DELETE FROM provenance WHERE id = OLD.provenance;
END;

CREATE TRIGGER search_key_entry_new AFTER INSERT ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = OLD.client)
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
    INSERT INTO search_key (key, client) SELECT '', OLD.client WHERE EXISTS (
        SELECT 1 FROM entry WHERE client = OLD.client AND field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    );
END;

CREATE TRIGGER ledger_name_entry_gone AFTER DELETE ON entry
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

PRAGMA user_version = 43;
