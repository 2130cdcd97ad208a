-- From 37 to 38: what counts the term of a request is left of it, and what was refused; that the beheerder decided.

ALTER TABLE remains ADD COLUMN asked_on TEXT;
ALTER TABLE remains ADD COLUMN identified_on TEXT;
ALTER TABLE remains ADD COLUMN extended_on TEXT;
ALTER TABLE remains ADD COLUMN refusal TEXT;
ALTER TABLE remains ADD COLUMN exceptional INTEGER CHECK (exceptional IN (0, 1));

PRAGMA user_version = 38;
