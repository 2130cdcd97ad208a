-- by_uuid --
-- The client that a line of the ledger names.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE uuid = :uuid

-- more --
-- Whether a client has rows besides entries, holds and an announcement.
SELECT EXISTS (SELECT 1 FROM assignment WHERE client = :client)
    OR EXISTS (SELECT 1 FROM contact WHERE client = :client)
    OR EXISTS (SELECT 1 FROM appointment WHERE client = :client)
    OR EXISTS (SELECT 1 FROM report WHERE client = :client)
    OR EXISTS (SELECT 1 FROM break_glass WHERE client = :client)
    OR EXISTS (SELECT 1 FROM disclosure_step WHERE client = :client)
    OR EXISTS (SELECT 1 FROM disclosure_entry WHERE client = :client)
    OR EXISTS (SELECT 1 FROM disclosure WHERE client = :client)
    OR EXISTS (SELECT 1 FROM notice WHERE client = :client)
    OR EXISTS (SELECT 1 FROM letter WHERE client = :client)
    OR EXISTS (SELECT 1 FROM request_omission JOIN request ON request.id = request_omission.request
        WHERE request.client = :client)
    OR EXISTS (SELECT 1 FROM relisted WHERE client = :client)
    OR EXISTS (SELECT 1 FROM request_search JOIN request ON request.id = request_search.request
        WHERE request.client = :client)
    OR EXISTS (SELECT 1 FROM review JOIN request ON request.id = review.request WHERE request.client = :client)
    OR EXISTS (SELECT 1 FROM mistake WHERE client = :client)
    OR EXISTS (SELECT 1 FROM breach_person WHERE client = :client)
    OR EXISTS (SELECT 1 FROM correction_told WHERE client = :client)
    OR EXISTS (SELECT 1 FROM correction WHERE client = :client)
    OR EXISTS (SELECT 1 FROM dissent WHERE client = :client)
    OR EXISTS (SELECT 1 FROM request WHERE client = :client)
    OR EXISTS (SELECT 1 FROM release WHERE client = :client)
    OR EXISTS (SELECT 1 FROM consent WHERE client = :client)
    OR EXISTS (SELECT 1 FROM mandate WHERE client = :client)
    OR EXISTS (SELECT 1 FROM form WHERE client = :client)
    OR EXISTS (SELECT 1 FROM objection WHERE client = :client)
    OR EXISTS (SELECT 1 FROM supplied WHERE client = :client) AS more

-- rest_entries --
-- The entries of the fields that no duty keeps, and of the sealed ones those that none keeps.
DELETE FROM entry WHERE client IN (SELECT value FROM json_each(:clients))
    AND iif(sealed IS NULL, field NOT IN (SELECT value FROM json_each(:fields)), hex(uuid) NOT IN (
        SELECT value FROM json_each(:sealed)
    ))
RETURNING client

-- document_chunk --
-- The contents of the documents, but for those of the fields that a duty keeps.
DELETE FROM document_chunk WHERE document IN (
    SELECT id FROM document
    WHERE client IN (SELECT value FROM json_each(:clients))
        AND coalesce(field, '') NOT IN (SELECT value FROM json_each(:fields)))
RETURNING (SELECT client FROM document WHERE document.id = document_chunk.document) AS client

-- papers_left --
-- The places of those that are on paper: they are still to be destroyed by hand.
INSERT INTO paper_left (client, uuid, sealed_place, since_on)
SELECT coalesce((SELECT origin.uuid FROM linked_row JOIN client AS origin ON origin.id = linked_row.client
        WHERE linked_row.row = document.uuid), client.uuid), document.uuid, document.sealed_place, :on_date
FROM document JOIN client ON client.id = document.client
WHERE document.client IN (SELECT value FROM json_each(:clients)) AND document.sealed_place IS NOT NULL
    AND coalesce(document.field, '') NOT IN (SELECT value FROM json_each(:fields))

-- document --
-- The documents, but for those of the fields that a duty keeps.
DELETE FROM document WHERE client IN (SELECT value FROM json_each(:clients))
    AND coalesce(field, '') NOT IN (SELECT value FROM json_each(:fields))
RETURNING client

-- form --
-- The forms that were printed to be signed.
DELETE FROM form WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- dossiers_gone --
-- The instants at which dossiers were made, and the day on which they go.
INSERT INTO dossier_gone (person, made_at, gone_on)
SELECT uuid, recorded_at, :on_date FROM client WHERE id IN (SELECT value FROM json_each(:clients))
ON CONFLICT (person) DO UPDATE SET gone_on = excluded.gone_on

-- requests_remain --
-- The facts that remain of the requests, for the figures of the year.
INSERT INTO remains (noun, kind, on_date, decided_on, told_on, outcome, asked_on, identified_on, extended_on, refusal)
SELECT 'verzoek', kind, received_on, decided_on, told_on, coalesce(decision, state), asked_on, identified_on,
    extended_on, refusal
FROM request WHERE client IN (SELECT value FROM json_each(:clients))
    AND requester <> 'beheerder' AND voided_by IS NULL AND joined IS NULL

-- disclosures_remain --
-- The facts that remain of the disclosures, for the figures of the year.
INSERT INTO remains (noun, kind, recipient, on_date, decided_on, outcome, exceptional)
SELECT 'verstrekking', disclosure.ground, party.kind, disclosure.on_date, substr(disclosure.decided_at, 1, 10),
    CASE WHEN disclosure.outcome <> 'beheerder_beslist' OR disclosure.allowed IS NULL THEN disclosure.outcome
        WHEN disclosure.allowed = 1 THEN 'toegestaan' ELSE 'geweigerd' END,
    disclosure.outcome = 'beheerder_beslist'
