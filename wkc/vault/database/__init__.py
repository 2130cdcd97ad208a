"""The encrypted database file: opened, copied, purged, rotated (VAULT §3, §4)."""
