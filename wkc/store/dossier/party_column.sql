-- of_party --
-- The field of each column of the lists of a party.
SELECT heading, field FROM party_column WHERE party = :party ORDER BY heading

-- put --
-- A column of the lists of a party is this field from now on.
INSERT INTO party_column (party, heading, field) VALUES (:party, :heading, :field)
ON CONFLICT (party, heading) DO UPDATE SET field = excluded.field

-- clear --
-- The columns of the lists of a party are forgotten.
DELETE FROM party_column WHERE party = :party