FROM disclosure JOIN party ON party.id = disclosure.party
WHERE disclosure.client IN (SELECT value FROM json_each(:clients))

-- request_search --
-- The searches made for requests.
DELETE FROM request_search
WHERE request IN (SELECT id FROM request WHERE client IN (SELECT value FROM json_each(:clients)))
RETURNING (SELECT client FROM request WHERE request.id = request_search.request) AS client

-- search_key --
-- The search keys of a client.
DELETE FROM search_key WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- death --
-- The death of a client.
DELETE FROM death WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- relisted --
-- The return of a client on a list after an erasure.
DELETE FROM relisted WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- correction_told --
-- The recipients who were notified of a correction.
DELETE FROM correction_told WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- breaches_remain --
-- The people whom a breach reached are counted in it still.
INSERT INTO breach_gone (breach, person)
SELECT breach_person.breach, client.uuid FROM breach_person JOIN client ON client.id = breach_person.client
WHERE breach_person.client IN (SELECT value FROM json_each(:clients))
ON CONFLICT (breach, person) DO NOTHING

-- breach_person --
-- The breaches that reached a client.
DELETE FROM breach_person WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- mistake --
-- The mistakes of the office.
DELETE FROM mistake WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- review --
-- The marks of words about others in copies.
DELETE FROM review WHERE request IN (SELECT id FROM request WHERE client IN (SELECT value FROM json_each(:clients)))
RETURNING (SELECT client FROM request WHERE request.id = review.request) AS client

-- correction --
-- The corrections that were asked for.
DELETE FROM correction WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- dissent --
-- The statements of the client about entries that were not changed.
DELETE FROM dissent WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- report --
-- Reports to opdrachtgevers, with the words of drafts.
DELETE FROM report WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- disclosure_step --
-- The steps by which disclosures were judged.
DELETE FROM disclosure_step WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- disclosure_entry --
-- The entries that disclosures asked for.
DELETE FROM disclosure_entry WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- disclosure --
-- The disclosures, refused ones too, with the reasons.
DELETE FROM disclosure WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- notice --
-- The notice of the client.
DELETE FROM notice WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- letter --
-- The letters to the client, and those about the client's requests.
DELETE FROM letter WHERE client IN (SELECT value FROM json_each(:clients))
    OR request IN (SELECT id FROM request WHERE client IN (SELECT value FROM json_each(:clients)))
RETURNING coalesce(client, (SELECT client FROM request WHERE request.id = letter.request)) AS client

-- request_omission --
-- The omissions of partial copies.
DELETE FROM request_omission
WHERE request IN (SELECT id FROM request WHERE client IN (SELECT value FROM json_each(:clients)))
RETURNING (SELECT client FROM request WHERE request.id = request_omission.request) AS client

-- objection --
-- The uses that granted objections bar.
DELETE FROM objection WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- supplied --
-- The values of lists that were put aside.
DELETE FROM supplied WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- request --
-- The requests, with their reasons.
DELETE FROM request WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- release --
-- The releases of secrecy: on values that are kept the duty applies again.
DELETE FROM release WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- consent --
-- The consents of the client.
DELETE FROM consent WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- mandate --
-- The mandates of the client.
DELETE FROM mandate WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- break_glass --
-- The reasons of looks.
DELETE FROM break_glass WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- appointment --
-- The appointments.
DELETE FROM appointment WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- contact --
-- The contacts with their notes.
DELETE FROM contact WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- assignment --
-- The assignments.
DELETE FROM assignment WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- entry --
-- Every value, current and closed.
DELETE FROM entry WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- entry_gone --
-- The places of values that were removed.
DELETE FROM entry_gone WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- hold --
-- The holds, with their notes.
DELETE FROM hold WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- announcement --
-- The announcement.
DELETE FROM announcement WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- linked_end --
-- The values that a link ended.
DELETE FROM linked_end WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- two_people --
-- The pairs that were marked as two people.
DELETE FROM two_people
WHERE client IN (SELECT value FROM json_each(:clients)) OR other IN (SELECT value FROM json_each(:clients))
RETURNING iif(client IN (SELECT value FROM json_each(:clients)), client, other) AS client

-- linked_row --
-- The rows that came over with a link.
DELETE FROM linked_row WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- link --
-- The dossier that this number led to, and the numbers that led here.
DELETE FROM link
WHERE client IN (SELECT value FROM json_each(:clients)) OR into_client IN (SELECT value FROM json_each(:clients))
RETURNING iif(into_client IN (SELECT value FROM json_each(:clients)), into_client, client) AS client

-- name_word --
-- The words of the name.
DELETE FROM name_word WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- name_key --
-- The keys of the name.
DELETE FROM name_key WHERE client IN (SELECT value FROM json_each(:clients)) RETURNING client

-- client --
-- The client itself: number and uuid.
DELETE FROM client WHERE id IN (SELECT value FROM json_each(:clients)) RETURNING id AS client

-- write_down --
-- The line that remains of a destruction.
INSERT INTO destroyed (uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts, rules, at, by)
VALUES (:uuid, :run, :kept, :reason, :last_on, :since_on, :announced_on, :on_date, :counts, :rules, :at, :by)

-- of_run --
-- The destructions of one run.
SELECT uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts, rules, at, by
FROM destroyed WHERE run = :run ORDER BY id

-- last_run --
-- The last run that destroyed anything.
SELECT run FROM destroyed ORDER BY id DESC LIMIT 1
