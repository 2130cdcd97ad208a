-- drop --
-- The marks before: there is one review of a request.
DELETE FROM review WHERE request = :request

-- add --
-- The marks of the words that the copy on a request hides.
INSERT INTO review (uuid, request, sealed_marks, places, reviewed_at, reviewed_by)
VALUES (:uuid, :request, :sealed_marks, :places, :at, :by)

-- of_request --
-- The review of one request.
SELECT uuid, sealed_marks, places, reviewed_at, reviewed_by, read_at, read_by FROM review WHERE request = :request

-- read_again --
-- Somebody read it once more.
UPDATE review SET read_at = :at, read_by = :by WHERE request = :request
