-- requests --
-- Requests of people that came in between two days, and what is left of those of destroyed dossiers.
SELECT kind, received_on, asked_on, identified_on, extended_on, told_on, decision, refusal, state FROM request
WHERE received_on BETWEEN :first AND :last AND requester <> 'beheerder' AND voided_by IS NULL AND joined IS NULL
UNION ALL
SELECT kind, on_date, asked_on, identified_on, extended_on, told_on, outcome, refusal, outcome FROM remains
WHERE noun = 'verzoek' AND on_date BETWEEN :first AND :last

-- disclosures --
-- Disclosures between two days, refused ones too: their ground, the kind of recipient, the outcome after the beheerder's
-- word, and whether that word was needed; with what is left of those of destroyed dossiers.
SELECT disclosure.ground, party.kind AS recipient,
    CASE WHEN disclosure.outcome <> 'beheerder_beslist' OR disclosure.allowed IS NULL THEN disclosure.outcome
        WHEN disclosure.allowed = 1 THEN 'toegestaan' ELSE 'geweigerd' END AS outcome,
    disclosure.outcome = 'beheerder_beslist' AS exceptional
FROM disclosure JOIN party ON party.id = disclosure.party WHERE disclosure.on_date BETWEEN :first AND :last
UNION ALL
SELECT kind, recipient, outcome, coalesce(exceptional, decided_on IS NOT NULL) FROM remains
WHERE noun = 'verstrekking' AND on_date BETWEEN :first AND :last

-- callers --
-- The kind of party that a caller named who was not on file and heard nothing, between two instants; where they named
-- none, it is another organisation.
SELECT coalesce(party.kind, 'derde') AS recipient FROM audit
LEFT JOIN party ON party.uuid = unhex(audit.details ->> '$.party')
WHERE audit.at BETWEEN :first AND :last AND audit.action = 'disclosure.log' AND audit.outcome = 'refused'
    AND audit.details ->> '$.reason' = 'beller_niet_bekend'

-- destroyed --
-- Whole dossiers that were destroyed up to a day, each once.
SELECT reason, since_on, max(on_date) AS on_date FROM destroyed
WHERE kept = '' AND on_date <= :last GROUP BY uuid

-- registered --
-- The instant at which each dossier was made that there ever was.
SELECT recorded_at AS at FROM client UNION ALL SELECT made_at FROM dossier_gone

-- lines --
-- Lines of the log between two instants, of the actions that figures are made from, with their details.
SELECT seq, at, action, outcome, details FROM audit
WHERE at BETWEEN :first AND :last AND (action IN (SELECT value FROM json_each(:actions))
    OR details ->> '$.break_glass' IS NOT NULL)
ORDER BY seq

-- reviewed --
-- The lines of looks outside a caseload that the beheerder looked over, whenever that was.
SELECT details ->> '$.line' AS line FROM audit WHERE action = 'audit.review' AND outcome = 'done'

-- made --
-- The figures of a year as they were made.
SELECT report FROM year_report WHERE year = :year

-- every_made --
-- The figures of all years that were made, with when and by whom.
SELECT year, report, made_at, made_by FROM year_report ORDER BY year

-- make --
-- The figures of a year are made, once.
INSERT INTO year_report (year, report, made_at, made_by) VALUES (:year, :report, :made_at, :made_by)

-- put_back --
-- The figures of a year come from the register that a restore replaces: they went out.
INSERT OR REPLACE INTO year_report (year, report, made_at, made_by) VALUES (:year, :report, :made_at, :made_by)
