-- add --
-- A report is drafted.
INSERT INTO report (uuid, client, assignment, from_on, until_on, kind, channel, ground, law, citation, covers_bsn,
    sealed_agreed, sealed_words, recorded_at, recorded_by)
SELECT :uuid, :client, assignment.id, :from_on, :until_on, :kind, :channel, :ground, :law, :citation, :covers_bsn,
    :sealed_agreed, :sealed_words, :at, :by
FROM assignment WHERE assignment.uuid = :assignment

-- of_client --
-- The reports of one client, drafts too, oldest first.
SELECT report.id, report.uuid, report.from_on, report.until_on, report.kind, report.channel, report.ground,
    report.law, report.citation, report.covers_bsn, report.sealed_agreed, report.sealed_words, report.recorded_at,
    report.recorded_by, report.final_at, report.final_by, report.sha256,
    report.disclosure,
    (SELECT disclosure.letter_at FROM disclosure WHERE disclosure.id = report.disclosure) AS printed_at,
    assignment.uuid AS assignment_uuid, assignment.reference, assignment.from_on AS assignment_from,
    assignment.until_on AS assignment_until, assignment.recorded_at AS assignment_at,
    assignment.recorded_by AS assignment_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM report JOIN assignment ON assignment.id = report.assignment JOIN party ON party.id = assignment.party
WHERE report.client = :client ORDER BY report.id

-- put_disclosure --
-- The disclosure by which a draft goes, or waits for the beheerder.
UPDATE report SET disclosure = (SELECT id FROM disclosure WHERE uuid = :disclosure) WHERE id = :id AND final_at IS NULL

-- finish --
-- A report went out: the words go, its digest stays.
UPDATE report SET sealed_agreed = NULL, sealed_words = NULL, final_at = :at, final_by = :by, sha256 = :sha256
WHERE id = :id AND final_at IS NULL

-- finish_printed --
-- Reports that were printed before a moment count as sent: their words go, the digest of the paper stays.
UPDATE report SET sealed_agreed = NULL, sealed_words = NULL, final_at = :at, final_by = :by,
    sha256 = (SELECT disclosure.letter_sha256 FROM disclosure WHERE disclosure.id = report.disclosure)
WHERE final_at IS NULL AND disclosure IS NOT NULL
    AND (SELECT disclosure.letter_at FROM disclosure WHERE disclosure.id = report.disclosure) < :before

-- first_print --
-- The uuids of the contacts on the first print under a disclosure, as JSON, by the line that it left in the log; NULL
-- where an older wkc made it. The subject is the client, a dossier that leads there, or one that was linked with it:
-- an unlink leaves a line for each of the two, one after the other.
WITH RECURSIVE dossier (uuid) AS (
    SELECT :client
    UNION SELECT joined.uuid FROM dossier JOIN client ON client.uuid = dossier.uuid
        JOIN link ON link.into_client = client.id JOIN client AS joined ON joined.id = link.client
    UNION SELECT other.subject FROM dossier JOIN audit AS one ON one.subject = dossier.uuid
        CROSS JOIN audit AS other ON other.seq IN (one.seq - 1, one.seq + 1)
    WHERE one.action = 'client.unlink' AND one.outcome = 'done'
        AND other.action = 'client.unlink' AND other.outcome = 'done')
SELECT details ->> '$.contacts' AS contacts FROM audit
WHERE subject IN (SELECT uuid FROM dossier)
    AND action = 'report.final' AND outcome = 'done'
    AND details ->> '$.step' = 'made' AND details ->> '$.disclosure' = :disclosure
ORDER BY seq LIMIT 1

-- drop_draft --
-- A draft is thrown away.
DELETE FROM report WHERE id = :id AND final_at IS NULL

-- asked --
-- Assignments of parties that ask for reports: of one coach's caseload, or of everybody.
SELECT client.number AS client_number, party.name AS party_name, assignment.reference, assignment.from_on,
    assignment.until_on, party_profile.report_months, assignment.id
FROM party_profile CROSS JOIN party ON party.id = party_profile.party
    CROSS JOIN assignment ON assignment.party = party.id CROSS JOIN client ON client.id = assignment.client
WHERE party_profile.report_months IS NOT NULL AND (assignment.until_on IS NULL OR assignment.until_on >= :since)
    AND (:coach IS NULL OR client.coach = :coach)

-- sent --
-- The reports that went out on one assignment.
SELECT until_on, kind FROM report WHERE assignment = :assignment AND final_at IS NOT NULL
