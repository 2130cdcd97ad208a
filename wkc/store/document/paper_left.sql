-- all --
-- Papers of destroyed dossiers that are still to be destroyed by hand.
SELECT id, client, uuid, sealed_place, since_on FROM paper_left ORDER BY since_on, id

-- of_uuid --
-- Whether a paper is on the list.
SELECT id FROM paper_left WHERE uuid = :uuid

-- carry_over --
-- A paper that another register has on its list.
INSERT INTO paper_left (client, uuid, sealed_place, since_on) VALUES (:client, :uuid, :sealed_place, :on_date)

-- destroyed --
-- Papers that were destroyed by hand, from the list or from a dossier, by the log.
SELECT DISTINCT details ->> '$.document' AS uuid FROM audit
WHERE action IN ('document.papers', 'document.destroyed') AND outcome = 'done'
    AND details ->> '$.document' IS NOT NULL

-- count --
-- The number of papers, and since when the oldest waits.
SELECT count(*) AS papers, min(since_on) AS since FROM paper_left

-- remove --
-- One of them was destroyed.
DELETE FROM paper_left WHERE id = :id

-- add --
-- A paper that is taken out of a dossier lies at its place still.
INSERT INTO paper_left (client, uuid, sealed_place, since_on)
VALUES (:sealed_for, :uuid, (SELECT sealed_place FROM document WHERE uuid = :uuid), :on_date)
