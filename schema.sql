-- The register. Encrypted as a whole by SQLCipher; columns named `sealed` hold HPKE ciphertext of a
-- sealed class, a free note or a reason besides. Instants are UTC, ISO 8601 with seconds and Z; days are ISO 8601
-- in Europe/Amsterdam; uuids are 16 bytes. STRICT: SQLite refuses a value of another type.

PRAGMA application_id = 0x776B6331;  -- 'wkc1'
PRAGMA user_version = 45;

-- One row: which vault and generation this file belongs to (a file of another one put in its place is noticed).
CREATE TABLE register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vault BLOB NOT NULL CHECK (length(vault) = 16),
    generation INTEGER NOT NULL CHECK (generation >= 1),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Art. 6 and 7: who was designated, as what, when and by whom. A row stays when access has ended.
CREATE TABLE user (
    user_id TEXT PRIMARY KEY CHECK (user_id GLOB '[a-z]*' AND length(user_id) BETWEEN 2 AND 32),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('beheerder', 'coach', 'medewerker', 'management', 'service')),
    function TEXT NOT NULL,
    designated_at TEXT NOT NULL,
    designated_by TEXT NOT NULL,
    secrecy_on TEXT NOT NULL,
    responsible TEXT REFERENCES user,
    revoked_at TEXT,
    CHECK ((role = 'service') = (responsible IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Every slot there ever was, to verify old signatures and to refuse a public key that somebody exchanged.
CREATE TABLE slot_history (
    slot BLOB PRIMARY KEY CHECK (length(slot) = 16),
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'recovery', 'service')),
    x25519 BLOB NOT NULL CHECK (length(x25519) = 32),
    ed25519 BLOB NOT NULL CHECK (length(ed25519) = 32),
    from_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slot_history_keeps_keys BEFORE UPDATE OF slot, user_id, kind, x25519, ed25519, from_at ON slot_history
BEGIN
    SELECT RAISE(ABORT, 'slot_history is append-only');
END;

CREATE TRIGGER slot_history_keeps_rows BEFORE DELETE ON slot_history
BEGIN
    SELECT RAISE(ABORT, 'slot_history is append-only');
END;

-- How the password of each slot wraps its keys now, by digest (VAULT 4): an older wrap that is put back opens nothing.
-- While a password is being changed, `before` is the wrap that it replaces.
CREATE TABLE slot_wrap (
    slot BLOB PRIMARY KEY CHECK (length(slot) = 16),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    before BLOB CHECK (length(before) = 32)
) STRICT, WITHOUT ROWID;

-- One row while a beheerder who knows the recovery codes has left or is no beheerder any more: new ones are due.
CREATE TABLE codes_due (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL,
    user_id TEXT NOT NULL
) STRICT;

-- Up to which byte of signins.jsonl each user has been told of failed sign-ins.
CREATE TABLE signin_read (
    user_id TEXT PRIMARY KEY REFERENCES user,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('opdrachtgever', 'instantie', 'werkgever', 'derde')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    body TEXT CHECK (body IN ('andere_gemeente', 'belastingdienst', 'zorgverzekeraar', 'uwv', 'sociale_verzekeringsraad', 'svb', 'algemeen_werkloosheidsfonds', 'algemeen_arbeidsongeschiktheidsfonds', 'toeslagenfonds', 'justitie', 'politie', 'szw', 'uwv_werkbedrijf', 'sociale_dienst', 'bureau_schuldhulpverlening', 'gemeentesecretarie'))
) STRICT;

-- Art. 3 and 8.1, AVG 26 and 28: how a party is reached, who answers for the data beside it, what was agreed with it.
CREATE TABLE party_profile (
    party INTEGER PRIMARY KEY REFERENCES party,
    address TEXT CHECK (address <> ''),
    postcode TEXT CHECK (postcode <> ''),
    place TEXT CHECK (place <> ''),
    e_mail TEXT CHECK (e_mail <> ''),
    contact TEXT CHECK (contact <> ''),
    kenmerk TEXT CHECK (kenmerk <> ''),
    role TEXT CHECK (role IN ('verantwoordelijk', 'zelfstandig', 'verwerker')),
    agreed_on TEXT,
    agreed_until TEXT CHECK (agreed_until >= agreed_on),
    agreement TEXT CHECK (agreement <> ''),
    agreement_at TEXT CHECK (agreement_at <> ''),
    report_months INTEGER CHECK (report_months BETWEEN 1 AND 24),
    breach_hours INTEGER CHECK (breach_hours BETWEEN 1 AND 72),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    basis TEXT CHECK (basis IN ('avg_6_1_c', 'avg_6_1_e'))
) STRICT;

CREATE INDEX party_profile_ends ON party_profile (agreed_until) WHERE agreed_until IS NOT NULL;
CREATE INDEX party_profile_reports ON party_profile (report_months) WHERE report_months IS NOT NULL;

-- Which column of the lists of an opdrachtgever is which field; NULL is left out. Headings in their normal form.
CREATE TABLE party_column (
    party INTEGER NOT NULL REFERENCES party,
    heading TEXT NOT NULL CHECK (heading <> ''),
    field TEXT CHECK (field <> ''),
    PRIMARY KEY (party, heading)
) STRICT, WITHOUT ROWID;

-- The number of a contact, appointment, consent, mandate, release, hold, disclosure or value put aside is its id: it counts
-- through the register and comes once, so that a link or a row that goes moves no other.
CREATE TABLE row_given (
    noun TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Dossier numbers count on by year and are never given out again, whatever is destroyed.
CREATE TABLE number_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    registered_on TEXT NOT NULL,
    coach TEXT REFERENCES user,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    counted_on TEXT NOT NULL DEFAULT '',
    erasure_on TEXT
) STRICT;

CREATE INDEX client_coach ON client (coach, counted_on) WHERE coach IS NOT NULL;
-- The day that the five years of art. 10 are counted from; one that nobody wrote down comes first, and is noticed.
CREATE INDEX client_counted ON client (counted_on, id);

-- What a name is looked up by, without accents and case: by geslachtsnaam, by voorvoegsel, as one says it.
CREATE TABLE name_key (
    key TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES client,
    way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 2),
    PRIMARY KEY (key, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_key_client ON name_key (client);

-- Words of a name that none of its keys begins with: a second surname, a second first name.
CREATE TABLE name_word (
    word TEXT NOT NULL CHECK (word <> ''),
    client INTEGER NOT NULL REFERENCES client,
    PRIMARY KEY (word, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_word_client ON name_word (client);

-- Art. 11.4 and AVG 15: what somebody may be on file under besides the name of today: each word of each name, also a
-- former one, the birth date, postcode, town, e-mail and telephone. Made after an import and when a search needs it; a
-- change of what it comes from takes it away, and leaves an empty key for whose keys are to be made.
CREATE TABLE search_key (
    key TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES client,
    PRIMARY KEY (key, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_key_client ON search_key (client);

-- Art. 4.2 and 11.1: a person who was in two dossiers: `client` is the one whose number leads to `into_client`.
-- `ahead` is what the numbers of its entries come after there.
CREATE TABLE link (
    client INTEGER PRIMARY KEY REFERENCES client,
    into_client INTEGER NOT NULL REFERENCES client,
    linked_at TEXT NOT NULL,
    linked_by TEXT NOT NULL REFERENCES user,
    ahead INTEGER NOT NULL CHECK (ahead >= 1000),
    CHECK (client <> into_client)
) STRICT;

CREATE INDEX link_into ON link (into_client);

-- The rows, by uuid, that came over with a link: they stay sealed for the client that they came from.
CREATE TABLE linked_row (
    row BLOB PRIMARY KEY CHECK (length(row) = 16),
    client INTEGER NOT NULL REFERENCES client
) STRICT, WITHOUT ROWID;

CREATE INDEX linked_row_client ON linked_row (client);

-- Art. 4.2: two dossiers of which somebody said that they are of two people, so that nobody is asked again.
CREATE TABLE two_people (
    client INTEGER NOT NULL REFERENCES client,
    other INTEGER NOT NULL REFERENCES client,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    PRIMARY KEY (client, other),
    CHECK (client < other)
) STRICT, WITHOUT ROWID;

CREATE INDEX two_people_other ON two_people (other);

-- The values, by uuid, that a link ended because the other dossier had the field too: to come back when it is undone.
CREATE TABLE linked_end (
    entry BLOB PRIMARY KEY CHECK (length(entry) = 16),
    client INTEGER NOT NULL REFERENCES client
) STRICT, WITHOUT ROWID;

CREATE INDEX linked_end_client ON linked_end (client);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER NOT NULL REFERENCES party,
    reference TEXT NOT NULL CHECK (reference <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT CHECK (until_on >= from_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    short_term INTEGER NOT NULL DEFAULT 0 CHECK (short_term IN (0, 1))
) STRICT;

CREATE INDEX assignment_client ON assignment (client, from_on);
CREATE INDEX assignment_party ON assignment (party);
CREATE INDEX assignment_ends ON assignment (until_on) WHERE until_on IS NOT NULL;

-- Art. 4: where recorded values came from, who wrote them down and when: once for all that came in together, such as the
-- values of a list. Of values of a sealed class the source is sealed with the value, and who and when are here alone.
CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    source TEXT,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    CHECK ((source IS NULL) = (obtained_on IS NULL)),
    CHECK (source IS NOT NULL OR coalesce(basis, party, geheim, citation) IS NULL),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL)
) STRICT;

CREATE INDEX provenance_recorded ON provenance (recorded_at);
CREATE INDEX provenance_party ON provenance (party) WHERE party IS NOT NULL;

CREATE TRIGGER provenance_stays BEFORE UPDATE ON provenance
BEGIN
    SELECT RAISE(ABORT, 'a provenance is shared by values');
END;

-- Art. 4: one recorded value. A change closes the row and opens another. Of a value of a sealed class everything that
-- tells what it is stands in `sealed` (store/sealed_entry.py): its field, source, ground, duty of secrecy and day;
-- `secret` tells of it that there is such a duty, so that a list which cannot be compared with it waits for who can.
-- `sealed_value` is the value of one from when values alone were sealed. A value is found by its client, so its uuid
-- has no index: that took an eighth of a register.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT,
    value TEXT,
    sealed BLOB,
    sealed_value BLOB,
    normal TEXT,
    provenance INTEGER NOT NULL REFERENCES provenance,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1)),
    removed_at TEXT,
    secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
    CHECK ((value IS NULL) <> (sealed IS NULL)),
    CHECK ((field IS NULL) = (value IS NULL)),
    CHECK (sealed IS NULL OR normal IS NULL),
    CHECK (sealed_value IS NULL OR sealed IS NOT NULL),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

-- The places of entries that were removed for good: the numbers of the others stay (art. 12).
CREATE TABLE entry_gone (
    client INTEGER NOT NULL REFERENCES client,
    place INTEGER NOT NULL,
    PRIMARY KEY (client, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_client ON entry (client);
CREATE INDEX entry_provenance ON entry (provenance);
CREATE INDEX entry_normal ON entry (field, normal) WHERE normal IS NOT NULL AND closed_at IS NULL;
-- What was taken out under art. 12 and is not deleted yet: shown nowhere.
CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;

CREATE TRIGGER entry_has_its_source BEFORE INSERT ON entry
WHEN (NEW.sealed IS NULL) IS NOT (SELECT source IS NOT NULL FROM provenance WHERE id = NEW.provenance)
BEGIN
    SELECT RAISE(ABORT, 'a plain value has a source, and that of a sealed one is sealed');
END;

CREATE TRIGGER provenance_entry_gone AFTER DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE provenance = OLD.provenance)
BEGIN
    DELETE FROM provenance WHERE id = OLD.provenance;
END;

CREATE TRIGGER search_key_entry_new AFTER INSERT ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_changed AFTER UPDATE OF value, removed_at ON entry
WHEN NEW.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = NEW.client)
BEGIN
    DELETE FROM search_key WHERE client = NEW.client;
    INSERT INTO search_key (key, client) VALUES ('', NEW.client);
END;

CREATE TRIGGER search_key_entry_gone AFTER DELETE ON entry
WHEN OLD.field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    AND NOT EXISTS (SELECT 1 FROM search_key WHERE key = '' AND client = OLD.client)
BEGIN
    DELETE FROM search_key WHERE client = OLD.client;
    INSERT INTO search_key (key, client) SELECT '', OLD.client WHERE EXISTS (
        SELECT 1 FROM entry WHERE client = OLD.client AND field IN ('geslachtsnaam', 'voorvoegsel', 'voornamen', 'geboortedatum', 'postcode', 'woonplaats', 'telefoon', 'e_mail')
    );
END;

-- Art. 10: a contactmoment; a withdrawn one stays and counts no longer.
CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    sealed_reason BLOB,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (sealed_reason IS NULL))
) STRICT;

CREATE INDEX contact_client ON contact (client, on_date);

-- Art. 10: an appointment: planned, then kept (its contact counts), missed (its contact does not), moved or called off.
CREATE TABLE appointment (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    at_time TEXT CHECK (at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('gesprek', 'telefoon', 'bezoek')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    outcome TEXT CHECK (outcome IN ('nagekomen', 'gemist', 'verzet', 'afgezegd')),
    contact INTEGER REFERENCES contact,
    ended_at TEXT,
    ended_by TEXT REFERENCES user,
    CHECK ((outcome IS NULL) = (ended_at IS NULL) AND (outcome IS NULL) = (ended_by IS NULL)),
    CHECK ((contact IS NOT NULL) = (outcome IS NOT NULL AND outcome IN ('nagekomen', 'gemist')))
) STRICT;

CREATE INDEX appointment_client ON appointment (client, on_date);
CREATE INDEX appointment_contact ON appointment (contact) WHERE contact IS NOT NULL;
CREATE INDEX appointment_open ON appointment (on_date) WHERE outcome IS NULL;

-- Art. 11.1 and 12.1: who acts for a client, in which capacity, and the document that showed it.
CREATE TABLE mandate (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    kind TEXT NOT NULL CHECK (kind IN ('gemachtigde', 'curator', 'bewindvoerder', 'mentor', 'ouder')),
    name TEXT NOT NULL CHECK (name <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT CHECK (until_on >= from_on),
    sealed_document BLOB NOT NULL,
    seen_on TEXT NOT NULL,
    seen_by TEXT NOT NULL REFERENCES user,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    categories TEXT CHECK (categories <> ''),
    withdrawn_on TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    address TEXT CHECK (address <> ''),
    postcode TEXT CHECK (postcode <> ''),
    place TEXT CHECK (place <> '')
) STRICT;

CREATE INDEX mandate_client ON mandate (client);

-- Art. 8.2, 10 and 11.1: a client who died: the rights and the mandates ended on that day, secrecy and the term did not.
CREATE TABLE death (
    client INTEGER PRIMARY KEY REFERENCES client,
    on_date TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('familie', 'opdrachtgever', 'akte', 'overig')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

-- Art. 10 and 14.2: when the work that nobody sees was done last: the retention run, a backup read through, a restore;
-- and what a beheerder looks over: access, looks, keys, holidays.
CREATE TABLE last_done (
    name TEXT PRIMARY KEY CHECK (name IN ('retention', 'verify', 'drill', 'access', 'looks', 'keys', 'holidays')),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Art. 8.1 and AVG 7: what a client consented to: this recipient, this purpose, these categories, from then on, up to
-- and including its last day. Without a recipient: that the office holds them (AVG 9.2.a, UAVG 22.2.a and 32.a).
CREATE TABLE consent (
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

CREATE INDEX consent_client ON consent (client);
CREATE INDEX consent_party ON consent (party);
CREATE INDEX consent_mandate ON consent (mandate) WHERE mandate IS NOT NULL;
CREATE INDEX consent_ends ON consent (until_on) WHERE until_on IS NOT NULL AND withdrawn_on IS NULL;
CREATE INDEX consent_to_hold ON consent (client) WHERE party IS NULL;

-- Art. 8.2: a duty of secrecy on one entry or document was lifted: by the client, by the body whose duty it is, or by statute.
CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    entry INTEGER REFERENCES entry,
    document INTEGER REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    by TEXT NOT NULL CHECK (by IN ('geregistreerde', 'instantie', 'wet')),
    releaser INTEGER REFERENCES party,
    recipient INTEGER REFERENCES party,
    how TEXT CHECK (how IN ('schriftelijk', 'e_mail', 'mondeling')),
    citation TEXT CHECK (citation <> ''),
    from_on TEXT NOT NULL,
    mandate INTEGER REFERENCES mandate,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    withdrawn_on TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES user,
    CHECK ((entry IS NULL) <> (document IS NULL)),
    CHECK ((by = 'wet') = (citation IS NOT NULL)),
    CHECK ((by = 'wet') = (how IS NULL)),
    CHECK ((by = 'instantie') = (releaser IS NOT NULL)),
    CHECK (mandate IS NULL OR by = 'geregistreerde'),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE INDEX release_client ON release (client);
CREATE INDEX release_entry ON release (entry);
CREATE INDEX release_document ON release (document) WHERE document IS NOT NULL;
CREATE INDEX release_mandate ON release (mandate) WHERE mandate IS NOT NULL;

-- Art. 8.3: people on file at a body; a number counts once it is verified from another source than the call.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    party INTEGER NOT NULL REFERENCES party,
    name TEXT NOT NULL CHECK (name <> ''),
    function TEXT NOT NULL CHECK (function <> ''),
    telephone TEXT NOT NULL CHECK (telephone <> ''),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    verified_from TEXT CHECK (verified_from IN ('website', 'gids', 'centrale', 'brief', 'persoonlijk')),
    verified_on TEXT,
    verified_by TEXT REFERENCES user,
    removed_at TEXT,
    removed_by TEXT REFERENCES user,
    CHECK ((verified_on IS NULL) = (verified_from IS NULL)),
    CHECK ((verified_on IS NULL) = (verified_by IS NULL)),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT;

CREATE INDEX person_party ON person (party);

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

CREATE INDEX disclosure_client ON disclosure (client);
CREATE INDEX disclosure_party ON disclosure (party, on_date);
CREATE INDEX disclosure_on ON disclosure (on_date);
CREATE INDEX disclosure_person ON disclosure (person) WHERE person IS NOT NULL;
CREATE INDEX disclosure_waiting ON disclosure (id) WHERE decided_at IS NULL AND (outcome = 'beheerder_beslist' OR vital = 1);

CREATE UNIQUE INDEX disclosure_letter_number ON disclosure (letter_number) WHERE letter_number IS NOT NULL;

-- Art. 8: the letters and reports that took data to somebody; their numbers count on by year and come once.
CREATE TABLE disclosure_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

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
    is_document INTEGER NOT NULL DEFAULT 0 CHECK (is_document IN (0, 1)),
    PRIMARY KEY (disclosure, entry),
    CHECK ((dropped IS NULL) = (article IS NULL)),
    CHECK (dropped IS NULL OR mark IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX disclosure_entry_client ON disclosure_entry (client);
CREATE INDEX disclosure_entry_entry ON disclosure_entry (entry);

-- Art. 8.1, purpose voortgang: a report to an opdrachtgever. A draft has the coach's own words, sealed; of one that went
-- out its day and SHA-256 stay, and the disclosure in the log.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    assignment INTEGER NOT NULL REFERENCES assignment,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on >= from_on),
    kind TEXT NOT NULL CHECK (kind IN ('voortgang', 'eind')),
    channel TEXT NOT NULL CHECK (channel IN ('brief', 'e_mail', 'portaal')),
    ground TEXT NOT NULL CHECK (ground IN ('doel', 'toestemming', 'wettelijk_voorschrift')),
    law TEXT CHECK (law <> ''),
    citation TEXT CHECK (citation <> ''),
    covers_bsn INTEGER NOT NULL CHECK (covers_bsn IN (0, 1)),
    sealed_agreed BLOB,
    sealed_words BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    disclosure INTEGER REFERENCES disclosure,
    final_at TEXT,
    final_by TEXT REFERENCES user,
    sha256 BLOB CHECK (length(sha256) = 32),
    CHECK ((law IS NULL) = (citation IS NULL)),
    CHECK ((ground = 'wettelijk_voorschrift') = (law IS NOT NULL)),
    CHECK ((final_at IS NULL) = (final_by IS NULL) AND (final_at IS NULL) = (sha256 IS NULL)),
    CHECK (final_at IS NULL OR (disclosure IS NOT NULL AND sealed_agreed IS NULL AND sealed_words IS NULL))
) STRICT;

CREATE INDEX report_client ON report (client);
CREATE INDEX report_assignment ON report (assignment, until_on);
CREATE INDEX report_disclosure ON report (disclosure) WHERE disclosure IS NOT NULL;
CREATE UNIQUE INDEX report_draft ON report (assignment) WHERE final_at IS NULL;

-- A look outside the caseload, for a sealed reason; it stays on the beheerder's list until it is reviewed.
CREATE TABLE break_glass (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    line INTEGER NOT NULL REFERENCES audit (seq),
    sealed_reason BLOB NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user,
    reviewed_at TEXT,
    reviewed_by TEXT REFERENCES user,
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL))
) STRICT;

CREATE INDEX break_glass_client ON break_glass (client);
CREATE INDEX break_glass_line ON break_glass (line);
CREATE INDEX break_glass_open ON break_glass (line) WHERE reviewed_at IS NULL;

-- Art. 11 and 12: requests count on by year, as dossier numbers do.
CREATE TABLE request_number (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- A verzoek and how it was answered; the state follows from what was done. No client: who asks is not in the
-- register, and the sealed name goes when the appeal days are over. A refusal without code and reasons cannot be. asker
-- is who asks for a client without a mandate on file, with the address; one with voided_by was a mistake of the office.
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'V[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    client INTEGER REFERENCES client,
    kind TEXT NOT NULL CHECK (kind IN ('inzage', 'afschrift', 'verbetering', 'aanvulling', 'verwijdering',
        'beperking', 'bezwaar', 'overdracht')),
    received_on TEXT NOT NULL,
    opgetekend INTEGER NOT NULL CHECK (opgetekend IN (0, 1)),
    requester TEXT NOT NULL CHECK (requester IN ('geregistreerde', 'gemachtigde', 'curator', 'bewindvoerder',
        'mentor', 'ouder', 'beheerder')),
    mandate INTEGER REFERENCES mandate,
    shown_on TEXT,
    sealed_name BLOB,
    sealed_words BLOB,
    asked_on TEXT CHECK (asked_on >= received_on),
    reminded_on TEXT CHECK (reminded_on >= asked_on),
    identified_on TEXT CHECK (identified_on >= received_on),
    identified_by TEXT REFERENCES user,
    method TEXT CHECK (method IN ('getoond', 'beeldbellen', 'controlevragen', 'bekend')),
    document TEXT,
    last_characters TEXT CHECK (length(last_characters) = 3),
    extended_on TEXT CHECK (extended_on >= received_on),
    extension TEXT CHECK (extension IN ('complex', 'aantal')),
    sealed_extension BLOB,
    decided_on TEXT CHECK (decided_on >= received_on),
    decided_by TEXT REFERENCES user,
    decision TEXT CHECK (decision IN ('toegewezen', 'deels', 'afgewezen', 'geen_gegevens')),
    refusal TEXT CHECK (refusal IN ('identiteit', 'machtiging', 'kennelijk_ongegrond', 'buitensporig',
        'rechten_van_anderen', 'uavg_41', 'gegeven_is_juist', 'ter_zake', 'wettelijke_bewaarplicht',
        'dwingende_gronden', 'rechtsvordering', 'geen_toestemming_of_overeenkomst', 'niet_zelf_verstrekt')),
    sealed_reasons BLOB CHECK (length(sealed_reasons) > 0),
    told_on TEXT CHECK (told_on >= decided_on),
    answer_on TEXT CHECK (answer_on >= told_on),
    done_on TEXT CHECK (done_on >= told_on),
    withdrawn_on TEXT CHECK (withdrawn_on >= received_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    state TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN withdrawn_on IS NOT NULL THEN 'ingetrokken'
            WHEN done_on IS NOT NULL THEN 'uitgevoerd'
            WHEN told_on IS NOT NULL THEN 'medegedeeld'
            WHEN decided_on IS NOT NULL THEN 'besloten'
            WHEN identified_on IS NOT NULL THEN 'geidentificeerd'
            WHEN asked_on IS NOT NULL THEN 'identiteit_gevraagd'
            ELSE 'ontvangen'
        END
    ) VIRTUAL,
    ended INTEGER NOT NULL GENERATED ALWAYS AS (
        withdrawn_on IS NOT NULL
        OR done_on IS NOT NULL
        OR (told_on IS NOT NULL AND decision IN ('afgewezen', 'geen_gegevens'))
    ) VIRTUAL,
    joined INTEGER REFERENCES request,
    voided_by TEXT REFERENCES user,
    sealed_void BLOB,
    asker TEXT CHECK (asker <> ''),
    CHECK (client IS NULL OR sealed_name IS NULL),
    CHECK (client IS NOT NULL OR mandate IS NULL),
    CHECK (requester <> 'geregistreerde' OR (mandate IS NULL AND shown_on IS NULL)),
    CHECK (reminded_on IS NULL OR asked_on IS NOT NULL),
    CHECK ((identified_on IS NULL) = (identified_by IS NULL) AND (identified_on IS NULL) = (method IS NULL)),
    CHECK (method IS NOT NULL OR document IS NULL),
    CHECK ((document IS NULL) = (last_characters IS NULL)),
    CHECK ((extended_on IS NULL) = (extension IS NULL) AND (extended_on IS NULL) = (sealed_extension IS NULL)),
    CHECK ((decided_on IS NULL) = (decided_by IS NULL) AND (decided_on IS NULL) = (decision IS NULL)),
    CHECK ((refusal IS NOT NULL) = (decision IS NOT NULL AND decision IN ('afgewezen', 'deels'))),
    CHECK (refusal IS NULL OR sealed_reasons IS NOT NULL),
    CHECK (sealed_reasons IS NULL OR decision IS NOT NULL),
    CHECK (decision IS NULL OR decision NOT IN ('toegewezen', 'deels') OR identified_on IS NOT NULL
        OR requester = 'beheerder'),
    CHECK (requester <> 'beheerder' OR (decision IS 'toegewezen' AND sealed_reasons IS NOT NULL)),
    CHECK (decision IS NULL OR decision NOT IN ('toegewezen', 'deels') OR client IS NOT NULL),
    CHECK (told_on IS NULL OR decided_on IS NOT NULL),
    CHECK (answer_on IS NULL OR told_on IS NOT NULL),
    CHECK (done_on IS NULL OR (told_on IS NOT NULL AND decision IN ('toegewezen', 'deels'))),
    CHECK (withdrawn_on IS NULL OR done_on IS NULL)
) STRICT;

CREATE INDEX request_client ON request (client) WHERE client IS NOT NULL;
CREATE INDEX request_mandate ON request (mandate) WHERE mandate IS NOT NULL;
CREATE INDEX request_joined ON request (joined) WHERE joined IS NOT NULL;
CREATE INDEX request_open ON request (received_on) WHERE ended = 0;
CREATE INDEX request_named ON request (received_on) WHERE sealed_name IS NOT NULL;

-- What a copy that is granted in part is without: a category of annex I, or one entry of it.
CREATE TABLE request_omission (
    id INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request,
    category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 30),
    entry BLOB CHECK (length(entry) = 16)
) STRICT;

CREATE INDEX request_omission_request ON request_omission (request);

-- AVG 15.4: what the copy on a request hides of others, text by text, and how many places that are. Read once more by
-- somebody else, or by the reviewer again (`inzage.second_reader`).
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    request INTEGER NOT NULL UNIQUE REFERENCES request,
    sealed_marks BLOB NOT NULL,
    places INTEGER NOT NULL CHECK (places >= 0),
    reviewed_at TEXT NOT NULL,
    reviewed_by TEXT NOT NULL REFERENCES user,
    read_at TEXT,
    read_by TEXT REFERENCES user,
    CHECK ((read_at IS NULL) = (read_by IS NULL))
) STRICT;

-- Art. 11.4 and AVG 15: the searches that an answer of "no data" rests on: by which kinds of key, and how many dossiers
-- resembled; `shown` when the beheerder was shown which.
CREATE TABLE request_search (
    id INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request,
    on_date TEXT NOT NULL,
    sought TEXT NOT NULL CHECK (sought <> ''),
    found INTEGER NOT NULL CHECK (found >= 0),
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX request_search_request ON request_search (request);

-- Art. 11 to 13; AVG 14, 19, 33.2 and 34: letters, their PDF sealed. Their numbers count on by year and come once. party
-- is the opdrachtgever that a letter about a breach goes to. Of one whose words were removed under art. 12 the paper is
-- gone, and `removed_on` says when.
CREATE TABLE letter_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'B[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL,
    client INTEGER REFERENCES client,
    request INTEGER REFERENCES request,
    sealed_pdf BLOB,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    sent_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    dated_on TEXT,
    printed_on TEXT,
    voided_on TEXT,
    voided_by TEXT REFERENCES user,
    sealed_void BLOB,
    breach INTEGER REFERENCES breach,
    party INTEGER REFERENCES party,
    removed_on TEXT,
    CHECK ((sealed_pdf IS NULL) = (removed_on IS NOT NULL))
) STRICT;

CREATE INDEX letter_waiting ON letter (recorded_at) WHERE sent_on IS NULL AND voided_on IS NULL;
CREATE INDEX letter_client ON letter (client) WHERE client IS NOT NULL;
CREATE INDEX letter_request ON letter (request) WHERE request IS NOT NULL;
CREATE INDEX letter_breach ON letter (breach) WHERE breach IS NOT NULL;
CREATE INDEX letter_party ON letter (party) WHERE party IS NOT NULL;

-- Art. 12: one change that a request asks for, what was decided on it and what was done. `entry` is what it is about, by
-- uuid, for it may be removed: an entry, a document or, by `noun`, another row of the dossier, which has no field and the
-- day `row_on`. The value that should stand there only until it stands there. What was wrong is nowhere. A change of
-- such a row waits until the ledger names it.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    entry BLOB CHECK (length(entry) = 16),
    field TEXT CHECK (field <> ''),
    why TEXT NOT NULL CHECK (why <> ''),
    grondslag TEXT,
    sealed_value BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    granted INTEGER CHECK (granted IN (0, 1)),
    applied_at TEXT,
    applied_by TEXT REFERENCES user,
    told_on TEXT,
    lifted_at TEXT,
    lifted_by TEXT REFERENCES user,
    sealed_lifted BLOB,
    is_document INTEGER NOT NULL DEFAULT 0 CHECK (is_document IN (0, 1)),
    noun TEXT NOT NULL DEFAULT 'gegeven' CHECK (noun IN ('gegeven', 'contact', 'afspraak', 'toestemming',
        'machtiging', 'opschorting', 'verstrekking', 'brief', 'verzoek', 'rapportage', 'noodinzage')),
    row_on TEXT,
    named_at TEXT,
    CHECK (noun <> 'gegeven' OR field IS NOT NULL),
    CHECK (noun = 'gegeven' OR entry IS NOT NULL),
    CHECK (named_at IS NULL OR (noun <> 'gegeven' AND applied_at IS NOT NULL)),
    CHECK (entry IS NOT NULL OR sealed_value IS NOT NULL OR applied_at IS NOT NULL),
    CHECK (applied_at IS NULL OR (granted IS 1 AND sealed_value IS NULL)),
    CHECK ((applied_at IS NULL) = (applied_by IS NULL)),
    CHECK (lifted_at IS NULL OR applied_at IS NOT NULL),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (sealed_lifted IS NULL)),
    CHECK ((lifted_at IS NULL) = (told_on IS NULL))
) STRICT;

