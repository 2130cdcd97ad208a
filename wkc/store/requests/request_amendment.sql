-- move_asked --
-- The letter that asks for proof of identity went out on another day than it was drawn up.
UPDATE request SET asked_on = :on_date WHERE id = :id AND asked_on IS NOT NULL

-- move_reminded --
-- The reminder went out on another day than it was drawn up.
UPDATE request SET reminded_on = :on_date WHERE id = :id AND reminded_on IS NOT NULL

-- put_name --
-- The name and the address of who asks from outside the register.
UPDATE request SET sealed_name = :sealed WHERE id = :id AND client IS NULL

-- put_asker --
-- The name and the address of who asks for a client.
UPDATE request SET asker = :asker WHERE id = :id

-- move_extended --
-- The notice of extension went out on another day than it was drawn up.
UPDATE request SET extended_on = :on_date WHERE id = :id AND extended_on IS NOT NULL
