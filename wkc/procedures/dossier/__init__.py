"""The dossier of a client: entries, assignments, mandates, parties (art. 3, 4)."""
