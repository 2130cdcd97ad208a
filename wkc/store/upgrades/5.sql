-- From version 4: letters and notices (issue 6). Whoever is on file is owed the notice of AVG 14, a month after the list
-- came or at the first contact since; who was told before is marked with `wkc letter notify --told-on`.

-- Art. 11 to 13; AVG 14 and 19: letters, their PDF sealed. Their numbers count on by year and come once.
CREATE TABLE letter_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'B[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL,
    client INTEGER REFERENCES client,
    request INTEGER REFERENCES request,
    sealed_pdf BLOB NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    sent_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX letter_client ON letter (client) WHERE client IS NOT NULL;
CREATE INDEX letter_request ON letter (request) WHERE request IS NOT NULL;

-- AVG 14: whom others supplied is told so, once: within a month of the list, or at first contact.
CREATE TABLE notice (
    client INTEGER PRIMARY KEY REFERENCES client,
    since_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    told_on TEXT,
    letter INTEGER REFERENCES letter,
    told_by TEXT REFERENCES user,
    CHECK (told_on IS NOT NULL OR letter IS NULL),
    CHECK ((told_on IS NULL) = (told_by IS NULL))
) STRICT;

CREATE INDEX notice_due ON notice (due_on) WHERE told_on IS NULL;
CREATE INDEX notice_letter ON notice (letter) WHERE letter IS NOT NULL;

INSERT INTO notice (client, since_on, due_on)
SELECT client.id, client.registered_on, min(
    date(client.registered_on, '+1 month'),
    date(client.registered_on, 'start of month', '+2 months', '-1 day'),
    coalesce((
        SELECT min(contact.on_date) FROM contact
        WHERE contact.client = client.id AND contact.on_date >= client.registered_on AND contact.withdrawn_at IS NULL
            AND contact.kind NOT IN ('poging', 'niet_verschenen')), '9999-12-31'))
FROM client;

-- A permit's last day can be looked up from now on.
UPDATE entry SET normal = value WHERE field = 'verblijfsvergunning_tot' AND value IS NOT NULL;

PRAGMA user_version = 5;
