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
