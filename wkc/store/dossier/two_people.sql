-- add --
-- Two dossiers are of two people; a pair that was marked before stays as it is.
INSERT INTO two_people (client, other, recorded_at, recorded_by) VALUES (min(:one, :other), max(:one, :other), :at, :by)
ON CONFLICT (client, other) DO NOTHING

-- of_client --
-- The dossiers that are marked as those of another person than one, through the links of both.
SELECT DISTINCT coalesce(other_link.into_client, pair.other) AS other
FROM (
    SELECT client, other FROM two_people
    UNION ALL SELECT other, client FROM two_people
) AS pair
    LEFT JOIN link AS own_link ON own_link.client = pair.client
    LEFT JOIN link AS other_link ON other_link.client = pair.other
WHERE pair.client = :client OR own_link.into_client = :client
