-- From 24 to 25: the papers of a dossier, sealed in the register or at a place (art. 14.1).

-- AVG 7.1, art. 6 and 11.1: forms that were printed to be signed, with the version of their text; what is filled in is
-- sealed. Signed, a form makes the consent or the mandate whose uuid is `made`.
CREATE TABLE form_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'F[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('toestemming', 'machtiging', 'geheimhouding', 'intake')),
    version INTEGER NOT NULL CHECK (version >= 1),
    client INTEGER REFERENCES client,
    user_id TEXT REFERENCES user,
    sealed_content BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    signed_on TEXT,
    signed_by TEXT REFERENCES user,
    made BLOB CHECK (length(made) = 16),
    CHECK ((kind = 'geheimhouding') = (user_id IS NOT NULL)),
    CHECK (kind IN ('geheimhouding', 'intake') OR client IS NOT NULL),
    CHECK ((signed_on IS NULL) = (signed_by IS NULL) AND (made IS NULL OR signed_on IS NOT NULL))
) STRICT;

CREATE INDEX form_client ON form (client) WHERE client IS NOT NULL;
CREATE INDEX form_made ON form (made) WHERE made IS NOT NULL;

-- Documents are numbered through the whole register, and no number comes twice: a gap tells nothing of one dossier.
CREATE TABLE document_given (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
) STRICT;

-- Art. 14.1: a paper of the dossier: its content here, sealed in chunks under a key of its own, or a place where it lies
-- on paper until a day. Title, key and place are sealed, whatever its field; a signed form has none.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT CHECK (field <> ''),
    form INTEGER REFERENCES form,
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
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL),
    CHECK ((field IS NULL) = (form IS NOT NULL))
) STRICT;

CREATE INDEX document_client ON document (client);
CREATE INDEX document_party ON document (party) WHERE party IS NOT NULL;
CREATE INDEX document_form ON document (form) WHERE form IS NOT NULL;
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
