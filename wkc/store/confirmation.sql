-- add --
-- A beheerder's word.
INSERT INTO confirmation (uuid, kind, count, reason, on_date, at, by)
VALUES (:uuid, :kind, :count, :reason, :on_date, :at, :by)

-- share_on --
-- The most dossiers that a beheerder confirmed on a day that a run may destroy.
SELECT max(count) AS most FROM confirmation WHERE kind = 'aandeel' AND on_date = :on_date
