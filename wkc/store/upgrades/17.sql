-- From 16 to 17: recovery codes that somebody who left knows.

-- One row while a beheerder who knows the recovery codes has left or is no beheerder any more: new ones are due.
CREATE TABLE codes_due (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL,
    user_id TEXT NOT NULL
) STRICT;

-- Who was revoked as a beheerder after the codes were made.
INSERT INTO codes_due (id, since, user_id)
SELECT 1, revoked_at, user_id FROM user
WHERE role = 'beheerder' AND revoked_at > (SELECT max(from_at) FROM slot_history WHERE kind = 'recovery')
ORDER BY revoked_at DESC LIMIT 1;

PRAGMA user_version = 17;
