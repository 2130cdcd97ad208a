-- next_number --
-- The next number of a year: given out once, whatever becomes of the form.
INSERT INTO form_given (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A form that is printed to be signed.
INSERT INTO form (uuid, number, kind, version, client, user_id, sealed_content, recorded_at, recorded_by)
VALUES (:uuid, :number, :kind, :version, :client, :user_id, :sealed, :at, :by)

-- page --
-- The forms that were printed, newest first: of everybody, or of one caseload.
SELECT form.id FROM form LEFT JOIN client ON client.id = form.client
WHERE :coach IS NULL OR client.coach = :coach
ORDER BY form.id DESC LIMIT :most OFFSET :skip

-- open --
-- The forms that wait for a signature, or for the paper of it: of one client or of all, in one caseload or in every.
SELECT form.id FROM form LEFT JOIN client ON client.id = form.client
WHERE (:client IS NULL OR form.client = :client) AND (:coach IS NULL OR client.coach = :coach)
    AND form.kind <> 'intake' AND (form.signed_on IS NULL OR form.client IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM document WHERE document.form = form.id AND document.removed_at IS NULL
    ))
ORDER BY form.id DESC LIMIT :most

-- of_client --
-- The forms of one client.
SELECT id FROM form WHERE client = :client

-- numbered --
-- The form with a number.
SELECT id FROM form WHERE number = :number

-- those --
-- Forms by their ids, newest first.
SELECT form.id, form.uuid, form.number, form.kind, form.version, client.number AS client_number,
    client.uuid AS client_uuid, form.user_id, form.sealed_content, form.recorded_at, form.recorded_by, form.signed_on,
    form.made
FROM form LEFT JOIN client ON client.id = form.client
WHERE form.id IN (SELECT value FROM json_each(:ids)) ORDER BY form.id DESC

-- sign --
-- A form was signed, with the consent or mandate that it made.
UPDATE form SET signed_on = :on_date, signed_by = :by, made = :made WHERE id = :id AND signed_on IS NULL

-- signatures --
-- The signed forms of one client that made something, and which document is their paper.
SELECT form.made, form.number, (
    SELECT min(document.number) FROM document WHERE document.form = form.id AND document.removed_at IS NULL
) AS document
FROM form WHERE form.client = :client AND form.made IS NOT NULL

-- paper_of --
-- The document that is the signed paper of a form.
SELECT number FROM document WHERE form = :id AND removed_at IS NULL ORDER BY id LIMIT 1

-- unkept --
-- Consents and mandates that were signed on a form whose paper is not on file, by client: of all, or of one caseload.
SELECT client.number AS client_number, min(form.signed_on) AS since_on, count(*) AS forms
FROM form JOIN client ON client.id = form.client
    LEFT JOIN consent ON consent.uuid = form.made LEFT JOIN mandate ON mandate.uuid = form.made
WHERE form.made IS NOT NULL AND coalesce(consent.withdrawn_on, mandate.withdrawn_on) IS NULL
    AND coalesce(consent.id, mandate.id) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM document WHERE document.form = form.id)
    AND (:coach IS NULL OR client.coach = :coach)
GROUP BY client.id ORDER BY since_on, client.number
