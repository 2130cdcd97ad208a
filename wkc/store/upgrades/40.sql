-- From 39 to 40: when destroyed dossiers were made and went.

-- A dossier that was destroyed as a whole: when it was made and when it went, for the figures of the year, and for a lost
-- copy of between. person is the client's uuid, which means nothing any more.
CREATE TABLE dossier_gone (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    made_at TEXT NOT NULL,
    gone_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of those that are gone already the log has the first line and the last.
INSERT INTO dossier_gone (person, made_at, gone_on)
SELECT subject, min(at), substr(max(at), 1, 10) FROM audit
WHERE subject IS NOT NULL AND outcome = 'done' AND NOT EXISTS (SELECT 1 FROM client WHERE client.uuid = audit.subject)
GROUP BY subject;

PRAGMA user_version = 40;
