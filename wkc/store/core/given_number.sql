-- tables --
-- The tables of this register: one of an older schema has fewer.
SELECT name FROM sqlite_master WHERE type = 'table'

-- number_given --
-- The last of the dossier numbers, by year.
SELECT year AS key, last FROM number_given

-- raise_number_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO number_given (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- request_number --
-- The last of the numbers of requests, by year.
SELECT year AS key, last FROM request_number

-- raise_request_number --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO request_number (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- letter_given --
-- The last of the numbers of letters, by year.
SELECT year AS key, last FROM letter_given

-- raise_letter_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO letter_given (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- disclosure_given --
-- The last of the numbers of letters with data, by year.
SELECT year AS key, last FROM disclosure_given

-- raise_disclosure_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO disclosure_given (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- form_given --
-- The last of the numbers of forms, by year.
SELECT year AS key, last FROM form_given

-- raise_form_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO form_given (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- breach_given --
-- The last of the numbers of breaches, by year.
SELECT year AS key, last FROM breach_given

-- raise_breach_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO breach_given (year, last) VALUES (:key, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)

-- document_given --
-- The last of the numbers of papers.
SELECT id AS key, last FROM document_given

-- raise_document_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO document_given (id, last) VALUES (:key, :last)
ON CONFLICT (id) DO UPDATE SET last = max(last, excluded.last)

-- row_given --
-- The last of the numbers of rows, by kind.
SELECT noun AS key, last FROM row_given

-- raise_row_given --
-- The series goes on after a number that was given out elsewhere.
INSERT INTO row_given (noun, last) VALUES (:key, :last)
ON CONFLICT (noun) DO UPDATE SET last = max(last, excluded.last)
