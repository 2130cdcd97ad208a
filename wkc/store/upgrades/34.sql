-- Art. 12 and AVG 18: a document is contested, restricted, taken out or replaced, as a value is.
ALTER TABLE correction ADD COLUMN is_document INTEGER NOT NULL DEFAULT 0 CHECK (is_document IN (0, 1));
ALTER TABLE document ADD COLUMN in_onderzoek INTEGER NOT NULL DEFAULT 0 CHECK (in_onderzoek IN (0, 1));
ALTER TABLE document ADD COLUMN beperkt INTEGER NOT NULL DEFAULT 0 CHECK (beperkt IN (0, 1));
ALTER TABLE document ADD COLUMN removed_at TEXT;

CREATE INDEX document_removed ON document (removed_at) WHERE removed_at IS NOT NULL;

PRAGMA user_version = 34;
