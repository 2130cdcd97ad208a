-- add --
-- A client died.
INSERT INTO death (client, on_date, source, recorded_at, recorded_by) VALUES (:client, :on_date, :source, :at, :by)
ON CONFLICT (client) DO UPDATE SET on_date = excluded.on_date, source = excluded.source

-- of_client --
-- When a client died, and who said so.
SELECT on_date, source FROM death WHERE client = :client

-- remove --
-- It was a mistake.
DELETE FROM death WHERE client = :client

-- end_mandates --
-- Whoever acted for a client does so no longer.
UPDATE mandate SET until_on = max(from_on, :on_date)
WHERE client = :client AND (until_on IS NULL OR until_on > :on_date)
