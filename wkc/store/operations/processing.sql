-- received --
-- The kinds of recipient that a disclosure went to; those of destroyed dossiers too.
SELECT party.kind AS kind
FROM party CROSS JOIN disclosure ON disclosure.party = party.id
WHERE disclosure.outcome = 'toegestaan' OR (disclosure.outcome = 'beheerder_beslist' AND disclosure.allowed = 1)
UNION
SELECT recipient FROM remains WHERE noun = 'verstrekking' AND outcome = 'toegestaan'
ORDER BY kind
