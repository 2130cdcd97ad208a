-- entry --
-- Values of the sealed classes (art. 4), a page of them.
SELECT entry.id, client.uuid, entry.uuid, entry.field, entry.sealed
FROM entry CROSS JOIN client ON client.id = entry.client
WHERE entry.id > :after AND entry.sealed IS NOT NULL ORDER BY entry.id LIMIT :most

-- put_entry --
-- The same value, sealed anew.
UPDATE entry SET sealed = ? WHERE id = ?

-- contact --
-- Notes on contacts, a page of them.
SELECT contact.id, client.uuid, contact.uuid, 'contact.note', contact.sealed
FROM contact CROSS JOIN client ON client.id = contact.client
WHERE contact.id > :after AND contact.sealed IS NOT NULL ORDER BY contact.id LIMIT :most

-- put_contact --
-- The same note, sealed anew.
UPDATE contact SET sealed = ? WHERE id = ?

-- contact_reason --
-- Why contacts were withdrawn, a page of it.
SELECT contact.id, client.uuid, contact.uuid, 'contact.reason', contact.sealed_reason
FROM contact CROSS JOIN client ON client.id = contact.client
WHERE contact.id > :after AND contact.sealed_reason IS NOT NULL ORDER BY contact.id LIMIT :most

-- put_contact_reason --
-- The same reason, sealed anew.
UPDATE contact SET sealed_reason = ? WHERE id = ?

-- break_glass_reason --
-- Why somebody looked outside the caseload, a page of it.
SELECT break_glass.id, client.uuid, break_glass.uuid, 'break_glass.reason', break_glass.sealed_reason
FROM break_glass CROSS JOIN client ON client.id = break_glass.client
WHERE break_glass.id > :after ORDER BY break_glass.id LIMIT :most

-- put_break_glass_reason --
-- The same reason, sealed anew.
UPDATE break_glass SET sealed_reason = ? WHERE id = ?
