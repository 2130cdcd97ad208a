-- next_number --
-- The next number of a year: given out once, whatever becomes of the client.
INSERT INTO number_given (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A client.
INSERT INTO client (uuid, number, registered_on, coach, recorded_at, recorded_by, counted_on)
VALUES (:uuid, :number, :registered_on, :coach, :at, :by, :counted_on)

-- by_number --
-- A client by dossier number; one that leads to another gives that one.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM client AS typed LEFT JOIN link ON link.client = typed.id
    JOIN client ON client.id = coalesce(link.into_client, typed.id)
WHERE typed.number = :number

-- by_normal --
-- Clients by an index column: BSN digits and the like.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM entry JOIN client ON client.id = entry.client
WHERE entry.field = :field AND entry.normal = :normal AND entry.closed_at IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY client.id LIMIT :most + 0 OFFSET :skip

-- by_name --
-- Clients whose name begins with a key, each by the first of its keys that does.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM name_key JOIN client ON client.id = name_key.client
WHERE name_key.key >= :key AND name_key.key < :key || char(1114111)
    AND NOT (name_key.way > 0 AND EXISTS (
        SELECT 1 FROM name_key AS other
        WHERE other.client = name_key.client AND other.way < name_key.way
            AND other.key >= :key AND other.key < :key || char(1114111)))
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY name_key.key, name_key.client LIMIT :most + 0 OFFSET :skip

-- by_birth --
-- Clients by the index form of their date of birth, each with the first key of the name.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach, name_key.key AS name_key
FROM entry JOIN client ON client.id = entry.client
    JOIN name_key ON name_key.client = client.id AND name_key.way = 0
WHERE entry.field = 'geboortedatum' AND entry.normal = :normal AND entry.closed_at IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY client.id LIMIT :most + 0 OFFSET :skip

-- shared_births --
-- The dates of birth that more clients than one have, without the mark of who has no burgerservicenummer.
SELECT rtrim(normal, '-') AS born FROM entry
WHERE field = 'geboortedatum' AND normal IS NOT NULL AND closed_at IS NULL
GROUP BY born HAVING count(*) > 1

-- by_word --
-- Clients of whom a word of the name, or a key of it, lies between two ends.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach FROM client
WHERE id IN (
        SELECT client FROM name_word WHERE word >= :low AND word < :high
        UNION
        SELECT client FROM name_key WHERE key >= :low AND key < :high)
    AND (:coach IS NULL OR coach = :coach)
ORDER BY id LIMIT :most OFFSET :skip

-- ranges_with_words --
-- The places in a list of ranges, each from a word up to another, of those in which a word or a key of a name lies.
SELECT span.key AS place FROM json_each(:ranges) AS span
WHERE EXISTS (SELECT 1 FROM name_word WHERE word >= span.value ->> 0 AND word < span.value ->> 1)
    OR EXISTS (SELECT 1 FROM name_key WHERE key >= span.value ->> 0 AND key < span.value ->> 1)
ORDER BY span.key

-- page --
-- Clients in the order in which they came.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE NOT EXISTS (SELECT 1 FROM link WHERE link.client = client.id) ORDER BY id LIMIT :most OFFSET :skip

-- caseload --
-- The clients of one coach, in the order in which they came.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE coach = :coach AND NOT EXISTS (SELECT 1 FROM link WHERE link.client = client.id)
ORDER BY id LIMIT :most OFFSET :skip

-- without_coach --
-- The clients whom no coach keeps, in the order in which they came.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE coach IS NULL AND NOT EXISTS (SELECT 1 FROM link WHERE link.client = client.id) ORDER BY id

-- count --
-- The number of dossiers.
SELECT count(*) - (SELECT count(*) FROM link) AS clients FROM client

-- count_caseload --
-- The number of clients of one coach.
SELECT count(*) AS clients FROM client
WHERE coach = :coach AND NOT EXISTS (SELECT 1 FROM link WHERE link.client = client.id)

-- assign --
-- A client gets another coach.
UPDATE client SET coach = :coach WHERE id = :client

-- drop_words --
-- The words of a name are written anew.
DELETE FROM name_word WHERE client = :client

-- add_word --
-- One word of a name.
INSERT INTO name_word (word, client) VALUES (:word, :client)
ON CONFLICT (word, client) DO NOTHING

-- drop_keys --
-- The name is written anew.
DELETE FROM name_key WHERE client = :client

-- add_key --
-- One way to look a name up.
INSERT INTO name_key (key, client, way) VALUES (?, ?, ?)
ON CONFLICT (key, client) DO NOTHING
