-- add --
-- A backup that is being made.
INSERT INTO backup (uuid, at, path) VALUES (:uuid, :at, :path)

-- complete --
-- A backup is complete.
UPDATE backup SET sha256 = :sha256 WHERE uuid = :uuid

-- prune --
-- A backup is gone.
UPDATE backup SET pruned_on = :on WHERE uuid = :uuid

-- kept --
-- The backups that were not pruned, newest first.
SELECT uuid, at, path, sha256, pruned_on FROM backup WHERE pruned_on IS NULL ORDER BY id DESC

-- knows --
-- Whether a backup with a manifest of this hash was ever made, pruned or not.
SELECT 1 FROM backup WHERE sha256 = :sha256
