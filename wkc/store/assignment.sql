-- add --
-- An assignment (art. 3).
INSERT INTO assignment (uuid, client, party, reference, from_on, recorded_at, recorded_by)
VALUES (:uuid, :client, :party, :reference, :from_on, :at, :by)

-- of_client --
-- The assignments of one client, oldest first.
SELECT assignment.uuid, assignment.reference, assignment.from_on, assignment.until_on,
    assignment.recorded_at, assignment.recorded_by,
    party.id, party.uuid, party.name, party.kind, party.recorded_at, party.recorded_by
FROM assignment JOIN party ON party.id = assignment.party
WHERE assignment.client = :client
ORDER BY assignment.from_on, assignment.id

-- end --
-- The last day of an assignment.
UPDATE assignment SET until_on = :until_on WHERE uuid = :uuid

-- same --
-- Whether this client has this assignment already.
SELECT 1 FROM assignment WHERE client = :client AND party = :party AND reference = :reference LIMIT 1
