-- add --
-- One recorded value.
INSERT INTO entry (uuid, client, field, value, normal, provenance) VALUES (?, ?, ?, ?, ?, ?)

-- add_sealed --
-- One value of a sealed class, restricted where its field is (AVG 18).
INSERT INTO entry (uuid, client, sealed, secret, provenance, beperkt)
VALUES (:uuid, :client, :sealed, :secret, :provenance, EXISTS (
    SELECT 1 FROM correction JOIN request ON request.id = correction.request
    WHERE correction.client = :client AND correction.field = :field AND correction.is_document = 0
        AND correction.applied_at IS NOT NULL AND correction.lifted_at IS NULL
        AND request.kind IN ('beperking', 'bezwaar')
))

-- close --
-- The current values of a field end.
UPDATE entry SET closed_at = :at, closed_by = :by
WHERE client = :client AND field = :field AND closed_at IS NULL

-- close_one --
-- One current value ends.
UPDATE entry SET closed_at = :at, closed_by = :by WHERE client = :client AND uuid = :uuid

-- closed_to --
-- The marks of the current values of the sealed classes, for a user who cannot open them.
SELECT count(*) AS entries, max(in_onderzoek) AS in_onderzoek, max(beperkt) AS beperkt,
    max(secret) AS secret
FROM entry WHERE client = :client AND sealed IS NOT NULL AND closed_at IS NULL AND removed_at IS NULL

-- (numbered) --
-- The entries of a client with their numbers: those that came over with a link count on from where it says.
WITH numbered AS (
    SELECT entry.*, coalesce(link.ahead, 0) + row_number() OVER (PARTITION BY link.client ORDER BY entry.id) + (
            SELECT count(*) FROM entry_gone
            WHERE entry_gone.client = coalesce(link.client, entry.client) AND entry_gone.place <= entry.id
        ) AS number
    FROM entry LEFT JOIN linked_row AS came ON came.row = entry.uuid LEFT JOIN link ON link.client = came.client
    WHERE entry.client = :client
)

-- of_client: numbered --
SELECT numbered.number, numbered.uuid, numbered.field, numbered.value, numbered.sealed, numbered.sealed_value,
    provenance.id AS provenance_id,
    provenance.source, provenance.basis, provenance.obtained_on, provenance.geheim, provenance.citation,
    numbered.in_onderzoek, numbered.beperkt, dissent.uuid AS dissent_uuid, dissent.sealed_text AS dissent_text,
    provenance.recorded_at, provenance.recorded_by, numbered.closed_at, numbered.closed_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM numbered JOIN provenance ON provenance.id = numbered.provenance
    LEFT JOIN party ON party.id = provenance.party LEFT JOIN dissent ON dissent.entry = numbered.uuid
WHERE numbered.removed_at IS NULL
ORDER BY numbered.id

-- compared --
-- The entries of a client as they are compared with others: without numbers and statements.
SELECT 0 AS number, entry.uuid, entry.field, entry.value, entry.sealed, entry.sealed_value,
    provenance.id AS provenance_id,
    provenance.source, provenance.basis, provenance.obtained_on, provenance.geheim, provenance.citation,
    entry.in_onderzoek, entry.beperkt, NULL AS dissent_uuid, NULL AS dissent_text,
    provenance.recorded_at, provenance.recorded_by, entry.closed_at, entry.closed_by,
    party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM entry JOIN provenance ON provenance.id = entry.provenance LEFT JOIN party ON party.id = provenance.party
WHERE entry.client = :client AND entry.removed_at IS NULL
ORDER BY entry.id

-- numbers: numbered --
SELECT uuid, number FROM numbered

-- current --
-- The current plain values of one field.
SELECT value FROM entry WHERE client = :client AND field = :field AND closed_at IS NULL ORDER BY id

-- remove_dissent --
-- The statement of the client about a value goes with it.
DELETE FROM dissent WHERE entry = :uuid

-- keep_place --
-- The place of a value that is removed, so that the others keep their numbers.
INSERT OR IGNORE INTO entry_gone (client, place) SELECT coalesce(came.client, entry.client), entry.id
FROM entry LEFT JOIN linked_row AS came ON came.row = entry.uuid
WHERE entry.client = :client AND entry.uuid = :uuid

-- remove --
-- One value is removed from the register for good (art. 12).
DELETE FROM entry WHERE client = :client AND uuid = :uuid

-- mark --
-- The marks of entries: contested while a request on one is undecided; restricted until that is lifted (AVG 18), with
-- every later value of the field. `fields` has the fields of the sealed classes by uuid, where they can be opened;
-- where not, such a value stays restricted as long as anything is.
UPDATE entry SET
    in_onderzoek = EXISTS (
        SELECT 1 FROM correction JOIN request ON request.id = correction.request
        WHERE correction.entry = entry.uuid AND correction.granted IS NOT 0 AND correction.applied_at IS NULL
            AND request.withdrawn_on IS NULL
    ),
    beperkt = EXISTS (
        SELECT 1 FROM correction JOIN request ON request.id = correction.request
        WHERE correction.client = entry.client AND correction.applied_at IS NOT NULL AND correction.lifted_at IS NULL
            AND request.kind IN ('beperking', 'bezwaar') AND correction.is_document = 0
            AND (correction.entry = entry.uuid
                OR ((SELECT recorded_at FROM provenance WHERE id = entry.provenance) >= correction.applied_at
                    AND correction.field = coalesce(entry.field, :fields ->> hex(entry.uuid)))
                OR (entry.sealed IS NOT NULL AND :fields ->> hex(entry.uuid) IS NULL AND entry.beperkt))
    )
WHERE client = :client

-- dated --
-- Current values of a date field between two days, with whose they are: everybody's, or one caseload's.
SELECT client.number AS client_number, entry.normal
FROM entry JOIN client ON client.id = entry.client
WHERE entry.field = :field AND entry.normal >= :first AND entry.normal <= :last AND entry.closed_at IS NULL
    AND (:coach IS NULL OR client.coach = :coach)
ORDER BY entry.normal
