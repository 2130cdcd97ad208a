-- add --
-- A disclosure as it was asked for and judged.
INSERT INTO disclosure (id, uuid, client, party, person, on_date, channel, ground, purpose, categories, law, citation,
    covers_bsn, requested_on, subject, doubt, back_from, back_on, back_by, traceable, decision_on, decision_reference,
    heard_on, to_life, consent_impossible, beheerder_unreachable, sealed_reason, sealed_note, outcome, vital, role,
    recorded_at, recorded_by, covers_sealed, identified, sealed_late)
VALUES (:number, :uuid, :client, :party, :person, :on_date, :channel, :ground, :purpose, :categories, :law, :citation,
    :covers_bsn, :requested_on, :subject, :doubt, :back_from, :back_on, :back_by, :traceable, :decision_on,
    :decision_reference, :heard_on, :to_life, :consent_impossible, :beheerder_unreachable, :sealed_reason, :sealed_note,
    :outcome, :vital, :role, :at, :by, :covers_sealed, :identified, :sealed_late)

-- add_step --
-- One step of the judgement.
INSERT INTO disclosure_step (disclosure, place, client, article, reason, outcome) VALUES (?, ?, ?, ?, ?, ?)

-- add_item --
-- One entry that was asked for.
INSERT INTO disclosure_entry (disclosure, entry, client, field, is_document, mark, dropped, article)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- one --
-- A disclosure as it was asked for, judged, answered and sent, with its client and recipient.
SELECT disclosure.id AS number, disclosure.uuid, person.name AS person_name, disclosure.on_date, disclosure.outcome,
    disclosure.vital, disclosure.role, disclosure.recorded_at, disclosure.recorded_by,
    disclosure.channel, disclosure.ground, disclosure.purpose, disclosure.categories, disclosure.law,
    disclosure.citation, disclosure.covers_bsn, disclosure.covers_sealed, disclosure.requested_on, disclosure.subject,
    disclosure.doubt, disclosure.identified, disclosure.back_from, disclosure.back_on, disclosure.back_by,
    disclosure.traceable, disclosure.decision_on, disclosure.decision_reference, disclosure.heard_on,
    disclosure.to_life, disclosure.consent_impossible, disclosure.beheerder_unreachable,
    disclosure.sealed_reason, disclosure.sealed_note, disclosure.sealed_late,
    disclosure.decided_at, disclosure.decided_by, disclosure.allowed, disclosure.sealed_decision,
    disclosure.letter_at, disclosure.letter_sha256, disclosure.letter_number,
    client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by, party.body AS party_body
FROM disclosure
JOIN client ON client.id = disclosure.client
JOIN party ON party.id = disclosure.party
LEFT JOIN person ON person.id = disclosure.person
WHERE disclosure.id = :id

-- steps --
-- The steps of one judgement, in their order.
SELECT article, reason, outcome FROM disclosure_step WHERE disclosure = :id ORDER BY place

-- items --
-- The entries of one disclosure in the order in which they were recorded, those that were removed last.
SELECT item.entry, item.field, item.mark, item.dropped, item.article, item.is_document
FROM disclosure_entry AS item LEFT JOIN entry ON entry.client = item.client AND entry.uuid = item.entry
WHERE item.disclosure = :id ORDER BY entry.id IS NULL, entry.id, item.field, item.entry

-- numbered --
-- The disclosure of a client by its number.
SELECT id FROM disclosure WHERE client = :client AND id = :number

-- of_client --
-- The disclosures of one client in a period, to one recipient or to all, newest first.
SELECT id FROM disclosure
WHERE client = :client AND (:party IS NULL OR party = :party) AND on_date BETWEEN :first AND :last
ORDER BY id DESC LIMIT :most OFFSET :skip

-- of_party --
-- The disclosures to one recipient in a period, of one caseload or of all clients, newest first.
SELECT disclosure.id FROM disclosure JOIN client ON client.id = disclosure.client
WHERE disclosure.party = :party AND disclosure.on_date BETWEEN :first AND :last
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY disclosure.on_date DESC, disclosure.id DESC LIMIT :most OFFSET :skip

-- in_period --
-- The disclosures of a period, of one caseload or of all clients, newest first.
SELECT disclosure.id FROM disclosure JOIN client ON client.id = disclosure.client
WHERE disclosure.on_date BETWEEN :first AND :last AND (:coach IS NULL OR client.coach = :coach)
ORDER BY disclosure.on_date DESC, disclosure.id DESC LIMIT :most OFFSET :skip

-- every_of_client --
-- All disclosures of one client, oldest first.
SELECT id FROM disclosure WHERE client = :client ORDER BY id

-- decide --
-- The beheerder's answer to one that waits for it.
UPDATE disclosure SET decided_at = :at, decided_by = :by, allowed = :allowed, sealed_decision = :sealed_decision
WHERE id = :id AND decided_at IS NULL

-- drop_item --
-- An entry is not disclosed after all: something changed before the beheerder allowed it.
UPDATE disclosure_entry SET dropped = :dropped, article = :article, mark = NULL
WHERE disclosure = :id AND entry = :entry AND dropped IS NULL

-- next_letter --
-- The next number of a letter with values of a year: given out once, whatever becomes of the letter.
INSERT INTO disclosure_given (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- letter --
-- A letter with the values was made.
UPDATE disclosure SET letter_at = :at, letter_sha256 = :sha256, letter_number = :number WHERE id = :id

-- waiting --
-- The disclosures that the beheerder has to decide on or, for a vitaal belang, to look at; oldest first.
SELECT client.number AS client_number, disclosure.id AS number, disclosure.vital, disclosure.recorded_at
FROM disclosure JOIN client ON client.id = disclosure.client
WHERE disclosure.decided_at IS NULL AND (disclosure.outcome = 'beheerder_beslist' OR disclosure.vital = 1)
ORDER BY disclosure.id

-- waiting_of_client --
-- Those of one client, newest first.
SELECT id FROM disclosure
WHERE client = :client AND decided_at IS NULL AND (outcome = 'beheerder_beslist' OR vital = 1)
ORDER BY id DESC

-- with_contact --
-- The disclosures by a report that may have shown a contact: of its period, and on file when the disclosure was made.
-- A print may have gone before `report sent` says so; one that was withdrawn before that may stand on an earlier print.
SELECT report.disclosure AS id FROM contact JOIN report ON report.client = contact.client
    JOIN disclosure ON disclosure.id = report.disclosure
WHERE contact.uuid = :contact AND contact.on_date BETWEEN report.from_on AND report.until_on
    AND disclosure.recorded_at >= contact.recorded_at
    AND (report.final_at IS NOT NULL OR disclosure.letter_at IS NOT NULL)
    AND (contact.withdrawn_at IS NULL OR contact.withdrawn_at > coalesce(disclosure.decided_at, disclosure.recorded_at))
ORDER BY report.disclosure

-- with_entry --
-- The disclosures in which one entry was asked for and not dropped, oldest first.
SELECT disclosure AS id FROM disclosure_entry WHERE entry = :entry AND dropped IS NULL ORDER BY disclosure
