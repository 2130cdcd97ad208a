-- add --
-- A person on file at a party; the number is not verified yet.
INSERT INTO person (uuid, party, name, function, telephone, recorded_at, recorded_by)
VALUES (:uuid, :party, :name, :function, :telephone, :at, :by)

-- of_party --
-- The people on file at one party in the order of writing down; those removed keep their number and are not shown.
SELECT id, number, uuid, name, function, telephone, recorded_at, recorded_by, verified_from, verified_on, verified_by
FROM (SELECT *, row_number() OVER (ORDER BY id) AS number FROM person WHERE party = :party)
WHERE removed_at IS NULL ORDER BY id

-- verify --
-- The number was verified in another source than the call.
UPDATE person SET verified_from = :source, verified_on = :on, verified_by = :by
WHERE uuid = :uuid AND removed_at IS NULL

-- remove --
-- A person is no contact of the party any more; the name stays with the disclosures that were made.
UPDATE person SET removed_at = :at, removed_by = :by, telephone = '-' WHERE uuid = :uuid AND removed_at IS NULL

-- unneeded --
-- People who were removed and whom no disclosure on file names.
SELECT id FROM person
WHERE removed_at IS NOT NULL AND name <> '-'
    AND NOT EXISTS (SELECT 1 FROM disclosure WHERE disclosure.person = person.id)

-- forget --
-- The name goes, for nothing needs it; the row stays, for those after it keep their number.
UPDATE person SET name = '-', function = '-', telephone = '-' WHERE id = ?
