-- next_number --
-- The next number: given out once, whatever becomes of the document.
INSERT INTO document_given (id, last) VALUES (1, 1)
ON CONFLICT (id) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A paper of a dossier; its content comes in chunks, or it lies at a place.
INSERT INTO document (uuid, number, client, field, form, sealed_title, media_type, size, sealed_key, sealed_place,
    destroy_on, source, basis, party, obtained_on, grondslag, geheim, citation, recorded_at, recorded_by)
VALUES (:uuid, :number, :client, :field, :form, :sealed_title, :media_type, :size, :sealed_key, :sealed_place,
    :destroy_on, :source, :basis, :party, :obtained_on, :grondslag, :geheim, :citation, :at, :by)

-- add_chunk --
-- A chunk of its content.
INSERT INTO document_chunk (document, number, content) VALUES (?, ?, ?)

-- (described) --
-- Papers of dossiers.
SELECT document.id, document.number, document.uuid, document.field,
    document.sealed_title, document.media_type, document.size, document.sealed_place, document.destroy_on,
    document.source, document.basis, document.obtained_on, document.grondslag, document.geheim, document.citation,
    document.recorded_at, document.recorded_by, document.in_onderzoek, document.beperkt,
    dissent.uuid AS dissent_uuid, dissent.sealed_text AS dissent_text, party.id AS party_id, party.uuid AS party_uuid,
    party.name AS party_name, party.kind AS party_kind, party.recorded_at AS party_recorded_at,
    party.recorded_by AS party_recorded_by, form.number AS form_number
FROM document LEFT JOIN party ON party.id = document.party LEFT JOIN form ON form.id = document.form
    LEFT JOIN dissent ON dissent.entry = document.uuid

-- of_client: described --
-- Those of one client in the order of writing down.
WHERE document.client = :client AND document.removed_at IS NULL ORDER BY document.id

-- numbered: described --
-- The one of a client that has a number.
WHERE document.client = :client AND document.number = :number AND document.removed_at IS NULL

-- identified: described --
-- The one that has a uuid.
WHERE document.uuid = :uuid

-- key --
-- The sealed key of a document.
SELECT sealed_key FROM document WHERE id = :id

-- chunks --
-- Its content, in order.
SELECT content FROM document_chunk WHERE document = :id ORDER BY number

-- looks --
-- The times that a document was taken out, newest first.
SELECT at, user_id, purpose FROM audit
WHERE subject IN (
        SELECT :client
        UNION ALL SELECT joined.uuid FROM client JOIN link ON link.into_client = client.id
            JOIN client AS joined ON joined.id = link.client
        WHERE client.uuid = :client)
    AND action = 'document.export' AND outcome = 'done'
    AND json_extract(details, '$.document') = :document AND json_extract(details, '$.step') = 'made'
ORDER BY seq DESC

-- broken --
-- Documents whose chunks are not all there, by their client.
SELECT client.number AS client_number
FROM document JOIN client ON client.id = document.client
WHERE document.size IS NOT NULL AND document.size <> (
    SELECT coalesce(sum(length(content)), 0) - :tag * count(*) FROM document_chunk WHERE document = document.id)
ORDER BY client.number

-- paper_due --
-- Papers at a place whose day has come, by client and day: of everybody, or of one caseload.
SELECT client.number AS client_number, document.destroy_on, count(*) AS papers
FROM document JOIN client ON client.id = document.client
WHERE document.destroy_on <= :last AND document.removed_at IS NULL AND (:coach IS NULL OR client.coach = :coach)
GROUP BY document.client, document.destroy_on ORDER BY document.destroy_on, client.number

-- sum_size --
-- The octets of all documents of a dossier.
SELECT coalesce(sum(size), 0) AS octets FROM document WHERE client = :client

-- destroy_paper --
-- A paper at a place was destroyed by hand.
DELETE FROM document WHERE id = :id AND sealed_place IS NOT NULL

-- mark --
-- The marks of a document: contested while a request on it is undecided, restricted until that is lifted (AVG 18).
UPDATE document SET
    in_onderzoek = EXISTS (
        SELECT 1 FROM correction JOIN request ON request.id = correction.request
        WHERE correction.entry = document.uuid AND correction.granted IS NOT 0 AND correction.applied_at IS NULL
            AND request.withdrawn_on IS NULL
    ),
    beperkt = EXISTS (
        SELECT 1 FROM correction JOIN request ON request.id = correction.request
        WHERE correction.entry = document.uuid AND correction.applied_at IS NOT NULL
            AND correction.lifted_at IS NULL AND request.kind IN ('beperking', 'bezwaar')
    )
WHERE client = :client

-- keep_secrecy --
-- A duty of secrecy goes on to the document that takes the place of another, where it has none.
UPDATE document SET geheim = :geheim, citation = :citation WHERE uuid = :uuid AND geheim IS NULL
