-- From 21 to 22: consents to hold, and with an end; identification by e-mail and at the counter, a law that covers a
-- sealed class, a disclosure logged later, a call that a medewerker refused; a notice for what another party supplies.

-- Their checks change, so the tables are made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE consent_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER REFERENCES party,
    purpose TEXT NOT NULL CHECK (purpose GLOB '[a-z]*'),
    categories TEXT NOT NULL CHECK (categories GLOB '[1-9]*'),
    how TEXT NOT NULL CHECK (how IN ('schriftelijk', 'e_mail', 'mondeling')),
    from_on TEXT NOT NULL,
    mandate INTEGER REFERENCES mandate,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    withdrawn_on TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    until_on TEXT CHECK (until_on >= from_on),
    CHECK (party IS NOT NULL OR purpose = 'registratie'),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

INSERT INTO consent_anew (
    id, uuid, client, party, purpose, categories, how, from_on, mandate, recorded_at, recorded_by, withdrawn_on,
    withdrawn_at, withdrawn_by
)
SELECT
    id, uuid, client, party, purpose, categories, how, from_on, mandate, recorded_at, recorded_by, withdrawn_on,
    withdrawn_at, withdrawn_by
FROM consent;

DROP TABLE consent;

ALTER TABLE consent_anew RENAME TO consent;

CREATE INDEX consent_client ON consent (client);
CREATE INDEX consent_party ON consent (party);
CREATE INDEX consent_mandate ON consent (mandate) WHERE mandate IS NOT NULL;
CREATE INDEX consent_ends ON consent (until_on) WHERE until_on IS NOT NULL AND withdrawn_on IS NULL;
CREATE INDEX consent_to_hold ON consent (client) WHERE party IS NULL;

CREATE TABLE disclosure_anew (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER NOT NULL REFERENCES party,
    person INTEGER REFERENCES person,
    on_date TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('brief', 'e_mail', 'portaal', 'mondeling', 'telefoon')),
    ground TEXT NOT NULL CHECK (ground IN ('doel', 'wettelijk_voorschrift', 'toestemming', 'publieke_taak', 'onderzoek',
        'dringende_reden')),
    purpose TEXT CHECK (purpose <> ''),
    categories TEXT NOT NULL CHECK (categories GLOB '[1-9]*'),
    law TEXT CHECK (law <> ''),
    citation TEXT CHECK (citation <> ''),
    covers_bsn INTEGER NOT NULL CHECK (covers_bsn IN (0, 1)),
    requested_on TEXT,
    subject TEXT,
    doubt INTEGER CHECK (doubt IN (0, 1)),
    back_from TEXT,
    back_on TEXT,
    back_by TEXT REFERENCES user,
    traceable INTEGER CHECK (traceable IN (0, 1)),
    decision_on TEXT,
    decision_reference TEXT,
    heard_on TEXT,
    to_life INTEGER CHECK (to_life IN (0, 1)),
    consent_impossible INTEGER CHECK (consent_impossible IN (0, 1)),
    beheerder_unreachable INTEGER CHECK (beheerder_unreachable IN (0, 1)),
    sealed_reason BLOB,
    sealed_note BLOB,
    outcome TEXT NOT NULL CHECK (outcome IN ('toegestaan', 'beheerder_beslist', 'geweigerd')),
    vital INTEGER NOT NULL CHECK (vital IN (0, 1)),
    role TEXT NOT NULL CHECK (role IN ('beheerder', 'coach', 'medewerker')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    decided_at TEXT,
    decided_by TEXT REFERENCES user,
    allowed INTEGER CHECK (allowed IN (0, 1)),
    sealed_decision BLOB,
    letter_at TEXT,
    letter_sha256 BLOB CHECK (length(letter_sha256) = 32),
    letter_number TEXT CHECK (letter_number GLOB 'G[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    identified TEXT CHECK (identified IN ('bekend_adres', 'dienstpas', 'bekend', 'teruggebeld', 'niet')),
    covers_sealed INTEGER CHECK (covers_sealed IN (0, 1)),
    sealed_late BLOB,
    CHECK (identified IS NULL OR channel IN ('e_mail', 'mondeling')),
    CHECK (law IS NOT NULL OR covers_sealed IS NULL),
    CHECK (role <> 'medewerker' OR outcome = 'geweigerd'),
    CHECK ((law IS NULL) = (citation IS NULL)),
    CHECK (law IS NOT NULL OR covers_bsn = 0),
    CHECK ((channel = 'telefoon') = (doubt IS NOT NULL)),
    CHECK (doubt IS NOT NULL OR (subject IS NULL AND back_from IS NULL)),
    CHECK ((back_from IS NULL) = (back_on IS NULL) AND (back_from IS NULL) = (back_by IS NULL)),
    CHECK ((to_life IS NULL) = (consent_impossible IS NULL) AND (to_life IS NULL) = (beheerder_unreachable IS NULL)),
    CHECK (ground <> 'dringende_reden' OR sealed_reason IS NOT NULL),
    CHECK (vital = 0 OR (ground = 'dringende_reden' AND to_life IS 1 AND consent_impossible IS 1)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((decided_at IS NULL) = (allowed IS NULL)),
    CHECK ((decided_at IS NULL) = (sealed_decision IS NULL)),
    CHECK (decided_at IS NULL OR outcome = 'beheerder_beslist' OR (outcome = 'toegestaan' AND vital = 1)),
    CHECK ((letter_at IS NULL) = (letter_sha256 IS NULL)),
    CHECK (letter_at IS NULL OR outcome = 'toegestaan' OR (outcome = 'beheerder_beslist' AND allowed IS 1))
) STRICT;

INSERT INTO disclosure_anew (
    id, uuid, client, party, person, on_date, channel, ground, purpose, categories, law, citation, covers_bsn,
    requested_on, subject, doubt, back_from, back_on, back_by, traceable, decision_on, decision_reference,
    heard_on, to_life, consent_impossible, beheerder_unreachable, sealed_reason, sealed_note, outcome, vital,
    role, recorded_at, recorded_by, decided_at, decided_by, allowed, sealed_decision, letter_at, letter_sha256,
    letter_number
)
SELECT
    id, uuid, client, party, person, on_date, channel, ground, purpose, categories, law, citation, covers_bsn,
    requested_on, subject, doubt, back_from, back_on, back_by, traceable, decision_on, decision_reference,
    heard_on, to_life, consent_impossible, beheerder_unreachable, sealed_reason, sealed_note, outcome, vital,
    role, recorded_at, recorded_by, decided_at, decided_by, allowed, sealed_decision, letter_at, letter_sha256,
    letter_number
FROM disclosure;

DROP TABLE disclosure;

ALTER TABLE disclosure_anew RENAME TO disclosure;

CREATE INDEX disclosure_client ON disclosure (client);
CREATE INDEX disclosure_party ON disclosure (party, on_date);
CREATE INDEX disclosure_on ON disclosure (on_date);
CREATE INDEX disclosure_person ON disclosure (person) WHERE person IS NOT NULL;
CREATE INDEX disclosure_waiting ON disclosure (id) WHERE decided_at IS NULL AND (outcome = 'beheerder_beslist' OR vital = 1);
CREATE UNIQUE INDEX disclosure_letter_number ON disclosure (letter_number) WHERE letter_number IS NOT NULL;

ALTER TABLE notice ADD COLUMN party INTEGER REFERENCES party;

CREATE INDEX notice_party ON notice (party) WHERE party IS NOT NULL;

PRAGMA user_version = 22;
