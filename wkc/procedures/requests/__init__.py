"""Requests of the person registered (art. 11 to 13)."""
