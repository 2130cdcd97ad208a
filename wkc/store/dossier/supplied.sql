-- add --
-- A value of a list that does not replace what is on file.
INSERT INTO supplied (id, uuid, client, field, sealed_value, grondslag, party, obtained_on, reason, recorded_at,
    recorded_by)
VALUES (:number, :uuid, :client, :field, :sealed, :grondslag, :party, :obtained_on, :reason, :at, :by)

-- of_client --
-- The values put aside of one client, in the order of writing down.
SELECT supplied.id AS number, supplied.uuid, supplied.field, supplied.sealed_value, supplied.grondslag,
    supplied.obtained_on, supplied.reason, supplied.recorded_at, supplied.recorded_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM supplied JOIN party ON party.id = supplied.party
WHERE supplied.client = :client ORDER BY supplied.id

-- waiting --
-- The number of values that were put aside, by client and since when: of everybody, or of one caseload.
SELECT client.number AS client_number, count(*) AS waiting, min(supplied.recorded_at) AS since
FROM supplied JOIN client ON client.id = supplied.client
WHERE :coach IS NULL OR client.coach = :coach
GROUP BY supplied.client ORDER BY since, client_number

-- remove --
-- A value that was decided on: it is in the dossier now, or it is dropped.
DELETE FROM supplied WHERE uuid = :uuid
