"""Requests of the person registered, and what follows from them (art. 11, 12)."""
