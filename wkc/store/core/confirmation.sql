-- add --
-- A confirmation by a beheerder.
INSERT INTO confirmation (uuid, kind, reason, on_date, at, by) VALUES (:uuid, :kind, :reason, :on_date, :at, :by)
