-- add --
-- The notice of a new client is due.
INSERT INTO notice (client, since_on, due_on) VALUES (:client, :since_on, :due_on)

-- of_client --
-- The notice of one client, sent or due.
SELECT since_on, due_on, told_on, letter IS NOT NULL AS by_letter, party FROM notice WHERE client = :client

-- again --
-- A client who was notified is due another notice, of the data that another party supplied.
UPDATE notice SET since_on = :since_on, due_on = :due_on, told_on = NULL, letter = NULL, told_by = NULL, party = :party
WHERE client = :client AND told_on IS NOT NULL

-- put_due --
-- A first contact brings the day nearer; a withdrawn one puts it off.
UPDATE notice SET due_on = :due_on WHERE client = :client AND told_on IS NULL

-- mark_notified --
-- The client was notified, by a letter or otherwise.
UPDATE notice SET told_on = :told_on, letter = :letter, told_by = :by WHERE client = :client AND told_on IS NULL

-- (unsent) --
-- Clients with a notice due and no letter that waits: of everybody, or of one coach's caseload.
WITH unsent AS (
    SELECT notice.client AS client_id, client.uuid AS client_uuid, client.number AS client_number,
        client.registered_on, client.coach, notice.since_on, notice.due_on
    FROM notice JOIN client ON client.id = notice.client
    WHERE notice.told_on IS NULL AND (:coach IS NULL OR client.coach = :coach)
        AND NOT EXISTS (SELECT 1 FROM death WHERE death.client = client.id)
        AND NOT EXISTS (
            SELECT 1 FROM letter WHERE letter.client = client.id AND letter.kind = 'kennisgeving'
                AND letter.sent_on IS NULL AND letter.voided_on IS NULL))

-- waiting: unsent --
-- Each of them, soonest first.
SELECT * FROM unsent ORDER BY due_on, client_id

-- by_day: unsent --
-- The number of the soonest notices that are due by each day, and the first of them.
SELECT due_on, count(*) AS clients, min(client_number) AS client_number
FROM (SELECT due_on, client_number FROM unsent ORDER BY due_on, client_id LIMIT :most) GROUP BY due_on
