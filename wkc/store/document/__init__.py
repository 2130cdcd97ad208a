"""The papers of a dossier, forms to sign, and papers that are still to be destroyed by hand (art. 10, 14.1)."""
