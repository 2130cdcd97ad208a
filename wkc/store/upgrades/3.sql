-- From version 2 to 3: disclosures, and which body of annex III a party is.

ALTER TABLE party ADD COLUMN body TEXT CHECK (body IN ('andere_gemeente', 'belastingdienst', 'zorgverzekeraar', 'uwv', 'sociale_verzekeringsraad', 'svb', 'algemeen_werkloosheidsfonds', 'algemeen_arbeidsongeschiktheidsfonds', 'toeslagenfonds', 'justitie', 'politie', 'szw', 'uwv_werkbedrijf', 'sociale_dienst', 'bureau_schuldhulpverlening', 'gemeentesecretarie'));

-- Art. 8: what somebody else asked for, how it was judged, what the beheerder decided. Attempts that were refused
-- stand here too. Never a value: categories, and in disclosure_entry which entries.
CREATE TABLE disclosure (
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
    role TEXT NOT NULL CHECK (role IN ('beheerder', 'coach')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    decided_at TEXT,
    decided_by TEXT REFERENCES user,
    allowed INTEGER CHECK (allowed IN (0, 1)),
    sealed_decision BLOB,
    letter_at TEXT,
    letter_sha256 BLOB CHECK (length(letter_sha256) = 32),
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

CREATE INDEX disclosure_client ON disclosure (client);
CREATE INDEX disclosure_party ON disclosure (party, on_date);
CREATE INDEX disclosure_on ON disclosure (on_date);
CREATE INDEX disclosure_person ON disclosure (person) WHERE person IS NOT NULL;
CREATE INDEX disclosure_waiting ON disclosure (id) WHERE decided_at IS NULL AND (outcome = 'beheerder_beslist' OR vital = 1);

-- Each step of a judgement, with its article and reason code.
CREATE TABLE disclosure_step (
    disclosure INTEGER NOT NULL REFERENCES disclosure,
    place INTEGER NOT NULL CHECK (place >= 1),
    client INTEGER NOT NULL REFERENCES client,
    article TEXT NOT NULL CHECK (article <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    outcome TEXT NOT NULL CHECK (outcome IN ('toegestaan', 'beheerder_beslist', 'geweigerd')),
    PRIMARY KEY (disclosure, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX disclosure_step_client ON disclosure_step (client);

-- Each entry that was asked for: it goes (perhaps marked), or is dropped for a reason. By uuid, for it may be removed.
CREATE TABLE disclosure_entry (
    disclosure INTEGER NOT NULL REFERENCES disclosure,
    entry BLOB NOT NULL CHECK (length(entry) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT NOT NULL CHECK (field <> ''),
    mark TEXT CHECK (mark IN ('betwist', 'beperkt')),
    dropped TEXT CHECK (dropped <> ''),
    article TEXT,
    PRIMARY KEY (disclosure, entry),
    CHECK ((dropped IS NULL) = (article IS NULL)),
    CHECK (dropped IS NULL OR mark IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX disclosure_entry_client ON disclosure_entry (client);
CREATE INDEX disclosure_entry_entry ON disclosure_entry (entry);

PRAGMA user_version = 3;
