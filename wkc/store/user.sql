-- add --
-- A designation (art. 6 and 7).
INSERT INTO user (user_id, name, role, function, designated_at, designated_by)
VALUES (:user_id, :name, :role, :function, :at, :by)

-- one --
-- A user by USER ID.
SELECT user_id, name, role, function, designated_at, designated_by, revoked_at FROM user WHERE user_id = :user_id
