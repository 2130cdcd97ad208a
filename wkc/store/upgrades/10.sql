-- From 9 to 10: every word of a name can be looked up, dates of birth too, and the columns of lists are remembered.

-- Which column of the lists of an opdrachtgever is which field; NULL is left out. Headings in their normal form.
CREATE TABLE party_column (
    party INTEGER NOT NULL REFERENCES party,
    heading TEXT NOT NULL CHECK (heading <> ''),
    field TEXT CHECK (field <> ''),
    PRIMARY KEY (party, heading)
) STRICT, WITHOUT ROWID;

-- Words of a name that none of its keys begins with: a second surname, a second first name.
CREATE TABLE name_word (
    word TEXT NOT NULL CHECK (word <> ''),
    client INTEGER NOT NULL REFERENCES client,
    PRIMARY KEY (word, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_word_client ON name_word (client);

WITH RECURSIVE rest (client, word, tail) AS (
    SELECT client, '', key || ' ' FROM name_key WHERE way = 0
    UNION ALL
    SELECT client, substr(tail, 1, instr(tail, ' ') - 1), substr(tail, instr(tail, ' ') + 1) FROM rest WHERE tail <> ''
)
INSERT OR IGNORE INTO name_word (word, client) SELECT word, client FROM rest WHERE word <> '';

-- A date of birth is compared with those of a list; one of a client without BSN bears a mark.
UPDATE entry SET normal = value || iif(EXISTS (
    SELECT 1 FROM entry AS bsn
    WHERE bsn.client = entry.client AND bsn.field = 'burgerservicenummer' AND bsn.closed_at IS NULL), '', '-')
WHERE field = 'geboortedatum' AND value IS NOT NULL AND closed_at IS NULL;

PRAGMA user_version = 10;
