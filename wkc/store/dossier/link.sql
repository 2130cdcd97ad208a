-- add --
-- One dossier leads to another; its entries are numbered from the next thousand above all that were numbered there.
INSERT INTO link (client, into_client, linked_at, linked_by, ahead)
SELECT :client, :into, :at, :by, 1000 * (1 + (
    coalesce(max(ahead), 0) + (SELECT count(*) FROM entry WHERE client = :into)
    + (SELECT count(*) FROM entry_gone WHERE client = :into)
) / 1000) FROM link WHERE into_client = :into

-- of_client --
-- The dossier that one leads to, and since when.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach, link.linked_at, link.ahead
FROM link JOIN client ON client.id = link.into_client WHERE link.client = :client

-- joined --
-- The dossiers that lead to one.
SELECT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number, client.registered_on,
    client.coach
FROM link JOIN client ON client.id = link.client WHERE link.into_client = :client ORDER BY link.client

-- by_own_number --
-- The dossier that has a number, also when it leads to another.
SELECT id AS client_id, uuid AS client_uuid, number AS client_number, registered_on, coach
FROM client WHERE number = :number

-- note_rows --
-- The rows of the dossier that is going to lead to another.
INSERT INTO linked_row (row, client)
SELECT uuid, :client FROM entry WHERE client = :client
UNION ALL SELECT uuid, :client FROM assignment WHERE client = :client
UNION ALL SELECT uuid, :client FROM contact WHERE client = :client
UNION ALL SELECT uuid, :client FROM appointment WHERE client = :client
UNION ALL SELECT uuid, :client FROM mandate WHERE client = :client
UNION ALL SELECT uuid, :client FROM consent WHERE client = :client
UNION ALL SELECT uuid, :client FROM release WHERE client = :client
UNION ALL SELECT uuid, :client FROM disclosure WHERE client = :client
UNION ALL SELECT uuid, :client FROM report WHERE client = :client
UNION ALL SELECT uuid, :client FROM break_glass WHERE client = :client
UNION ALL SELECT uuid, :client FROM request WHERE client = :client
UNION ALL SELECT uuid, :client FROM letter WHERE client = :client
UNION ALL SELECT uuid, :client FROM correction WHERE client = :client
UNION ALL SELECT uuid, :client FROM dissent WHERE client = :client
UNION ALL SELECT uuid, :client FROM mistake WHERE client = :client
UNION ALL SELECT uuid, :client FROM hold WHERE client = :client
UNION ALL SELECT uuid, :client FROM objection WHERE client = :client
UNION ALL SELECT uuid, :client FROM supplied WHERE client = :client
UNION ALL SELECT uuid, :client FROM document WHERE client = :client
UNION ALL SELECT uuid, :client FROM form WHERE client = :client
UNION ALL SELECT review.uuid, :client FROM review JOIN request ON request.id = review.request
    WHERE request.client = :client

-- move_entry --
-- The noted rows of a link go to a client.
UPDATE entry SET client = :into
WHERE client IN (SELECT :link UNION ALL SELECT into_client FROM link WHERE client = :link)
    AND uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_assignment --
-- The noted rows of a link go to a client.
UPDATE assignment SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_contact --
-- The noted rows of a link go to a client.
UPDATE contact SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_appointment --
-- The noted rows of a link go to a client.
UPDATE appointment SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_mandate --
-- The noted rows of a link go to a client.
UPDATE mandate SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_consent --
-- The noted rows of a link go to a client.
UPDATE consent SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_release --
-- The noted rows of a link go to a client.
UPDATE release SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_disclosure --
-- The noted rows of a link go to a client.
UPDATE disclosure SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_report --
-- The noted rows of a link go to a client.
UPDATE report SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_break_glass --
-- The noted rows of a link go to a client.
UPDATE break_glass SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_request --
-- The noted rows of a link go to a client.
UPDATE request SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_letter --
-- The noted rows of a link go to a client.
UPDATE letter SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_correction --
-- The noted rows of a link go to a client.
UPDATE correction SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_dissent --
-- The noted rows of a link go to a client.
UPDATE dissent SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_mistake --
-- The noted rows of a link go to a client.
UPDATE mistake SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_hold --
-- The noted rows of a link go to a client.
UPDATE hold SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_objection --
-- The noted rows of a link go to a client.
UPDATE objection SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_supplied --
-- The noted rows of a link go to a client.
UPDATE supplied SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_document --
-- The noted rows of a link go to a client.
UPDATE document SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_form --
-- The noted rows of a link go to a client.
UPDATE form SET client = :into WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link)

-- move_disclosure_step --
-- The rows below the noted rows go with them.
UPDATE disclosure_step SET client = :into
WHERE disclosure IN (SELECT id FROM disclosure WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link))

-- move_disclosure_entry --
-- The rows below the noted rows go with them.
UPDATE disclosure_entry SET client = :into
WHERE disclosure IN (SELECT id FROM disclosure WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link))

-- move_correction_told --
-- The rows below the noted rows go with them.
UPDATE correction_told SET client = :into
WHERE disclosure IN (SELECT id FROM disclosure WHERE uuid IN (SELECT row FROM linked_row WHERE client = :link))

-- note_end --
-- A value that a link ended.
INSERT INTO linked_end (entry, client) VALUES (:entry, :client)

-- end_entry --
-- A value is no longer current, because the other dossier has the field too.
UPDATE entry SET closed_at = :at, closed_by = :by
WHERE client = (SELECT into_client FROM link WHERE client = :client) AND uuid = :entry AND closed_at IS NULL

-- reopen --
-- The values that a link ended are current again.
UPDATE entry SET closed_at = NULL, closed_by = NULL
WHERE client IN (SELECT :client UNION ALL SELECT into_client FROM link WHERE client = :client)
    AND removed_at IS NULL AND uuid IN (SELECT entry FROM linked_end WHERE client = :client)

