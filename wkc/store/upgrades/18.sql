-- From 17 to 18: reports to opdrachtgevers on the progress of an assignment.

-- Art. 8.1, purpose voortgang: a report to an opdrachtgever. A draft has the coach's own words, sealed; of one that went
-- out its day and SHA-256 stay, and the disclosure in the log.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    assignment INTEGER NOT NULL REFERENCES assignment,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on >= from_on),
    kind TEXT NOT NULL CHECK (kind IN ('voortgang', 'eind')),
    channel TEXT NOT NULL CHECK (channel IN ('brief', 'e_mail', 'portaal')),
    ground TEXT NOT NULL CHECK (ground IN ('doel', 'toestemming', 'wettelijk_voorschrift')),
    law TEXT CHECK (law <> ''),
    citation TEXT CHECK (citation <> ''),
    covers_bsn INTEGER NOT NULL CHECK (covers_bsn IN (0, 1)),
    sealed_agreed BLOB,
    sealed_words BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    disclosure INTEGER REFERENCES disclosure,
    final_at TEXT,
    final_by TEXT REFERENCES user,
    sha256 BLOB CHECK (length(sha256) = 32),
    CHECK ((law IS NULL) = (citation IS NULL)),
    CHECK ((ground = 'wettelijk_voorschrift') = (law IS NOT NULL)),
    CHECK ((final_at IS NULL) = (final_by IS NULL) AND (final_at IS NULL) = (sha256 IS NULL)),
    CHECK (final_at IS NULL OR (disclosure IS NOT NULL AND sealed_agreed IS NULL AND sealed_words IS NULL))
) STRICT;

CREATE INDEX report_client ON report (client);
CREATE INDEX report_assignment ON report (assignment, until_on);
CREATE INDEX report_disclosure ON report (disclosure) WHERE disclosure IS NOT NULL;
CREATE UNIQUE INDEX report_draft ON report (assignment) WHERE final_at IS NULL;

PRAGMA user_version = 18;
