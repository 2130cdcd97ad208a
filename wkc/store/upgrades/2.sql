-- From version 1 to 2: mandates, consents, releases from secrecy, people on file at a party.

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
