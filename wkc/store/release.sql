-- add --
-- A duty of secrecy was lifted.
INSERT INTO release (id, uuid, client, entry, by, releaser, recipient, how, citation, from_on, mandate,
    recorded_at, recorded_by)
SELECT :number, :uuid, :client, entry.id, :lifted_by, :releaser, :recipient, :how, :citation, :from_on, :mandate, :at,
    :by
FROM entry WHERE entry.uuid = :entry AND entry.client = :client AND entry.removed_at IS NULL

-- of_client --
-- The releases of one client in the order of writing down, withdrawn ones too.
SELECT release.id AS number, release.uuid, entry.uuid AS entry_uuid, entry.field, entry.sealed, entry.sealed_value, release.by, release.releaser,
    release.recipient, release.how, release.citation, release.from_on, release.mandate, release.recorded_at,
    release.recorded_by, release.withdrawn_on, release.withdrawn_at, release.withdrawn_by
FROM release JOIN entry ON entry.id = release.entry
WHERE release.client = :client AND entry.removed_at IS NULL ORDER BY release.id

-- withdraw --
-- The duty of secrecy stands again from a day on.
UPDATE release SET withdrawn_on = :on, withdrawn_at = :at, withdrawn_by = :by
WHERE client = :client AND uuid = :uuid AND withdrawn_at IS NULL
