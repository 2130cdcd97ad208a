-- add --
-- An assignment (art. 3).
INSERT INTO assignment (uuid, client, party, reference, from_on, recorded_at, recorded_by)
VALUES (:uuid, :client, :party, :reference, :from_on, :at, :by)

-- of_client --
-- The assignments of one client, oldest first.
SELECT assignment.uuid, assignment.reference, assignment.from_on, assignment.until_on,
    assignment.recorded_at, assignment.recorded_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM assignment JOIN party ON party.id = assignment.party
WHERE assignment.client = :client
ORDER BY assignment.from_on, assignment.id

-- end --
-- The last day of an assignment.
UPDATE assignment SET until_on = :until_on, short_term = coalesce(:short_term, short_term) WHERE uuid = :uuid

-- same --
-- Whether this client has this assignment already.
SELECT 1 FROM assignment INDEXED BY assignment_client
WHERE client = :client AND party = :party AND reference = :reference LIMIT 1

-- named --
-- Clients with this name, in the first of its ways, who have this assignment.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM name_key JOIN client ON client.id = name_key.client
WHERE name_key.key = :key AND name_key.way = 0 AND EXISTS (
    SELECT 1 FROM assignment INDEXED BY assignment_client
    WHERE client = name_key.client AND party = :party AND reference = :reference)
ORDER BY name_key.client

-- ending --
-- Assignments whose last day is between two days: of one coach's caseload, or of everybody.
SELECT assignment.until_on, client.number AS client_number
FROM assignment JOIN client ON client.id = assignment.client
WHERE assignment.until_on BETWEEN :first AND :last AND (:coach IS NULL OR client.coach = :coach)
ORDER BY assignment.until_on, client.number

-- counted --
-- The clients of one coach whose five years are counted from before a day, with the periods of their assignments.
SELECT client.number AS client_number, client.counted_on, assignment.from_on, assignment.until_on
FROM client JOIN assignment ON assignment.client = client.id
WHERE client.coach = :coach AND client.counted_on <= :day
ORDER BY client.number
