-- From 32 to 33: what a breach is reported with, its letters and the people of it whose dossier is gone; the work that a
-- beheerder looks over; the shorter term of an assignment.

ALTER TABLE assignment ADD COLUMN short_term INTEGER NOT NULL DEFAULT 0 CHECK (short_term IN (0, 1));

-- Its check changes, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE last_done_anew (
    name TEXT PRIMARY KEY CHECK (name IN ('retention', 'verify', 'drill', 'access', 'looks', 'keys', 'holidays')),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO last_done_anew (name, at) SELECT name, at FROM last_done;

DROP TABLE last_done;
ALTER TABLE last_done_anew RENAME TO last_done;

ALTER TABLE breach ADD COLUMN sealed_account BLOB;
ALTER TABLE letter ADD COLUMN breach INTEGER REFERENCES breach;
ALTER TABLE letter ADD COLUMN party INTEGER REFERENCES party;

CREATE INDEX letter_breach ON letter (breach) WHERE breach IS NOT NULL;
CREATE INDEX letter_party ON letter (party) WHERE party IS NOT NULL;

CREATE TABLE breach_gone (
    breach INTEGER NOT NULL REFERENCES breach,
    person BLOB NOT NULL CHECK (length(person) = 16),
    PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

-- Of whom was counted so far nothing else is known: each is one that no later scope finds again.
WITH RECURSIVE counted (breach, left) AS (
    SELECT id, gone FROM breach WHERE gone > 0
    UNION ALL SELECT breach, left - 1 FROM counted WHERE left > 1
)
INSERT INTO breach_gone (breach, person) SELECT breach, randomblob(16) FROM counted;

ALTER TABLE breach DROP COLUMN gone;

PRAGMA user_version = 33;
