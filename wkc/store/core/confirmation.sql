-- add --
-- A beheerder's word.
INSERT INTO confirmation (uuid, kind, reason, on_date, at, by) VALUES (:uuid, :kind, :reason, :on_date, :at, :by)
