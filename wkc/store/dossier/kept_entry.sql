-- of_client --
-- The values of the sealed classes of one client, in the order of recording.
SELECT id, uuid, sealed, sealed_value FROM entry WHERE client = :client AND sealed IS NOT NULL AND removed_at IS NULL
ORDER BY id

-- holds --
-- The holds of one client, released ones too.
SELECT id, categories FROM hold WHERE client = :client ORDER BY id

-- keep --
-- A hold keeps a value.
INSERT INTO hold_entry (hold, entry) SELECT :hold, id FROM entry WHERE client = :client AND uuid = :uuid
ON CONFLICT DO NOTHING

-- keeps --
-- The holds of a client, each with whether it keeps an entry.
SELECT categories, EXISTS (
    SELECT 1 FROM hold_entry WHERE hold_entry.hold = hold.id AND hold_entry.entry = :entry
) AS keeps FROM hold WHERE client = :client
