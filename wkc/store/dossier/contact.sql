-- add --
-- A contact moment.
INSERT INTO contact (id, uuid, client, on_date, kind, sealed, recorded_at, recorded_by)
VALUES (:number, :uuid, :client, :on_date, :kind, :sealed, :at, :by)

-- of_client --
-- The contacts of one client, oldest first, withdrawn ones too; the number is its own for good.
SELECT id AS number, uuid, on_date, kind, sealed, recorded_at, recorded_by, withdrawn_at,
    withdrawn_by, sealed_reason
FROM contact WHERE client = :client ORDER BY on_date, id

-- withdraw --
-- A contact that was a mistake counts no longer.
UPDATE contact SET withdrawn_at = :at, withdrawn_by = :by, sealed_reason = :sealed_reason
WHERE client = :client AND uuid = :uuid AND withdrawn_at IS NULL
