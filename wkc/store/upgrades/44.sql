-- From 43 to 44: a client is found by the town as well.

-- The keys of everybody are made again at the next search.
DROP TRIGGER search_key_entry_new;
DROP TRIGGER search_key_entry_changed;
DROP TRIGGER search_key_entry_gone;

CREATE TRIGGER search_key_entry_new AFTER INSERT ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = OLD.client)
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
    INSERT INTO search_key (key, client) SELECT '', OLD.client WHERE EXISTS (
        SELECT 1 FROM entry WHERE client = OLD.client AND field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    );
END;

DELETE FROM search_key;
INSERT INTO search_key (key, client) SELECT '', id FROM client WHERE EXISTS (
    SELECT 1 FROM entry WHERE entry.client = client.id AND field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
);

PRAGMA user_version = 44;
