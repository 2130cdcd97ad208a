-- add --
-- A use that a granted objection bars.
INSERT INTO objection (uuid, client, request, purpose, party, party_kind, from_on, recorded_at, recorded_by)
VALUES (:uuid, :client, :request, :purpose, :party, :party_kind, :from_on, :at, :by)

-- of_client --
-- The uses that the objections of one client bar, in the order of recording.
SELECT objection.uuid, request.number AS request_number, request.kind AS request_kind,
    objection.purpose, objection.party_kind AS barred_kind, objection.from_on,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM objection JOIN request ON request.id = objection.request LEFT JOIN party ON party.id = objection.party
WHERE objection.client = :client AND objection.lifted_on IS NULL ORDER BY objection.id

-- lift --
-- A bar ends, of which the client was notified before.
UPDATE objection SET lifted_on = :lifted_on, lifted_by = :by, sealed_lifted = :sealed WHERE uuid = :uuid
