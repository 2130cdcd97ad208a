-- party --
-- The party that a value came from.
SELECT id AS party_id, uuid AS party_uuid, name AS party_name, kind AS party_kind, recorded_at AS party_recorded_at,
    recorded_by AS party_recorded_by
FROM party WHERE uuid = :uuid
