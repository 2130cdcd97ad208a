-- add --
-- A mandate whose document was seen.
INSERT INTO mandate (id, uuid, client, kind, name, from_on, until_on, sealed_document, seen_on, seen_by,
    recorded_at, recorded_by, categories, address, postcode, place)
VALUES (:number, :uuid, :client, :kind, :name, :from_on, :until_on, :sealed_document, :seen_on, :seen_by, :at, :by,
    :categories, :address, :postcode, :place)

-- of_client --
-- The mandates of one client in the order of writing down.
SELECT id, id AS number, uuid, kind, name, from_on, until_on, sealed_document, seen_on,
    seen_by, recorded_at, recorded_by, categories, withdrawn_on, address, postcode, place
FROM mandate WHERE client = :client ORDER BY id

-- put_address --
-- The postal address of the representative of a client.
UPDATE mandate SET address = :address, postcode = :postcode, place = :place WHERE client = :client AND uuid = :uuid

-- withdraw --
-- A mandate ends before its time.
UPDATE mandate SET withdrawn_on = :on, withdrawn_at = :at, withdrawn_by = :by
WHERE client = :client AND uuid = :uuid AND withdrawn_on IS NULL
