-- find --
-- Where values came from that were written down at the same instant by the same user.
SELECT id FROM provenance
WHERE recorded_at = :at AND recorded_by = :by AND source IS :source AND basis IS :basis AND party IS :party
    AND obtained_on IS :obtained_on AND geheim IS :geheim AND citation IS :citation

-- add --
-- Where values came from, who writes them down and when.
INSERT INTO provenance (source, basis, party, obtained_on, geheim, citation, recorded_at, recorded_by)
VALUES (:source, :basis, :party, :obtained_on, :geheim, :citation, :at, :by)
