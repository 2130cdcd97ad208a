-- From 34 to 35: where values came from, who wrote them down and when stands once for all that came in together.

-- Art. 4: where recorded values came from, who wrote them down and when: once for all that came in together, such as the
-- values of a list. Of values of a sealed class the source is sealed with the value, and who and when are here alone.
CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    source TEXT,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    CHECK ((source IS NULL) = (obtained_on IS NULL)),
    CHECK (source IS NOT NULL OR coalesce(basis, party, geheim, citation) IS NULL),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL)
) STRICT;

CREATE INDEX provenance_recorded ON provenance (recorded_at);
CREATE INDEX provenance_party ON provenance (party) WHERE party IS NOT NULL;

CREATE TRIGGER provenance_stays BEFORE UPDATE ON provenance
BEGIN
    SELECT RAISE(ABORT, 'a provenance is shared by values');
END;

INSERT INTO provenance (source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by)
SELECT source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by FROM entry
GROUP BY source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by ORDER BY min(id);

-- Its columns change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE entry_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
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

INSERT INTO entry_anew (id, uuid, client, field, value, sealed, sealed_value, normal, provenance, in_onderzoek,
    closed_at, closed_by, beperkt, removed_at, secret)
SELECT entry.id, entry.uuid, entry.client, entry.field, entry.value, entry.sealed, entry.sealed_value, entry.normal,
    provenance.id, entry.in_onderzoek, entry.closed_at, entry.closed_by, entry.beperkt, entry.removed_at, entry.secret
FROM entry JOIN provenance ON provenance.recorded_at = entry.recorded_at
    AND provenance.recorded_by = entry.recorded_by AND provenance.source IS entry.source
    AND provenance.basis IS entry.basis AND provenance.party IS entry.party
    AND provenance.obtained_on IS entry.obtained_on AND provenance.geheim IS entry.geheim
    AND provenance.citation IS entry.citation
ORDER BY entry.id;

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
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
END;

CREATE TRIGGER ledger_name_entry_gone AFTER DELETE ON entry
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

PRAGMA user_version = 35;
