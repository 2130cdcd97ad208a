-- received --
-- Disclosures that went out, by kind of recipient; those of destroyed dossiers too.
SELECT kind, sum(amount) AS amount FROM (
    SELECT party.kind AS kind, count(*) AS amount
    FROM party CROSS JOIN disclosure ON disclosure.party = party.id
    WHERE disclosure.outcome = 'toegestaan' OR (disclosure.outcome = 'beheerder_beslist' AND disclosure.allowed = 1)
    GROUP BY party.kind
    UNION ALL
    SELECT recipient, count(*) FROM remains WHERE noun = 'verstrekking' AND outcome = 'toegestaan' GROUP BY recipient
) GROUP BY kind ORDER BY kind
