-- begin --
-- A decision of the office's own accord: nobody asks, so it is received, decided and known on one day.
INSERT INTO request (uuid, number, client, kind, received_on, opgetekend, requester, decided_on, decided_by, decision,
    sealed_reasons, told_on, recorded_at, recorded_by)
VALUES (:uuid, :number, :client, :kind, :on_date, 0, :requester, :on_date, :by, :decision,
    :sealed_reasons, :on_date, :at, :by)

-- taken_up --
-- The removals of the office's own accord, since a removal was refused, of the values that it asked to remove.
SELECT request.number, request.received_on, request.withdrawn_on FROM request
WHERE request.client = :client AND request.id > :id
    AND request.requester = 'beheerder' AND request.kind = 'verwijdering'
    AND (EXISTS (
            SELECT 1 FROM correction AS again JOIN correction AS refused ON refused.entry = again.entry
            WHERE again.request = request.id AND refused.request = :id)
        OR (NOT EXISTS (SELECT 1 FROM correction WHERE correction.request = request.id)
            AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.request = :id)))
ORDER BY request.id
