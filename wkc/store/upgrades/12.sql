-- From 11 to 12: what somebody is found by besides the name of today, and the searches before "no data" (art. 11.4; AVG 15).

-- Art. 11.4 and AVG 15: what somebody may be on file under besides the name of today: each word of each name, also a
-- former one, the birth date, postcode, e-mail and telephone. Made when a search needs it; a change of what it comes
-- from takes it away.
CREATE TABLE search_key (
    key TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES client,
    PRIMARY KEY (key, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_key_client ON search_key (client);

CREATE TRIGGER search_key_entry_new AFTER INSERT ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
END;

-- Art. 11.4 and AVG 15: the searches that an answer of "no data" rests on: by which kinds of key, and how many dossiers
-- resembled; `shown` when the beheerder was shown which.
CREATE TABLE request_search (
    id INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request,
    on_date TEXT NOT NULL,
    sought TEXT NOT NULL CHECK (sought <> ''),
    found INTEGER NOT NULL CHECK (found >= 0),
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX request_search_request ON request_search (request);

PRAGMA user_version = 12;
