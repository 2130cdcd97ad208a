-- next_number --
-- The next number of a year: given out once.
INSERT INTO breach_given (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1
RETURNING last

-- add --
-- A breach.
INSERT INTO breach (uuid, number, kind, known_at, from_at, until_at, sealed_events, recorded_at, recorded_by)
VALUES (:uuid, :number, :kind, :known_at, :from_at, :until_at, :sealed, :at, :by)

-- by_number --
-- A breach by its number.
SELECT id, uuid, number, kind, known_at, from_at, until_at, sealed_events, report_ap, sealed_ap, notify_persons,
    sealed_persons, decided_at, decided_by, ap_reported_at, persons_notified_at, closed_at, sealed_end, sealed_account,
    recorded_at, recorded_by, (SELECT count(*) FROM breach_gone WHERE breach = breach.id) AS gone
FROM breach WHERE number = :number

-- numbers --
-- The breaches, the open ones first, then the last first.
SELECT number FROM breach ORDER BY closed_at IS NOT NULL, id DESC

-- open_numbers --
-- The breaches that are not closed.
SELECT number FROM breach WHERE closed_at IS NULL ORDER BY known_at

-- change --
-- The facts of a breach as they are known by now.
UPDATE breach SET kind = :kind, known_at = :known_at, from_at = :from_at, until_at = :until_at, sealed_events = :sealed
WHERE id = :id

-- decide --
-- The decision whether the AP and the people are notified, with reasons.
UPDATE breach SET report_ap = :report_ap, sealed_ap = :sealed_ap, notify_persons = :notify_persons,
    sealed_persons = :sealed_persons, decided_at = :at, decided_by = :by
WHERE id = :id

-- describe --
-- The account of a breach for the AP and the people.
UPDATE breach SET sealed_account = :sealed WHERE id = :id

-- report --
-- The AP got the report.
UPDATE breach SET ap_reported_at = :at WHERE id = :id

-- notify_persons --
-- The people were notified.
UPDATE breach SET persons_notified_at = :at WHERE id = :id

-- notify_party --
-- An opdrachtgever was notified.
UPDATE breach_party SET notified_at = :at WHERE breach = :id AND party = :party

-- close --
-- A breach is closed.
UPDATE breach SET closed_at = :at, closed_by = :by, sealed_end = :sealed WHERE id = :id

-- add_person --
-- A client whom a breach reached.
INSERT INTO breach_person (breach, client, categories) VALUES (:id, :client, :categories)
ON CONFLICT (breach, client) DO UPDATE SET categories = excluded.categories

-- persons --
-- The clients whom a breach reached.
SELECT client.number AS client_number, breach_person.categories
FROM breach_person JOIN client ON client.id = breach_person.client
WHERE breach_person.breach = :id ORDER BY client.number

-- add_gone --
-- A person whom a breach reached and whose dossier is destroyed.
INSERT INTO breach_gone (breach, person) VALUES (:id, :person) ON CONFLICT (breach, person) DO NOTHING

-- add_party --
-- An opdrachtgever of a client whom a breach reached.
INSERT INTO breach_party (breach, party, due_at) VALUES (:id, :party, :due_at)
ON CONFLICT (breach, party) DO UPDATE SET due_at = excluded.due_at

-- parties --
-- The opdrachtgevers that are notified.
SELECT party.name AS party_name, breach_party.due_at, breach_party.notified_at
FROM breach_party JOIN party ON party.id = breach_party.party
WHERE breach_party.breach = :id ORDER BY party.name

-- seen_since --
-- The clients whose data a user looked at or changed between two instants.
SELECT DISTINCT subject FROM audit
WHERE user_id = :user_id AND at BETWEEN :first AND :last AND outcome = 'done' AND subject IS NOT NULL

-- gone_since --
-- People whose dossier was made up to an instant and destroyed from a day on.
SELECT person FROM dossier_gone WHERE made_at <= :last AND gone_on >= :first

-- words --
-- A note of a contact, or the words of a report that did not go out yet.
SELECT 1 FROM contact WHERE client = :client AND sealed IS NOT NULL
UNION ALL SELECT 1 FROM report WHERE client = :client AND sealed_words IS NOT NULL
LIMIT 1

-- reached --
-- Clients whom a breach reached and who live; of two dossiers that are linked, the one that is left.
SELECT DISTINCT client.id AS client_id, client.uuid AS client_uuid, client.number AS client_number,
    client.registered_on, client.coach
FROM breach_person LEFT JOIN link ON link.client = breach_person.client
    JOIN client ON client.id = coalesce(link.into_client, breach_person.client)
WHERE breach_person.breach = :id AND NOT EXISTS (SELECT 1 FROM death WHERE death.client = client.id)
ORDER BY client.number

-- reached_parties --
-- The opdrachtgevers that are to be notified of a breach.
SELECT party.id AS party_id, party.uuid AS party_uuid, party.name AS party_name, party.kind AS party_kind,
    party.recorded_at AS party_recorded_at, party.recorded_by AS party_recorded_by
FROM breach_party JOIN party ON party.id = breach_party.party
WHERE breach_party.breach = :id ORDER BY party.name_key

-- count_of_party --
-- The number of one opdrachtgever's clients whom a breach reached; two dossiers that are linked are one client.
SELECT count(DISTINCT assignment.client) AS count
FROM breach_person LEFT JOIN link ON link.client = breach_person.client
    JOIN assignment ON assignment.client = coalesce(link.into_client, breach_person.client)
        AND assignment.party = :party
WHERE breach_person.breach = :id

-- categories_of_party --
-- The categories of the data of one opdrachtgever's clients whom it reached.
SELECT DISTINCT breach_person.categories
FROM breach_person LEFT JOIN link ON link.client = breach_person.client
    JOIN assignment ON assignment.client = coalesce(link.into_client, breach_person.client)
        AND assignment.party = :party
WHERE breach_person.breach = :id

-- categories_of_client --
-- The categories of the data of one client whom it reached, also in dossiers that were linked to theirs.
SELECT DISTINCT breach_person.categories
FROM breach_person LEFT JOIN link ON link.client = breach_person.client
WHERE breach_person.breach = :id AND coalesce(link.into_client, breach_person.client) = :client

-- agreed_hours --
-- Within how many hours each opdrachtgever of a breach is notified, as its agreement says now.
SELECT breach_party.party AS party_id, party_profile.breach_hours
FROM breach_party LEFT JOIN party_profile ON party_profile.party = breach_party.party
WHERE breach_party.breach = :id

-- recount --
-- By when an opdrachtgever is notified.
UPDATE breach_party SET due_at = :due_at WHERE breach = :id AND party = :party

-- forget --
-- A breach that was closed before a day: it is kept three years.
DELETE FROM breach WHERE id = :id

-- forget_persons --
-- The clients whom a breach reached.
DELETE FROM breach_person WHERE breach = :id

-- forget_gone --
-- The people whom a breach reached and whose dossier is destroyed.
DELETE FROM breach_gone WHERE breach = :id

-- forget_parties --
-- The opdrachtgevers that were notified.
DELETE FROM breach_party WHERE breach = :id

-- closed_before --
-- Breaches that were closed before an instant.
SELECT id FROM breach WHERE closed_at < :before
