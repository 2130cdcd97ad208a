-- forget --
-- Words that new ones take the place of.
DELETE FROM dissent WHERE entry = :entry

-- add --
-- What a client has to say about one entry.
INSERT INTO dissent (uuid, client, request, entry, sealed_text, recorded_at, recorded_by)
SELECT :uuid, client, id, :entry, :sealed, :at, :by FROM request WHERE id = :request
