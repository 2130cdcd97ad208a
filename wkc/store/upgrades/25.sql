-- From 24 to 25: the papers of a dossier, sealed in the register or at a place (art. 14.1).

-- Art. 14.1: a paper of the dossier: its content here, sealed in chunks under a key of its own, or a place where it lies
-- on paper until a day. Title, key and place are sealed, whatever its field.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT NOT NULL CHECK (field <> ''),
    sealed_title BLOB NOT NULL,
    media_type TEXT CHECK (media_type <> ''),
    size INTEGER CHECK (size > 0),
    sealed_key BLOB,
    sealed_place BLOB,
    destroy_on TEXT,
    source TEXT NOT NULL,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT NOT NULL,
    grondslag TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    CHECK ((sealed_key IS NULL) = (media_type IS NULL) AND (sealed_key IS NULL) = (size IS NULL)),
    CHECK ((sealed_key IS NULL) <> (sealed_place IS NULL) AND (sealed_place IS NULL) = (destroy_on IS NULL)),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL)
) STRICT;

CREATE INDEX document_client ON document (client);
CREATE INDEX document_party ON document (party) WHERE party IS NOT NULL;
CREATE INDEX document_places ON document (destroy_on) WHERE destroy_on IS NOT NULL;

CREATE TABLE document_chunk (
    document INTEGER NOT NULL REFERENCES document,
    number INTEGER NOT NULL CHECK (number >= 0),
    content BLOB NOT NULL,
    PRIMARY KEY (document, number)
) STRICT;

-- Art. 10 and 14.1: a paper at a place whose row is gone: it is still to be destroyed by hand. client and uuid are those
-- of the row, which mean nothing any more; without them the place does not open.
CREATE TABLE paper_left (
    id INTEGER PRIMARY KEY,
    client BLOB NOT NULL CHECK (length(client) = 16),
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sealed_place BLOB NOT NULL,
    since_on TEXT NOT NULL
) STRICT;

CREATE INDEX paper_left_since ON paper_left (since_on);

PRAGMA user_version = 25;
