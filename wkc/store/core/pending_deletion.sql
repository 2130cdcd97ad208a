-- Rows that are out of use and that the destruction ledger does not name yet: what each command asks before it begins.

-- has_any --
-- Whether a value or a paper was taken out, a row taken back, or its words removed, that the ledger does not name yet.
SELECT EXISTS (SELECT 1 FROM entry WHERE removed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM document WHERE removed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM mistake WHERE removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM correction WHERE noun <> 'gegeven' AND applied_at IS NOT NULL AND named_at IS NULL)
    AS waits
