-- From 36 to 37: numbers that a link does not move, and dossiers that are of two people (art. 4.2).

-- The number of a contact, appointment, consent, mandate, release, hold, disclosure or value put aside is its id: it counts
-- through the register and comes once, so that a link or a row that goes moves no other.
CREATE TABLE row_given (
    noun TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO row_given (noun, last)
SELECT noun, last FROM (
    SELECT 'contact' AS noun, max(id) AS last FROM contact
    UNION ALL SELECT 'appointment', max(id) FROM appointment
    UNION ALL SELECT 'consent', max(id) FROM consent
    UNION ALL SELECT 'mandate', max(id) FROM mandate
    UNION ALL SELECT 'release', max(id) FROM release
    UNION ALL SELECT 'hold', max(id) FROM hold
    UNION ALL SELECT 'disclosure', max(id) FROM disclosure
    UNION ALL SELECT 'supplied', max(id) FROM supplied
) WHERE last IS NOT NULL;

-- A column that must have a value is added by making the table anew (https://www.sqlite.org/lang_altertable.html, 7).
-- Art. 4.2 and 11.1: a person who was in two dossiers: `client` is the one whose number leads to `into_client`.
-- `ahead` is what the numbers of its entries come after there.
CREATE TABLE link_anew (
    client INTEGER PRIMARY KEY REFERENCES client,
    into_client INTEGER NOT NULL REFERENCES client,
    linked_at TEXT NOT NULL,
    linked_by TEXT NOT NULL REFERENCES user,
    ahead INTEGER NOT NULL CHECK (ahead >= 1000),
    CHECK (client <> into_client)
) STRICT;

INSERT INTO link_anew (client, into_client, linked_at, linked_by, ahead)
SELECT client, into_client, linked_at, linked_by, 1000 * row_number() OVER (PARTITION BY into_client ORDER BY client)
FROM link;

DROP TABLE link;
ALTER TABLE link_anew RENAME TO link;
CREATE INDEX link_into ON link (into_client);

-- Art. 4.2: two dossiers of which somebody said that they are of two people, so that nobody is asked again.
CREATE TABLE two_people (
    client INTEGER NOT NULL REFERENCES client,
    other INTEGER NOT NULL REFERENCES client,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    PRIMARY KEY (client, other),
    CHECK (client < other)
) STRICT, WITHOUT ROWID;

CREATE INDEX two_people_other ON two_people (other);

PRAGMA user_version = 37;
