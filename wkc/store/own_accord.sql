-- begin --
-- What the office decides of its own accord: nobody asks, so it is received, decided and known on one day.
INSERT INTO request (uuid, number, client, kind, received_on, opgetekend, requester, decided_on, decided_by, decision,
    sealed_reasons, told_on, recorded_at, recorded_by)
VALUES (:uuid, :number, :client, :kind, :on_date, 0, :requester, :on_date, :by, :decision,
    :sealed_reasons, :on_date, :at, :by)
