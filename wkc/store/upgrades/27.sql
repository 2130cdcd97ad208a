-- From 26 to 27: of a value of a sealed class its field, source, ground, duty of secrecy and day are sealed too.

-- What a hold of named categories keeps of the sealed classes is written down while their fields can still be read.
CREATE TABLE hold_entry (
    hold INTEGER NOT NULL REFERENCES hold ON DELETE CASCADE,
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    PRIMARY KEY (hold, entry)
) STRICT, WITHOUT ROWID;

INSERT INTO hold_entry (hold, entry)
SELECT hold.id, entry.id FROM entry JOIN hold ON hold.client = entry.client
WHERE entry.sealed IS NOT NULL AND ' ' || hold.categories || ' ' LIKE '% ' || CASE entry.field
    WHEN 'geboorteland_ouder' THEN 9
    WHEN 'ziekmelding' THEN 19
    WHEN 'herstelmelding' THEN 19
    WHEN 'sociale_gegevens' THEN 23
    WHEN 'detentie' THEN 24
    WHEN 'gezondheid' THEN 25
    WHEN 'justitieel_verleden' THEN 26
    WHEN 'presentatie' THEN 28
    WHEN 'begeleiding' THEN 29
END || ' %';

CREATE INDEX hold_entry_entry ON hold_entry (entry);

-- Its checks change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7). Sealing takes the
-- public key alone, for the client that the value is sealed for; the value, which this does not open, stays as it was.
CREATE TABLE entry_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT,
    value TEXT,
    sealed BLOB,
    sealed_value BLOB,
    normal TEXT,
    source TEXT,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1)),
    removed_at TEXT,
    secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
    CHECK ((value IS NULL) <> (sealed IS NULL)),
    CHECK ((field IS NULL) = (value IS NULL) AND (source IS NULL) = (value IS NULL)
        AND (obtained_on IS NULL) = (value IS NULL)),
    CHECK (sealed IS NULL OR coalesce(normal, basis, party, geheim, citation) IS NULL),
    CHECK (sealed_value IS NULL OR sealed IS NOT NULL),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

INSERT INTO entry_anew (id, uuid, client, field, value, sealed, sealed_value, normal, source, basis, party, obtained_on,
    geheim, citation, in_onderzoek, recorded_at, recorded_by, closed_at, closed_by, beperkt, removed_at, secret)
SELECT id, uuid, client, field, value, NULL, NULL, normal, source, basis, party, obtained_on,
    geheim, citation, in_onderzoek, recorded_at, recorded_by, closed_at, closed_by, beperkt, removed_at, 0
FROM entry WHERE sealed IS NULL
UNION ALL
SELECT entry.id, entry.uuid, entry.client, NULL, NULL, sealed_entry(coalesce(origin.uuid, client.uuid), entry.uuid, json_object(
        'field', entry.field, 'source', entry.source, 'basis', entry.basis, 'party', nullif(lower(hex(party.uuid)), ''),
        'obtained_on', entry.obtained_on, 'grondslag', entry.grondslag, 'geheim', entry.geheim,
        'citation', entry.citation
    )), entry.sealed, NULL, NULL, NULL, NULL, NULL, NULL, NULL, entry.in_onderzoek, entry.recorded_at,
    entry.recorded_by, entry.closed_at, entry.closed_by, entry.beperkt, entry.removed_at,
    entry.geheim IS NOT NULL
FROM entry JOIN client ON client.id = entry.client LEFT JOIN party ON party.id = entry.party
    LEFT JOIN linked_row ON linked_row.row = entry.uuid LEFT JOIN client AS origin ON origin.id = linked_row.client
WHERE entry.sealed IS NOT NULL;

-- Of what stood there plainly traces may be left until the file is written anew.
INSERT INTO purge_due (id, since)
SELECT 1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE EXISTS (SELECT 1 FROM entry WHERE sealed IS NOT NULL)
ON CONFLICT (id) DO NOTHING;

DROP TABLE entry;
ALTER TABLE entry_anew RENAME TO entry;

CREATE INDEX entry_client ON entry (client, field);
CREATE INDEX entry_party ON entry (party) WHERE party IS NOT NULL;
CREATE INDEX entry_normal ON entry (field, normal) WHERE normal IS NOT NULL AND closed_at IS NULL;
-- What was taken out under art. 12 and is not deleted yet: shown nowhere.
CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;

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

PRAGMA user_version = 27;
