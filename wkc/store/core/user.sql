-- add --
-- A designation (art. 6 and 7).
INSERT INTO user (user_id, name, role, function, designated_at, designated_by, secrecy_on, responsible)
VALUES (:user_id, :name, :role, :function, :at, :by, :secrecy_on, :responsible)

-- one --
-- A user by USER ID.
SELECT user_id, name, role, function, designated_at, designated_by, secrecy_on, responsible, revoked_at
FROM user WHERE user_id = :user_id

-- all --
-- Every user there ever was; an office has tens of them.
SELECT user_id, name, role, function, designated_at, designated_by, secrecy_on, responsible, revoked_at
FROM user ORDER BY user_id

-- put_role --
-- A designation for another role.
UPDATE user SET role = :role, function = :function, designated_at = :at, designated_by = :by WHERE user_id = :user_id

-- revoke --
-- Access has ended; the row stays.
UPDATE user SET revoked_at = :at WHERE user_id = :user_id AND revoked_at IS NULL

-- put_responsible --
-- Somebody else answers for a service account.
UPDATE user SET responsible = :responsible WHERE user_id = :user_id

-- answers_for --
-- The service accounts that a person answers for; an office has a few.
SELECT user_id FROM user WHERE responsible = :user_id AND revoked_at IS NULL ORDER BY user_id

-- put_secrecy --
-- A user signed the undertaking of secrecy anew.
UPDATE user SET secrecy_on = :on_date WHERE user_id = :user_id