CREATE INDEX correction_client ON correction (client);
CREATE INDEX correction_request ON correction (request);
CREATE UNIQUE INDEX correction_entry ON correction (entry, request) WHERE entry IS NOT NULL;
CREATE INDEX correction_unnamed ON correction (id)
WHERE noun <> 'gegeven' AND applied_at IS NOT NULL AND named_at IS NULL;

-- What a client has to say about an entry that was not changed: it goes wherever the entry goes.
CREATE TABLE dissent (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    entry BLOB NOT NULL UNIQUE CHECK (length(entry) = 16),
    sealed_text BLOB NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX dissent_client ON dissent (client);
CREATE INDEX dissent_request ON dissent (request);

-- Art. 12 and 14.2, AVG 5.1.d: a row that was a mistake of the office and was taken back; what it said is nowhere. It
-- waits until the ledger names it.
CREATE TABLE mistake (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    noun TEXT NOT NULL CHECK (noun IN ('gegeven', 'contact', 'toestemming', 'machtiging', 'opschorting', 'verstrekking',
        'afspraak', 'document')),
    removed BLOB NOT NULL CHECK (length(removed) = 16),
    reason TEXT NOT NULL CHECK (reason IN ('typefout', 'verkeerd_dossier', 'dubbel')),
    sealed_words BLOB NOT NULL,
    moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    removed_at TEXT
) STRICT;

CREATE INDEX mistake_client ON mistake (client);
CREATE INDEX mistake_waiting ON mistake (id) WHERE removed_at IS NULL;

-- AVG 19: who had what was corrected, removed or restricted, at a request or as a mistake of the office, and the letter
-- that tells them, which names fields alone.
CREATE TABLE correction_told (
    id INTEGER PRIMARY KEY,
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER REFERENCES request,
    mistake INTEGER REFERENCES mistake,
    disclosure INTEGER NOT NULL REFERENCES disclosure,
    letter INTEGER NOT NULL UNIQUE REFERENCES letter,
    fields TEXT NOT NULL CHECK (fields <> ''),
    since_on TEXT NOT NULL,
    told_on TEXT CHECK (told_on >= since_on),
    UNIQUE (request, disclosure),
    UNIQUE (mistake, disclosure),
    CHECK ((request IS NULL) <> (mistake IS NULL))
) STRICT;

CREATE INDEX correction_told_client ON correction_told (client);
CREATE INDEX correction_told_disclosure ON correction_told (disclosure);
CREATE INDEX correction_told_waiting ON correction_told (since_on) WHERE told_on IS NULL;

-- AVG 14: whom others supplied is told so: within a month of the list, or at first contact. Again when another party
-- supplies new categories; `party` is that one.
CREATE TABLE notice (
    client INTEGER PRIMARY KEY REFERENCES client,
    since_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    told_on TEXT,
    letter INTEGER REFERENCES letter,
    told_by TEXT REFERENCES user,
    party INTEGER REFERENCES party,
    CHECK (told_on IS NOT NULL OR letter IS NULL),
    CHECK ((told_on IS NULL) = (told_by IS NULL))
) STRICT;

CREATE INDEX notice_due ON notice (due_on) WHERE told_on IS NULL;
CREATE INDEX notice_letter ON notice (letter) WHERE letter IS NOT NULL;
CREATE INDEX notice_party ON notice (party) WHERE party IS NOT NULL;

-- The chain (who, what, when, why, about whom; never a personal value). subject is a client's uuid: when the client
-- is destroyed it means nothing any more and the chain stays whole. There is deliberately no second UNIQUE here:
-- REPLACE through one would pass the triggers by.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    user_id TEXT NOT NULL,
    slot BLOB NOT NULL CHECK (length(slot) = 16),
    action TEXT NOT NULL,
    purpose TEXT NOT NULL,
    subject BLOB CHECK (length(subject) = 16),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    details TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL;
-- The lines that say what the settings are, to find the last one (VAULT 6).
CREATE INDEX audit_verified ON audit (slot) WHERE action IN ('audit.verify', 'register.doctor');
CREATE INDEX audit_settings ON audit (seq) WHERE action IN ('register.init', 'register.upgrade', 'settings.set', 'backup.create');

CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1
    OR NEW.previous IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'the audit log is a chain');
