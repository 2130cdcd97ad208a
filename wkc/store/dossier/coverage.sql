-- rows --
-- The consents, mandates and holds of one client, each column that rules read; sealed values are bound by their seals.
SELECT json_array('consent', hex(uuid), party, purpose, categories, how, from_on, mandate, recorded_at, recorded_by,
    withdrawn_on, withdrawn_at, withdrawn_by, until_on) AS content FROM consent WHERE client = :client
UNION ALL
SELECT json_array('mandate', hex(uuid), kind, name, from_on, until_on, seen_on, seen_by, recorded_at, recorded_by,
    categories, withdrawn_on, withdrawn_at, withdrawn_by) FROM mandate WHERE client = :client
UNION ALL
SELECT json_array('mandate address', hex(uuid), address, postcode, place) FROM mandate
WHERE client = :client AND coalesce(address, postcode, place) IS NOT NULL
UNION ALL
SELECT json_array('hold', hex(uuid), ground, citation, categories, from_on, until_on, recorded_at, recorded_by,
    released_on, released_by) FROM hold WHERE client = :client
ORDER BY content

-- clients --
-- The clients who have a consent, a mandate or a hold.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM client WHERE id IN (SELECT client FROM consent UNION SELECT client FROM mandate UNION SELECT client FROM hold)
ORDER BY client.id

-- last --
-- The last line that covers one client's consents, mandates and holds.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature FROM audit
WHERE subject = :subject AND outcome = 'done' AND details ->> '$.covers' IS NOT NULL ORDER BY seq DESC LIMIT 1

-- last_settings --
-- The last line that covers the settings.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature FROM audit
WHERE action IN ('register.init', 'register.upgrade', 'settings.set', 'backup.create') AND outcome = 'done'
    AND details ->> '$.settings' IS NOT NULL ORDER BY seq DESC LIMIT 1

-- is_reduced --
-- Whether all of a client but what a hold kept was destroyed: what is left is a part of what the log covers.
SELECT 1 FROM destroyed WHERE uuid IN (:uuid, (SELECT name FROM ledger_name WHERE own = :uuid)) LIMIT 1
