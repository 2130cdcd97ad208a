-- add --
-- One recorded value; value or sealed, never both.
INSERT INTO entry (uuid, client, field, value, sealed, normal, source, basis, party, obtained_on,
    grondslag, geheim, citation, recorded_at, recorded_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- close --
-- The value no longer holds: the current ones of a field, or one of many.
UPDATE entry SET closed_at = :at, closed_by = :by
WHERE client = :client AND field = :field AND closed_at IS NULL

-- of_client --
-- Every entry of a client, current and closed, in the order of recording, which numbers them.
SELECT row_number() OVER (ORDER BY entry.id), entry.uuid, entry.field, entry.value, entry.sealed, entry.source, entry.basis, entry.obtained_on,
    entry.grondslag, entry.geheim, entry.citation, entry.in_onderzoek,
    entry.recorded_at, entry.recorded_by, entry.closed_at, entry.closed_by,
    party.id, party.uuid, party.name, party.kind, party.recorded_at, party.recorded_by
FROM entry LEFT JOIN party ON party.id = entry.party
WHERE entry.client = :client
ORDER BY entry.id

-- current --
-- The current plain values of one field.
SELECT value FROM entry WHERE client = :client AND field = :field AND closed_at IS NULL ORDER BY id

-- dated --
-- Current values of a date field between two days, with whose they are: everybody's, or one caseload's.
SELECT client.number, entry.normal
FROM entry JOIN client ON client.id = entry.client
WHERE entry.field = :field AND entry.normal >= :first AND entry.normal <= :last AND entry.closed_at IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY entry.normal
