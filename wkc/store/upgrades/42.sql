-- From 41 to 42: the figures of a year are made once, and kept.

-- Art. 14.2: the figures of a year as they were made, once: each paper of that year has these, so that no two of them
-- can be subtracted.
CREATE TABLE year_report (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999),
    report TEXT NOT NULL CHECK (json_valid(report)),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES user
) STRICT;

PRAGMA user_version = 42;
