-- add --
-- A duty of secrecy was lifted.
INSERT INTO release (id, uuid, client, entry, document, by, releaser, recipient, how, citation, from_on, mandate,
    recorded_at, recorded_by)
VALUES (:number, :uuid, :client,
    (SELECT id FROM entry WHERE uuid = :secret AND client = :client AND removed_at IS NULL),
    (SELECT id FROM document WHERE uuid = :secret AND client = :client AND removed_at IS NULL),
    :lifted_by, :releaser, :recipient, :how, :citation, :from_on, :mandate, :at, :by)

-- of_client --
-- The releases of one client in the order of writing down, withdrawn ones too.
SELECT release.id AS number, release.uuid, coalesce(entry.uuid, document.uuid) AS entry_uuid,
    coalesce(entry.field, document.field) AS field, entry.sealed, entry.sealed_value,
    document.number AS document_number, release.by, release.releaser, release.recipient, release.how,
    release.citation, release.from_on, release.mandate, release.recorded_at, release.recorded_by, release.withdrawn_on,
    release.withdrawn_at, release.withdrawn_by
FROM release LEFT JOIN entry ON entry.id = release.entry LEFT JOIN document ON document.id = release.document
WHERE release.client = :client AND entry.removed_at IS NULL AND document.removed_at IS NULL ORDER BY release.id

-- move --
-- A duty of secrecy that was lifted stays lifted on the value or the document that takes the place of another.
UPDATE release SET entry = (SELECT id FROM entry WHERE client = :client AND uuid = :new),
    document = (SELECT id FROM document WHERE uuid = :new)
WHERE entry = (SELECT id FROM entry WHERE client = :client AND uuid = :old)
    OR document = (SELECT id FROM document WHERE uuid = :old)

-- remove --
-- The releases of a value or a document go with it.
DELETE FROM release
WHERE entry = (SELECT id FROM entry WHERE client = :client AND uuid = :uuid)
    OR document = (SELECT id FROM document WHERE uuid = :uuid)

-- withdraw --
-- The duty of secrecy applies again from a day on.
UPDATE release SET withdrawn_on = :on, withdrawn_at = :at, withdrawn_by = :by
WHERE client = :client AND uuid = :uuid AND withdrawn_at IS NULL
