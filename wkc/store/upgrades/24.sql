-- From 23 to 24: where a letter to who acts for a client goes; letters that are dated, printed, or a mistake of ours.

ALTER TABLE mandate ADD COLUMN address TEXT CHECK (address <> '');
ALTER TABLE mandate ADD COLUMN postcode TEXT CHECK (postcode <> '');
ALTER TABLE mandate ADD COLUMN place TEXT CHECK (place <> '');

ALTER TABLE letter ADD COLUMN dated_on TEXT;
ALTER TABLE letter ADD COLUMN printed_on TEXT;
ALTER TABLE letter ADD COLUMN voided_on TEXT;
ALTER TABLE letter ADD COLUMN voided_by TEXT REFERENCES user;
ALTER TABLE letter ADD COLUMN sealed_void BLOB;

CREATE INDEX letter_waiting ON letter (recorded_at) WHERE sent_on IS NULL AND voided_on IS NULL;

ALTER TABLE request ADD COLUMN voided_by TEXT REFERENCES user;
ALTER TABLE request ADD COLUMN sealed_void BLOB;
ALTER TABLE request ADD COLUMN asker TEXT CHECK (asker <> '');

PRAGMA user_version = 24;
