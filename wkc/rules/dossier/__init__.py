"""The rules of the dossier: fields, sources, mandates (art. 4, annex I and II)."""
