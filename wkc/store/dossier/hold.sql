-- add --
-- A duty to keep categories of one client; the note is sealed.
INSERT INTO hold (id, uuid, client, ground, citation, categories, from_on, until_on, sealed, recorded_at, recorded_by)
VALUES (:number, :uuid, :client, :ground, :citation, :categories, :from_on, :until_on, :sealed, :at, :by)

-- of_client --
-- The holds of one client, released ones too; the number is its own for good.
SELECT id AS number, uuid, ground, citation, categories, from_on, until_on, sealed,
    recorded_at, recorded_by, released_on, sealed_reason
FROM hold WHERE client = :client ORDER BY id

-- release --
-- A hold is released, for a sealed reason.
UPDATE hold SET released_on = :released_on, released_by = :by, sealed_reason = :sealed_reason
WHERE client = :client AND uuid = :uuid AND released_on IS NULL
