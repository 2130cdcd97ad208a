-- From 5 to 6: what the five years are counted from, holds, announcements, and what is left of a destruction.

ALTER TABLE client ADD COLUMN counted_on TEXT NOT NULL DEFAULT '';

UPDATE client SET counted_on = max(
    coalesce((SELECT max(from_on) FROM assignment WHERE assignment.client = client.id), ''),
    coalesce((SELECT max(on_date) FROM contact WHERE contact.client = client.id AND withdrawn_at IS NULL AND kind IN
        ('gesprek', 'telefoon', 'bezoek', 'e_mail_ontvangen', 'brief_ontvangen', 'overgenomen')), '')
);

-- The day that the five years of art. 10 are counted from; one that nobody wrote down comes first, and is noticed.
CREATE INDEX client_counted ON client (counted_on, id);

-- Art. 10: a stated legal duty that keeps named categories of one client past the term; a court case keeps all.
CREATE TABLE hold (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    ground TEXT NOT NULL CHECK (ground IN ('wettelijk_voorschrift', 'rechtszaak')),
    citation TEXT CHECK (citation <> ''),
    categories TEXT NOT NULL CHECK (categories <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on >= from_on),
    sealed BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    released_on TEXT,
    released_by TEXT REFERENCES user,
    sealed_reason BLOB,
    CHECK ((ground = 'wettelijk_voorschrift') = (citation IS NOT NULL)),
    CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CHECK ((released_on IS NULL) = (sealed_reason IS NULL))
) STRICT;

CREATE INDEX hold_client ON hold (client);

-- Art. 10: that a dossier was said to go from `due_on` on, because nothing keeps it from `since_on` on.
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    since_on TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (due_on > on_date AND due_on >= since_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE UNIQUE INDEX announcement_client ON announcement (client);

-- What is left of a destruction: no number, no name. uuid is the client's, which means nothing any more.
CREATE TABLE destroyed (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    run BLOB NOT NULL CHECK (length(run) = 16),
    kept TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('termijn', 'verzoek', 'vergissing', 'hervat')),
    last_on TEXT NOT NULL,
    since_on TEXT,
    announced_on TEXT,
    on_date TEXT NOT NULL,
    counts TEXT NOT NULL,
    rules INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    CHECK (reason <> 'termijn' OR (since_on IS NOT NULL AND announced_on IS NOT NULL))
) STRICT;

CREATE INDEX destroyed_run ON destroyed (run);

-- What is left of a destroyed request or disclosure, for the figures of the year: nobody's any more.
CREATE TABLE remains (
    id INTEGER PRIMARY KEY,
    noun TEXT NOT NULL CHECK (noun IN ('verzoek', 'verstrekking')),
    kind TEXT NOT NULL,
    recipient TEXT,
    on_date TEXT NOT NULL,
    decided_on TEXT,
    told_on TEXT,
    outcome TEXT,
    CHECK ((noun = 'verstrekking') = (recipient IS NOT NULL))
) STRICT;

CREATE INDEX remains_on ON remains (noun, on_date);

PRAGMA user_version = 6;
