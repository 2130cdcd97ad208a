-- put_vault --
-- The one row that ties this file to its vault.
INSERT INTO register (id, vault, generation, created_at) VALUES (1, :vault, :generation, :at)

-- identity --
-- The vault and the generation that this file belongs to.
SELECT vault, generation FROM register

-- put_setting --
-- A setting, new or changed.
INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- settings --
-- All settings.
SELECT name, value FROM setting ORDER BY name

-- add_slot --
-- A slot from its first day.
INSERT INTO slot_history (slot, user_id, kind, x25519, ed25519, from_at)
VALUES (:slot, :user_id, :kind, :x25519, :ed25519, :at)

-- slots --
-- Every slot there ever was.
SELECT slot, user_id, kind, x25519, ed25519, withdrawn_at FROM slot_history

-- slot --
-- One slot, which shows whether somebody exchanged its keys.
SELECT slot, user_id, kind, x25519, ed25519, withdrawn_at FROM slot_history WHERE slot = :slot

-- wrap --
-- The wrapping of one slot, which shows whether somebody put an older password back.
SELECT digest, before FROM slot_wrap WHERE slot = :slot

-- put_codes_due --
-- A beheerder who knows the recovery codes has left; the earliest such day stays.
INSERT INTO codes_due (id, since, user_id) VALUES (1, :at, :user_id) ON CONFLICT (id) DO NOTHING

-- codes_due --
-- Whether new recovery codes are due, since when and because of whom.
SELECT since, user_id FROM codes_due

-- codes_made --
-- New recovery codes were made.
DELETE FROM codes_due

-- put_wrap --
-- A slot is wrapped by another password, or about to be.
INSERT INTO slot_wrap (slot, digest, before) VALUES (:slot, :digest, :before)
ON CONFLICT (slot) DO UPDATE SET digest = excluded.digest, before = excluded.before

-- withdraw_slots --
-- A user gets a new slot, or none.
UPDATE slot_history SET withdrawn_at = :at WHERE user_id = :user_id AND withdrawn_at IS NULL

-- signins_read --
-- The position up to which a user has seen the failed sign-ins.
SELECT position FROM signin_read WHERE user_id = :user_id

-- put_signins_read --
-- A user has seen the failed sign-ins up to a position.
INSERT INTO signin_read (user_id, position) VALUES (:user_id, :position)
ON CONFLICT (user_id) DO UPDATE SET position = excluded.position

-- withdraw_slot --
-- One slot opens nothing any more.
UPDATE slot_history SET withdrawn_at = :at WHERE slot = :slot AND withdrawn_at IS NULL

-- put_generation --
-- The next generation is another file with keys of its own.
UPDATE register SET generation = :generation
