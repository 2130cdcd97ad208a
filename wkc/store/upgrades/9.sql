-- From 8 to 9: how a party is reached, its role beside the office, and what was agreed with it.

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
    recorded_by TEXT NOT NULL REFERENCES user
) STRICT;

CREATE INDEX party_profile_ends ON party_profile (agreed_until) WHERE agreed_until IS NOT NULL;
CREATE INDEX party_profile_reports ON party_profile (report_months) WHERE report_months IS NOT NULL;

ALTER TABLE disclosure ADD COLUMN letter_number TEXT
    CHECK (letter_number GLOB 'G[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*');

CREATE UNIQUE INDEX disclosure_letter_number ON disclosure (letter_number) WHERE letter_number IS NOT NULL;

-- Art. 8: the letters and reports that took data to somebody; their numbers count on by year and come once.
CREATE TABLE disclosure_given (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 9;
