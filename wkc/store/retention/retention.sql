-- count_from --
-- The day that the five years are counted from.
UPDATE client SET counted_on = :counted_on WHERE id = :client

-- counted_on --
-- From which day the five years are counted.
SELECT counted_on FROM client WHERE id = :client

-- erase_from --
-- The erasure of everything was granted and carried out on a day, but for what a duty keeps.
UPDATE client SET erasure_on = :erasure_on, counted_on = :counted_on WHERE id = :client

-- erased_on --
-- The day on which a granted erasure left what a duty keeps.
SELECT erasure_on FROM client WHERE id = :client

-- counted_before --
-- Clients of whom the five years are counted from before a day, the longest past first.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE counted_on < :day ORDER BY counted_on, id LIMIT :most OFFSET :skip

-- counted_before_of --
-- Those of one coach's caseload.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE coach = :coach AND counted_on < :day ORDER BY counted_on, id

-- term_days --
-- The days that a term may be counted from, besides those of contacts.
SELECT counted_on, erasure_on, (SELECT max(from_on) FROM assignment WHERE client = client.id) AS assigned_on,
    (SELECT CASE WHEN min(short_term) = 1 AND count(*) = count(until_on) THEN max(until_on) END
        FROM assignment WHERE client = client.id) AS short_from
FROM client WHERE id = :client

-- contacts --
-- The days and kinds of the contacts that count, newest first.
SELECT on_date, kind FROM contact WHERE client = :client AND withdrawn_at IS NULL ORDER BY on_date DESC, id DESC

-- fields --
-- The fields with a value that is not sealed, or with a document.
SELECT field FROM entry WHERE client = :client AND field IS NOT NULL AND removed_at IS NULL
UNION SELECT field FROM document WHERE client = :client AND field IS NOT NULL

-- announcement --
-- The announced destruction of a client.
SELECT on_date, since_on, due_on FROM announcement WHERE client = :client

-- announce --
-- The destruction of a client is announced, in place of an earlier announcement.
INSERT INTO announcement (uuid, client, on_date, since_on, due_on, recorded_at, recorded_by)
VALUES (:uuid, :client, :on_date, :since_on, :due_on, :at, :by)
ON CONFLICT (client) DO UPDATE SET uuid = excluded.uuid, on_date = excluded.on_date, since_on = excluded.since_on,
    due_on = excluded.due_on, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by

-- take_back --
-- A new contact takes an announcement back.
DELETE FROM announcement WHERE client = :client
