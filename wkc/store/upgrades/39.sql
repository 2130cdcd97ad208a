-- From 38 to 39: a caseload by the days that its terms are counted from, who checked the log, and
-- whose search keys are to be made.

DROP INDEX client_coach;
CREATE INDEX client_coach ON client (coach, counted_on) WHERE coach IS NOT NULL;
CREATE INDEX audit_verified ON audit (slot) WHERE action IN ('audit.verify', 'register.doctor');

DROP TRIGGER search_key_entry_new;
DROP TRIGGER search_key_entry_changed;
DROP TRIGGER search_key_entry_gone;

CREATE TRIGGER search_key_entry_new AFTER INSERT ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
    INSERT INTO search_key (key, client) SELECT '', OLD.client WHERE EXISTS (
        SELECT 1 FROM entry WHERE client = OLD.client AND field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    );
END;

-- The key '-' marked whose keys were made.
INSERT INTO search_key (key, client)
SELECT DISTINCT '', client FROM entry
WHERE field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE search_key.client = entry.client);

DELETE FROM search_key WHERE key = '-';

PRAGMA user_version = 39;
