-- forget --
-- An earlier statement gives way to a new one.
DELETE FROM dissent WHERE entry = :entry

-- add --
-- A statement of a client about one entry.
INSERT INTO dissent (uuid, client, request, entry, sealed_text, recorded_at, recorded_by)
SELECT :uuid, client, id, :entry, :sealed, :at, :by FROM request WHERE id = :request
