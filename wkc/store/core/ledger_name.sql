-- name_of --
-- The ledger's name for a uuid that counts the time.
SELECT name FROM ledger_name WHERE own = :uuid

-- uuid_of --
-- The uuid that has this name in the ledger.
SELECT own FROM ledger_name WHERE name = :name

-- beginning --
-- The signature of the first line of the log.
SELECT signature FROM audit WHERE seq = 1
