"""Disclosures, and the consents and releases that they go by (art. 8)."""
