-- From 39 to 40: when destroyed dossiers were made and went.

-- A dossier that was destroyed as a whole: when it was made and when it went, for the figures of the year, and for a lost
-- copy of between. person is the client's uuid, which means nothing any more.
CREATE TABLE dossier_gone (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    made_at TEXT NOT NULL,
    gone_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of those that are gone already the log has the first line, and what is left of the destruction has the day. Where nothing
-- is left, that is the day of the last line in the Netherlands: an hour later than UTC, or two from the last Sunday of
-- March to that of October, each at one o'clock UTC.
INSERT INTO dossier_gone (person, made_at, gone_on)
SELECT subject, first, coalesce(
    (SELECT max(on_date) FROM destroyed WHERE kept = '' AND uuid IN (subject, ledger_name(subject))),
    date(last, CASE WHEN datetime(last) >= date(last, 'start of year', '+3 months', 'weekday 0', '-7 days') || ' 01:00:00'
        AND datetime(last) < date(last, 'start of year', '+10 months', 'weekday 0', '-7 days') || ' 01:00:00'
        THEN '+2 hours' ELSE '+1 hours' END))
FROM (SELECT subject, min(at) AS first, max(at) AS last FROM audit
    WHERE subject IS NOT NULL AND outcome = 'done'
        AND NOT EXISTS (SELECT 1 FROM client WHERE client.uuid = audit.subject)
    GROUP BY subject);

PRAGMA user_version = 40;
