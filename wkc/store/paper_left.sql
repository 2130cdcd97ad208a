-- all --
-- Papers of destroyed dossiers that are still to be destroyed by hand.
SELECT id, client, uuid, sealed_place, since_on FROM paper_left ORDER BY since_on, id

-- count --
-- How many there are, and since when.
SELECT count(*) AS papers, min(since_on) AS since FROM paper_left

-- remove --
-- One of them was destroyed.
DELETE FROM paper_left WHERE id = :id

-- add --
-- A paper that is taken out of a dossier lies at its place still.
INSERT INTO paper_left (client, uuid, sealed_place, since_on)
VALUES (:sealed_for, :uuid, (SELECT sealed_place FROM document WHERE uuid = :uuid), :on_date)
