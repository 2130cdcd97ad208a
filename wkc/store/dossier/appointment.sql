-- add --
-- An appointment is planned.
INSERT INTO appointment (id, uuid, client, on_date, at_time, kind, recorded_at, recorded_by)
VALUES (:number, :uuid, :client, :on_date, :at_time, :kind, :at, :by)

-- of_client --
-- The appointments of one client, by day.
SELECT appointment.id, appointment.id AS number, appointment.uuid,
    client.number AS client_number, appointment.on_date, appointment.at_time, appointment.kind, appointment.outcome,
    appointment.recorded_at, appointment.recorded_by, appointment.ended_at, appointment.ended_by
FROM appointment JOIN client ON client.id = appointment.client
WHERE appointment.client = :client ORDER BY appointment.on_date, appointment.at_time, appointment.id

-- open --
-- Appointments that are still planned up to a day: of one coach's caseload, or of the clients who have no coach.
SELECT appointment.id, appointment.id AS number, appointment.uuid,
    client.number AS client_number, appointment.on_date, appointment.at_time, appointment.kind, appointment.outcome,
    appointment.recorded_at, appointment.recorded_by, appointment.ended_at, appointment.ended_by
FROM appointment JOIN client ON client.id = appointment.client
WHERE appointment.outcome IS NULL AND appointment.on_date <= :last AND client.coach IS :coach
ORDER BY appointment.on_date, appointment.at_time, appointment.id

-- finish --
-- The outcome of an appointment, and the contact that it left.
UPDATE appointment SET outcome = :outcome, contact = (SELECT id FROM contact WHERE uuid = :contact), ended_at = :at,
    ended_by = :by
WHERE id = :id AND outcome IS NULL
