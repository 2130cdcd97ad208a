-- From 40 to 41: the secrecy of a document can be lifted, and a disclosure knows which of its parts were documents.

-- Its checks change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE release_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    entry INTEGER REFERENCES entry,
    document INTEGER REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    by TEXT NOT NULL CHECK (by IN ('geregistreerde', 'instantie', 'wet')),
    releaser INTEGER REFERENCES party,
    recipient INTEGER REFERENCES party,
    how TEXT CHECK (how IN ('schriftelijk', 'e_mail', 'mondeling')),
    citation TEXT CHECK (citation <> ''),
    from_on TEXT NOT NULL,
    mandate INTEGER REFERENCES mandate,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    withdrawn_on TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    CHECK ((entry IS NULL) <> (document IS NULL)),
    CHECK ((by = 'wet') = (citation IS NOT NULL)),
    CHECK ((by = 'wet') = (how IS NULL)),
    CHECK ((by = 'instantie') = (releaser IS NOT NULL)),
    CHECK (mandate IS NULL OR by = 'geregistreerde'),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

INSERT INTO release_anew (
    id, uuid, client, entry, by, releaser, recipient, how, citation, from_on, mandate, recorded_at, recorded_by,
    withdrawn_on, withdrawn_at, withdrawn_by
)
SELECT
    id, uuid, client, entry, by, releaser, recipient, how, citation, from_on, mandate, recorded_at, recorded_by,
    withdrawn_on, withdrawn_at, withdrawn_by
FROM release;

DROP TABLE release;
ALTER TABLE release_anew RENAME TO release;

CREATE INDEX release_client ON release (client);
CREATE INDEX release_entry ON release (entry);
CREATE INDEX release_document ON release (document) WHERE document IS NOT NULL;
CREATE INDEX release_mandate ON release (mandate) WHERE mandate IS NOT NULL;

ALTER TABLE disclosure_entry ADD COLUMN is_document INTEGER NOT NULL DEFAULT 0 CHECK (is_document IN (0, 1));

UPDATE disclosure_entry SET is_document = 1 WHERE entry IN (
    SELECT uuid FROM document
    UNION ALL SELECT entry FROM correction WHERE is_document = 1
    UNION ALL SELECT removed FROM mistake WHERE noun = 'document'
);

PRAGMA user_version = 41;
