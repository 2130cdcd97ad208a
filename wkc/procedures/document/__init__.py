"""The papers of a dossier: files taken in, described, handed back; paper that lies at a place."""
