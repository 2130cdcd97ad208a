-- add --
-- A consent: one recipient or the office itself, one purpose, categories as numbers with commas between them.
INSERT INTO consent (id, uuid, client, party, purpose, categories, how, from_on, until_on, mandate, recorded_at,
    recorded_by)
VALUES (:number, :uuid, :client, :party, :purpose, :categories, :how, :from_on, :until_on, :mandate, :at, :by)

-- of_client --
-- The consents of one client in the order of writing down, withdrawn ones too.
SELECT consent.id AS number, consent.uuid, consent.purpose, consent.categories,
    consent.how, consent.from_on, consent.until_on, consent.mandate, consent.recorded_at, consent.recorded_by,
    consent.withdrawn_on, consent.withdrawn_at, consent.withdrawn_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM consent LEFT JOIN party ON party.id = consent.party
WHERE consent.client = :client ORDER BY consent.id

-- ending --
-- Consents that end between two days, of everybody or of one caseload, soonest first.
SELECT client.number AS client_number, consent.until_on
FROM consent JOIN client ON client.id = consent.client
WHERE consent.until_on BETWEEN :first AND :last AND consent.withdrawn_on IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
    AND NOT EXISTS (SELECT 1 FROM death WHERE death.client = client.id)
ORDER BY consent.until_on, consent.id

-- by_mandate --
-- The clients for whom a representative gave a consent that was not withdrawn, of everybody or of one caseload.
SELECT DISTINCT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM consent JOIN client ON client.id = consent.client
WHERE consent.mandate IS NOT NULL AND consent.withdrawn_on IS NULL AND (:coach IS NULL OR client.coach = :coach)
    AND NOT EXISTS (SELECT 1 FROM death WHERE death.client = client.id)
ORDER BY client.id

-- ended_to_hold --
-- The clients whose consent to keep data was withdrawn or has ended before a day.
SELECT DISTINCT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM consent JOIN client ON client.id = consent.client
WHERE consent.party IS NULL AND (consent.withdrawn_on <= :today OR consent.until_on < :today)
ORDER BY client.id

-- withdraw --
-- A consent counts no longer from a day on.
UPDATE consent SET withdrawn_on = :on, withdrawn_at = :at, withdrawn_by = :by
WHERE client = :client AND uuid = :uuid AND withdrawn_at IS NULL
