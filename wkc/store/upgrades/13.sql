-- From 12 to 13: appointments, and the assignments that end on a day.

-- Art. 10: an appointment: planned, then kept (its contact counts), missed (its contact does not), moved or called off.
CREATE TABLE appointment (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    at_time TEXT CHECK (at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('gesprek', 'telefoon', 'bezoek')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    outcome TEXT CHECK (outcome IN ('nagekomen', 'gemist', 'verzet', 'afgezegd')),
    contact INTEGER REFERENCES contact,
    ended_at TEXT,
    ended_by TEXT REFERENCES user,
    CHECK ((outcome IS NULL) = (ended_at IS NULL) AND (outcome IS NULL) = (ended_by IS NULL)),
    CHECK ((contact IS NOT NULL) = (outcome IS NOT NULL AND outcome IN ('nagekomen', 'gemist')))
) STRICT;

CREATE INDEX appointment_client ON appointment (client, on_date);
CREATE INDEX appointment_contact ON appointment (contact) WHERE contact IS NOT NULL;
CREATE INDEX appointment_open ON appointment (on_date) WHERE outcome IS NULL;

CREATE INDEX assignment_ends ON assignment (until_on) WHERE until_on IS NOT NULL;

PRAGMA user_version = 13;
