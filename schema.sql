-- The register, version 5. Encrypted as a whole by SQLCipher; columns named `sealed` hold HPKE ciphertext of a
-- sealed class, a free note or a reason besides. Instants are UTC, ISO 8601 with seconds and Z; days are ISO 8601
-- in Europe/Amsterdam; uuids are 16 bytes. STRICT: SQLite refuses a value of another type.

PRAGMA application_id = 0x776B6331;  -- 'wkc1'
PRAGMA user_version = 5;

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
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

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
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX client_coach ON client (coach) WHERE coach IS NOT NULL;

-- What a name is looked up by, without accents and case: by geslachtsnaam, by voorvoegsel, as one says it.
CREATE TABLE name_key (
    key TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES client,
    way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 2),
    PRIMARY KEY (key, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_key_client ON name_key (client);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER NOT NULL REFERENCES party,
    reference TEXT NOT NULL CHECK (reference <> ''),
    from_on TEXT NOT NULL,
    until_on TEXT CHECK (until_on >= from_on),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX assignment_client ON assignment (client, from_on);
CREATE INDEX assignment_party ON assignment (party);

-- Art. 4: one recorded value. A change closes the row and opens another.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    field TEXT NOT NULL,
    value TEXT,
    sealed BLOB,
    normal TEXT,
    source TEXT NOT NULL,
    basis TEXT,
    party INTEGER REFERENCES party,
    obtained_on TEXT NOT NULL,
    grondslag TEXT,
    geheim TEXT CHECK (geheim IN ('ambt', 'beroep', 'wet')),
    citation TEXT,
    in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user,
    closed_at TEXT,
    closed_by TEXT REFERENCES user,
    CHECK ((value IS NULL) <> (sealed IS NULL)),
    CHECK (sealed IS NULL OR (normal IS NULL AND grondslag IS NOT NULL)),
    CHECK (geheim IS NOT 'wet' OR citation IS NOT NULL),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE INDEX entry_client ON entry (client, field);
CREATE INDEX entry_party ON entry (party) WHERE party IS NOT NULL;
CREATE INDEX entry_normal ON entry (field, normal) WHERE normal IS NOT NULL AND closed_at IS NULL;

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
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX mandate_client ON mandate (client);

-- Art. 8.1 and AVG 7: what a client consented to: this recipient, this purpose, these categories, from then on.
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    party INTEGER NOT NULL REFERENCES party,
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
    CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE INDEX consent_client ON consent (client);
CREATE INDEX consent_party ON consent (party);
CREATE INDEX consent_mandate ON consent (mandate) WHERE mandate IS NOT NULL;

-- Art. 8.2: a duty of secrecy on one entry was lifted: by the client, by the body whose duty it is, or by statute.
CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    client INTEGER NOT NULL REFERENCES client,
    entry INTEGER NOT NULL REFERENCES entry,
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
    CHECK ((by = 'wet') = (citation IS NOT NULL)),
    CHECK ((by = 'wet') = (how IS NULL)),
    CHECK ((by = 'instantie') = (releaser IS NOT NULL)),
    CHECK (mandate IS NULL OR by = 'geregistreerde'),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE INDEX release_client ON release (client);
CREATE INDEX release_entry ON release (entry);
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
-- register, and the sealed name goes when the appeal days are over. A refusal without code and reasons cannot be.
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
        'mentor', 'ouder')),
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
        'rechten_van_anderen', 'uavg_41', 'gegeven_is_juist', 'ter_zake', 'wettelijke_bewaarplicht')),
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
    CHECK (client IS NULL OR sealed_name IS NULL),
    CHECK (client IS NOT NULL OR requester = 'geregistreerde'),
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
    CHECK (decision IS NULL OR decision NOT IN ('toegewezen', 'deels') OR identified_on IS NOT NULL),
    CHECK (decision IS NULL OR decision NOT IN ('toegewezen', 'deels') OR client IS NOT NULL),
    CHECK (told_on IS NULL OR decided_on IS NOT NULL),
    CHECK (answer_on IS NULL OR told_on IS NOT NULL),
    CHECK (done_on IS NULL OR (told_on IS NOT NULL AND decision IN ('toegewezen', 'deels'))),
    CHECK (withdrawn_on IS NULL OR decided_on IS NULL)
) STRICT;

CREATE INDEX request_client ON request (client) WHERE client IS NOT NULL;
CREATE INDEX request_mandate ON request (mandate) WHERE mandate IS NOT NULL;
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

-- Art. 11 to 13; AVG 14 and 19: letters, their PDF sealed. Their numbers count on by year and come once.
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
    sealed_pdf BLOB NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    sent_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX letter_client ON letter (client) WHERE client IS NOT NULL;
CREATE INDEX letter_request ON letter (request) WHERE request IS NOT NULL;

-- AVG 14: whom others supplied is told so, once: within a month of the list, or at first contact.
CREATE TABLE notice (
    client INTEGER PRIMARY KEY REFERENCES client,
    since_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    told_on TEXT,
    letter INTEGER REFERENCES letter,
    told_by TEXT REFERENCES user,
    CHECK (told_on IS NOT NULL OR letter IS NULL),
    CHECK ((told_on IS NULL) = (told_by IS NULL))
) STRICT;

CREATE INDEX notice_due ON notice (due_on) WHERE told_on IS NULL;
CREATE INDEX notice_letter ON notice (letter) WHERE letter IS NOT NULL;

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
