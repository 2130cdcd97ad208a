-- add --
-- One change that a request asks for.
INSERT INTO correction (uuid, client, request, entry, is_document, field, why, grondslag, sealed_value, recorded_at,
    recorded_by, noun, row_on)
VALUES (:uuid, :client, :request, :entry, :is_document, :field, :why, :grondslag, :sealed, :at, :by, :noun, :row_on)

-- of_request --
-- The changes that one request asks for, numbered in the order of recording.
SELECT row_number() OVER (ORDER BY correction.id) AS number, correction.uuid, request.number AS request_number,
    request.kind AS request_kind, correction.entry,
    correction.field, correction.why, correction.grondslag, correction.sealed_value, correction.granted,
    correction.recorded_at, correction.recorded_by, correction.applied_at, correction.told_on, correction.lifted_at,
    correction.sealed_lifted, correction.is_document, correction.noun, correction.row_on
FROM correction JOIN request ON request.id = correction.request
WHERE correction.request = :request ORDER BY correction.id

-- of_client --
-- The changes that all requests of one client ask for, in the order of recording.
SELECT row_number() OVER (PARTITION BY correction.request ORDER BY correction.id) AS number, correction.uuid,
    request.number AS request_number, request.kind AS request_kind, correction.entry,
    correction.field, correction.why, correction.grondslag, correction.sealed_value, correction.granted,
    correction.recorded_at, correction.recorded_by, correction.applied_at, correction.told_on, correction.lifted_at,
    correction.sealed_lifted, correction.is_document, correction.noun, correction.row_on
FROM correction JOIN request ON request.id = correction.request
WHERE correction.client = :client ORDER BY correction.request, correction.id

-- drop --
-- One change was written down by mistake: nothing was decided on it.
DELETE FROM correction WHERE uuid = :uuid AND granted IS NULL AND applied_at IS NULL

-- typist --
-- The user who recorded one change, and the moment.
SELECT recorded_by, recorded_at FROM correction WHERE uuid = :uuid

-- decide --
-- The decision on one change.
UPDATE correction SET granted = :granted WHERE uuid = :uuid

-- apply --
-- The change is applied: its value is in the dossier, and here no more. Words that were only added need no name in the
-- ledger.
UPDATE correction SET applied_at = :at, applied_by = :by, sealed_value = NULL,
    named_at = iif(noun <> 'gegeven' AND (SELECT kind FROM request WHERE id = request) = 'aanvulling', :at, named_at)
WHERE uuid = :uuid

-- set_entry_aside --
-- A value is taken out: shown nowhere from now on, deleted when the ledger names it.
UPDATE entry SET removed_at = :at, closed_at = coalesce(closed_at, :at), closed_by = coalesce(closed_by, :by)
WHERE client = :client AND uuid = :uuid

-- set_document_aside --
-- A document is taken out: shown nowhere from now on, deleted when the ledger names it.
UPDATE document SET removed_at = :at WHERE uuid = :uuid

-- set_aside_now --
-- Values and documents that were taken out and not deleted yet.
SELECT uuid FROM (
    SELECT uuid, removed_at FROM entry WHERE removed_at IS NOT NULL
    UNION ALL SELECT uuid, removed_at FROM document WHERE removed_at IS NOT NULL
) ORDER BY removed_at, uuid

-- is_set_aside --
-- Whether a value or a document was taken out and not deleted yet.
SELECT 1 FROM entry WHERE uuid = :uuid AND removed_at IS NOT NULL
UNION ALL SELECT 1 FROM document WHERE uuid = :uuid AND removed_at IS NOT NULL

-- unnamed --
-- Rows that are no entries, changed under art. 12, that the ledger does not name yet, oldest change first.
SELECT correction.entry, correction.noun, request.kind AS request_kind
FROM correction JOIN request ON request.id = correction.request
WHERE correction.noun <> 'gegeven' AND correction.applied_at IS NOT NULL AND correction.named_at IS NULL
ORDER BY correction.id

-- set_named --
-- The ledger names the row.
UPDATE correction SET named_at = :at
WHERE entry = :entry AND noun <> 'gegeven' AND applied_at IS NOT NULL AND named_at IS NULL

-- asked --
-- Whether an open request asks to change a row.
SELECT 1 FROM correction JOIN request ON request.id = correction.request
WHERE correction.entry = :entry AND correction.granted IS NOT 0 AND correction.applied_at IS NULL
    AND request.withdrawn_on IS NULL

-- restricted --
-- Values and documents of a client that are restricted (AVG 18).
SELECT uuid FROM entry WHERE client = :client AND beperkt = 1
UNION ALL SELECT uuid FROM document WHERE client = :client AND beperkt = 1

-- lift --
-- A restriction ends, of which the client was notified before.
UPDATE correction SET told_on = :told_on, lifted_at = :at, lifted_by = :by, sealed_lifted = :sealed WHERE uuid = :uuid

-- add_recipient --
-- The recipient of a disclosure is to be notified of a change at a request, or of a mistake of the office.
INSERT INTO correction_told (client, request, mistake, disclosure, letter, fields, since_on)
VALUES (:client, :request, (SELECT id FROM mistake WHERE uuid = :mistake), :disclosure, :letter, :fields, :since_on)

-- (recipients) --
-- Recipients who are notified of a change (AVG 19).
SELECT request.number AS request_number, mistake.uuid AS mistake_uuid, disclosure.uuid AS disclosure_uuid,
    party.name AS party_name, correction_told.fields, disclosure.on_date, letter.number AS letter_number,
    correction_told.since_on, correction_told.told_on,
    CASE WHEN letter.sent_on IS NULL THEN letter.voided_on END AS impossible_on
FROM correction_told JOIN disclosure ON disclosure.id = correction_told.disclosure
    JOIN party ON party.id = disclosure.party
    JOIN letter ON letter.id = correction_told.letter
    LEFT JOIN request ON request.id = correction_told.request
    LEFT JOIN mistake ON mistake.id = correction_told.mistake

-- recipients_of_request: recipients --
-- The recipients for the changes of one request, in the order of the disclosures.
WHERE correction_told.request = :request ORDER BY correction_told.disclosure

-- recipients_of_client: recipients --
-- The recipients for all changes of one client.
WHERE correction_told.client = :client ORDER BY correction_told.id

-- recipient_by_letter: recipients --
-- The recipient of one letter.
WHERE correction_told.letter = :letter

-- mark_notified --
-- The letter was sent.
UPDATE correction_told SET told_on = :on
WHERE letter = (SELECT id FROM letter WHERE number = :letter) AND told_on IS NULL

-- waiting --
-- Letters to earlier recipients that did not go out, by request or, of mistakes, by dossier: all, or of one caseload.
SELECT min(correction_told.since_on) AS since_on, count(*) AS letters,
    coalesce(request.number, client.number) AS subject
FROM correction_told JOIN client ON client.id = correction_told.client
    JOIN letter ON letter.id = correction_told.letter
    LEFT JOIN request ON request.id = correction_told.request
WHERE correction_told.told_on IS NULL AND letter.voided_on IS NULL AND request.withdrawn_on IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
GROUP BY subject ORDER BY 1
