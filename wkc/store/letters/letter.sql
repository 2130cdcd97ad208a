-- next_number --
-- The next number of a year: given out once, whatever becomes of the letter.
INSERT INTO letter_given (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A letter, sealed.
INSERT INTO letter (uuid, number, kind, client, request, sealed_pdf, sha256, sent_on, recorded_at, recorded_by,
    dated_on, breach, party)
VALUES (:uuid, :number, :kind, :client, :request, :sealed, :sha256, :sent_on, :at, :by, :dated_on, :breach, :party)

-- sent --
-- The letter was sent.
UPDATE letter SET sent_on = :on WHERE id = :letter AND sent_on IS NULL AND voided_on IS NULL

-- redraw --
-- A letter that was not sent yet, with another date on it.
UPDATE letter SET sealed_pdf = :sealed, sha256 = :sha256, dated_on = :dated_on WHERE id = :letter AND sent_on IS NULL

-- printed --
-- The letter was printed.
UPDATE letter SET printed_on = :on WHERE id = :letter AND sent_on IS NULL AND voided_on IS NULL

-- void --
-- The letter was a mistake of the office.
UPDATE letter SET voided_on = :on, voided_by = :by, sealed_void = :sealed WHERE id = :letter AND voided_on IS NULL

-- (letters) --
-- Letters, with the numbers of what they are about.
SELECT letter.id, letter.uuid, letter.number, letter.kind, client.number AS client_number,
    request.number AS request_number, letter.sha256, letter.sent_on, letter.recorded_at, letter.recorded_by,
    letter.dated_on, letter.printed_on, letter.voided_on, breach.number AS breach_number, party.name AS party_name,
    letter.removed_on
FROM letter LEFT JOIN client ON client.id = letter.client LEFT JOIN request ON request.id = letter.request
    LEFT JOIN breach ON breach.id = letter.breach LEFT JOIN party ON party.id = letter.party

-- waiting: letters --
-- Letters that are drawn up and not sent, or those of them that were printed, oldest first, after one of them: all, or
-- of one coach's caseload; nobody writes to the dead.
WHERE letter.recorded_at <= :now AND (letter.recorded_at, letter.id) > (:after_at, :after_id)
    AND letter.sent_on IS NULL AND letter.voided_on IS NULL
    AND (:printed = 0 OR letter.printed_on IS NOT NULL) AND (:coach IS NULL OR client.coach = :coach)
    AND NOT EXISTS (SELECT 1 FROM death WHERE death.client = letter.client)
ORDER BY letter.recorded_at, letter.id LIMIT :most

-- page: letters --
-- Letters, newest first: all, or of one coach's caseload.
WHERE :coach IS NULL OR client.coach = :coach
ORDER BY letter.id DESC LIMIT :most OFFSET :skip

-- of_client: letters --
-- The letters about one client, oldest first.
WHERE letter.client = :client ORDER BY letter.id

-- of_request: letters --
-- The letters on one request, oldest first.
WHERE letter.request = :request ORDER BY letter.id

-- by_number: letters --
-- One letter.
WHERE letter.number = :number

-- pdf --
-- The sealed paper of a letter.
SELECT sealed_pdf FROM letter WHERE id = :letter

-- link --
-- A letter to somebody from outside the register who turns out to be on file, sealed for the client.
UPDATE letter SET client = :client, sealed_pdf = :sealed WHERE id = :letter

-- forget --
-- The letters to somebody outside the register; their numbers are not given out again.
DELETE FROM letter WHERE request = :request AND client IS NULL

-- of_breach: letters --
-- The letters on one breach, oldest first.
WHERE letter.breach = :breach ORDER BY letter.id

-- unbind --
-- A breach that is forgotten: the letters in dossiers stay there.
UPDATE letter SET breach = NULL WHERE breach = :breach AND client IS NOT NULL

-- forget_breach --
-- The letters to opdrachtgevers on a breach that is forgotten.
DELETE FROM letter WHERE breach = :breach AND client IS NULL
