-- find --
-- The source of values that the same user recorded at the same instant.
SELECT id FROM provenance
WHERE recorded_at = :at AND recorded_by = :by AND source IS :source AND basis IS :basis AND party IS :party
    AND obtained_on IS :obtained_on AND geheim IS :geheim AND citation IS :citation

-- add --
-- The source of values, with the user who records them and the instant.
INSERT INTO provenance (source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by)
VALUES (:source, :basis, :party, :obtained_on, :geheim, :citation, :at, :by)
