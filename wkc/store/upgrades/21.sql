-- From 20 to 21: corrections and destructions of the office's own accord (AVG 5.1), and erasures at request in the ledger.

-- Their checks change, so the tables are made anew (https://www.sqlite.org/lang_altertable.html, 7).
CREATE TABLE request_anew (
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

INSERT INTO request_anew (
    id, uuid, number, client, kind, received_on, opgetekend, requester, mandate, shown_on, sealed_name,
    sealed_words, asked_on, reminded_on, identified_on, identified_by, method, document, last_characters,
    extended_on, extension, sealed_extension, decided_on, decided_by, decision, refusal, sealed_reasons,
    told_on, answer_on, done_on, withdrawn_on, recorded_at, recorded_by, joined
)
SELECT
    id, uuid, number, client, kind, received_on, opgetekend, requester, mandate, shown_on, sealed_name,
    sealed_words, asked_on, reminded_on, identified_on, identified_by, method, document, last_characters,
    extended_on, extension, sealed_extension, decided_on, decided_by, decision, refusal, sealed_reasons,
    told_on, answer_on, done_on, withdrawn_on, recorded_at, recorded_by, joined
FROM request;

DROP TABLE request;
ALTER TABLE request_anew RENAME TO request;

CREATE INDEX request_client ON request (client) WHERE client IS NOT NULL;
CREATE INDEX request_mandate ON request (mandate) WHERE mandate IS NOT NULL;
CREATE INDEX request_joined ON request (joined) WHERE joined IS NOT NULL;
CREATE INDEX request_open ON request (received_on) WHERE ended = 0;
CREATE INDEX request_named ON request (received_on) WHERE sealed_name IS NOT NULL;

CREATE TABLE destroyed_anew (
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

INSERT INTO destroyed_anew (
    id, uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts, rules, at, by
)
SELECT
    id, uuid, run, kept, reason, last_on, since_on, announced_on, on_date, counts, rules, at, by
FROM destroyed;

DROP TABLE destroyed;
ALTER TABLE destroyed_anew RENAME TO destroyed;

CREATE INDEX destroyed_run ON destroyed (run);
CREATE INDEX destroyed_uuid ON destroyed (uuid);

CREATE TABLE ledger_anew (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('dossier', 'erasure', 'rest', 'entry', 'slot')),
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kept TEXT NOT NULL CHECK (kind = 'rest' OR kept = ''),
    run BLOB NOT NULL CHECK (length(run) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    user_id TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

INSERT INTO ledger_anew (
    n, kind, uuid, kept, run, previous, user_id, hash, signature
)
SELECT
    n, kind, uuid, kept, run, previous, user_id, hash, signature
FROM ledger;

DROP TABLE ledger;
ALTER TABLE ledger_anew RENAME TO ledger;

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

PRAGMA user_version = 21;
