-- unkeyed --
-- Clients whose search keys are to be made: new ones, and those of whom something changed.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM search_key JOIN client ON client.id = search_key.client WHERE search_key.key = '' LIMIT :most

-- keyed --
-- The keys of a client are made.
DELETE FROM search_key WHERE key = '' AND client = :client

-- values --
-- The current and former values that search keys are made from, without those removed under art. 12.
SELECT field, value FROM entry
WHERE client = :client AND value IS NOT NULL AND removed_at IS NULL
    AND field IN (
        'geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')

-- add --
-- One key that a client is found by.
INSERT INTO search_key (key, client) VALUES (?, ?) ON CONFLICT (key, client) DO NOTHING

-- by_key --
-- Clients with a key between two ends: all, or one caseload's.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach, search_key.key
FROM search_key JOIN client ON client.id = search_key.client
WHERE search_key.key >= :first AND search_key.key <= :last AND (:coach IS NULL OR client.coach = :coach)

-- by_town --
-- Clients with a key that has this beginning, in the order in which they came: of all, or of one caseload.
SELECT DISTINCT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM search_key JOIN client ON client.id = search_key.client
WHERE search_key.key >= :key AND search_key.key < :key || char(1114111) AND (:coach IS NULL OR client.coach = :coach)
ORDER BY client.id LIMIT :most + 0

-- of_client --
-- The keys of one client.
SELECT key FROM search_key WHERE client = :client

-- write_down --
-- A search that was made for a request.
INSERT INTO request_search (request, on_date, sought, found, shown, recorded_at, recorded_by)
VALUES (:request, :on_date, :sought, :found, :shown, :at, :by)

-- of_request --
-- The searches that were made for a request, oldest first.
SELECT on_date, sought, found, shown, recorded_by FROM request_search WHERE request = :request ORDER BY id
