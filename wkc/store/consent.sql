-- add --
-- A consent: one recipient or the office itself, one purpose, categories as numbers with commas between them.
INSERT INTO consent (uuid, client, party, purpose, categories, how, from_on, until_on, mandate, recorded_at, recorded_by)
VALUES (:uuid, :client, :party, :purpose, :categories, :how, :from_on, :until_on, :mandate, :at, :by)

-- of_client --
-- The consents of one client in the order of writing down, which numbers them for good; withdrawn ones too.
SELECT row_number() OVER (ORDER BY consent.id) AS number, consent.uuid, consent.purpose, consent.categories,
    consent.how, consent.from_on, consent.until_on, consent.mandate, consent.recorded_at, consent.recorded_by,
    consent.withdrawn_on, consent.withdrawn_at, consent.withdrawn_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM consent LEFT JOIN party ON party.id = consent.party
WHERE consent.client = :client ORDER BY consent.id

-- withdraw --
-- A consent counts no longer from a day on.
UPDATE consent SET withdrawn_on = :on, withdrawn_at = :at, withdrawn_by = :by
WHERE client = :client AND uuid = :uuid AND withdrawn_at IS NULL
