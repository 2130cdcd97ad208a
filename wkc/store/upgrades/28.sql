-- From 27 to 28: uuids that count the time never leave the register.

-- VAULT 7: what the ledger calls a client or an entry whose own uuid counts the time: those from before uuids were random.
CREATE TABLE ledger_name (
    own BLOB PRIMARY KEY CHECK (length(own) = 16),
    name BLOB NOT NULL UNIQUE CHECK (length(name) = 16)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_name_client_gone AFTER DELETE ON client
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

CREATE TRIGGER ledger_name_entry_gone AFTER DELETE ON entry
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

INSERT INTO ledger_name (own, name)
SELECT uuid, ledger_name(uuid) FROM client WHERE substr(hex(uuid), 13, 1) = '7'
UNION ALL
SELECT uuid, ledger_name(uuid) FROM entry WHERE substr(hex(uuid), 13, 1) = '7';

PRAGMA user_version = 28;
