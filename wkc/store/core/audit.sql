-- add --
-- The next line of the chain; a trigger refuses any other.
INSERT INTO audit (seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature)
VALUES (:seq, :at, :user_id, :slot, :action, :purpose, :subject, :outcome, :details, :previous, :hash, :signature)

-- head --
-- The last line's number and hash.
SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1

-- of_run_alone --
-- Whether the log went on after a line, and with lines of one run alone.
SELECT count(*) > 0 AND min(details ->> '$.run' IS :run) AS alone FROM audit WHERE seq > :seq

-- last_trusted --
-- The last line of an action whose clock the log did not contradict.
SELECT at FROM audit
WHERE details ->> '$.as' IS NOT NULL AND details ->> '$.clock' IS NULL ORDER BY seq DESC LIMIT 1

-- last_trusted_before --
-- The last such line before a moment.
SELECT at FROM audit
WHERE at < :before AND details ->> '$.as' IS NOT NULL AND details ->> '$.clock' IS NULL ORDER BY seq DESC LIMIT 1

-- hash_at --
-- The hash of one line.
SELECT hash FROM audit WHERE seq = :seq

-- since --
-- Lines from a number on, oldest first.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit WHERE seq >= :seq ORDER BY seq

-- verified_by --
-- The last line in which a slot recorded up to which line the log was intact.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit WHERE action IN ('audit.verify', 'register.doctor') AND slot = :slot AND outcome = 'done'
    AND details ->> '$.verified' IS NOT NULL
ORDER BY seq DESC LIMIT 1

-- page --
-- Lines, newest first.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit
WHERE (:user IS NULL OR user_id = :user) AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
ORDER BY seq DESC LIMIT :most OFFSET :skip

-- newest --
-- User, subject and instant of each line, newest first; read as far as is wanted.
SELECT at, user_id, subject, action, outcome FROM audit ORDER BY seq DESC

-- registered --
-- The first registration of a client by a user by hand, since a moment.
SELECT at FROM audit
WHERE subject = :subject AND action = 'client.register' AND outcome = 'done' AND user_id = :user AND at >= :since
    AND NOT coalesce(details ->> '$.again', 0)

-- (dossiers) --
-- A client, and the dossiers that lead there.
WITH dossier (uuid) AS (
    SELECT :subject
    UNION ALL SELECT joined.uuid FROM client JOIN link ON link.into_client = client.id
        JOIN client AS joined ON joined.id = link.client
    WHERE client.uuid = :subject)

-- of_subject: dossiers --
-- Lines about one client and the dossiers that lead there, newest first.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit
WHERE subject IN (SELECT uuid FROM dossier)
    AND (:user IS NULL OR user_id = :user) AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
ORDER BY seq DESC LIMIT :most OFFSET :skip

-- looks: dossiers --
-- The actions about one client and the dossiers that lead there, by role, oldest first; of those that failed, the ones
-- that a reason opened or a rule judged.
-- The line by which an older wkc covered the rows of a client at an upgrade has no role: there it is that of its user.
SELECT seq, at, action, purpose,
    coalesce(details ->> '$.as', (SELECT role FROM user WHERE user.user_id = audit.user_id), 'beheerder') AS role
FROM audit
WHERE subject IN (SELECT uuid FROM dossier)
    AND (outcome = 'done' OR details ->> '$.outcome' IS NOT NULL
        OR EXISTS (SELECT 1 FROM break_glass WHERE break_glass.line = audit.seq))
ORDER BY seq

-- of_run --
-- The line of one step of a run, as its user signed it.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit WHERE action = :action AND outcome = 'done' AND details ->> '$.run' = :run AND details ->> '$.step' = :step
ORDER BY seq LIMIT 1

-- explanations --
-- Restored backups and accepted registers after a line, newest first.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit WHERE seq > :after AND action IN ('backup.restore', 'audit.accept') AND outcome = 'done' ORDER BY seq DESC

-- handed_out --
-- Whether the copy that a request asks for was made, before the answer is sent.
SELECT 1 FROM audit
WHERE subject = :subject AND action = 'inzage.export' AND outcome = 'done'
    AND details ->> '$.step' = 'handed_out' AND details ->> '$.request' = :request LIMIT 1

-- last_used --
-- The last action of each user.
SELECT user_id, max(at) AS at FROM audit WHERE details ->> '$.as' IS NOT NULL GROUP BY user_id

-- of_others --
-- Lines about dossiers since an instant, by others than one user.
SELECT seq FROM audit WHERE at >= :since AND subject IS NOT NULL AND outcome = 'done' AND user_id <> :by ORDER BY seq

-- drawn --
-- The numbers that a user drew to look over; NULL where the last draw is done.
SELECT details ->> '$.drawn' AS drawn FROM audit
WHERE action = 'audit.sample' AND outcome = 'done' AND user_id = :by ORDER BY seq DESC LIMIT 1

-- by_numbers --
-- Lines by their numbers.
SELECT seq, at, user_id, slot, action, purpose, subject, outcome, details, previous, hash, signature
FROM audit WHERE seq IN (SELECT value FROM json_each(:numbers)) ORDER BY seq
