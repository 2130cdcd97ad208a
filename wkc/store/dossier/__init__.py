"""The dossier of a client: entries, parties, mandates, holds, and the ways to find somebody (art. 3, 4, 10)."""
