-- put --
-- The address of a party and the agreement with it, in place of those on file before.
INSERT INTO party_profile (party, address, postcode, place, e_mail, contact, kenmerk, role, agreed_on, agreed_until,
    agreement, agreement_at, report_months, breach_hours, basis, recorded_at, recorded_by)
VALUES (:party, :address, :postcode, :place, :e_mail, :contact, :kenmerk, :role, :agreed_on, :agreed_until,
    :agreement, :agreement_at, :report_months, :breach_hours, :basis, :at, :by)
ON CONFLICT (party) DO UPDATE SET address = excluded.address, postcode = excluded.postcode, place = excluded.place,
    e_mail = excluded.e_mail, contact = excluded.contact, kenmerk = excluded.kenmerk, role = excluded.role,
    agreed_on = excluded.agreed_on, agreed_until = excluded.agreed_until, agreement = excluded.agreement,
    agreement_at = excluded.agreement_at, report_months = excluded.report_months,
    breach_hours = excluded.breach_hours, basis = excluded.basis, recorded_at = excluded.recorded_at,
    recorded_by = excluded.recorded_by

-- one --
-- The profile of one party.
SELECT address, postcode, place, e_mail, contact, kenmerk, role, agreed_on, agreed_until, agreement, agreement_at,
    report_months, breach_hours, basis
FROM party_profile WHERE party = :party

-- ending --
-- Agreements that end between two days, soonest first.
SELECT party.name, party_profile.agreed_until
FROM party_profile JOIN party ON party.id = party_profile.party
WHERE party_profile.agreed_until BETWEEN :first AND :last
ORDER BY party_profile.agreed_until, party.name
