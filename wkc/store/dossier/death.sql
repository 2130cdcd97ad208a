-- add --
-- A client died.
INSERT INTO death (client, on_date, source, recorded_at, recorded_by) VALUES (:client, :on_date, :source, :at, :by)
ON CONFLICT (client) DO UPDATE SET on_date = excluded.on_date, source = excluded.source

-- of_client --
-- The death of a client, and its source.
SELECT on_date, source FROM death WHERE client = :client

-- remove --
-- A death that was recorded by mistake is removed.
DELETE FROM death WHERE client = :client

-- end_mandates --
-- Every mandate of a client ends on a day.
UPDATE mandate SET until_on = max(from_on, :on_date)
WHERE client = :client AND (until_on IS NULL OR until_on > :on_date)
