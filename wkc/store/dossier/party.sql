-- add --
-- A party on file.
INSERT INTO party (uuid, name, name_key, kind, body, recorded_at, recorded_by)
VALUES (:uuid, :name, :name_key, :kind, :body, :at, :by)

-- set_body --
-- The body of annex III or art. 8.3 that a party is.
UPDATE party SET body = :body WHERE id = :id

-- all --
-- Every party, by name; an office has tens of them.
SELECT id AS party_id, uuid AS party_uuid, name AS party_name, kind AS party_kind, recorded_at AS party_recorded_at,
    recorded_by AS party_recorded_by, body AS party_body
FROM party ORDER BY name_key

-- by_prefix --
-- Parties whose name begins so, without accents and case; the exact name comes first.
SELECT id AS party_id, uuid AS party_uuid, name AS party_name, kind AS party_kind, recorded_at AS party_recorded_at,
    recorded_by AS party_recorded_by, body AS party_body
FROM party
WHERE name_key >= :key AND name_key < :key || char(1114111)
ORDER BY name_key LIMIT :most

-- count_clients --
-- The number of clients that a party supplied.
SELECT count(DISTINCT client) AS clients FROM assignment WHERE party = :id
