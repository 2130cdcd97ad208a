-- next_number --
-- The next number of a year: given out once, whatever becomes of the request.
INSERT INTO request_number (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A request as it comes in.
INSERT INTO request (uuid, number, client, kind, received_on, opgetekend, requester, mandate, shown_on,
    sealed_name, sealed_words, recorded_at, recorded_by, asker)
VALUES (:uuid, :number, :client, :kind, :received_on, :oral, :requester, :mandate, :shown_on,
    :sealed_name, :sealed_words, :at, :by, :asker)

-- (rows) --
-- Requests, each with the client it is about, if that is on file.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach, request.id, request.uuid, request.number, request.client, request.kind, request.received_on,
    request.opgetekend, request.requester, request.mandate, request.shown_on, request.sealed_name,
    request.sealed_words, request.asked_on, request.reminded_on, request.identified_on, request.identified_by,
    request.method, request.document, request.last_characters, request.extended_on, request.extension,
    request.sealed_extension, request.decided_on, request.decided_by, request.decision, request.refusal,
    request.sealed_reasons, request.told_on, request.answer_on, request.done_on, request.withdrawn_on,
    request.recorded_at, request.recorded_by, request.state, request.voided_by, request.asker
FROM request LEFT JOIN client ON client.id = request.client

-- by_number: rows --
-- A request by its number, with the client it is about.
WHERE request.number = :number

-- of_client: rows --
-- The requests of one client, oldest first.
WHERE request.client = :client
ORDER BY request.received_on, request.id

-- open: rows --
-- Requests that wait for an answer or for what follows from it, the oldest first: all, or of one caseload.
WHERE request.ended = 0 AND request.received_on <= :today AND (:coach IS NULL OR client.coach = :coach)
ORDER BY request.received_on, request.id LIMIT :most OFFSET :skip

-- page: rows --
-- All requests, the last that came in first: all, or of one caseload.
WHERE :coach IS NULL OR client.coach = :coach
ORDER BY request.id DESC LIMIT :most OFFSET :skip

-- ask --
-- Proof of identity is asked for.
UPDATE request SET asked_on = :on_date WHERE id = :id

-- remind --
-- Proof of identity is asked for again.
UPDATE request SET reminded_on = :on_date WHERE id = :id

-- identify --
-- The identity of the requester is verified, and for whom the request is made.
UPDATE request SET identified_on = :on_date, identified_by = :by, method = :method, document = :document,
    last_characters = :last, mandate = :mandate, shown_on = :shown_on,
    requester = :requester
WHERE id = :id

-- extend --
-- The notice of extension went out.
UPDATE request SET extended_on = :on_date, extension = :code, sealed_extension = :sealed WHERE id = :id

-- decide --
-- A decision; one in the place of another is not sent yet.
UPDATE request SET decided_on = :on_date, decided_by = :by, decision = :decision, refusal = :refusal,
    sealed_reasons = :sealed, told_on = NULL, answer_on = NULL
WHERE id = :id

-- omit --
-- A category or an entry that a partial copy omits.
INSERT INTO request_omission (request, category, entry) VALUES (:request, :category, :entry)

-- omissions --
-- A category or an entry that a partial copy omits.
SELECT category, entry FROM request_omission WHERE request = :request ORDER BY category, id

-- put_sent --
-- The answer was sent.
UPDATE request SET told_on = :on_date WHERE id = :id

-- put_received --
-- The answer was received.
UPDATE request SET answer_on = :on_date WHERE id = :id

-- carry_out --
-- The granted request is carried out.
UPDATE request SET done_on = :on_date WHERE id = :id

-- withdraw --
-- The requester withdrew the request.
UPDATE request SET withdrawn_on = :on_date WHERE id = :id

-- void --
-- The request was a mistake of the office: its name and words go.
UPDATE request SET withdrawn_on = :on_date, voided_by = :by, sealed_void = :sealed, sealed_name = NULL,
    sealed_words = NULL, asker = NULL
WHERE id = :id

-- link --
-- The requester turns out to be on file: the request goes into the dossier, whose name is the requester's.
UPDATE request SET client = :client, sealed_name = NULL, sealed_words = :words, sealed_extension = :extension
WHERE id = :id

-- join --
-- An earlier request for the same is still open: its answer is the answer to this one.
UPDATE request SET withdrawn_on = :on_date, joined = :earlier WHERE id = :id

-- joined --
-- The requests that joined this one, oldest first.
SELECT number, received_on FROM request WHERE joined = :id ORDER BY id

-- joins --
-- The request that this one joined.
SELECT earlier.number FROM request JOIN request AS earlier ON earlier.id = request.joined WHERE request.id = :id

-- kept_back: rows --
-- Removals that were granted at least in part, or refused for a duty, and answered; a duty keeps or kept something, and
-- they are not wholly carried out.
WHERE request.id IN (
        SELECT correction.request FROM correction JOIN hold ON hold.client = correction.client
        WHERE correction.applied_at IS NULL AND correction.entry IS NOT NULL)
    AND request.kind = 'verwijdering' AND (request.decision IN ('toegewezen', 'deels')
        OR (request.decision = 'afgewezen' AND request.refusal IN ('wettelijke_bewaarplicht', 'rechtsvordering')))
    AND request.told_on IS NOT NULL AND request.withdrawn_on IS NULL
ORDER BY request.id

-- refused_whole: rows --
-- Removals of a whole dossier that were refused for a duty and answered; a duty keeps or kept something of the client.
WHERE request.id IN (SELECT asked.id FROM hold JOIN request AS asked ON asked.client = hold.client)
    AND request.kind = 'verwijdering' AND request.decision = 'afgewezen'
    AND request.refusal IN ('wettelijke_bewaarplicht', 'rechtsvordering')
    AND request.told_on IS NOT NULL AND request.withdrawn_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.request = request.id)
ORDER BY request.id

-- reopen --
-- Something that was granted is to be done again: the client gets a copy of it.
UPDATE request SET done_on = NULL WHERE id = :id

-- named: rows --
-- Requests of people outside the register whose name is still kept.
WHERE request.sealed_name IS NOT NULL AND request.received_on <= :today

-- forget_name --
-- The appeal days are over: all that identifies the requester goes, the request stays for the yearly figures.
UPDATE request SET sealed_name = NULL, sealed_words = NULL, document = NULL, last_characters = NULL,
    sealed_extension = :extension, sealed_reasons = :reasons
WHERE id = :id
