-- From 18 to 19: the basis on which an opdrachtgever supplies people, for the notice (AVG 6.1, 13 and 14).

ALTER TABLE party_profile ADD COLUMN basis TEXT CHECK (basis IN ('avg_6_1_c', 'avg_6_1_e'));

PRAGMA user_version = 19;
