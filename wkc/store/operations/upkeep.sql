-- done --
-- A piece of unattended work was done.
INSERT INTO last_done (name, at) VALUES (:name, :at) ON CONFLICT (name) DO UPDATE SET at = excluded.at

-- last --
-- The last time that a piece of unattended work was done.
SELECT at FROM last_done WHERE name = :name

-- created --
-- Since when there is a register.
SELECT created_at FROM register
