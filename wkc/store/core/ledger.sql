-- add --
-- The next line; a trigger refuses any other.
INSERT INTO ledger (n, kind, uuid, kept, run, previous, user_id, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- head --
-- The last line's number and hash.
SELECT n, hash FROM ledger ORDER BY n DESC LIMIT 1

-- hash_at --
-- The hash of one line.
SELECT hash FROM ledger WHERE n = :n

-- since --
-- Lines from a number on, oldest first.
SELECT n, kind, uuid, kept, run, previous, user_id, hash, signature FROM ledger WHERE n >= :n ORDER BY n

-- keeps --
-- Whether there is a ledger at all: a backup of an older schema may have none.
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger'

-- mark_due --
-- Something was deleted; what is left of it in the file waits for a purge.
INSERT INTO purge_due (id, since) VALUES (1, :at) ON CONFLICT (id) DO NOTHING

-- due_since --
-- Since when a purge is due.
SELECT since FROM purge_due

-- not_due --
-- This file was written anew.
DELETE FROM purge_due
