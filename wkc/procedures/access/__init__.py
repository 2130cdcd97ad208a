"""Users, their keys and passwords (art. 6, 7)."""
