-- add --
-- A look outside the caseload, with its sealed reason and the line it left.
INSERT INTO break_glass (uuid, client, line, sealed_reason, at, by)
VALUES (:uuid, :client, :line, :sealed_reason, :at, :by)

-- unreviewed --
-- The looks that wait for the beheerder, oldest first.
SELECT break_glass.uuid, break_glass.line, break_glass.sealed_reason, break_glass.at, break_glass.by,
    client.uuid AS client_uuid, client.number AS client_number
FROM break_glass JOIN client ON client.id = break_glass.client
WHERE break_glass.reviewed_at IS NULL ORDER BY break_glass.line

-- review --
-- The beheerder has looked at it.
UPDATE break_glass SET reviewed_at = :at, reviewed_by = :by WHERE line = :line AND reviewed_at IS NULL AND by <> :by

-- of_client --
-- The reasons under looks at one client, by line.
SELECT line, uuid, sealed_reason, at, by FROM break_glass WHERE client = :client ORDER BY line
