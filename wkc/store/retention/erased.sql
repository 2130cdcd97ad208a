-- key --
-- The key of the digests.
SELECT key FROM erased_key

-- put_key --
-- The key of the digests, made once.
INSERT INTO erased_key (id, key) VALUES (1, :key)

-- add --
-- Somebody who was erased at the own request.
INSERT INTO erased (digest, on_date) VALUES (:digest, :on_date)
ON CONFLICT (digest) DO UPDATE SET on_date = excluded.on_date

-- find --
-- The day on which somebody was erased.
SELECT on_date FROM erased WHERE digest = :digest

-- forget --
-- Digests that are older than a dossier would have been kept.
DELETE FROM erased WHERE on_date < :before

-- relist --
-- A client is on file again who was erased.
INSERT INTO relisted (client, erased_on, since_on) VALUES (:client, :erased_on, :since_on)

-- waiting --
-- Clients on file again, for the beheerder to look at.
SELECT relisted.since_on, client.number AS client_number
FROM relisted JOIN client ON client.id = relisted.client
WHERE relisted.accepted_on IS NULL ORDER BY relisted.since_on

-- accept --
-- The beheerder looked, and the dossier stays.
UPDATE relisted SET accepted_on = :on_date, accepted_by = :by WHERE client = :client AND accepted_on IS NULL
