-- From 10 to 11: mandates that end, objections, values put aside, confirmations, grounds to refuse (AVG 20, 21).

ALTER TABLE client ADD COLUMN erasure_on TEXT;
ALTER TABLE mandate ADD COLUMN categories TEXT CHECK (categories <> '');
ALTER TABLE mandate ADD COLUMN withdrawn_on TEXT;
ALTER TABLE mandate ADD COLUMN withdrawn_at TEXT;
ALTER TABLE mandate ADD COLUMN withdrawn_by TEXT REFERENCES user;

-- Its checks change, so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
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
    CHECK (decision IS NULL OR decision NOT IN ('toegewezen', 'deels') OR identified_on IS NOT NULL),
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
    told_on, answer_on, done_on, withdrawn_on, recorded_at, recorded_by
)
SELECT
    id, uuid, number, client, kind, received_on, opgetekend, requester, mandate, shown_on, sealed_name,
    sealed_words, asked_on, reminded_on, identified_on, identified_by, method, document, last_characters,
    extended_on, extension, sealed_extension, decided_on, decided_by, decision, refusal, sealed_reasons,
    told_on, answer_on, done_on, withdrawn_on, recorded_at, recorded_by
FROM request;

DROP TABLE request;
ALTER TABLE request_anew RENAME TO request;

CREATE INDEX request_client ON request (client) WHERE client IS NOT NULL;
CREATE INDEX request_mandate ON request (mandate) WHERE mandate IS NOT NULL;
CREATE INDEX request_open ON request (received_on) WHERE ended = 0;
CREATE INDEX request_named ON request (received_on) WHERE sealed_name IS NOT NULL;

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

-- Art. 10 and 14.2: a beheerder's word that the clock is right, or that a run may destroy so many dossiers, and why.
CREATE TABLE confirmation (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('klok', 'aandeel')),
    count INTEGER CHECK (count > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    on_date TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user,
    CHECK ((kind = 'aandeel') = (count IS NOT NULL))
) STRICT;

PRAGMA user_version = 11;
