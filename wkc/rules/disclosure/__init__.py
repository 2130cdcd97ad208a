"""The rules of disclosure (art. 8, annex III)."""
