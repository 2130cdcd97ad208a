-- add --
-- A row that is taken back.
INSERT INTO mistake (uuid, client, noun, removed, reason, sealed_words, moved, recorded_at, recorded_by)
VALUES (:uuid, :client, :noun, :removed, :reason, :sealed_words, :moved, :at, :by)

-- of_client --
-- The rows that were taken back of one client, oldest first.
SELECT uuid, noun, reason, sealed_words, moved, recorded_at, recorded_by, removed_at
FROM mistake WHERE client = :client ORDER BY id

-- reopen_appointment --
-- The appointment that a contact came from is open again.
UPDATE appointment SET outcome = NULL, contact = NULL, ended_at = NULL, ended_by = NULL
WHERE contact = (SELECT id FROM contact WHERE uuid = :uuid)

-- remove_contact --
-- A contact with its note.
DELETE FROM contact WHERE uuid = :uuid

-- remove_consent --
-- A consent.
DELETE FROM consent WHERE uuid = :uuid

-- remove_mandate --
-- A mandate with its document.
DELETE FROM mandate WHERE uuid = :uuid

-- remove_hold --
-- A hold with its note.
DELETE FROM hold WHERE uuid = :uuid

-- remove_steps --
-- The steps by which a disclosure was judged.
DELETE FROM disclosure_step WHERE disclosure = (SELECT id FROM disclosure WHERE uuid = :uuid)

-- remove_items --
-- The entries of a disclosure.
DELETE FROM disclosure_entry WHERE disclosure = (SELECT id FROM disclosure WHERE uuid = :uuid)

-- remove_disclosure --
-- A disclosure with its reasons.
DELETE FROM disclosure WHERE uuid = :uuid

-- remove_appointment --
-- An appointment.
DELETE FROM appointment WHERE uuid = :uuid

-- remove_dissent --
-- The statement of the client about a document.
DELETE FROM dissent WHERE entry = :uuid

-- remove_chunks --
-- The content of a document.
DELETE FROM document_chunk WHERE document = (SELECT id FROM document WHERE uuid = :uuid)

-- remove_document --
-- A document.
DELETE FROM document WHERE uuid = :uuid

-- find_noun --
-- The kind of a row and its client. A value that is not taken out is looked for last, for no index has it: the ledger
-- names one where an older register came back.
SELECT candidate.noun, client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM (
    SELECT 'gegeven' AS noun, client FROM entry WHERE uuid = :uuid AND removed_at IS NOT NULL
    UNION ALL SELECT 'contact', client FROM contact WHERE uuid = :uuid
    UNION ALL SELECT 'toestemming', client FROM consent WHERE uuid = :uuid
    UNION ALL SELECT 'machtiging', client FROM mandate WHERE uuid = :uuid
    UNION ALL SELECT 'opschorting', client FROM hold WHERE uuid = :uuid
    UNION ALL SELECT 'verstrekking', client FROM disclosure WHERE uuid = :uuid
    UNION ALL SELECT 'afspraak', client FROM appointment WHERE uuid = :uuid
    UNION ALL SELECT 'document', client FROM document WHERE uuid = :uuid
    UNION ALL SELECT 'gegeven', client FROM entry WHERE uuid = :uuid
) AS candidate CROSS JOIN client ON client.id = candidate.client

-- reopen --
-- A value that another had closed is current again.
UPDATE entry SET closed_at = NULL, closed_by = NULL WHERE client = :client AND uuid = :uuid

-- has_dependents --
-- Whether other rows depend on a mandate, a disclosure or an appointment.
SELECT EXISTS (SELECT 1 FROM mandate JOIN consent ON consent.mandate = mandate.id WHERE mandate.uuid = :uuid)
    OR EXISTS (SELECT 1 FROM mandate JOIN release ON release.mandate = mandate.id WHERE mandate.uuid = :uuid)
    OR EXISTS (SELECT 1 FROM mandate JOIN request ON request.mandate = mandate.id WHERE mandate.uuid = :uuid)
    OR EXISTS (SELECT 1 FROM disclosure JOIN report ON report.disclosure = disclosure.id WHERE disclosure.uuid = :uuid)
    OR EXISTS (SELECT 1 FROM disclosure JOIN correction_told ON correction_told.disclosure = disclosure.id
        WHERE disclosure.uuid = :uuid)
    OR EXISTS (SELECT 1 FROM appointment WHERE uuid = :uuid AND contact IS NOT NULL) AS depend

-- waiting --
-- Rows that were taken back and that the ledger does not name yet, oldest first.
SELECT removed FROM mistake WHERE removed_at IS NULL ORDER BY id

-- any_waiting --
-- Whether anything waits to be named by the ledger.
SELECT EXISTS (SELECT 1 FROM mistake WHERE removed_at IS NULL) AS waits

-- set_named --
-- The ledger names the row.
UPDATE mistake SET removed_at = :at WHERE removed = :uuid AND removed_at IS NULL
