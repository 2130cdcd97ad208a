-- From 15 to 16: the wraps of the slots.

-- How the password of each slot wraps its keys now, by digest (VAULT 4): an older wrap that is put back opens nothing.
-- While a password is being changed, `before` is the wrap that it replaces.
CREATE TABLE slot_wrap (
    slot BLOB PRIMARY KEY CHECK (length(slot) = 16),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    before BLOB CHECK (length(before) = 32)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 16;