END;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- Art. 10: a stated legal duty that keeps named categories of one client past the term; a court case keeps all.
CREATE TABLE hold (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    ground TEXT NOT NULL CHECK (ground IN ('wettelijk_voorschrift', 'rechtszaak')),
    citation TEXT CHECK (citation <> ''),
    categories TEXT NOT NULL CHECK (categories <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on >= from_on),
    sealed BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    released_on TEXT,
    released_by TEXT REFERENCES user,
    sealed_reason BLOB,
    CHECK ((ground = 'wettelijk_voorschrift') = (citation IS NOT NULL)),
    CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CHECK ((released_on IS NULL) = (sealed_reason IS NULL))
) STRICT;

CREATE INDEX hold_client ON hold (client);

-- The values of sealed classes that a hold of named categories keeps. Their field is sealed: by this who cannot open it,
-- such as the service account of a run, keeps what the hold keeps.
CREATE TABLE hold_entry (
    hold INTEGER NOT NULL REFERENCES hold ON DELETE CASCADE,
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    PRIMARY KEY (hold, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX hold_entry_entry ON hold_entry (entry);

-- Art. 10: that a dossier was said to go from `due_on` on, because nothing keeps it from `since_on` on.
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    on_date TEXT NOT NULL,
    since_on TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (due_on > on_date AND due_on >= since_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE UNIQUE INDEX announcement_client ON announcement (client);

-- What is left of a destruction: no number, no name. uuid is the client's, which means nothing any more.
CREATE TABLE destroyed (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    run BLOB NOT NULL CHECK (length(run) = 16),
    kept TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('termijn', 'verzoek', 'vergissing', 'eigen_beweging', 'hervat')),
    last_on TEXT NOT NULL,
    since_on TEXT,
    announced_on TEXT,
    on_date TEXT NOT NULL,
    counts TEXT NOT NULL,
    rules INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    CHECK (reason <> 'termijn' OR (since_on IS NOT NULL AND announced_on IS NOT NULL))
) STRICT;

CREATE INDEX destroyed_run ON destroyed (run);
CREATE INDEX destroyed_uuid ON destroyed (uuid);

-- A dossier that was destroyed as a whole: when it was made and when it went, for the figures of the year, and for a lost
-- copy of between. person is the client's uuid, which means nothing any more.
CREATE TABLE dossier_gone (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    made_at TEXT NOT NULL,
    gone_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is left of a destroyed request or disclosure, for the figures of the year: nobody's any more. exceptional tells
-- that the beheerder decided on a disclosure.
CREATE TABLE remains (
    id INTEGER PRIMARY KEY,
    noun TEXT NOT NULL CHECK (noun IN ('verzoek', 'verstrekking')),
    kind TEXT NOT NULL,
    recipient TEXT,
    on_date TEXT NOT NULL,
    decided_on TEXT,
    told_on TEXT,
    outcome TEXT,
    asked_on TEXT,
    identified_on TEXT,
    extended_on TEXT,
    refusal TEXT,
    exceptional INTEGER CHECK (exceptional IN (0, 1)),
    CHECK ((noun = 'verstrekking') = (recipient IS NOT NULL))
) STRICT;

CREATE INDEX remains_on ON remains (noun, on_date);

-- What was removed for good (art. 10 and 12), as the ledger beside the register has it: line by line, and for ever.
CREATE TABLE ledger (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('dossier', 'erasure', 'rest', 'entry', 'words', 'note', 'slot')),
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kept TEXT NOT NULL CHECK (kind = 'rest' OR kept = ''),
    run BLOB NOT NULL CHECK (length(run) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    user_id TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE INDEX ledger_run ON ledger (run);

CREATE TRIGGER ledger_follows BEFORE INSERT ON ledger
WHEN NEW.n IS NOT coalesce((SELECT max(n) FROM ledger), 0) + 1
    OR NEW.previous IS NOT coalesce((SELECT hash FROM ledger ORDER BY n DESC LIMIT 1), zeroblob(32))
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is a chain');
END;

CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is append-only');
END;

CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the destruction ledger is append-only');
END;

-- VAULT 7: what the ledger calls a client or an entry whose own uuid counts the time: those from before uuids were random.
CREATE TABLE ledger_name (
    own BLOB PRIMARY KEY CHECK (length(own) = 16),
    name BLOB NOT NULL UNIQUE CHECK (length(name) = 16)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_name_client_gone AFTER DELETE ON client
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

CREATE TRIGGER ledger_name_entry_gone AFTER DELETE ON entry
BEGIN
    DELETE FROM ledger_name WHERE own = OLD.uuid;
END;

-- Art. 12.1: people who were erased at their own request, as a keyed digest beside the ledger: no name, no number. Kept
-- as long as a dossier would be, so that a list that brings them back is noticed.
CREATE TABLE erased_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE erased (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    on_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX erased_on ON erased (on_date);

-- A client on file again who was erased at the own request: the beheerder looks whether that is right.
CREATE TABLE relisted (
    client INTEGER PRIMARY KEY REFERENCES client,
    erased_on TEXT NOT NULL,
    since_on TEXT NOT NULL,
    accepted_on TEXT,
    accepted_by TEXT REFERENCES user,
    CHECK ((accepted_on IS NULL) = (accepted_by IS NULL))
) STRICT;

CREATE INDEX relisted_waiting ON relisted (since_on) WHERE accepted_on IS NULL;

-- One row while something was deleted and this file has not been written anew since: it may still hold traces.
CREATE TABLE purge_due (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
) STRICT;

-- Art. 14.2: a backup, from before it is made (without sha256 it was cut short) until it is pruned.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 BLOB CHECK (length(sha256) = 32),
    pruned_on TEXT
) STRICT;

-- AVG 21: what a granted objection bars from its decision on: a purpose, a recipient, a kind of recipient, or, where it
-- names none of them, every disclosure that rests on neither a law nor a consent. Values that come later are under it.
CREATE TABLE objection (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    request INTEGER NOT NULL REFERENCES request,
    purpose TEXT CHECK (purpose <> ''),
    party INTEGER REFERENCES party,
    party_kind TEXT CHECK (party_kind IN ('opdrachtgever', 'instantie', 'werkgever', 'derde')),
    from_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    lifted_on TEXT,
    lifted_by TEXT REFERENCES user,
    sealed_lifted BLOB,
    CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (sealed_lifted IS NULL)),
    CHECK ((purpose IS NOT NULL) + (party IS NOT NULL) + (party_kind IS NOT NULL) <= 1)
) STRICT;

CREATE INDEX objection_client ON objection (client);
CREATE INDEX objection_request ON objection (request);
CREATE INDEX objection_party ON objection (party) WHERE party IS NOT NULL;

-- Art. 4.2 and 12: a value that a list supplied and that did not replace the one on file; the beheerder decides.
CREATE TABLE supplied (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT NOT NULL CHECK (field <> ''),
    sealed_value BLOB NOT NULL,
    grondslag TEXT,
    party INTEGER NOT NULL REFERENCES party,
    obtained_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX supplied_client ON supplied (client);
CREATE INDEX supplied_party ON supplied (party);
CREATE INDEX supplied_at ON supplied (recorded_at);

-- AVG 7.1, art. 6 and 11.1: forms that were printed to be signed, with the version of their text; what is filled in is
-- sealed. Signed, a form makes the consent or the mandate whose uuid is `made`.
CREATE TABLE form_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'F[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('toestemming', 'machtiging', 'geheimhouding', 'intake')),
    version INTEGER NOT NULL CHECK (version >= 1),
    client INTEGER REFERENCES client,
    user_id TEXT REFERENCES user,
    sealed_content BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    signed_on TEXT,
    signed_by TEXT REFERENCES user,
    made BLOB CHECK (length(made) = 16),
    CHECK ((kind = 'geheimhouding') = (user_id IS NOT NULL)),
    CHECK (kind IN ('geheimhouding', 'intake') OR client IS NOT NULL),
    CHECK ((signed_on IS NULL) = (signed_by IS NULL) AND (made IS NULL OR signed_on IS NOT NULL))
) STRICT;

CREATE INDEX form_client ON form (client) WHERE client IS NOT NULL;
CREATE INDEX form_made ON form (made) WHERE made IS NOT NULL;

-- Documents are numbered through the whole register, and no number comes twice: a gap tells nothing of one dossier.
CREATE TABLE document_given (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
) STRICT;

-- Art. 14.1: a paper of the dossier: its content here, sealed in chunks under a key of its own, or a place where it lies
-- on paper until a day. Title, key and place are sealed, whatever its field; a signed form has none.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT CHECK (field <> ''),
    form INTEGER REFERENCES form,
    sealed_title BLOB NOT NULL,
    media_type TEXT CHECK (media_type <> ''),
    size INTEGER CHECK (size > 0),
    sealed_key BLOB,
    sealed_place BLOB,
    destroy_on TEXT,
    source TEXT NOT NULL,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT NOT NULL,
    grondslag TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1)),
    removed_at TEXT,
    CHECK ((sealed_key IS NULL) = (media_type IS NULL) AND (sealed_key IS NULL) = (size IS NULL)),
    CHECK ((sealed_key IS NULL) <> (sealed_place IS NULL) AND (sealed_place IS NULL) = (destroy_on IS NULL)),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL),
    CHECK ((field IS NULL) = (form IS NOT NULL))
) STRICT;

