-- Version 4: requests of art. 11 and 12.

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

PRAGMA user_version = 4;
