-- is_there --
-- Whether this register has links at all; one of an older schema has not.
SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'linked_row') AS there

-- any_rows --
-- Whether any row came over with a link.
SELECT EXISTS (SELECT 1 FROM linked_row) AS came

-- sealed_for --
-- The client that a row is sealed for, when it came over with a link.
SELECT client.uuid FROM linked_row JOIN client ON client.id = linked_row.client WHERE linked_row.row = :row

-- next_number --
-- The next number of a row of one kind: given out once, whatever becomes of the row.
INSERT INTO row_given (noun, last) VALUES (:noun, 1)
ON CONFLICT (noun) DO UPDATE SET last = last + 1
RETURNING last
