-- From 19 to 20: the last line on the settings and a partial destruction are found by an index.

-- The lines that say what the settings are, to find the last one (VAULT 6).
CREATE INDEX audit_settings ON audit (seq) WHERE action IN ('register.init', 'register.upgrade', 'settings.set', 'backup.create');
CREATE INDEX destroyed_uuid ON destroyed (uuid);

PRAGMA user_version = 20;