CREATE INDEX document_client ON document (client);
CREATE INDEX document_party ON document (party) WHERE party IS NOT NULL;
CREATE INDEX document_form ON document (form) WHERE form IS NOT NULL;
CREATE INDEX document_places ON document (destroy_on) WHERE destroy_on IS NOT NULL;
-- What was taken out under art. 12 and is not deleted yet: shown nowhere.
CREATE INDEX document_removed ON document (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE document_chunk (
    document INTEGER NOT NULL REFERENCES document,
    number INTEGER NOT NULL CHECK (number >= 0),
    content BLOB NOT NULL,
    PRIMARY KEY (document, number)
) STRICT;

-- Art. 10 and 14.1: a paper at a place whose row is gone: it is still to be destroyed by hand. client and uuid are those
-- of the row, which mean nothing any more; without them the place does not open.
CREATE TABLE paper_left (
    id INTEGER PRIMARY KEY,
    client BLOB NOT NULL CHECK (length(client) = 16),
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sealed_place BLOB NOT NULL,
    since_on TEXT NOT NULL
) STRICT;

CREATE INDEX paper_left_since ON paper_left (since_on);

-- Art. 10 and 14.2: a beheerder's word that the clock is right, that a run may destroy so many dossiers, or that a
-- log is right that is not the one that was seen last; and why.
CREATE TABLE confirmation (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('klok', 'aandeel', 'logboek')),
    count INTEGER CHECK (count > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    on_date TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user,
    CHECK ((kind = 'aandeel') = (count IS NOT NULL))
) STRICT;

-- Art. 14.2, AVG 33 and 34: a breach of personal data: known from an instant on, whom it reached, what was decided and who
-- was notified. sealed_account is what the AP and the people read of it.
CREATE TABLE breach_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE breach (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB 'D[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('verlies', 'diefstal', 'verkeerd_verzonden', 'onbevoegd_inzien', 'aanval',
        'vernietiging', 'overig')),
    known_at TEXT NOT NULL,
    from_at TEXT,
    until_at TEXT CHECK (until_at >= from_at),
    sealed_events BLOB NOT NULL,
    report_ap INTEGER CHECK (report_ap IN (0, 1)),
    sealed_ap BLOB,
    notify_persons INTEGER CHECK (notify_persons IN (0, 1)),
    sealed_persons BLOB,
    decided_at TEXT,
    decided_by TEXT REFERENCES user,
    ap_reported_at TEXT,
    persons_notified_at TEXT,
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    sealed_end BLOB,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    sealed_account BLOB,
    CHECK ((report_ap IS NULL) = (decided_at IS NULL) AND (notify_persons IS NULL) = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((sealed_ap IS NULL) = (decided_at IS NULL) AND (sealed_persons IS NULL) = (decided_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (sealed_end IS NULL)),
    CHECK (closed_at IS NULL OR decided_at IS NOT NULL)
) STRICT;

CREATE INDEX breach_open ON breach (known_at) WHERE closed_at IS NULL;

CREATE TABLE breach_person (
    breach INTEGER NOT NULL REFERENCES breach,
    client INTEGER NOT NULL REFERENCES client,
    categories TEXT NOT NULL CHECK (categories <> ''),
    PRIMARY KEY (breach, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX breach_person_client ON breach_person (client);

-- Whom it reached and whose dossier is destroyed, before the breach was known or since: one of a count. person is the
-- client's uuid, which means nothing any more.
CREATE TABLE breach_gone (
    breach INTEGER NOT NULL REFERENCES breach,
    person BLOB NOT NULL CHECK (length(person) = 16),
    PRIMARY KEY (breach, person)
) STRICT, WITHOUT ROWID;

-- AVG 28.3.f, 33.2: an opdrachtgever who is notified, by when its agreement says.
CREATE TABLE breach_party (
    breach INTEGER NOT NULL REFERENCES breach,
    party INTEGER NOT NULL REFERENCES party,
    due_at TEXT,
    notified_at TEXT,
    PRIMARY KEY (breach, party)
) STRICT, WITHOUT ROWID;

-- Art. 14.2: the figures of a year as they were made, once: each paper of that year has these, so that no two of them
-- can be subtracted.
CREATE TABLE year_report (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999),
    report TEXT NOT NULL CHECK (json_valid(report)),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES user
) STRICT;