-- new_since --
-- The nouns of rows recorded in the linked dossier since: they belong to neither of the two alone.
SELECT 'entry' AS noun WHERE EXISTS (
    SELECT 1 FROM entry JOIN provenance ON provenance.id = entry.provenance WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'assignment' AS noun WHERE EXISTS (SELECT 1 FROM assignment WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'contact' AS noun WHERE EXISTS (SELECT 1 FROM contact WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'appointment' AS noun WHERE EXISTS (SELECT 1 FROM appointment WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'mandate' AS noun WHERE EXISTS (SELECT 1 FROM mandate WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'consent' AS noun WHERE EXISTS (SELECT 1 FROM consent WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'release' AS noun WHERE EXISTS (SELECT 1 FROM release WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'disclosure' AS noun WHERE EXISTS (SELECT 1 FROM disclosure WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'report' AS noun WHERE EXISTS (SELECT 1 FROM report WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'request' AS noun WHERE EXISTS (SELECT 1 FROM request WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'letter' AS noun WHERE EXISTS (SELECT 1 FROM letter WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'correction' AS noun WHERE EXISTS (SELECT 1 FROM correction WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'dissent' AS noun WHERE EXISTS (SELECT 1 FROM dissent WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'mistake' AS noun WHERE EXISTS (SELECT 1 FROM mistake WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'hold' AS noun WHERE EXISTS (SELECT 1 FROM hold WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'objection' AS noun WHERE EXISTS (SELECT 1 FROM objection WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'supplied' AS noun WHERE EXISTS (SELECT 1 FROM supplied WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'document' AS noun WHERE EXISTS (SELECT 1 FROM document WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'form' AS noun WHERE EXISTS (SELECT 1 FROM form WHERE client = :client
    AND recorded_at >= :since AND uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'review' AS noun WHERE EXISTS (SELECT 1 FROM review JOIN request ON request.id = review.request
    WHERE request.client = :client AND review.reviewed_at >= :since
        AND review.uuid NOT IN (SELECT row FROM linked_row WHERE client = :link))
UNION ALL SELECT 'death' WHERE EXISTS (SELECT 1 FROM death WHERE client = :client AND recorded_at >= :since)

-- drop_rows --
-- The rows are no longer noted.
DELETE FROM linked_row WHERE client = :client

-- drop_ends --
-- The ended values are no longer noted.
DELETE FROM linked_end WHERE client = :client

-- drop --
-- The dossier leads to no other any more.
DELETE FROM link WHERE client = :client

-- put_coach --
-- The coach of a dossier that leads to no other any more.
UPDATE client SET coach = :coach WHERE id = :client

-- search_keys_due --
-- The search keys of both dossiers are due.
INSERT INTO search_key (key, client) VALUES ('', :client), ('', :into) ON CONFLICT (key, client) DO NOTHING

-- drop_search_keys --
-- The search keys of both dossiers go; a search makes them anew.
DELETE FROM search_key WHERE client IN (:client, :into)

-- facts --
-- The facts against a link: dossiers that lead here, a death, an open notice or return.
SELECT EXISTS (SELECT 1 FROM link WHERE into_client = :client) AS leads,
    EXISTS (SELECT 1 FROM death WHERE client = :client) AS died,
    EXISTS (SELECT 1 FROM notice WHERE client = :client AND told_on IS NULL) AS untold,
    EXISTS (SELECT 1 FROM relisted WHERE client = :client AND accepted_on IS NULL) AS returned

-- counts --
-- The number of rows of a dossier, by noun.
SELECT 'entry' AS noun, count(*) AS amount FROM entry WHERE client = :client
UNION ALL SELECT 'assignment' AS noun, count(*) AS amount FROM assignment WHERE client = :client
UNION ALL SELECT 'contact' AS noun, count(*) AS amount FROM contact WHERE client = :client
UNION ALL SELECT 'appointment' AS noun, count(*) AS amount FROM appointment WHERE client = :client
UNION ALL SELECT 'mandate' AS noun, count(*) AS amount FROM mandate WHERE client = :client
UNION ALL SELECT 'consent' AS noun, count(*) AS amount FROM consent WHERE client = :client
UNION ALL SELECT 'release' AS noun, count(*) AS amount FROM release WHERE client = :client
UNION ALL SELECT 'disclosure' AS noun, count(*) AS amount FROM disclosure WHERE client = :client
UNION ALL SELECT 'report' AS noun, count(*) AS amount FROM report WHERE client = :client
UNION ALL SELECT 'break_glass' AS noun, count(*) AS amount FROM break_glass WHERE client = :client
UNION ALL SELECT 'request' AS noun, count(*) AS amount FROM request WHERE client = :client
UNION ALL SELECT 'letter' AS noun, count(*) AS amount FROM letter WHERE client = :client
UNION ALL SELECT 'correction' AS noun, count(*) AS amount FROM correction WHERE client = :client
UNION ALL SELECT 'dissent' AS noun, count(*) AS amount FROM dissent WHERE client = :client
UNION ALL SELECT 'mistake' AS noun, count(*) AS amount FROM mistake WHERE client = :client
UNION ALL SELECT 'hold' AS noun, count(*) AS amount FROM hold WHERE client = :client
UNION ALL SELECT 'objection' AS noun, count(*) AS amount FROM objection WHERE client = :client
UNION ALL SELECT 'supplied' AS noun, count(*) AS amount FROM supplied WHERE client = :client
UNION ALL SELECT 'document' AS noun, count(*) AS amount FROM document WHERE client = :client
UNION ALL SELECT 'form' AS noun, count(*) AS amount FROM form WHERE client = :client
