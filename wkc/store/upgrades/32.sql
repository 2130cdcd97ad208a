-- From 31 to 32: breaches of personal data (AVG 33 and 34).

-- Art. 14.2, AVG 33 and 34: a breach of personal data: known from an instant on, whom it reached, what was decided and who
-- was notified. `gone` counts people of it whose dossier is destroyed.
CREATE TABLE breach_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE breach (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'D[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('verlies', 'diefstal', 'verkeerd_verzonden', 'onbevoegd_inzien', 'aanval',
        'vernietiging', 'overig')),
    known_at TEXT NOT NULL,
    from_at TEXT,
    until_at TEXT CHECK (until_at >= from_at),
    sealed_events BLOB NOT NULL,
    report_ap INTEGER CHECK (report_ap IN (0, 1)),
    sealed_ap BLOB,
    notify_persons INTEGER CHECK (notify_persons IN (0, 1)),
    sealed_persons BLOB,
    decided_at TEXT,
    decided_by TEXT REFERENCES user,
    ap_reported_at TEXT,
    persons_notified_at TEXT,
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    sealed_end BLOB,
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone >= 0),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    CHECK ((report_ap IS NULL) = (decided_at IS NULL) AND (notify_persons IS NULL) = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((sealed_ap IS NULL) = (decided_at IS NULL) AND (sealed_persons IS NULL) = (decided_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (sealed_end IS NULL)),
    CHECK (closed_at IS NULL OR decided_at IS NOT NULL)
) STRICT;

CREATE INDEX breach_open ON breach (known_at) WHERE closed_at IS NULL;

CREATE TABLE breach_person (
    breach INTEGER NOT NULL REFERENCES breach,
    client INTEGER NOT NULL REFERENCES client,
    categories TEXT NOT NULL CHECK (categories <> ''),
    PRIMARY KEY (breach, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX breach_person_client ON breach_person (client);

-- AVG 28.3.f, 33.2: an opdrachtgever who is notified, by when its agreement says.
CREATE TABLE breach_party (
    breach INTEGER NOT NULL REFERENCES breach,
    party INTEGER NOT NULL REFERENCES party,
    due_at TEXT,
    notified_at TEXT,
    PRIMARY KEY (breach, party)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 32;
