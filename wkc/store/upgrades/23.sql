-- From 22 to 23: what a copy hides of others (AVG 15.4), and mistakes of the office that are taken back (art. 12 and 14.2).

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    request INTEGER NOT NULL UNIQUE REFERENCES request,
    sealed_marks BLOB NOT NULL,
    places INTEGER NOT NULL CHECK (places >= 0),
    reviewed_at TEXT NOT NULL,
    reviewed_by TEXT NOT NULL REFERENCES user,
    read_at TEXT,
    read_by TEXT REFERENCES user,
    CHECK ((read_at IS NULL) = (read_by IS NULL))
) STRICT;

CREATE TABLE mistake (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    noun TEXT NOT NULL CHECK (noun IN ('gegeven', 'contact', 'toestemming', 'machtiging', 'opschorting', 'verstrekking',
        'afspraak')),
    removed BLOB NOT NULL CHECK (length(removed) = 16),
    field TEXT CHECK (field <> ''),
    reason TEXT NOT NULL CHECK (reason IN ('typefout', 'verkeerd_dossier', 'dubbel')),
    sealed_words BLOB NOT NULL,
    moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    removed_at TEXT,
    CHECK ((noun = 'gegeven') = (field IS NOT NULL))
) STRICT;

CREATE INDEX mistake_client ON mistake (client);
CREATE INDEX mistake_waiting ON mistake (id) WHERE removed_at IS NULL;

-- Its checks change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE correction_told_anew (
    id INTEGER PRIMARY KEY,
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER REFERENCES request,
    mistake INTEGER REFERENCES mistake,
    disclosure INTEGER NOT NULL REFERENCES disclosure,
    letter INTEGER NOT NULL UNIQUE REFERENCES letter,
    fields TEXT NOT NULL CHECK (fields <> ''),
    since_on TEXT NOT NULL,
    told_on TEXT CHECK (told_on >= since_on),
    UNIQUE (request, disclosure),
    UNIQUE (mistake, disclosure),
    CHECK ((request IS NULL) <> (mistake IS NULL))
) STRICT;

INSERT INTO correction_told_anew (id, client, request, disclosure, letter, fields, since_on, told_on)
SELECT id, client, request, disclosure, letter, fields, since_on, told_on FROM correction_told;

DROP TABLE correction_told;
ALTER TABLE correction_told_anew RENAME TO correction_told;

CREATE INDEX correction_told_client ON correction_told (client);
CREATE INDEX correction_told_disclosure ON correction_told (disclosure);
CREATE INDEX correction_told_waiting ON correction_told (since_on) WHERE told_on IS NULL;

PRAGMA user_version = 23;
