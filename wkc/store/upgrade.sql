-- role --
-- The role of an active user, whatever else a later version knows of users.
SELECT role FROM user WHERE user_id = :user_id AND revoked_at IS NULL
