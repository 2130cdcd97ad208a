-- From 28 to 29: the numbers of entries stay when one of them is removed.

-- The places of entries that were removed for good: the numbers of the others stay (art. 12).
CREATE TABLE entry_gone (
    client INTEGER NOT NULL REFERENCES client,
    place INTEGER NOT NULL,
    PRIMARY KEY (client, place)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 29;
