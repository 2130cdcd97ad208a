-- find --
-- The client and the kind of a row with words.
SELECT candidate.noun, client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM (
    SELECT 'contact' AS noun, client FROM contact WHERE uuid = :uuid
    UNION ALL SELECT 'verstrekking', client FROM disclosure WHERE uuid = :uuid
    UNION ALL SELECT 'brief', client FROM letter WHERE uuid = :uuid
    UNION ALL SELECT 'verzoek', client FROM request WHERE uuid = :uuid
    UNION ALL SELECT 'rapportage', client FROM report WHERE uuid = :uuid
    UNION ALL SELECT 'noodinzage', client FROM break_glass WHERE uuid = :uuid
) AS candidate CROSS JOIN client ON client.id = candidate.client

-- contact --
-- The note of a contact.
SELECT sealed FROM contact WHERE uuid = :uuid

-- disclosure --
-- The note of a disclosure.
SELECT sealed_note AS sealed FROM disclosure WHERE uuid = :uuid

-- request --
-- The words in which something was asked.
SELECT sealed_words AS sealed FROM request WHERE uuid = :uuid

-- report --
-- The words of a draft.
SELECT sealed_words AS sealed FROM report WHERE uuid = :uuid

-- break_glass --
-- The reason of a look outside the caseload.
SELECT sealed_reason AS sealed FROM break_glass WHERE uuid = :uuid

-- put_request --
-- Other words of a request, or none.
UPDATE request SET sealed_words = :sealed WHERE uuid = :uuid

-- put_report --
-- Other words of a draft.
UPDATE report SET sealed_words = :sealed WHERE uuid = :uuid AND final_at IS NULL

-- clear_report --
-- A draft without words, and without what was agreed.
UPDATE report SET sealed_words = NULL, sealed_agreed = NULL WHERE uuid = :uuid

-- put_break_glass --
-- Another reason of a look, or the text for a reason that was removed.
UPDATE break_glass SET sealed_reason = :sealed WHERE uuid = :uuid

-- put_contact --
-- Another note of a contact, or none.
UPDATE contact SET sealed = :sealed WHERE uuid = :uuid

-- put_disclosure --
-- Another note of a disclosure.
UPDATE disclosure SET sealed_note = :sealed WHERE uuid = :uuid

-- clear_disclosure --
-- A disclosure without its note; a reason that must be there gives way to the text for one that was removed.
UPDATE disclosure SET sealed_note = NULL, sealed_reason = iif(sealed_reason IS NULL, NULL, :reason),
    sealed_late = iif(sealed_late IS NULL, NULL, :late), sealed_decision = iif(sealed_decision IS NULL, NULL, :decision)
WHERE uuid = :uuid

-- remove_paper --
-- A letter without its paper, and without why it was voided.
UPDATE letter SET sealed_pdf = NULL, sealed_void = NULL, removed_on = :on_date WHERE uuid = :uuid AND removed_on IS NULL
